from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient

from tests.building.web import careers_app

FULL = {
    "graph": "tech-careers",
    "role": "ml-engineer",
    "targets": ["linear-algebra@2"],
    "known": ["python", "git@1"],
    "from_roles": ["data-scientist"],
    "assume_prerequisites": False,
    "include_optional": True,
    "prefer": ["azure"],
    "avoid": ["gcp"],
    "strategy": "quick-wins",
    "hours_per_week": 7.5,
    "start_date": "2027-01-04",
    "deadline": "2027-03-01",
    "days_off": ["sunday", "2027-01-10/2027-01-20"],
    "what_if": ["statistics", "docker@1", "docker"],
    "why": ["sql", "python@1", "sql@1"],
}


def path_of(link: str) -> str:
    parts = urlsplit(link)
    return f"{parts.path}?{parts.query}"


def plan(client: FlaskClient, **body: Any) -> Any:
    response = client.post("/v1/plans", json=body)
    assert response.status_code == 200, response.text
    return response.get_json()


def test_a_plan_puts_nothing_before_its_prerequisites(client: FlaskClient) -> None:
    seen: set[str] = set()
    made = plan(client, role="ml-engineer")
    steps = {step["unit"] for step in made["steps"]}
    for step in made["steps"]:
        assert {before["unit"] for before in step["requires"]} & steps <= seen
        seen.add(step["unit"])


def test_knowing_everything_leaves_an_empty_plan(client: FlaskClient) -> None:
    made = plan(client, role="data-scientist", from_roles=["data-scientist"])
    assert made["steps"] == []
    assert made["summary"]["readiness"] == 1


def test_a_plan_for_targets_has_no_role(client: FlaskClient) -> None:
    made = plan(client, targets=["linear-algebra"])
    assert made["role"] is None
    assert made["targets"] == ["linear-algebra@3"]


@pytest.mark.parametrize("body", [FULL, {"role": "ai-engineer"}, {"targets": ["sql"], "hours_per_week": 0.01}])
def test_the_link_of_a_plan_gives_the_same_bytes(client: FlaskClient, body: dict[str, Any]) -> None:
    posted = client.post("/v1/plans", json=body)
    assert client.get(path_of(posted.get_json()["links"]["self"])).data == posted.data


def test_equal_requests_have_equal_links(client: FlaskClient) -> None:
    one = plan(client, role="ml-engineer", known=["python", "git", "git"], hours_per_week=10)
    two = plan(client, known=["git", "python"], role="ml-engineer", hours_per_week=10.0, strategy="just-in-time")
    assert one == two


@pytest.mark.parametrize(
    ("form", "media_type", "beginning"),
    [
        ("json", "application/json", b'{"graph":'),
        ("markdown", "text/markdown", b"# Study plan"),
        ("csv", "text/csv", b"position,unit"),
        ("ical", "text/calendar", b"BEGIN:VCALENDAR\r\n"),
        ("mermaid", "text/vnd.mermaid", b"flowchart LR"),
        ("html", "text/html", b"<!doctype html>"),
        ("svg", "image/svg+xml", b"<svg "),
        ("png", "image/png", b"\x89PNG"),
        ("dot", "text/vnd.graphviz", b"digraph plan {"),
        ("graphml", "application/graphml+xml", b"<?xml "),
        ("node_link", "application/vnd.roadmap.node-link+json", b'{"directed":true'),
    ],
)
def test_every_format_by_name_by_accept_and_by_link(
    client: FlaskClient, form: str, media_type: str, beginning: bytes
) -> None:
    by_name = client.post(f"/v1/plans?format={form}", json=FULL, headers={"Accept": "text/nothing"})
    by_accept = client.post("/v1/plans", json=FULL, headers={"Accept": media_type})
    links = client.post("/v1/plans", json=FULL).get_json()["links"]
    by_link = client.get(path_of(links[form]))
    assert by_name.mimetype == by_accept.mimetype == by_link.mimetype == media_type
    assert by_name.data == by_accept.data == by_link.data
    assert by_name.data.startswith(beginning)


def test_links_are_made_of_the_request_where_no_address_is_set(client: FlaskClient) -> None:
    made = client.get("/v1/plans?role=ai-engineer", base_url="https://plans.example:8443").get_json()
    assert made["links"]["self"] == "https://plans.example:8443/v1/plans?role=ai-engineer"


def test_links_are_made_of_the_public_address_where_one_is_set() -> None:
    client = careers_app("https://example.org/api").test_client()
    made = client.get("/v1/plans?role=ai-engineer").get_json()
    assert made["links"]["self"] == "https://example.org/api/v1/plans?role=ai-engineer"
    assert client.get("/v1/roles/x").get_json()["type"] == "https://example.org/api/problems/not-found"


def test_a_deadline_that_cannot_be_met_is_answered(client: FlaskClient) -> None:
    summary = plan(client, **FULL)["summary"]
    assert summary["feasible"] is False
    assert summary["hours_per_week_needed"] > 7.5


def test_an_empty_list_in_a_link_is_an_empty_list(client: FlaskClient) -> None:
    assert client.get("/v1/plans?role=ai-engineer&known=").data == client.get("/v1/plans?role=ai-engineer").data


def test_a_list_may_be_written_as_a_repeated_parameter(client: FlaskClient) -> None:
    """As clients do that are generated without a look at `explode`."""
    plain = client.get("/v1/plans?role=ml-engineer&known=python@1,git,sql")
    assert client.get("/v1/plans?role=ml-engineer&known=python@1&known=git,sql").data == plain.data


def test_parameters_may_be_escaped(client: FlaskClient) -> None:
    plain = client.get("/v1/plans?role=ml-engineer&known=python@1,git")
    assert client.get("/v1/plans?role=ml%2Dengineer&known=python%401%2Cgit").data == plain.data
