"""What the contract promises about itself, and that it is the one in the repository."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from flask import Flask
from flask.testing import FlaskClient
from openapi_spec_validator import validate

from roadmap.insights.ranking import TERMS
from roadmap.web.openapi import openapi_document, openapi_yaml
from roadmap.web.operation import PROBLEMS
from roadmap.web.schemas.vocabulary import VOCABULARIES

WRITTEN = Path(__file__).parents[2] / "openapi.yaml"


def operations(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for item in document["paths"].values():
        yield from item.values()


def everything(value: Any) -> Iterator[dict[str, Any]]:
    """Every object in a document."""
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from everything(inner)


def test_the_contract_in_the_repository_is_the_one_that_is_served(app: Flask) -> None:
    assert WRITTEN.read_text(encoding="utf-8") == openapi_yaml(app), "make openapi writes it anew"


def test_json_and_yaml_say_the_same(app: Flask, client: FlaskClient) -> None:
    assert yaml.safe_load(openapi_yaml(app)) == client.get("/openapi.json").get_json()


def test_the_contract_is_openapi_3_1(app: Flask) -> None:
    document = openapi_document(app)
    assert document["openapi"].startswith("3.1")
    validate(json.loads(json.dumps(document)))


def test_the_contract_says_who_and_what_and_where(app: Flask) -> None:
    document = openapi_document(app)
    assert document["info"]["version"]
    assert document["info"]["license"]["identifier"]
    assert document["servers"]


def test_every_operation_is_described(app: Flask) -> None:
    found = list(operations(openapi_document(app)))
    assert len({operation["operationId"] for operation in found}) == len(found) == 15
    for operation in found:
        assert operation["summary"]
        assert operation["description"]
        assert len(operation["tags"]) == 1
        written = operation["responses"]["200"]["content"]
        assert next(iter(written)) in ("application/json", "application/x-ndjson")
        assert next(iter(written.values()))["example"]


def test_every_parameter_and_member_is_described(app: Flask) -> None:
    document = openapi_document(app)
    for operation in operations(document):
        for parameter in operation.get("parameters", []):
            assert parameter["description"]
            assert "example" in parameter
    for schema in document["components"]["schemas"].values():
        assert schema["description"]
    for request in (
        "PlanRequest",
        "ComparisonRequest",
        "RoleRankingRequest",
        "Preferences",
        "Weights",
        "JobAdRequest",
        "PlanBatchRequest",
        "PlanBatchItem",
        "PlanDefaults",
    ):
        for member in document["components"]["schemas"][request]["properties"].values():
            assert member["description"]


def test_the_weights_of_a_score_are_published(app: Flask) -> None:
    members = openapi_document(app)["components"]["schemas"]["Weights"]["properties"]
    assert list(members) == [term.name for term in TERMS]
    for term in TERMS:
        assert f"Weighs {term.weight} if left out." in members[term.name]["description"]


def test_problems_are_components_with_fixed_names(app: Flask) -> None:
    document = openapi_document(app)
    assert set(document["components"]["responses"]) == {*PROBLEMS.values(), "NotModified"}
    for name in PROBLEMS.values():
        content = document["components"]["responses"][name]["content"]
        assert list(content) == ["application/problem+json"]
        assert content["application/problem+json"]["schema"] == {"$ref": "#/components/schemas/Problem"}
        assert content["application/problem+json"]["examples"]


def test_words_are_named_components_with_a_type(app: Flask) -> None:
    schemas = openapi_document(app)["components"]["schemas"]
    for vocabulary in VOCABULARIES:
        assert schemas[vocabulary.name]["type"] == "string"
        assert schemas[vocabulary.name]["enum"] == list(vocabulary.words)
    found = [schema for schema in everything(schemas) if isinstance(schema.get("enum"), list)]
    assert len(found) == len(VOCABULARIES)


def test_nothing_defaults_to_null(app: Flask) -> None:
    """A `default` makes generators of clients take the member for required, and `null` for its type."""
    document = openapi_document(app)
    schemas = [schema for schema in everything(document) if "type" in schema]
    assert not [schema for schema in schemas if not isinstance(schema.get("default", {}), dict)]


def test_answers_may_grow_and_requests_may_not(app: Flask) -> None:
    schemas = openapi_document(app)["components"]["schemas"]
    closed = {name for name, schema in schemas.items() if schema.get("additionalProperties") is False}
    of_batches = {"PlanBatchRequest", "PlanBatchItem", "PlanDefaults"}
    of_rankings = {"RoleRankingRequest", "Preferences", "Weights"}
    assert closed == {"PlanRequest", "ComparisonRequest", "JobAdRequest", "JobAdInput"} | of_rankings | of_batches


def test_requirements_hold_requirements(app: Flask) -> None:
    requirement = openapi_document(app)["components"]["schemas"]["Requirement"]
    assert requirement["properties"]["any_of"]["items"] == {"$ref": "#/components/schemas/Requirement"}


def test_every_component_is_used(app: Flask) -> None:
    document = openapi_document(app)
    used = {str(found["$ref"]) for found in everything(document) if "$ref" in found}
    for kind, named in document["components"].items():
        assert {f"#/components/{kind}/{name}" for name in named} <= used
