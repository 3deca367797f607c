"""Ranking roles over the web."""

from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient

from roadmap.domain.axis import AXIS_NAMES
from tests.building.axes import leaning_app
from tests.building.web import FixedClock

RANK = "/v1/role-rankings"
TODAY = str(FixedClock().day)


def ranked(client: FlaskClient, **body: Any) -> Any:
    response = client.post(RANK, json=body)
    assert response.status_code == 200, response.text
    return response.get_json()


def ids(answer: Any) -> list[str]:
    return [ranking["role"]["id"] for ranking in answer["rankings"]]


def test_an_empty_request_ranks_every_role(client: FlaskClient) -> None:
    answer = ranked(client)
    assert sorted(ids(answer)) == [role["id"] for role in client.get("/v1/roles").get_json()["roles"]]
    assert answer["preferences"] == dict.fromkeys(AXIS_NAMES, 0)
    assert answer["start_date"] is None


def test_the_members_that_everybody_gives_are_enough(client: FlaskClient) -> None:
    answer = ranked(
        client,
        known=["python"],
        hours_per_week=10,
        deadline="2027-06-30",
        preferences=dict.fromkeys(AXIS_NAMES, 0.5),
        weights={"fit": 1},
    )
    assert answer["start_date"] == TODAY
    for ranking in answer["rankings"]:
        assert ranking["finish_date"] >= TODAY
        assert ranking["feasible"] is (ranking["finish_date"] <= "2027-06-30")


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ({"hours_per_week": 5}, TODAY),
        ({"deadline": "2027-06-30"}, TODAY),
        ({"days_off": ["sunday"]}, TODAY),
        ({"hours_per_week": 5, "start_date": "2030-01-01"}, "2030-01-01"),
        ({"start_date": "2030-01-01"}, "2030-01-01"),
        ({"known": ["python"]}, None),
    ],
)
def test_today_is_the_start_where_one_is_needed_and_none_is_given(
    client: FlaskClient, given: dict[str, Any], used: str | None
) -> None:
    assert ranked(client, **given)["start_date"] == used


def test_only_the_roles_asked_for_are_ranked_each_once(client: FlaskClient) -> None:
    answer = ranked(client, roles=["ml-engineer", "ai-engineer", "ml-engineer"])
    assert sorted(ids(answer)) == ["ai-engineer", "ml-engineer"]


def test_a_ranking_is_not_kept_since_it_depends_on_the_day(client: FlaskClient) -> None:
    response = client.post(RANK, json={})
    assert response.headers["Cache-Control"] == "no-store"
    assert "ETag" not in response.headers


def test_the_same_request_gets_the_same_bytes(client: FlaskClient) -> None:
    body = {"known": ["python"], "hours_per_week": 7.5, "preferences": {"people": 0.3}}
    assert client.post(RANK, json=body).data == client.post(RANK, json=body).data


def test_what_one_likes_and_dislikes_turns_the_order_round() -> None:
    client = leaning_app().test_client()
    two = {"roles": ["ai-engineer", "ml-engineer"], "from_roles": ["data-scientist"]}
    likes, dislikes = (ranked(client, **two, preferences={"mathematics": liking}) for liking in (1, -1))
    assert ids(likes) == ["ml-engineer", "ai-engineer"]
    assert ids(dislikes) == ["ai-engineer", "ml-engineer"]
    assert any("mathematics, which you like" in reason for reason in likes["rankings"][0]["reasons"])
    assert any("mathematics, which you would rather avoid" in r for r in dislikes["rankings"][1]["reasons"])
