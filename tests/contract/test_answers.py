"""Every answer is what its schema says, and nothing more; the examples of the contract are replayed."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from marshmallow import RAISE, Schema

from roadmap.exporters import EXPORTERS
from roadmap.web.examples import FOLDER, example_of
from roadmap.web.operation import PROBLEMS
from roadmap.web.problem_types import PROBLEM_TYPES
from roadmap.web.schemas import catalogue, health, role_rankings
from roadmap.web.schemas.comparison_requests import ComparisonBody
from roadmap.web.schemas.comparisons import Comparison
from roadmap.web.schemas.job_ads import JobAdAnswer
from roadmap.web.schemas.oembed import OEmbed
from roadmap.web.schemas.plan_batches import PlanBatchLine, PlanBatchRequest
from roadmap.web.schemas.plan_requests import PlanBody
from roadmap.web.schemas.plans import Plan
from roadmap.web.schemas.problems import Problem
from tests.building.contract_examples import examples, operations, told

SCHEMAS: dict[str, type[Schema]] = {
    "createPlan": Plan,
    "getPlan": Plan,
    "createPlanBatch": PlanBatchLine,
    "createComparison": Comparison,
    "rankRoles": role_rankings.RoleRankings,
    "readJobAds": JobAdAnswer,
    "listRoles": catalogue.RoleList,
    "getRole": catalogue.Role,
    "listSkills": catalogue.SkillList,
    "getSkill": catalogue.Skill,
    "listGraphs": catalogue.GraphList,
    "getGraph": catalogue.Graph,
    "getOEmbed": OEmbed,
    "getHealth": health.Alive,
    "getReadiness": health.Ready,
}

FULL = {
    "role": "ml-engineer",
    "targets": ["linear-algebra"],
    "known": ["python", "git@1", "java"],
    "from_roles": ["software-engineer"],
    "include_optional": True,
    "prefer": ["azure"],
    "avoid": ["gcp"],
    "hours_per_week": 7.5,
    "start_date": "2027-01-04",
    "deadline": "2027-03-01",
    "days_off": ["sunday"],
    "what_if": ["statistics", "docker@1"],
    "why": ["python", "statistics@1", "aws", "azure", "gcp", "large-language-models", "go", "algebra"],
}


RANKING = {
    "graph": "tech-careers",
    "known": ["python", "git@1"],
    "from_roles": ["software-engineer"],
    "assume_prerequisites": False,
    "hours_per_week": 7.5,
    "start_date": "2027-01-04",
    "deadline": "2027-03-01",
    "days_off": ["sunday", "2027-01-10/2027-01-20"],
    "preferences": {"mathematics": -1, "people": 0.25},
    "weights": {"fit": 20, "deadline": 0},
    "roles": ["ai-engineer", "data-scientist"],
}


def check(schema: type[Schema], value: Any) -> None:
    """The value has every member of its schema, and no other, at any depth."""
    strict(schema()).load(value)


def strict(schema: Schema) -> Schema:
    """A schema that, with all that are in it, refuses unknown members."""
    waiting, seen = [schema], set[type[Schema]]()
    while waiting:
        one = waiting.pop()
        one.unknown = RAISE
        for field in one.fields.values():
            inner = getattr(field, "inner", field)
            nested = getattr(inner, "schema", None)
            if nested is not None and type(nested) not in seen:
                seen.add(type(nested))
                waiting.append(nested)
    return schema


def test_every_operation_has_a_schema_and_an_example(app: Flask) -> None:
    ids = {operation.id for operation in operations(app)}
    assert ids == set(SCHEMAS) == {path.stem for path in FOLDER.glob("*.json")}


def test_examples_of_requests_are_answered_as_the_schema_says(app: Flask, client: FlaskClient) -> None:
    for operation in operations(app):
        response = operation.replay(client)
        assert response.status_code == 200, (operation.id, response.text)
        for value in told(response):
            check(SCHEMAS[operation.id], value)


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.name)
def test_examples_work_in_every_format(app: Flask, client: FlaskClient, exporter: Any) -> None:
    for operation in operations(app):
        if operation.path == "/v1/plans":
            response = operation.replay(client, format=exporter.name)
            assert (response.status_code, response.mimetype) == (200, exporter.media_type)
            assert exporter.media_type in operation.described["responses"]["200"]["content"]


@pytest.mark.parametrize("operation_id", SCHEMAS)
def test_examples_of_answers_match_their_schemas(operation_id: str) -> None:
    answer = example_of(operation_id)["answer"]
    for value in answer if isinstance(answer, list) else [answer]:
        check(SCHEMAS[operation_id], value)


def test_the_examples_of_bodies_match_their_schemas() -> None:
    PlanBody().load(example_of("createPlan")["body"])
    ComparisonBody().load(example_of("createComparison")["body"])
    PlanBatchRequest().load(example_of("createPlanBatch")["body"])


@pytest.fixture(scope="module")
def answered() -> dict[str, dict[str, Any]]:
    """The examples as the service answers them today."""
    return dict(examples())


@pytest.mark.parametrize("operation_id", SCHEMAS)
def test_examples_of_answers_are_what_is_answered(answered: dict[str, Any], operation_id: str) -> None:
    assert example_of(operation_id) == answered[operation_id], "make examples openapi writes it anew"


@pytest.mark.parametrize("name", RANKING)
def test_each_member_of_a_ranking_works_alone(client: FlaskClient, name: str) -> None:
    response = client.post("/v1/role-rankings", json={name: RANKING[name]})
    assert response.status_code == 200, response.text
    check(role_rankings.RoleRankings, response.get_json())


def test_rankings_match_their_schema(client: FlaskClient) -> None:
    for body in ({}, RANKING, {"from_roles": ["software-engineer"], "weights": {"fit": 0}}):
        check(role_rankings.RoleRankings, client.post("/v1/role-rankings", json=body).get_json())


def test_each_parameter_works_alone(client: FlaskClient) -> None:
    for name, value in FULL.items():
        alone = {"role": "ml-engineer", "start_date": "2027-01-04", name: value}
        response = client.post("/v1/plans", json=alone)
        assert response.status_code == 200
        check(Plan, response.get_json())


@pytest.mark.parametrize(
    "body",
    [
        FULL,
        {"role": "ai-engineer"},
        {"targets": ["docker"]},
        {"role": "data-scientist", "from_roles": ["data-scientist"]},
    ],
    ids=["everything", "a role", "targets", "nothing left"],
)
def test_plans_match_their_schema(client: FlaskClient, body: dict[str, Any]) -> None:
    check(Plan, client.post("/v1/plans", json=body).get_json())


@pytest.mark.parametrize(
    "body",
    [
        {"roles": ["ai-engineer", "ml-engineer", "data-scientist", "software-engineer"], "include_optional": True},
        {"roles": ["data-scientist", "ml-engineer"], "from_roles": ["data-scientist", "ml-engineer"]},
        {"roles": ["data-scientist", "ml-engineer"], "hours_per_week": 7.5, "prefer": ["azure"], "avoid": ["gcp"]},
    ],
    ids=["four roles", "nothing left", "a pace"],
)
def test_comparisons_match_their_schema(client: FlaskClient, body: dict[str, Any]) -> None:
    check(Comparison, client.post("/v1/comparisons", json=body).get_json())


def test_all_skills_and_roles_match_their_schemas(client: FlaskClient) -> None:
    for skill in client.get("/v1/skills").get_json()["skills"]:
        check(catalogue.Skill, client.get(f"/v1/skills/{skill['id']}").get_json())
    for role in client.get("/v1/roles").get_json()["roles"]:
        check(catalogue.Role, client.get(f"/v1/roles/{role['id']}").get_json())


@pytest.mark.parametrize("problem", PROBLEM_TYPES, ids=lambda problem: problem.name)
def test_examples_of_problems_match_their_schema(problem: Any) -> None:
    check(Problem, problem.example("https://example.org/problems/x"))


def test_problems_that_occur_match_their_schema(client: FlaskClient) -> None:
    wrong = [
        client.post("/v1/plans", json={"role": "nobody", "known": ["pyton"]}),
        client.post("/v1/plans", json={"role": "ml-engineer", "avoid": ["docker"]}),
        client.post("/v1/plans", json={"role": 1, "x": 2}),
        client.post("/v1/plans", data=b"x" * 100_000, content_type="application/json"),
        client.get("/v1/roles", headers={"Accept": "image/png"}),
        client.get("/v1/nothing"),
        client.delete("/v1/roles"),
    ]
    for response in wrong:
        check(Problem, response.get_json())
    assert {response.status_code for response in wrong} - {405} <= set(PROBLEMS)


def test_an_answer_with_an_unknown_member_does_not_match() -> None:
    answer = {**example_of("getHealth")["answer"], "more": 1}
    with pytest.raises(Exception, match="Unknown field"):
        check(health.Alive, answer)
