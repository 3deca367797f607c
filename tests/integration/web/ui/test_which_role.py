from __future__ import annotations

from flask.testing import FlaskClient

from roadmap.domain.axis import AXES
from tests.building.axes import leaning_app
from tests.building.html import Html


def test_there_is_a_question_for_every_axis_and_for_the_learner(client: FlaskClient) -> None:
    html = client.get("/which-role").text
    assert {name for name, _ in Html(html).fields} >= {axis.name for axis in AXES} | {
        "known",
        "hours_per_week",
        "deadline",
    }
    assert html.count('<fieldset class="question">') == len(AXES) + 2


def test_the_ranking_is_the_one_of_the_api() -> None:
    client = leaning_app().test_client()
    asked = {"preferences": {"mathematics": -1, "product": 0.5}, "known": ["python@1"], "hours_per_week": 10}
    ranked = client.post("/v1/role-rankings", json=asked).json["rankings"]
    html = client.get("/which-role?mathematics=-1&product=0.5&known=python@1&hours_per_week=10").text
    text = Html(html).text
    places = [text.index(f"{one['position']} {one['role']['name']}") for one in ranked]
    assert places == sorted(places)
    for one in ranked:
        assert all(reason in text for reason in one["reasons"])
        assert f"{one['hours_left']:,} hours left" in text
        assert str(one["score"]) in text


def test_the_best_two_can_be_compared_and_each_role_planned(client: FlaskClient) -> None:
    links = Html(client.get("/which-role?product=1&known=python&hours_per_week=10").text).links
    ranked = client.post(
        "/v1/role-rankings", json={"preferences": {"product": 1}, "known": ["python"], "hours_per_week": 10}
    ).json["rankings"]
    first, second = (one["role"]["id"] for one in ranked[:2])
    assert f"/compare?roles={first},{second}&known=python&hours_per_week=10" in _sorted(links)
    for one in ranked:
        assert f"/roadmap?role={one['role']['id']}&known=python&hours_per_week=10" in links


def _sorted(links: list[str]) -> list[str]:
    """Links to comparisons with the roles first."""
    return [_roles_first(link) for link in links if link.startswith("/compare?")]


def _roles_first(link: str) -> str:
    path, _, query = link.partition("?")
    return f"{path}?{'&'.join(sorted(query.split('&'), key=lambda part: not part.startswith('roles=')))}"


def test_answers_out_of_bounds_are_told_beside_the_questions(client: FlaskClient) -> None:
    response = client.get("/which-role?mathematics=7")
    assert response.status_code == 400
    assert 'role="alert"' in response.text
    assert '<fieldset class="question">' in response.text
