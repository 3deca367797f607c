"""The contract being built: flask-smorest set up so that names, errors and enums come out the same everywhere."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from flask import Flask
from flask_smorest import Api
from marshmallow import fields
from webargs.fields import DelimitedFieldMixin

from roadmap import __version__
from roadmap.web import problem_types as types
from roadmap.web.operation import PROBLEMS
from roadmap.web.problem_types import PROBLEM_TYPES, ProblemType
from roadmap.web.problems import PROBLEM_JSON
from roadmap.web.schemas.fields import Word
from roadmap.web.schemas.plan_batches import PLAN_BATCH_LINE, PlanBatchLine
from roadmap.web.schemas.problems import Problem
from roadmap.web.schemas.vocabulary import VOCABULARIES

ABOUT = """\
Study plans from a graph of skills and their prerequisites. Name a role and what is known already, and get what is left
to learn, in an order in which nothing comes before its prerequisites, with hours, dates and reasons.

A request is read strictly: unknown members and parameters, repeated ones, numbers written as strings and the like are
refused with 400, and ids that do not exist with 422 and suggestions. Every error is `application/problem+json`
(RFC 9457), whose `type` is the address of a page that explains it.

Every answer to a GET has a strong ETag, and may be kept for five minutes before it is asked for again with
`If-None-Match`. An `Accept` header that leaves out everything an answer could be written in is answered with 406.
"""

MADE = {
    "PlanRequest": "What a plan is asked for: a role or targets, what is known, and how to study.",
    "PlanBatchItem": "What one plan is asked for, as in a request for it alone, and the client's own id for it.",
    "PlanDefaults": "Members of a request for a plan.",
    "JobAdRequest": "What is asked about one advert or several, and who it is asked for.",
    "JobAdReading": "What one advert says.",
    "JobAdAnswer": "What one advert says, with a plan for it where one is asked for; or what several say together.",
    "RoleRankingRequest": "Who is asking, and what matters to them.",
    "Preferences": "What one likes, by axis; what is left out is all the same.",
    "Weights": "What each term of the score counts for; what is left out weighs as usual.",
    "AxisShares": "A figure from 0 to 1 for each axis.",
    "AxisPreferences": "A preference for each axis.",
    "TermWeights": "A weight for each term of the score.",
    "ComparisonRequest": "What roles are compared for: which ones, what is known, and the pace of study.",
    "Links": "Addresses of the same plan, made of the request, so that it can be kept, shared and asked for again.",
}
"""Descriptions of the components that are made rather than written."""

EXAMPLE_HOST = "https://roadmap.example"


def build_contract(app: Flask) -> Any:
    """The flask-smorest Api of an app, with the components that operations refer to."""
    app.config.update(API_TITLE="Roadmap", API_VERSION=__version__, OPENAPI_VERSION="3.1.1")
    api = Api()
    api.ERROR_SCHEMA = Problem
    api.DEFAULT_ERROR_RESPONSE_NAME = None
    servers = [{"url": "/", "description": "This service."}]
    api.init_app(app, spec_kwargs={"info": _info(), "servers": servers})
    api.ma_plugin.converter.add_attribute_function(name_vocabulary)
    api.ma_plugin.converter.add_parameter_attribute_function(join_by_commas)
    for vocabulary in VOCABULARIES:
        api.spec.components.schema(
            vocabulary.name,
            {"type": "string", "enum": list(vocabulary.words), "description": vocabulary.description},
        )
    api.spec.components.schema(PLAN_BATCH_LINE, schema=PlanBatchLine)
    api.spec.components.header("ETag", _etag())
    api.spec.components.response("NotModified", {"description": "What `If-None-Match` names is still so."})
    for status, name in PROBLEMS.items():
        api.spec.components.response(name, _problems([kind for kind in PROBLEM_TYPES if kind.status == status]))
    return api


def schema_descriptions(api: Any) -> dict[str, str]:
    """What each component that comes from a schema is, in the words of the schema's docstring."""
    named = {name: key[0] for key, name in api.ma_plugin.converter.refs.items()}
    written = {name: " ".join((schema.__doc__ or "").split()) for name, schema in named.items()}
    return written | MADE


def name_vocabulary(converter: Any, field: fields.Field[Any], ret: dict[str, Any]) -> dict[str, Any]:
    """A word of a vocabulary as a reference to the vocabulary's component."""
    del converter
    if not isinstance(field, Word):
        return {}
    for repeated in ("type", "enum"):
        ret.pop(repeated, None)
    return {"$ref": f"#/components/schemas/{field.vocabulary.name}"}


def join_by_commas(converter: Any, field: fields.Field[Any], ret: dict[str, Any]) -> dict[str, Any]:
    """A list in the query as one parameter."""
    del converter, ret
    return {"style": "form", "explode": False} if isinstance(field, DelimitedFieldMixin) else {}


def _info() -> dict[str, Any]:
    return {
        "description": ABOUT,
        "license": {"name": "Apache License 2.0", "identifier": "Apache-2.0"},
    }


def _etag() -> dict[str, Any]:
    return {
        "description": "Strong: SHA-256 of the answer's bytes, and the name of the compression they are sent in.",
        "schema": {"type": "string"},
        "example": '"9b7c8f0f6a3e4f0d8d1a5d0e5ad3f7c2b1c1d7c0f3d2e1a0b9c8d7e6f5a4b3c2"',
    }


def _problems(kinds: Iterable[ProblemType]) -> dict[str, Any]:
    kinds = [kind for kind in kinds if kind is not types.HTTP]
    described = " ".join(f"`{kind.name}`: {kind.title[0].lower()}{kind.title[1:]}." for kind in kinds)
    examples = {
        kind.name: {"summary": kind.title, "value": kind.example(f"{EXAMPLE_HOST}/problems/{kind.name}")}
        for kind in kinds
    }
    return {"description": described, "content": {PROBLEM_JSON: {"schema": Problem, "examples": examples}}}
