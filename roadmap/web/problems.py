"""The one table of problems: which exception is which type of problem, and how it is answered (RFC 9457)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import orjson
from flask import Flask, Response, current_app
from werkzeug.exceptions import (
    HTTPException,
    MethodNotAllowed,
    NotFound,
    RequestEntityTooLarge,
    UnsupportedMediaType,
)

from roadmap.errors import EndlessScheduleError, NotFoundError, UnknownReferenceError, UnreachableTargetsError
from roadmap.web import problem_types as types
from roadmap.web import problem_words as words
from roadmap.web.problem_types import ProblemType, Said
from roadmap.web.refusals import (
    FormatNotOfferedError,
    InvalidRequestError,
    LineTooLongError,
    MalformedRequestError,
    NoRoadmapError,
    NotAcceptableError,
    NotReadyError,
)
from roadmap.web.service import address

PROBLEM_JSON = "application/problem+json"


@dataclass(frozen=True, slots=True)
class Row:
    """One exception, the type of problem it is, and the words for a case of it (None: the type's example)."""

    exception: type[Exception]
    problem: ProblemType
    say: Callable[[Any], Said] | None = None


TABLE = (
    Row(MalformedRequestError, types.MALFORMED, words.malformed),
    Row(InvalidRequestError, types.INVALID, words.invalid),
    Row(NotFoundError, types.NOT_FOUND, words.not_found),
    Row(NoRoadmapError, types.NOT_FOUND, words.no_roadmap),
    Row(NotFound, types.NOT_FOUND, words.no_such_page),
    Row(MethodNotAllowed, types.METHOD, words.method),
    Row(NotAcceptableError, types.NOT_ACCEPTABLE, words.not_acceptable),
    Row(RequestEntityTooLarge, types.TOO_LARGE, words.too_large),
    Row(LineTooLongError, types.TOO_LARGE, words.line_too_long),
    Row(UnsupportedMediaType, types.MEDIA_TYPE, words.described),
    Row(UnknownReferenceError, types.UNKNOWN, words.unknown),
    Row(UnreachableTargetsError, types.UNREACHABLE, words.unreachable),
    Row(EndlessScheduleError, types.ENDLESS, words.endless),
    Row(FormatNotOfferedError, types.NOT_OFFERED, words.not_offered),
    Row(NotReadyError, types.NOT_READY),
    Row(HTTPException, types.HTTP, words.described),
    Row(Exception, types.INTERNAL),
)
"""From the special to the general: the first row whose exception it is says what an error is."""


def row_of(error: Exception) -> Row:
    """The row that says what an error is."""
    return next(row for row in TABLE if isinstance(error, row.exception))


def page_of(problem: ProblemType) -> str:
    """The absolute address of the page of a type of problem, which is what the type is called on the wire."""
    return address(f"/problems/{problem.name}")


def answer_problem(error: Exception) -> Response:
    """An error as a problem. One that nobody expected is logged, and its words are kept to the log."""
    if row_of(error).problem is types.INTERNAL:
        current_app.logger.error("A request failed", exc_info=error)
    body = problem_of(error, address(""))
    response = Response(orjson.dumps(body), body["status"], mimetype=PROBLEM_JSON)
    if isinstance(error, MethodNotAllowed):
        response.allow.update(error.valid_methods or ())
    return response


def problem_of(error: Exception, service: str) -> Said:
    """An error as the members of a problem, for the address of the service that its page is on."""
    row = row_of(error)
    said = dict(row.problem.said) if row.say is None else row.say(error)
    page = f"{service}/problems/{row.problem.name}"
    return {"type": page, "title": row.problem.title, "status": status_of(error, row.problem), **said}


def status_of(error: Exception, problem: ProblemType) -> int:
    """The status of a type of problem: its own, but for what has no type of its own in HTTP."""
    if problem is types.HTTP and isinstance(error, HTTPException) and error.code:
        return error.code
    return problem.status


def install_problems(app: Flask) -> None:
    """Answer every error with its problem."""
    app.register_error_handler(HTTPException, answer_problem)
    app.register_error_handler(Exception, answer_problem)
