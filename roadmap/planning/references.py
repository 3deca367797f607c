"""The ids of a request, looked up in a graph; whatever is not there is reported all at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import NamedTuple

from roadmap.domain.graph.compiled import CompiledGraph
from roadmap.domain.plan import PlanRequest
from roadmap.errors import UnknownReference, UnknownReferenceError
from roadmap.planning.suggestions import suggest_roles, suggest_units

UNITS = ("targets", "known", "prefer", "avoid")
"""The members of a request that name units and shape the plan."""

QUESTIONS = ("what_if", "why")
"""The members that name units to be told about."""

MOST_REPORTED = 50
"""How many unknown ids are reported at once: suggesting for each costs time that grows with the graph."""


class References(NamedTuple):
    """A request's ids, with numbers for units, sorted and without repetition.

    A skill stands for its highest level in `targets` and for all its levels elsewhere.
    """

    roles: tuple[str, ...]
    targets: tuple[int, ...]
    known: tuple[int, ...]
    from_roles: tuple[str, ...]
    prefer: tuple[int, ...]
    avoid: tuple[int, ...]


def look_up(compiled: CompiledGraph, request: PlanRequest, roles: Sequence[str] = ()) -> References:
    """Find everything a request names, and more `roles` to reach together with its own.

    UnknownReferenceError with all that the graph does not have, up to 50.
    """
    wanted = {*roles} if request.role is None else {request.role, *roles}
    asked_about = {*request.what_if, *request.why}
    try:
        references = References(
            roles=tuple(sorted(wanted)),
            targets=tuple(sorted({compiled.named[word][-1] for word in request.targets})),
            known=_units(compiled, request.known),
            from_roles=tuple(sorted(set(request.from_roles))),
            prefer=_units(compiled, request.prefer),
            avoid=_units(compiled, request.avoid),
        )
    except KeyError:
        references = None
    there = compiled.roles.keys() >= wanted.union(request.from_roles) and compiled.named.keys() >= asked_about
    if references is None or not there:
        missing = chain(_unknown_roles(compiled, request, roles), _unknown_units(compiled, request))
        raise UnknownReferenceError(list(islice(missing, MOST_REPORTED)))
    return references


def _units(compiled: CompiledGraph, words: Sequence[str]) -> tuple[int, ...]:
    """The units that some words stand for; KeyError if one stands for none."""
    return tuple(sorted({*chain.from_iterable(map(compiled.named.__getitem__, words))})) if words else ()


def _unknown_roles(compiled: CompiledGraph, request: PlanRequest, roles: Sequence[str]) -> Iterator[UnknownReference]:
    named = [("role", None, request.role)] if request.role is not None else []
    for member, position, name in (
        *named,
        *(("roles", n, name) for n, name in enumerate(roles)),
        *(("from_roles", n, name) for n, name in enumerate(request.from_roles)),
    ):
        if name not in compiled.roles:
            yield UnknownReference("role", name, member, position, suggest_roles(compiled, name))


def _unknown_units(compiled: CompiledGraph, request: PlanRequest) -> Iterator[UnknownReference]:
    for member in (*UNITS, *QUESTIONS):
        for position, name in enumerate(getattr(request, member)):
            if not compiled.find(name):
                kind = "unit" if "@" in name else "skill"
                yield UnknownReference(kind, name, member, position, suggest_units(compiled, name))
