"""The finished contract as OpenAPI 3.1: JSON for the service, YAML for the repository."""

from __future__ import annotations

from typing import Any

import yaml
from flask import Flask

from roadmap.web.contract import build_contract, schema_descriptions

EXTENSION = "roadmap.openapi"
WIDTH = 110

UNUSED = "PaginationMetadata"
"""A component that flask-smorest adds whether it is needed or not."""

DOCUMENT = ("openapi", "info", "servers", "tags", "paths", "components")
INFO = ("title", "version", "description", "license")
OPERATION = ("operationId", "tags", "summary", "description", "parameters", "requestBody", "responses")
"""The orders in which people read; apispec's are those in which things were set."""


def install_contract(app: Flask) -> Any:
    """Set up the contract of an app; register the blueprints with what is returned."""
    api = build_contract(app)
    app.extensions[EXTENSION] = api
    return api


def openapi_document(app: Flask) -> dict[str, Any]:
    """The contract of an app, in an order that people read it in. Not to be changed: parts of it are shared."""
    api = app.extensions[EXTENSION]
    document: dict[str, Any] = api.spec.to_dict()
    components = {kind: dict(sorted(named.items())) for kind, named in document["components"].items()}
    components["schemas"].pop(UNUSED, None)
    described = schema_descriptions(api)
    schemas = {
        name: {"description": described.get(name, ""), **schema} for name, schema in components["schemas"].items()
    }
    paths = {path: _path(item) for path, item in document["paths"].items()}
    info = _ordered(document["info"], INFO)
    return _ordered(
        {**document, "info": info, "paths": paths, "components": {**components, "schemas": schemas}}, DOCUMENT
    )


def openapi_yaml(app: Flask) -> str:
    """The contract of an app as YAML; the same bytes on every Python."""
    return yaml.dump(openapi_document(app), Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=WIDTH)


def _ordered(mapping: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: mapping[name] for name in names if name in mapping}


def _path(item: dict[str, Any]) -> dict[str, Any]:
    """The operations of a path, each with all of its parameters, those in the path first."""
    shared = item.get("parameters", [])
    return {method: _operation(given, shared) for method, given in item.items() if method != "parameters"}


def _operation(given: dict[str, Any], shared: list[dict[str, Any]]) -> dict[str, Any]:
    parameters = [_parameter(parameter) for parameter in (*shared, *given.get("parameters", []))]
    responses = dict(sorted(given["responses"].items()))
    complete = {**given, "responses": responses, **({"parameters": parameters} if parameters else {})}
    return _ordered(complete, OPERATION)


def _parameter(given: dict[str, Any]) -> dict[str, Any]:
    """A parameter whose example stands beside its schema, where it is the example of the parameter."""
    schema = dict(given["schema"])
    examples = schema.pop("examples", [])
    return {**given, "schema": schema, **({"example": examples[0]} if examples else {})}


class _Dumper(yaml.SafeDumper):
    """Texts of several lines as blocks, and no aliases."""

    def ignore_aliases(self, data: Any) -> bool:
        """Write everything out, whatever was written before."""
        del data
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text)
