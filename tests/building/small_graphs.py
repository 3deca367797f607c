"""Hypothesis strategies for graphs small enough to try everything: nested choices, counts, levels, ties."""

from __future__ import annotations

from functools import cache
from operator import itemgetter
from typing import Any

from hypothesis import strategies as st

from roadmap.domain.plan import PlanRequest
from roadmap.planning.ordering import STRATEGIES
from tests.building.case import Case
from tests.building.documents import TRACKS, Document, Requirement, any_of, document, level, levelled, role, unit

NAMES = ("b", "a-b", "a", "c", "d", "c-d", "e", "f", "g", "b-c")
"""Not in the order of the graph, and some that sort differently with a level behind them."""

HOURS = (1, 1, 2, 3, 2.5, 0.25)
"""Few and simple, so that there are ties in hours and in the number of units."""

strategies = st.sampled_from([strategy.name for strategy in STRATEGIES])


Shape = int | tuple[list[tuple["Shape", bool]], int]
"""A requirement before anything has a name: a unit by its position; or a choice, of options that each have a reason of
their own or not, and their count. Strategies of shapes depend on so few things that each is made once, which is most
of what generating a graph would cost."""


@st.composite
def documents(draw: st.DrawFn, *, units: int = 9, choices: bool = True) -> Document:
    """Graphs of a few units over a few skills, with a role and sometimes another."""
    names = draw(_names)
    skills: dict[str, list[Document]] = {}
    earlier: list[str] = []
    for _ in range(draw(_number(1, units))):
        growing = [name for name, levels in skills.items() if len(levels) < 3]
        name = [names[len(skills)], *growing][draw(_number(0, len(growing)))]
        levels = skills.setdefault(name, [])
        this = f"{name}@{len(levels) + 1}"
        needs = draw_requirements(draw, earlier, this, choices=choices) if earlier else []
        soft = draw(some_of(len(earlier), most=1)) if earlier else []
        recommends = [unit(earlier[place], "It helps.") for place in soft]
        levels.append(level(draw(_hours), requires=needs, recommends=recommends))
        earlier.append(this)
    made = [levelled(name, *levels, track=draw(_tracks)) for name, levels in skills.items()]
    return document(made, [draw_role(draw, name, earlier, choices=choices) for name in ("goal", "other")])


def draw_role(draw: st.DrawFn, name: str, units: list[str], *, choices: bool) -> Document:
    """A role with one requirement or more, and some optional ones."""
    essential = draw_requirements(draw, units, name, choices=choices, at_least=1)
    return role(name, *essential, optional=draw_requirements(draw, units, name, choices=choices))


def draw_requirements(
    draw: st.DrawFn, units: list[str], owner: str, *, choices: bool, at_least: int = 0
) -> list[Document]:
    """A few requirements among the given units."""
    return [_written(shape, units, owner) for shape in draw(_requirements(len(units), choices, at_least))]


def _written(shape: Shape, units: list[str], owner: str) -> Document:
    if isinstance(shape, int):
        return unit(units[shape], f"{owner} builds on {units[shape]}.")
    options, count = shape
    return any_of(
        *[_option(option, units, owner, has_reason) for option, has_reason in options],
        count=count,
        why=f"{owner} needs some of these.",
    )


def _option(shape: Shape, units: list[str], owner: str, has_reason: bool) -> Requirement:
    if not isinstance(shape, int):
        return _written(shape, units, owner)
    return unit(units[shape], f"{owner} may use {units[shape]}.") if has_reason else units[shape]


_names = st.permutations(NAMES)
_hours, _tracks = st.sampled_from(HOURS), st.sampled_from(TRACKS)


@cache
def _number(least: int, most: int) -> st.SearchStrategy[int]:
    return st.integers(least, most)


@cache
def some_of(units: int, *, most: int = 3, least: int = 0) -> st.SearchStrategy[list[int]]:
    """Positions of some units of so many."""
    return st.lists(_number(0, units - 1), min_size=least, max_size=most)


@cache
def _requirements(units: int, choices: bool, at_least: int) -> st.SearchStrategy[list[Shape]]:
    plain = _number(0, units - 1)
    kinds = st.one_of(plain, _choices(units, depth=2)) if choices else plain
    return st.lists(kinds, min_size=at_least, max_size=3, unique_by=repr)


@cache
def _choices(units: int, depth: int) -> st.SearchStrategy[Shape]:
    """Choices, some of whose options are choices, some with a reason of their own."""
    option = st.tuples(_number(0, units - 1), st.booleans())
    named = st.lists(option, min_size=1, max_size=3, unique_by=itemgetter(0))
    return _choices_of(named, _choices(units, depth - 1) if depth > 1 else None)


@st.composite
def _choices_of(
    draw: st.DrawFn, named: st.SearchStrategy[list[tuple[Shape, bool]]], inner: st.SearchStrategy[Shape] | None
) -> Shape:
    options = draw(named)
    if inner is not None and draw(st.booleans()):
        options.insert(draw(_number(0, len(options))), (draw(inner), False))
    return options, draw(_number(1, len(options)))


def units_of(made: Document) -> list[str]:
    """The ids of all units of a document."""
    return [f"{skill['id']}@{number}" for skill in made["skills"] for number in skill["levels"]]


@st.composite
def cases(draw: st.DrawFn, *, choices: bool = True, **fixed: Any) -> Case:
    """Requests on small graphs. `fixed` are members of the request that are not to be drawn."""
    made = draw(documents(choices=choices))
    units = units_of(made)
    drawn = {
        "role": "goal",
        "targets": draw_some(draw, units),
        "include_optional": draw(st.booleans()),
        "known": draw_some(draw, units),
        "assume_prerequisites": draw(st.booleans()),
        "strategy": draw(strategies),
    }
    return Case(made, PlanRequest(**{**drawn, **_drawn(draw, units, fixed)}))


def draw_some(draw: st.DrawFn, names: list[str], *, least: int = 0) -> tuple[str, ...]:
    """Some of the names, of units for instance: three at most."""
    return tuple([names[place] for place in draw(some_of(len(names), least=least))])


def _drawn(draw: st.DrawFn, units: list[str], fixed: dict[str, Any]) -> dict[str, Any]:
    """Members as given, or some units where `SOME` is given."""
    return {name: draw_some(draw, units) if value is SOME else value for name, value in fixed.items()}


SOME = object()
"""Stands for: some units of the graph, to be drawn."""


@st.composite
def with_more_known(draw: st.DrawFn, made: st.SearchStrategy[Case]) -> tuple[Case, Case]:
    """A case, and the same one with more known."""
    case = draw(made)
    more = draw_some(draw, units_of(case.document), least=1)
    return case, case.but(known=(*case.request.known, *more))
