"""The pages for people, and the contract for programs: written on the server, complete without a script."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import orjson
from flask import Blueprint, Response, abort, current_app, render_template
from markupsafe import Markup, escape

from roadmap.web.answers import HTML, JSON
from roadmap.web.openapi import openapi_document
from roadmap.web.policy import protect
from roadmap.web.problem_types import BY_NAME, PROBLEM_TYPES
from roadmap.web.problems import page_of

reference = Blueprint("reference", __name__)

EXTENSION = "roadmap.reference"


@reference.get("/openapi.json")
def openapi_json() -> Response:
    """The contract."""
    return Response(_kept("json", lambda: orjson.dumps(openapi_document(current_app))), mimetype=JSON)


@reference.get("/docs")
def docs() -> Response:
    """The contract as a page."""
    return _page(_kept("docs", lambda: render_template("docs.html", **_contents()).encode()))


@reference.get("/problems")
def problems() -> Response:
    """All types of problems."""
    return _page(render_template("problems.html", problems=PROBLEM_TYPES))


@reference.get("/problems/<name>")
def problem(name: str) -> Response:
    """What a type of problem means, when it comes, and how to mend it."""
    kind = BY_NAME.get(name) or abort(404)
    return _page(render_template("problem.html", problem=kind, example=kind.example(page_of(kind))))


@reference.app_template_filter()
def prose(text: str) -> Markup:
    """A description as HTML: its paragraphs, and code between backticks."""
    paragraphs = (f"<p>{inline(paragraph)}</p>" for paragraph in text.strip().split("\n\n"))
    return Markup("\n").join(map(Markup, paragraphs))


@reference.app_template_filter()
def inline(text: str) -> Markup:
    """A sentence as HTML, with code between backticks."""
    pieces = text.split("`")
    marked = (Markup("<code>{}</code>").format(piece) if n % 2 else escape(piece) for n, piece in enumerate(pieces))
    return Markup("").join(marked)


@reference.app_template_filter()
def pretty(value: Any) -> str:
    """A value as JSON to read."""
    return orjson.dumps(value, option=orjson.OPT_INDENT_2).decode()


@reference.app_template_filter()
def anchor(reference_to: str) -> str:
    """The name at the end of a reference within the contract."""
    return reference_to.rpartition("/")[2]


def _contents() -> dict[str, Any]:
    document = openapi_document(current_app)
    operations = [
        {**operation, "method": method.upper(), "path": path}
        for path, item in document["paths"].items()
        for method, operation in item.items()
    ]
    by_tag = {tag["name"]: [one for one in operations if tag["name"] in one["tags"]] for tag in document["tags"]}
    return {"document": document, "by_tag": by_tag, "problems": PROBLEM_TYPES, "components": document["components"]}


def _kept(name: str, make: Callable[[], bytes]) -> bytes:
    """What does not change while the app runs: made when it is first asked for."""
    kept: dict[str, bytes] = current_app.extensions.setdefault(EXTENSION, {})
    if name not in kept:
        kept[name] = make()
    return kept[name]


def _page(html: bytes | str) -> Response:
    return protect(Response(html, mimetype=HTML))
