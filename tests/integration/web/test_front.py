"""What stands in front of the app: ids, lines in the log, counts, and answers kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from roadmap.adapters.live_graphs import LiveGraphs
from roadmap.services.library import GraphEvent
from roadmap.web.app import create_app
from roadmap.web.front import stand_in_front
from roadmap.web.front.observed import Observation
from tests.building.graph_versions import put, skills_of, write_version
from tests.building.web import LIMITS, FixedClock

PLAN = "/v1/plans?role=ml-engineer"
KNOWN = {"role": "ml-engineer", "known": ["python"]}


class Service:
    """A service over a graph that can change, with what was observed of its requests."""

    def __init__(self, folder: Path, most_kept: int = 10_000_000) -> None:
        self.folder = write_version(folder, 0)
        self.graphs = LiveGraphs([self.folder], list[GraphEvent]().append)
        self.seen: list[Observation] = []
        app = create_app(self.graphs, LIMITS, None, FixedClock())
        stand_in_front(app, self.graphs, most_kept, [self.seen.append])
        self.client: FlaskClient = app.test_client()

    @property
    def outcomes(self) -> list[str]:
        """What the cache came to, request by request."""
        return [seen.told.cache for seen in self.seen]


@pytest.fixture
def service(tmp_path: Path) -> Service:
    return Service(tmp_path / "careers")


def test_an_answer_asked_for_again_is_the_same(service: Service) -> None:
    first, again = (service.client.get(PLAN) for _ in range(2))
    assert service.outcomes == ["miss", "hit"]
    assert (again.status, again.data) == (first.status, first.data)
    own = {"X-Request-Id"}
    assert {(name, value) for name, value in again.headers if name not in own} == {
        (name, value) for name, value in first.headers if name not in own
    }
    assert service.seen[1].told.steps == service.seen[0].told.steps is not None
    assert service.seen[1].told.route == "/v1/plans"


def test_a_kept_answer_is_not_sent_to_whom_has_it(service: Service) -> None:
    first = service.client.get(PLAN)
    for known in (first.headers["ETag"], f"W/{first.headers['ETag']}", "*"):
        again = service.client.get(PLAN, headers={"If-None-Match": known})
        assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", first.headers["ETag"])
        assert "Content-Type" not in again.headers
    assert service.client.get(PLAN, headers={"If-None-Match": '"other"'}).data == first.data
    assert service.outcomes == ["miss", "hit", "hit", "hit", "hit"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"json": KNOWN}, {"json": {**KNOWN, "known": []}}),
        ({"json": KNOWN}, {"json": KNOWN, "headers": {"Accept": "text/csv"}}),
        ({"json": KNOWN}, {"json": KNOWN, "headers": {"Accept-Encoding": "gzip"}}),
        ({"json": KNOWN}, {"json": KNOWN, "headers": {"Host": "elsewhere.example"}}),
        ({"json": KNOWN}, {"json": KNOWN, "base_url": "https://localhost"}),
        ({"json": KNOWN}, {"json": KNOWN, "query_string": "format=csv"}),
        ({"json": KNOWN}, {"data": '{"role": "ml-engineer"}', "content_type": "text/plain"}),
    ],
)
def test_requests_that_differ_have_answers_of_their_own(service: Service, first: dict, second: dict) -> None:
    answers = [service.client.post("/v1/plans", **asked) for asked in (first, second, first, second)]
    assert answers[0].data == answers[2].data
    assert answers[1].data == answers[3].data
    assert answers[0].data != answers[1].data
    assert "hit" not in service.outcomes[:2]
    assert service.outcomes[2] == "hit"


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/metrics", "/v1/roles/nobody", "/nowhere"])
def test_what_depends_on_more_than_graph_and_request_is_not_kept(service: Service, path: str) -> None:
    for _ in range(2):
        service.client.get(path)
    assert "hit" not in service.outcomes


def test_rankings_depend_on_the_day_and_are_not_kept(service: Service) -> None:
    for _ in range(2):
        assert service.client.post("/v1/role-rankings", json={"known": ["python"]}).status_code == 200
    assert service.outcomes == ["", ""]


def test_what_is_asked_with_credentials_is_not_kept(service: Service) -> None:
    for _ in range(2):
        service.client.get(PLAN, headers={"Authorization": "Bearer x"})
    service.client.set_cookie("session", "x")
    for _ in range(2):
        service.client.get(PLAN)
    assert service.outcomes == ["", "", "", ""]


def test_nothing_is_kept_from_an_earlier_version(service: Service) -> None:
    before = service.client.get(PLAN)
    put(service.folder, skills_of(1))
    service.graphs.look()
    service.graphs.look()
    after = service.client.get(PLAN)
    assert service.outcomes == ["miss", "miss"]
    assert before.headers["Roadmap-Graph"] != after.headers["Roadmap-Graph"]
    assert before.data != after.data


def test_no_more_is_kept_than_there_is_room_for(tmp_path: Path) -> None:
    service = Service(tmp_path / "careers", most_kept=200_000)
    paths = [f"{PLAN}&hours_per_week={hours}" for hours in range(1, 60)]
    for path in [*paths, paths[-1], paths[0]]:
        service.client.get(path)
    assert service.outcomes[-2:] == ["hit", "miss"]


@pytest.mark.parametrize("given", ["abc", "A-1_b.c", "x" * 64])
def test_a_usable_request_id_is_kept(service: Service, given: str) -> None:
    assert service.client.get("/healthz", headers={"X-Request-Id": given}).headers["X-Request-Id"] == given


@pytest.mark.parametrize("given", ["", "x" * 65, "a b", 'a"', "<script>", "é", "../a"])
def test_any_other_is_replaced(service: Service, given: str) -> None:
    told = service.client.get("/healthz", headers={"X-Request-Id": given}).headers["X-Request-Id"]
    assert told != given
    assert len(told) == 16


def test_what_is_observed_says_nothing_of_who_asks_or_what_for(service: Service) -> None:
    service.client.get("/v1/skills/python?graph=tech-careers", headers={"User-Agent": "somebody"})
    (seen,) = service.seen
    assert (seen.method, seen.status, seen.told.route) == ("GET", 200, "/v1/skills/<skill_id>")
    assert "somebody" not in repr(seen)


def test_a_method_that_is_made_up_is_not_told(service: Service) -> None:
    service.client.open("/healthz", method="SECRET")
    assert service.seen[0].method == "other"
