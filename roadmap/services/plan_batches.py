"""Plans for many learners: what one line asks, and the line that answers it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

import orjson

from roadmap.domain.plan import PlanRequest
from roadmap.errors import GraphNotFoundError, UnknownReference, UnknownReferenceError
from roadmap.exporters import json
from roadmap.planning import Planner
from roadmap.services.library import GraphLibrary
from roadmap.services.plans import plan_with_answers

Given = TypeVar("Given")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a line asks: on which graph (None: the default one), and for what; or the reason why it cannot be asked.
    `id` is the client's own name for the line, if it has one that can be read."""

    id: str | None
    graph: str | None
    request: PlanRequest | Exception


@dataclass(frozen=True, slots=True)
class Wire(Generic[Given]):
    """How a front reads and writes what is its own: a line as it is given, the links of a plan, and a problem as JSON.

    `read` raises nothing: what is wrong with a line is what it asks.
    """

    read: Callable[[Given], Asked]
    links: Callable[[str | None, PlanRequest], Mapping[str, str]]
    problem: Callable[[Exception], bytes]


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """The answer to one line: a JSON object and a line break; `solved` if it holds a plan, and no problem."""

    text: bytes
    solved: bool


def answer_lines(
    library: GraphLibrary, wire: Wire[Given], lines: Iterable[Given], first: int = 0
) -> Iterator[AnswerLine]:
    """One answer a line, in order, each made when it is asked for. All are from the same graphs.

    `index` counts from `first`. Whatever goes wrong with a line is told in its place, and nowhere else.
    """
    for index, given in enumerate(lines, first):
        yield _answer(library, wire, index, given)


def beginning(index: int) -> bytes:
    """What the answer with an index begins with."""
    return b'{"index":%d,' % index


HOLDS_PLAN = re.compile(rb'\{"index":\d+,(?:"id":"(?:[^"\\]|\\.)*",)?"plan":')


def holds_plan(line: bytes) -> bool:
    """Whether a whole answer holds a plan, and no problem."""
    return HOLDS_PLAN.match(line) is not None


def _answer(library: GraphLibrary, wire: Wire[Given], index: int, given: Given) -> AnswerLine:
    asked = wire.read(given)
    try:
        member, written = b'"plan":', _plan(library, wire, asked)
    except Exception as error:  # what nobody expected, too, is this line's affair
        member, written = b'"problem":', wire.problem(error)
    name = b"" if asked.id is None else b'"id":%b,' % orjson.dumps(asked.id)
    return AnswerLine(b"".join((beginning(index), name, member, written, b"}\n")), member == b'"plan":')


def _plan(library: GraphLibrary, wire: Wire[Given], asked: Asked) -> bytes:
    if isinstance(asked.request, Exception):
        raise asked.request
    plan = plan_with_answers(_planner(library, asked.graph), asked.request)
    return json.export(plan, wire.links(asked.graph, asked.request))


def _planner(library: GraphLibrary, graph_id: str | None) -> Planner:
    """A graph that is named in a request is one of its references."""
    try:
        return library.planner(graph_id)
    except GraphNotFoundError as error:
        raise UnknownReferenceError([UnknownReference("graph", error.name, "graph", None, error.suggestions)]) from None
