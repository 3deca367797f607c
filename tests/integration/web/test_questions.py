"""What a request for a plan asks besides: what would it save to know this, and why is that in it, or not?"""

from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.integration.web.test_plans import path_of, plan

SCHEDULED = {"role": "ml-engineer", "hours_per_week": 10, "start_date": "2027-01-04"}
KNOWING = {"role": "ml-engineer", "known": ["python@2"], "avoid": ["aws"], "from_roles": ["software-engineer"]}


def verdicts(client: FlaskClient, *units: str, **body: Any) -> dict[str, str]:
    return {told["unit"]: told["verdict"] for told in plan(client, why=units, **body)["why"]}


def test_nothing_is_answered_where_nothing_is_asked(client: FlaskClient) -> None:
    made = plan(client, role="ml-engineer")
    assert (made["what_if"], made["why"]) == (None, [])


def test_what_is_asked_changes_nothing_else(client: FlaskClient) -> None:
    bare = plan(client, **SCHEDULED)
    made = plan(client, **SCHEDULED, what_if=["statistics"], why=["python"])
    assert made["what_if"]
    assert made["why"]
    left_out = {"what_if": None, "why": [], "links": {}}
    assert {**made, **left_out} == {**bare, **left_out}


@pytest.mark.parametrize("form", ["csv", "mermaid"])
def test_formats_without_room_for_answers_stay_as_they_are(client: FlaskClient, form: str) -> None:
    bare = client.get(f"/v1/plans?role=ml-engineer&format={form}")
    assert client.get(f"/v1/plans?role=ml-engineer&format={form}&what_if=docker&why=docker").data == bare.data


def test_savings_are_those_of_the_plan_that_is_made_when_more_is_known(client: FlaskClient) -> None:
    made = plan(client, **SCHEDULED, known=["python"], what_if=["statistics", "docker@1"])
    then = plan(client, **SCHEDULED, known=["python", "statistics", "docker@1"])["summary"]
    together, summary = made["what_if"]["together"], made["summary"]
    assert together["hours_saved"] == summary["hours"] - then["hours"] > 0
    assert together["steps_saved"] == summary["steps"] - then["steps"]
    assert together["finish_date"] == then["finish_date"]
    assert together["days_saved"] > 0


def test_savings_come_in_the_order_asked_and_once(client: FlaskClient) -> None:
    answer = plan(client, role="ml-engineer", what_if=["docker", "statistics", "docker@1"])["what_if"]
    assert [saving["units"] for saving in answer["each"]] == [["docker@1"], ["statistics@1", "statistics@2"]]
    assert answer["together"]["units"] == ["docker@1", "statistics@1", "statistics@2"]
    assert answer["together"]["days_saved"] is None


def test_all_verdicts(client: FlaskClient) -> None:
    units = ("python@2", "python@1", "statistics@1", "azure", "gcp", "aws", "go")
    assert verdicts(client, *units, role="ml-engineer", known=["python@2"], avoid=["aws"]) == {
        "python@2": "known",
        "python@1": "implied",
        "statistics@1": "in-plan",
        "azure@1": "other-option",
        "gcp@1": "in-plan",
        "aws@1": "avoided",
        "go@1": "not-needed",
    }


def test_an_optional_requirement_is_named(client: FlaskClient) -> None:
    body = {"role": "ml-engineer", "why": ["large-language-models@1"]}
    (told,) = plan(client, **body)["why"]
    assert told["optional"] is True
    assert told["chain"][-1]["needed_by"] == "ml-engineer"
    assert plan(client, **body, include_optional=True)["why"][0]["verdict"] == "in-plan"


def test_what_a_role_brings_is_known_by_it(client: FlaskClient) -> None:
    (told,) = plan(client, role="ml-engineer", from_roles=["software-engineer"], why=["git@1"])["why"]
    assert (told["verdict"], told["from_roles"]) == ("known", ["software-engineer"])
    assert told["sentence"] == "You come from software-engineer: whoever is ready for that knows git@1."


def test_another_option_is_told_with_its_choice_and_its_price(client: FlaskClient) -> None:
    made = plan(client, role="ml-engineer", why=["recommendation-systems"])
    (told,) = made["why"]
    assert told["choice"] in made["choices"]
    option = next(one for one in told["choice"]["options"] if one["units"] == ["recommendation-systems@1"])
    assert told["extra_hours"] == option["extra_hours"] > 0


@pytest.mark.parametrize("form", ["json", "markdown"])
def test_the_link_asks_the_same(client: FlaskClient, form: str) -> None:
    body = {**KNOWING, "what_if": ["statistics", "docker"], "why": ["sql", "aws", "python"]}
    posted = client.post(f"/v1/plans?format={form}", json=body)
    links = client.post("/v1/plans", json=body).get_json()["links"]
    assert "what_if=statistics,docker&why=sql,aws,python" in links[form]
    assert client.get(path_of(links[form])).data == posted.data


def test_markdown_shows_the_answers(client: FlaskClient) -> None:
    body = {**SCHEDULED, "what_if": ["statistics@1", "docker"], "why": ["java"]}
    told, page = plan(client, **body), client.post("/v1/plans?format=markdown", json=body).text
    first = told["what_if"]["each"][0]
    assert (
        f"- If you knew `statistics@1`: hours saved {first['hours_saved']}, steps {first['steps_saved']}, "
        f"days {first['days_saved']} (until {first['finish_date']})\n"
    ) in page
    assert "- All together: hours saved " in page
    assert "## Why, and why not\n\n- Nothing that ml-engineer asks for needs java@1.\n" in page.replace("\\", "")
    without_pace = client.get("/v1/plans?role=ml-engineer&what_if=docker&format=markdown").text
    assert "- If you knew `docker@1`: hours saved 10, steps 1\n" in without_pace


def test_a_plan_to_an_advert_answers_too(client: FlaskClient) -> None:
    body = {"text": "Requirements: Python and SQL.", "known": ["git"], "what_if": ["python"], "why": ["python@1"]}
    made = client.post("/v1/job-ads", json=body).get_json()["plan"]
    assert made["what_if"]["together"]["hours_saved"] > 0
    assert made["why"][0]["verdict"] == "in-plan"
