from __future__ import annotations

from flask.testing import FlaskClient

from tests.building.html import Html


def test_every_role_is_there_with_its_figures(client: FlaskClient) -> None:
    page = Html(client.get("/").text)
    for role in client.get("/v1/roles").json["roles"]:
        assert role["name"] in page.text
        assert f"{role['hours']:,} hours" in page.text
        assert any(link.startswith(f"/roadmap?role={role['id']}") for link in page.links)


def test_weeks_are_told_at_the_pace_that_is_asked_for(client: FlaskClient) -> None:
    role = client.get("/v1/roles/ml-engineer").json
    page = Html(client.get("/?hours_per_week=3").text)
    assert f"{-(-role['hours'] // 3)} weeks" in page.text
    assert "/roadmap?role=ml-engineer&hours_per_week=3" in page.links


def test_a_pace_that_is_none_is_told(client: FlaskClient) -> None:
    response = client.get("/?hours_per_week=0")
    assert response.status_code == 400
    assert "Hours per week" in response.text
    assert "Machine-learning engineer" in response.text


def test_the_ways_to_find_out_which_are_there(client: FlaskClient) -> None:
    assert {"/which-role", "/compare", "/advert", "/docs"} <= set(Html(client.get("/").text).links)
