"""Hypothesis strategies for graphs small enough to try everything: nested choices, counts, levels, ties."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from roadmap.domain.plan import PlanRequest
from roadmap.planning.ordering import STRATEGIES
from tests.building.case import Case
from tests.building.documents import TRACKS, Document, any_of, document, level, levelled, role, unit

NAMES = ("b", "a-b", "a", "c", "d", "c-d", "e", "f", "g", "b-c")
"""Not in the order of the graph, and some that sort differently with a level behind them."""

HOURS = (1, 1, 2, 3, 2.5, 0.25)
"""Few and simple, so that there are ties in hours and in the number of units."""

strategies = st.sampled_from([strategy.name for strategy in STRATEGIES])


@st.composite
def documents(draw: st.DrawFn, *, units: int = 9, choices: bool = True) -> Document:
    """Graphs of a few units over a few skills, with a role and sometimes another."""
    names = draw(st.permutations(NAMES))
    skills: dict[str, list[Document]] = {}
    earlier: list[str] = []
    for _ in range(draw(st.integers(1, units))):
        growing = [name for name, levels in skills.items() if len(levels) < 3]
        name = draw(st.sampled_from([names[len(skills)], *growing]))
        levels = skills.setdefault(name, [])
        this = f"{name}@{len(levels) + 1}"
        needs = draw(requirement_lists(earlier, this, choices=choices)) if earlier else []
        soft = draw(st.lists(st.sampled_from(earlier), max_size=1)) if earlier else []
        levels.append(
            level(draw(st.sampled_from(HOURS)), requires=needs, recommends=[unit(name, "It helps.") for name in soft])
        )
        earlier.append(this)
    made = [levelled(name, *levels, track=draw(st.sampled_from(TRACKS))) for name, levels in skills.items()]
    return document(made, [draw(roles("goal", earlier, choices)), draw(roles("other", earlier, choices))])


@st.composite
def roles(draw: st.DrawFn, name: str, units: list[str], choices: bool) -> Document:
    """Roles with one requirement or more, and some optional ones."""
    essential = draw(requirement_lists(units, name, choices=choices, at_least=1))
    return role(name, *essential, optional=draw(requirement_lists(units, name, choices=choices)))


def requirement_lists(
    units: list[str], owner: str, *, choices: bool, at_least: int = 0
) -> st.SearchStrategy[list[Document]]:
    """A few requirements among the given units."""
    plain = st.sampled_from(units).map(lambda name: unit(name, f"{owner} builds on {name}."))
    kinds = st.one_of(plain, choices_among(units, owner, depth=2)) if choices else plain
    return st.lists(kinds, min_size=at_least, max_size=3, unique_by=repr)


@st.composite
def choices_among(draw: st.DrawFn, units: list[str], owner: str, depth: int) -> Document:
    """Choices, some of whose options are choices, some with a reason of their own."""
    named = draw(st.lists(st.sampled_from(units), min_size=1, max_size=3, unique=True))
    options: list[Any] = [draw(st.sampled_from([name, unit(name, f"{owner} may use {name}.")])) for name in named]
    if depth > 1 and draw(st.booleans()):
        options.insert(draw(st.integers(0, len(options))), draw(choices_among(units, owner, depth - 1)))
    return any_of(*options, count=draw(st.integers(1, len(options))), why=f"{owner} needs some of these.")


def units_of(made: Document) -> list[str]:
    """The ids of all units of a document."""
    return [f"{skill['id']}@{number}" for skill in made["skills"] for number in skill["levels"]]


@st.composite
def cases(draw: st.DrawFn, *, choices: bool = True, **fixed: Any) -> Case:
    """Requests on small graphs. `fixed` are members of the request that are not to be drawn."""
    made = draw(documents(choices=choices))
    some = st.lists(st.sampled_from(units_of(made)), max_size=3)
    drawn = {
        "role": "goal",
        "targets": tuple(draw(some)),
        "include_optional": draw(st.booleans()),
        "known": tuple(draw(some)),
        "assume_prerequisites": draw(st.booleans()),
        "strategy": draw(strategies),
    }
    return Case(made, PlanRequest(**{**drawn, **{name: _drawn(draw, some, value) for name, value in fixed.items()}}))


def _drawn(draw: st.DrawFn, some: st.SearchStrategy[list[str]], value: Any) -> Any:
    """A member's value as given, or some units where `SOME` is given."""
    return tuple(draw(some)) if value is SOME else value


SOME = object()
"""Stands for: some units of the graph, to be drawn."""


@st.composite
def with_more_known(draw: st.DrawFn, made: st.SearchStrategy[Case]) -> tuple[Case, Case]:
    """A case, and the same one with more known."""
    case = draw(made)
    more = draw(st.lists(st.sampled_from(units_of(case.document)), min_size=1, max_size=3))
    return case, case.but(known=(*case.request.known, *more))
