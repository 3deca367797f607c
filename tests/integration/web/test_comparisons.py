from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.building.web import careers_app

COMPARISONS = "/v1/comparisons"
ROLES = ["ai-engineer", "ml-engineer", "data-scientist"]


def compared(client: FlaskClient, *roles: str, **members: Any) -> Any:
    response = client.post(COMPARISONS, json={"roles": roles, **members})
    assert response.status_code == 200, response.text
    return response.get_json()


def plan(client: FlaskClient, **members: Any) -> Any:
    return client.post("/v1/plans", json=members).get_json()["summary"]


LEARNERS = [
    {},
    {"known": ["python", "git@1"], "hours_per_week": 7.5},
    {"from_roles": ["software-engineer"], "include_optional": True},
    {"known": ["statistics@2"], "assume_prerequisites": False, "prefer": ["azure"], "avoid": ["gcp"]},
]


@pytest.mark.parametrize("learner", LEARNERS)
def test_the_figures_of_a_role_are_those_of_its_plan(client: FlaskClient, learner: dict[str, Any]) -> None:
    for role in compared(client, *ROLES, **learner)["roles"]:
        own = plan(client, role=role["id"], **learner)
        assert [role[name] for name in ("steps", "hours", "weeks")] == [
            own[name] for name in ("steps", "hours", "weeks")
        ]


@pytest.mark.parametrize("learner", LEARNERS)
def test_a_change_of_role_is_the_plan_for_whoever_comes_from_the_other_one(
    client: FlaskClient, learner: dict[str, Any]
) -> None:
    for change in compared(client, *ROLES, **learner)["transitions"]:
        come_from = [*learner.get("from_roles", []), change["from_role"]]
        left = plan(client, role=change["to_role"], **{**learner, "from_roles": come_from})
        assert (change["steps"], change["hours"]) == (left["steps"], left["hours"])


def test_everything_is_in_the_sequence_of_the_roles(client: FlaskClient) -> None:
    made, turned = compared(client, *ROLES), compared(client, *reversed(ROLES))
    assert [role["id"] for role in made["roles"]] == ROLES
    assert [role["id"] for role in turned["roles"]] == ROLES[::-1]
    assert [step["unit"] for step in made["hedged_plan"]["steps"]] == [
        step["unit"] for step in turned["hedged_plan"]["steps"]
    ]


def test_a_comparison_says_on_which_graph_it_was_made(client: FlaskClient) -> None:
    graph = client.get("/v1/graphs/tech-careers").get_json()
    made = compared(client, *ROLES, graph="tech-careers")
    assert made["graph"] == {name: graph[name] for name in ("id", "version", "digest")}


def test_a_comparison_is_answered_like_every_answer_to_a_body(client: FlaskClient) -> None:
    response = client.post(COMPARISONS, json={"roles": ROLES})
    assert response.mimetype == "application/json"
    assert response.headers["Cache-Control"] == "no-store"
    assert "ETag" not in response.headers


def test_every_worker_writes_the_same_bytes(client: FlaskClient) -> None:
    asked = {"roles": ROLES, "known": ["python@1"], "hours_per_week": 3}
    other = careers_app().test_client()
    assert client.post(COMPARISONS, json=asked).data == other.post(COMPARISONS, json=asked).data
