"""A batch is answered a line a plan, in order, and each line is what the request alone would get."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import orjson
import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from roadmap.adapters.graph_shelf import GraphShelf, load_graph
from roadmap.planning import Planner
from roadmap.web.app import create_app
from roadmap.web.schemas.plan_batches import MOST_PLANS
from tests.building.web import CAREERS, LIMITS, MAX_BATCH, FixedClock

BATCHES = "/v1/plan-batches"

LEARNERS: list[Any] = [
    {"role": "ml-engineer"},
    {"role": "ml-engineer", "known": ["python", "git@1"], "hours_per_week": 10, "start_date": "2027-01-04"},
    {"role": "nobody", "known": ["pyton"]},
    {"targets": ["docker"], "what_if": ["git"], "why": ["python"]},
    {"role": "ml-engineer", "avoid": ["docker"]},
    {"role": 1, "x": 2},
    {},
    {"role": "ml-engineer", "hours_per_week": 0.0001, "start_date": "2027-01-04"},
    {"role": "ai-engineer", "graph": "tech-careers"},
    {"role": "ai-engineer", "graph": "tech-carers"},
    {"role": "ai-engineer", "known": ["python", "python"], "prefer": ["azure"], "strategy": "quick-wins"},
]
"""Requests of all kinds, those among them that cannot be granted for all reasons there are."""


def lines(response: TestResponse) -> list[dict[str, Any]]:
    assert (response.status_code, response.mimetype) == (200, "application/x-ndjson")
    return [json.loads(line) for line in response.data.splitlines()]


def refused(response: TestResponse) -> tuple[int, str]:
    return response.status_code, response.get_json()["type"].rpartition("/")[2]


def test_each_line_is_what_the_request_alone_gets_to_the_byte(client: FlaskClient) -> None:
    written = client.post(BATCHES, json={"plans": LEARNERS}).data.splitlines()
    alone = [client.post("/v1/plans", json=learner) for learner in LEARNERS]
    kinds = ["plan" if response.status_code == 200 else "problem" for response in alone]
    assert written == [
        b'{"index":%d,"%b":%b}' % (n, kind.encode(), response.data)
        for n, (kind, response) in enumerate(zip(kinds, alone, strict=True))
    ]
    assert kinds.count("plan") == 5


def test_what_is_not_an_object_is_refused_in_its_line(client: FlaskClient) -> None:
    for value in (None, 5, "ml-engineer", [], [[]], True):
        wrong, right = lines(client.post(BATCHES, json={"plans": [value, {"role": "ai-engineer"}]}))
        assert wrong["problem"]["detail"] == "The body: Must be an object."
        assert "plan" in right


def test_a_line_has_the_id_that_the_client_gave_it(client: FlaskClient) -> None:
    plans = [{"id": "é/1", "role": "ai-engineer"}, {"id": "x", "role": "nobody"}, {"id": 'a"b', "role": 5}]
    assert [line["id"] for line in lines(client.post(BATCHES, json={"plans": plans}))] == ["é/1", "x", 'a"b']


@pytest.mark.parametrize("id_", [5, None, "", "x" * 101, "a\nb", ["x"]])
def test_an_id_that_cannot_be_one_is_a_problem_of_its_line(client: FlaskClient, id_: Any) -> None:
    [line] = lines(client.post(BATCHES, json={"plans": [{"id": id_, "role": "ai-engineer"}]}))
    assert "id" not in line
    assert line["problem"]["errors"][0]["pointer"] == "/id"


def test_defaults_fill_in_what_a_plan_leaves_out(client: FlaskClient) -> None:
    defaults = {"role": "ml-engineer", "known": ["python"], "start_date": "2027-01-04", "hours_per_week": 5}
    plans: list[dict[str, Any]] = [{}, {"role": "ai-engineer"}, {"known": []}, {"deadline": "2027-03-01"}]
    made = lines(client.post(BATCHES, json={"defaults": defaults, "plans": plans}))
    alone = [client.post("/v1/plans", json=defaults | plan).get_json() for plan in plans]
    assert [line["plan"] for line in made] == alone


def test_defaults_may_need_what_plans_bring(client: FlaskClient) -> None:
    batch = {"defaults": {"days_off": ["sunday"]}, "plans": [{"role": "ai-engineer", "start_date": "2027-01-04"}]}
    [line] = lines(client.post(BATCHES, json=batch))
    assert "plan" in line


@pytest.mark.parametrize(
    ("batch", "pointer"),
    [
        ({}, "/plans"),
        ({"plans": {}}, "/plans"),
        ({"plans": [{}] * (MOST_PLANS + 1)}, "/plans"),
        ({"plans": [], "more": 1}, "/more"),
        ({"plans": [], "defaults": []}, "/defaults"),
        ({"plans": [], "defaults": {"role": 1}}, "/defaults/role"),
        ({"plans": [], "defaults": {"id": "x"}}, "/defaults/id"),
        ({"plans": [], "defaults": {"knwon": ["x"]}}, "/defaults/knwon"),
    ],
    ids=["nothing", "an object", "1,001 plans", "an unknown member", "a list of defaults", "a wrong default",
         "an id for all", "an unknown default"],
)  # fmt: skip
def test_what_is_wrong_with_the_batch_itself_refuses_it(client: FlaskClient, batch: Any, pointer: str) -> None:
    response = client.post(BATCHES, json=batch)
    assert refused(response) == (400, "invalid-request")
    assert response.get_json()["errors"][0]["pointer"] == pointer


def test_a_thousand_plans_are_made(client: FlaskClient) -> None:
    batch = {"defaults": {"role": "ai-engineer"}, "plans": [{"id": str(n)} for n in range(MOST_PLANS)]}
    made = lines(client.post(BATCHES, json=batch))
    assert [(line["index"], line["id"]) for line in made] == [(n, str(n)) for n in range(MOST_PLANS)]
    assert all("plan" in line for line in made)


def test_no_plans_are_no_lines(client: FlaskClient) -> None:
    assert lines(client.post(BATCHES, json={"plans": []})) == []


def test_a_body_over_the_limit_of_batches_is_refused(client: FlaskClient) -> None:
    response = client.post(BATCHES, data=b" " * (MAX_BATCH + 1), content_type="application/json")
    assert refused(response) == (413, "content-too-large")
    assert response.get_json()["limit"] == MAX_BATCH


@pytest.mark.parametrize(
    ("accept", "status"),
    [("application/x-ndjson", 200), ("*/*", 200), ("application/*;q=0.1", 200), ("application/json", 406),
     ("application/x-ndjson;q=0", 406)],
)  # fmt: skip
def test_lines_of_json_are_all_there_is(client: FlaskClient, accept: str, status: int) -> None:
    response = client.post(BATCHES, json={"plans": []}, headers={"Accept": accept})
    assert response.status_code == status
    if status == 406:
        assert response.get_json()["available"] == ["application/x-ndjson"]


def test_only_post_is_taken(client: FlaskClient) -> None:
    for method in ("GET", "HEAD", "PUT", "DELETE"):
        response = client.open(BATCHES, method=method)
        assert response.status_code == 405
        assert set(response.allow) == {"POST", "OPTIONS"}


def test_the_answer_is_not_kept_and_has_no_etag(client: FlaskClient) -> None:
    headers = client.post(BATCHES, json={"plans": [{"role": "ai-engineer"}]}).headers
    assert (headers["Cache-Control"], headers["Vary"]) == ("no-store", "Accept, Accept-Encoding")
    assert "ETag" not in headers
    assert "Content-Length" not in headers


class CountingPlanner(Planner):
    """A planner that counts the plans it makes."""

    made = 0

    def build_plan(self, *arguments: Any, **named: Any) -> Any:
        self.made += 1
        return super().build_plan(*arguments, **named)


class ChangingGraphs:
    """Graphs of which another version is loaded each time that they are asked for."""

    def __init__(self, versions: Iterator[GraphShelf]) -> None:
        self._versions = versions

    def current(self) -> GraphShelf:
        return next(self._versions)

    def outdated(self) -> tuple[str, ...]:
        return ()


def app_of(library: GraphShelf) -> Flask:
    return create_app(library, LIMITS, None, FixedClock())


def test_plans_are_made_as_they_are_read_and_no_more_once_the_client_is_gone() -> None:
    planner = CountingPlanner(load_graph(CAREERS).compiled)
    client = app_of(GraphShelf([planner])).test_client()
    response = client.post(BATCHES, json={"defaults": {"role": "ai-engineer"}, "plans": [{}] * 100}, buffered=False)
    stream = response.iter_encoded()
    first = [json.loads(next(stream)) for _ in range(3)]
    assert [line["index"] for line in first] == [0, 1, 2]
    assert planner.made <= 4
    response.close()
    assert list(stream) == []
    assert planner.made <= 4


def test_a_batch_is_answered_on_one_version_of_the_graph() -> None:
    """What is loaded in the middle of it is for those who come later."""
    before, after = (CountingPlanner(load_graph(CAREERS).compiled) for _ in range(2))
    graphs = ChangingGraphs(GraphShelf([planner]) for planner in (before, after))
    plans = [{"role": "ai-engineer"}, {"role": "ai-engineer", "graph": "tech-careers"}, {"role": "ml-engineer"}]
    assert all("plan" in line for line in lines(app_of(graphs).test_client().post(BATCHES, json={"plans": plans})))
    assert (before.made, after.made) == (3, 0)


class FailingPlanner(Planner):
    """A planner with a mistake in it."""

    def build_plan(self, request: Any, *arguments: Any) -> Any:
        if request.role == "ml-engineer":
            raise ZeroDivisionError
        return super().build_plan(request, *arguments)


def test_a_mistake_of_our_own_is_told_in_its_line_and_logged(caplog: pytest.LogCaptureFixture) -> None:
    client = app_of(GraphShelf([FailingPlanner(load_graph(CAREERS).compiled)])).test_client()
    plans = [{"role": "ai-engineer"}, {"role": "ml-engineer"}, {"role": "ai-engineer"}]
    made = lines(client.post(BATCHES, json={"plans": plans}))
    assert [line.get("problem", {"status": 200})["status"] for line in made] == [200, 500, 200]
    assert "ZeroDivisionError" in caplog.text
    assert b"ZeroDivision" not in orjson.dumps(made)
