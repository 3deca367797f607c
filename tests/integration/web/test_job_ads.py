"""Adverts over REST: one with its plan, and several together."""

from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.building.web import MAX_BODY

JOB_ADS = "/v1/job-ads"
ADVERT = (
    "Machine-learning engineer\nMust have:\n- Strong Python, SQL\n- AWS or Google Cloud\nNice to have: Go.\nNo Java."
)


def post(client: FlaskClient, **members: Any) -> dict[str, Any]:
    response = client.post(JOB_ADS, json=members)
    assert response.status_code == 200, response.text
    answer: dict[str, Any] = response.get_json()
    return answer


def test_one_advert_is_told_with_evidence_in_the_text_as_given(client: FlaskClient) -> None:
    html = f"<ul><li>{ADVERT.replace('Python', 'Py<b>thon</b>')}</li></ul>"
    told = post(client, text=html, title="Data Scientist")
    assert [skill["skill"] for skill in told["skills"]] == ["python", "sql", "aws", "gcp", "go"]
    assert all(html[at["start"] : at["end"]] == at["text"] for skill in told["skills"] for at in skill["evidence"])
    assert told["skills"][0]["evidence"][0]["text"] == "Py<b>thon"
    assert told["title_role"] == {"id": "data-scientist", "name": "Data scientist"}
    assert not {"plan", "survey"} & told.keys()


def test_who_learns_gets_a_plan_with_the_choices_of_the_advert(client: FlaskClient) -> None:
    told = post(client, text=ADVERT, known=["python"], prefer=["gcp"], hours_per_week=10)
    plan = told["plan"]
    assert plan["role"]["id"] == "job-ad"
    assert {step["skill"] for step in plan["steps"]} >= {"sql", "gcp"}
    assert not {step["skill"] for step in plan["steps"]} & {"python", "java", "aws", "go"}
    assert [choice["reason"] for choice in plan["choices"] if choice["needed_by"] == "job-ad"] == ["preferred"]
    assert any("“SQL”" in link["why"] for step in plan["steps"] for link in step["reason"]["chain"])


def test_the_link_of_the_plan_asks_for_the_same_steps(client: FlaskClient) -> None:
    plan = post(client, text=ADVERT, known=["python"], hours_per_week=10)["plan"]
    again = client.get(plan["links"]["self"]).get_json()
    assert {step["unit"] for step in again["steps"]} == {step["unit"] for step in plan["steps"]}


def test_what_would_be_nice_is_planned_for_when_asked(client: FlaskClient) -> None:
    steps = post(client, text=ADVERT, known=[], include_optional=True)["plan"]["steps"]
    assert {step["importance"] for step in steps if step["skill"] == "go"} == {"optional"}


def test_an_advert_that_asks_for_nothing_known_has_no_plan(client: FlaskClient) -> None:
    told = post(client, text="We bake bread, with COBOL.", known=["python"])
    assert told["plan"] is None
    assert told["skills"] == []
    assert {role["confidence"] for role in told["roles"]} == {0}


def test_several_adverts_are_told_one_by_one_and_together(client: FlaskClient) -> None:
    adverts = [{"text": "Python, SQL and Docker"}, {"text": "SQL. Nice to have: Java"}, {"text": "Go or Java"}]
    told = post(client, job_ads=adverts, share=0.6, known=["python"])
    assert [len(reading["skills"]) for reading in told["job_ads"]] == [3, 2, 2]
    survey = told["survey"]
    assert survey["job_ads"] == 3
    assert [(skill["skill"], skill["essential"], skill["optional"]) for skill in survey["skills"]][:2] == [
        ("sql", 2, 0),
        ("java", 1, 1),
    ]
    fewest = survey["smallest_set"]
    assert (fewest["job_ads_needed"], fewest["job_ads_met"], fewest["exact"]) == (2, 2, True)
    assert [skill["id"] for skill in fewest["skills"]] == ["docker", "sql"]
    assert "skills" not in told


def test_an_advert_may_be_longer_than_other_bodies(client: FlaskClient) -> None:
    text = "Python. " * (2 * MAX_BODY // 8)
    assert [skill["skill"] for skill in post(client, text=text)["skills"]] == ["python"]


@pytest.mark.parametrize(
    "text", ["\x00", "\u202ePython\u202c", "😀" * 1000, "ß" * 500 + " Python", "<" * 5000, "&#0;" * 100]
)
def test_any_text_is_read(client: FlaskClient, text: str) -> None:
    post(client, text=text, title=text[:100])
