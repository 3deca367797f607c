from __future__ import annotations

import re
from html import unescape

import pytest
from flask.testing import FlaskClient

from tests.building.html import Html

ASKED = "role=ml-engineer&known=git@1&hours_per_week=10&start_date=2027-01-04&strategy=quick-wins"


def test_the_plan_can_be_read_without_a_script(client: FlaskClient) -> None:
    plan = client.get(f"/v1/plans?{ASKED}").json
    html = client.get(f"/roadmap?{ASKED}").text
    steps = [unescape(name) for name in re.findall(r"<li><b>(.*?)</b>", html)]
    assert steps == [step["name"] for step in plan["steps"]]
    text = Html(html).text
    assert f"{plan['summary']['hours']} hours left" in text
    for step in plan["steps"]:
        assert step["outcome"] in text
        assert f"{step['hours']} h · week {step['schedule']['week']}" in text


def test_the_element_gets_what_the_address_says(client: FlaskClient) -> None:
    html = client.get(f"/roadmap?{ASKED}&in_progress=python@1&skipped=sql@1&view=list").text
    element = html.partition("<learning-roadmap")[2].partition(">")[0]
    assert dict(re.findall(r'([a-z-]+)="(.*?)"', element)) == {
        "role-id": "ml-engineer",
        "known": "git@1",
        "hours-per-week": "10",
        "start-date": "2027-01-04",
        "strategy": "quick-wins",
        "in-progress": "python@1",
        "skipped": "sql@1",
        "view": "list",
    }


def test_what_has_no_field_goes_on_with_the_form(client: FlaskClient) -> None:
    fields = Html(
        client.get("/roadmap?role=ml-engineer&prefer=azure&days_off=sunday&start_date=2027-01-04").text
    ).fields
    assert {("prefer", "azure"), ("days_off", "sunday")} <= set(fields)


def test_skills_may_be_called_by_any_name(client: FlaskClient) -> None:
    by_name = client.get("/roadmap?role=ml-engineer&known=matrix+algebra@2,Git")
    assert by_name.status_code == 200
    assert 'known="linear-algebra@2,git"' in by_name.text


def test_every_format_is_offered(client: FlaskClient) -> None:
    plan = client.get(f"/v1/plans?{ASKED}").json
    assert set(plan["links"].values()) - {plan["links"]["self"]} <= set(
        Html(client.get(f"/roadmap?{ASKED}").text).links
    )


def test_the_snippets_embed_the_same_roadmap(client: FlaskClient) -> None:
    html = client.get("/roadmap?role=ml-engineer&known=git@1&include_optional=true").text
    element = unescape(html.partition('id="as-element">')[2].partition("</code>")[0])
    frame = unescape(html.partition('id="as-frame">')[2].partition("</code>")[0])
    assert element == (
        '<script type="module" src="http://localhost/embed/roadmap.js"></script>\n'
        '<learning-roadmap role-id="ml-engineer" known="git@1" include-optional="true"></learning-roadmap>'
    )
    assert 'src="http://localhost/embed/ml-engineer?known=git@1&amp;include_optional=true"' in frame


def test_without_a_role_there_is_a_form_and_no_roadmap(client: FlaskClient) -> None:
    response = client.get("/roadmap")
    assert response.status_code == 200
    assert "No role yet" in response.text
    assert "<learning-roadmap" not in response.text


def test_what_is_mistyped_is_told_with_what_may_be_meant(client: FlaskClient) -> None:
    response = client.get("/roadmap?role=ml-engineer&known=pyton,git@1")
    assert response.status_code == 422
    assert "/roadmap?role=ml-engineer&known=python,git@1" in Html(response.text).links
    assert "<learning-roadmap" not in response.text


BROKEN = [
    ("hours_per_week=many", "Hours per week"),
    ("hours_per_week=NaN", "Hours per week"),
    ("start_date=today", "Start date"),
    ("strategy=best", "Strategy"),
    ("days_off=sunday", "Start date"),
]


@pytest.mark.parametrize(("asked", "named"), BROKEN)
def test_what_breaks_the_rules_is_named(client: FlaskClient, asked: str, named: str) -> None:
    response = client.get(f"/roadmap?role=ml-engineer&{asked}")
    assert response.status_code == 400
    assert f"{named}: " in response.text


def test_fields_left_blank_say_nothing(client: FlaskClient) -> None:
    blank = client.get("/roadmap?role=ml-engineer&known=&hours_per_week=&start_date=&strategy=&view=").text
    assert Html(blank).text == Html(client.get("/roadmap?role=ml-engineer").text).text


def test_nothing_left_to_learn_is_said(client: FlaskClient) -> None:
    assert "Nothing is left to learn" in client.get("/roadmap?role=ml-engineer&from_roles=ml-engineer").text
