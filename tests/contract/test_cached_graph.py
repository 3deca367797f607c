"""A service whose graph was opened from the cache answers like one that read the text, byte by byte."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from flask.testing import FlaskClient

from roadmap.adapters.graph_shelf import GraphShelf, load_graphs
from roadmap.adapters.shipped import shipped_graph
from roadmap.exporters import BY_NAME
from roadmap.planning.ordering import STRATEGIES
from roadmap.web.app import create_app
from tests.building.web import CAREERS, LIMITS, FixedClock

ADVERTS = Path(__file__).parent.parent / "adverts"

pytestmark = pytest.mark.xdist_group("cached_graph")


class Call(NamedTuple):
    """A request: the path, and the body of one that has a body."""

    path: str
    body: dict[str, Any] | None = None


@pytest.fixture(scope="module", params=[CAREERS, shipped_graph()], ids=["careers", "shipped"])
def services(request, tmp_path_factory) -> tuple[FlaskClient, FlaskClient, GraphShelf]:
    """The service on the graph as read, on the graph as opened, and the graph."""
    folder = tmp_path_factory.mktemp("cache")
    load_graphs([request.param], folder)
    read, opened = load_graphs([request.param]), load_graphs([request.param], folder)
    return client(read), client(opened), read


def client(shelf: GraphShelf) -> FlaskClient:
    return create_app(shelf, LIMITS, None, FixedClock()).test_client()


def answers(service: FlaskClient, calls: list[Call]) -> Iterator[tuple[Call, int, bytes, list[tuple[str, str]]]]:
    for call in calls:
        answer = service.get(call.path) if call.body is None else service.post(call.path, json=call.body)
        yield call, answer.status_code, answer.data, sorted(answer.headers)


def plans(shelf: GraphShelf) -> list[Call]:
    compiled = shelf.planner().compiled
    some = [unit.id for unit in compiled.units[:: max(1, len(compiled.units) // 20)]]
    wanted = [
        {"role": role, "strategy": strategy.name, "known": some[n % 3 :: 3], "assume_prerequisites": n % 2 == 0}
        for role in compiled.roles
        for n, strategy in enumerate(STRATEGIES)
    ]
    asking = [
        {"role": role, "include_optional": True, "why": some, "what_if": some[:5], "prefer": some[5:8]}
        for role in compiled.roles
    ]
    wrong = [{"role": "no-such-role"}, {"targets": [some[0], "pyton", "pyton@2", f"{some[1][:-1]}9"]}]
    return [Call("/v1/plans", body) for body in (*wanted, *asking, {"targets": some}, *wrong)]


def formats(shelf: GraphShelf) -> list[Call]:
    role = next(iter(shelf.planner().compiled.roles))
    return [Call(f"/v1/plans?role={role}&format={name}&start_date=2027-01-04&hours_per_week=10") for name in BY_NAME]


def catalogue(shelf: GraphShelf) -> list[Call]:
    compiled = shelf.planner().compiled
    words = ("a", "learn", "pyton", "py", "sql", "no such thing at all", *compiled.by_track)
    return [
        *(Call(path) for path in ("/v1/graphs", f"/v1/graphs/{compiled.graph.id}", "/v1/skills", "/v1/roles")),
        *(Call("/v1/skills?limit=7&offset=5"), Call("/v1/skills?track=nothing"), Call("/v1/skills/pyton")),
        *(Call(f"/v1/skills?q={word}") for word in words),
        *(Call(f"/v1/skills?track={track}") for track in compiled.by_track),
        *(Call(f"/v1/skills?q=a&track={track}") for track in compiled.by_track),
        *(Call(f"/v1/skills/{skill}") for skill in compiled.skills),
        *(Call(f"/v1/roles/{role}") for role in (*compiled.roles, "no-such-role")),
    ]


def decisions(shelf: GraphShelf) -> list[Call]:
    roles, units = list(shelf.planner().compiled.roles), shelf.planner().compiled.units
    known = [units[0].id, units[-1].skill.id]
    return [
        *(Call("/v1/comparisons", {"roles": list(pair), "known": known}) for pair in pairwise(roles)),
        Call("/v1/comparisons", {"roles": roles[:5]}),
        Call("/v1/role-rankings", {"known": known, "hours_per_week": 8}),
        Call("/v1/role-rankings", {}),
    ]


def adverts(_: GraphShelf) -> list[Call]:
    texts = [file.read_text(encoding="utf-8") for file in sorted(ADVERTS.glob("*-01.yaml"))]
    learner = {"known": ["python"], "hours_per_week": 5}
    one_by_one = [Call("/v1/job-ads", {"text": text, **learner}) for text in texts]
    return [*one_by_one, Call("/v1/job-ads", {"job_ads": [{"text": text} for text in texts]})]


@pytest.mark.parametrize(
    ("kind", "statuses"),
    [(plans, {200, 422}), (formats, {200}), (catalogue, {200, 404, 422}), (decisions, {200}), (adverts, {200})],
)
def test_every_answer_is_the_same(services, kind, statuses) -> None:
    read, opened, shelf = services
    calls, seen = kind(shelf), set()
    for one, other in zip(answers(read, calls), answers(opened, calls), strict=True):
        assert one == other
        seen.add(one[1])
    assert seen == statuses
