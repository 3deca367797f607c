"""The JSON Schemas of graph files are valid, and say what the reader takes."""

import json

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from roadmap.adapters.graph_files import read_graph
from roadmap.adapters.graph_files.yaml_text import read_yaml
from roadmap.adapters.shipped import schema_folder
from roadmap.domain.axis import AXIS_NAMES
from roadmap.domain.graph.document import canonical_json, from_document

SCHEMAS = {file.name: json.loads(file.read_text()) for file in sorted(schema_folder().glob("*.json"))}
REGISTRY = Registry().with_resources((name, Resource.from_contents(schema)) for name, schema in SCHEMAS.items())


def validator(name):
    return Draft202012Validator(SCHEMAS[name], registry=REGISTRY)


def test_there_is_a_schema_for_each_kind_of_file():
    assert set(SCHEMAS) == {"graph.schema.json", "skills.schema.json", "role.schema.json"}


@pytest.mark.parametrize("name", SCHEMAS)
def test_schemas_are_valid_2020_12(name):
    assert SCHEMAS[name]["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(SCHEMAS[name])


def test_the_axes_of_the_schema_are_those_of_the_rankings():
    assert SCHEMAS["graph.schema.json"]["$defs"]["axes"]["items"]["enum"] == list(AXIS_NAMES)


def test_the_canonical_document_is_accepted_and_reads_back(careers):
    graph = read_graph(careers)
    canonical = json.loads(canonical_json(graph))
    validator("graph.schema.json").validate(canonical)
    assert canonical_json(from_document(canonical)) == canonical_json(graph)


@pytest.mark.parametrize(("folder", "name"), [("skills", "skills.schema.json"), ("roles", "role.schema.json")])
def test_the_files_of_a_folder_are_accepted(careers, folder, name):
    files = sorted((careers / folder).iterdir())
    assert files
    for file in files:
        value, _ = read_yaml(file.read_text())
        validator(name).validate(value)
