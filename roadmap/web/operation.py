"""One operation of the contract: a view with its route, what it takes, what it answers, and what can go wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

import orjson
from flask import Response
from flask_smorest import Blueprint
from marshmallow import Schema

from roadmap.web.answers import NDJSON
from roadmap.web.arguments import StrictParser
from roadmap.web.examples import example_of
from roadmap.web.schemas.queries import Query

View = TypeVar("View", bound=Callable[..., Response])

PROBLEMS = {
    400: "BadRequest",
    404: "NotFound",
    406: "NotAcceptable",
    413: "ContentTooLarge",
    415: "UnsupportedMediaType",
    422: "UnprocessableContent",
    501: "NotImplemented",
    503: "ServiceUnavailable",
}
"""The components of the contract that hold the problems of each status."""

HEADERS = {"ETag": {"$ref": "#/components/headers/ETag"}}


def resource(name: str, description: str) -> Blueprint:
    """A blueprint for the operations on one resource, whose name is their tag."""
    blueprint = Blueprint(name, __name__, description=description)
    blueprint.ARGUMENTS_PARSER = StrictParser()
    return blueprint


def operation(  # noqa: PLR0913 - one argument for each thing that the contract says
    blueprint: Blueprint,
    rule: str,
    operation_id: str,
    answer: type[Schema] | str,
    *,
    problems: Sequence[int],
    query: type[Schema] | None = Query,
    body: type[Schema] | None = None,
    path: Mapping[str, tuple[str, str]] | None = None,
    media_types: Sequence[str] = (),
) -> Callable[[View], View]:
    """Declare a view; it takes the query and the body as read, in this order, and what is in its path by name.

    `query` None means that the query is not looked at. `problems` are statuses; `path` gives a description and an
    example for each variable of the rule; `media_types` what the answer can be written in besides JSON. Summary and
    description are the view's docstring, the examples those of the operation's file.

    `answer` as a reference is that of each line of an answer in lines of JSON, which is a text to the contract.
    """
    parameters = [_variable(name, *words) for name, words in (path or {}).items()]

    def declare(view: View) -> View:
        declared: Any = view
        if body is not None:
            given = example_of(operation_id).get("body")
            declared = blueprint.arguments(body, example=given)(declared)
        if query is not None:
            declared = blueprint.arguments(query, location="query")(declared)
        declared = blueprint.doc(operationId=operation_id, **_responses(body is None, media_types))(declared)
        for status in problems:
            declared = blueprint.alt_response(status, PROBLEMS[status])(declared)
        declared = blueprint.response(200, **_written(answer, example_of(operation_id)["answer"]))(declared)
        method = "GET" if body is None else "POST"
        blueprint.route(rule, methods=[method], parameters=parameters)(declared)
        return view

    return declare


def _variable(name: str, description: str, example: str) -> dict[str, Any]:
    return {"in": "path", "name": name, "description": description, "example": example}


def _responses(conditional: bool, media_types: Sequence[str]) -> dict[str, Any]:
    found: dict[str, Any] = {"content": {media_type: {"schema": _schema(media_type)} for media_type in media_types}}
    if not conditional:
        return {"responses": {200: found}}
    return {"responses": {200: {**found, "headers": HEADERS}, 304: {"$ref": "#/components/responses/NotModified"}}}


def _written(answer: type[Schema] | str, example: Any) -> dict[str, Any]:
    if not isinstance(answer, str):
        return {"schema": answer, "example": example}
    lines = {"type": "string", "contentMediaType": NDJSON, "contentSchema": {"$ref": answer}}
    text = "".join(f"{orjson.dumps(line).decode()}\n" for line in example)
    return {"schema": lines, "content_type": NDJSON, "example": text}


def _schema(media_type: str) -> dict[str, Any]:
    """What can be said of a format other than JSON: that it is an object, bytes, or text."""
    if media_type.endswith("+json"):
        return {"type": "object"}
    if media_type.startswith("image/") and not media_type.endswith("+xml"):
        return {"type": "string", "format": "binary"}
    return {"type": "string"}
