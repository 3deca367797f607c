from __future__ import annotations

from flask.testing import FlaskClient

from tests.building.html import Html

ASKED = {"roles": ["ai-engineer", "ml-engineer"], "known": ["git@1"], "hours_per_week": 10}
COMPARED = "/compare?roles=ai-engineer,ml-engineer&known=git@1&hours_per_week=10"


def test_parts_point_and_price_are_those_of_the_api(client: FlaskClient) -> None:
    compared = client.post("/v1/comparisons", json=ASKED).json
    text = " ".join(Html(client.get(COMPARED).text).text.split())
    for part in compared["parts"]:
        assert f"{part['hours']} h" in text
        assert f"All {len(part['units'])} step" in text
    point = compared["hedged_plan"]["decision_point"]
    assert f"The first {point['hours_before']} hours ({point['weeks_before']} weeks) serve both." in text
    assert f"before step {point['position']}" in text
    for late in compared["hedged_plan"]["regret"]:
        assert all(f"{role['hours_wasted']} h" in text for role in late["roles"])
    for change in compared["transitions"]:
        assert f"{change['hours']} hour" in text


def test_two_roles_are_drawn_and_more_are_not(client: FlaskClient) -> None:
    assert client.get(COMPARED).text.count("<circle ") == 2
    three = client.get("/compare?roles=ai-engineer,ml-engineer,data-scientist").text
    assert "<circle " not in three
    assert "Only Data scientist" in three


def test_roles_with_nothing_left_are_compared_too(client: FlaskClient) -> None:
    response = client.get("/compare?roles=ai-engineer,ml-engineer&from_roles=ai-engineer,ml-engineer")
    assert response.status_code == 200
    assert "<circle " not in response.text


def test_each_role_leads_to_its_roadmap_for_the_same_learner(client: FlaskClient) -> None:
    links = Html(client.get(COMPARED).text).links
    assert "/roadmap?role=ai-engineer&known=git@1&hours_per_week=10" in links


def test_one_role_is_too_few_and_six_are_too_many(client: FlaskClient) -> None:
    one = client.get("/compare?roles=ai-engineer")
    assert one.status_code == 400
    assert "Roles: " in one.text
    assert 'name="roles" value="ai-engineer" checked' in one.text
    assert client.get("/compare?roles=a,b,c,d,e,f").status_code == 400
