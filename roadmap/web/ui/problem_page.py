"""What goes wrong on a page, as part of it or as a page of its own: in the words that the API has for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import urlencode

from flask import Response, request
from werkzeug.exceptions import NotFound

from roadmap.errors import ImpossibleRequestError, UnknownReference, UnknownReferenceError
from roadmap.web.answers import HTML
from roadmap.web.arguments import read_query
from roadmap.web.problems import answer_problem, row_of, status_of
from roadmap.web.refusals import InvalidRequestError
from roadmap.web.ui.form import LISTS, asked
from roadmap.web.ui.site import page

Made = TypeVar("Made")

API = "/v1/"


@dataclass(frozen=True, slots=True)
class Correction:
    """What may have been meant in the place of something unknown, and the address that asks for it."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong, in words, and ways to put it right."""

    detail: str
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why there is no answer: the type of problem, and what is wrong."""

    status: int
    name: str
    title: str
    faults: tuple[Fault, ...]


def attempt(make: Callable[[], Made]) -> tuple[Made | None, Trouble | None]:
    """What is made, or why it cannot be: what was asked is against the rules, or has no answer."""
    try:
        return make(), None
    except (InvalidRequestError, ImpossibleRequestError) as error:
        return None, trouble_of(error)


def trouble_of(error: Exception) -> Trouble:
    """An error as it is told on a page."""
    problem = row_of(error).problem
    return Trouble(status_of(error, problem), problem.name, problem.title, tuple(_faults(error)))


def show_problem(error: Exception) -> Response:
    """The page of a request that failed; it is answered, and logged, as everywhere, and then told to a person."""
    answer = answer_problem(error)
    return page("problem.html", answer.status_code, trouble=trouble_of(error))


def no_such_page(error: NotFound) -> Response:
    """Not found: a page for who reads pages, the problem for everybody else and everywhere in the API."""
    reads_pages = request.accept_mimetypes.quality(HTML) > 0 and HTML in request.headers.get("Accept", "")
    if not reads_pages or request.path.startswith(API):
        return answer_problem(error)
    return show_problem(error)


def _faults(error: Exception) -> Iterator[Fault]:
    if isinstance(error, UnknownReferenceError):
        for reference in error.references:
            yield Fault(str(reference), tuple(_corrections(reference)))
        return
    row = row_of(error)
    said = row.problem.said if row.say is None else row.say(error)
    if isinstance(error, InvalidRequestError):
        for place in said["errors"]:
            name = place.get("parameter", "").replace("_", " ")
            yield Fault(f"{name.capitalize()}: {place['detail']}" if name else place["detail"])
        return
    yield Fault(said["detail"])


def _corrections(reference: UnknownReference) -> Iterator[Correction]:
    """Ways to ask again by a link; none where the request was not one."""
    if request.method != "GET":
        return
    fields = read_query(request.query_string, LISTS)
    for meant in reference.suggestions:
        members = asked(fields, fields.keys())
        before = members.get(reference.member)
        after = [meant if word == reference.name else word for word in before] if isinstance(before, list) else meant
        words = {**fields, reference.member: ",".join(after) if isinstance(after, list) else after}
        yield Correction(meant, f"{request.path}?{urlencode(words, safe=',@')}")
