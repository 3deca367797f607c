"""What someone may have meant by an id that a graph does not have: ids, names and aliases like it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from heapq import heapify, heappop

from rapidfuzz import fuzz, process

from roadmap.domain.graph.compiled import CompiledGraph
from roadmap.domain.graph.names import Names, names_of
from roadmap.domain.skill import unit_id

SUGGESTIONS = 3
SIMILARITY = 60
"""How alike (0 to 100, normalised indel similarity) a name must be to be suggested."""

KEPT_GRAPHS = 8
LONGEST = 100
"""Past this length nothing is compared: no id is as long, and the comparison is quadratic."""


def suggest_roles(compiled: CompiledGraph, name: str) -> tuple[str, ...]:
    """The ids of roles like a name, best first."""
    return closest(name, _role_names(compiled))


def suggest_skills(compiled: CompiledGraph, name: str) -> tuple[str, ...]:
    """The ids of skills like a name, best first."""
    return closest(name, compiled.names)


def suggest_units(compiled: CompiledGraph, name: str) -> tuple[str, ...]:
    """The ids of units, or of skills for a name without a level, like a name, best first.

    A level that a skill does not have is answered with the levels that it has.
    """
    skill, mark, level = name.partition("@")
    if not mark:
        return suggest_skills(compiled, name)
    if skill in compiled.skills:
        found = compiled.skills[skill]
        return tuple(found.unit(there) for there in found.levels)
    if level.isascii() and level.isdecimal() and len(level) == 1:
        like = (unit_id(close, int(level)) for close in suggest_skills(compiled, skill))
        return tuple(unit for unit in like if unit in compiled.number)
    return suggest_skills(compiled, skill)


def search_skills(compiled: CompiledGraph, query: str) -> list[str]:
    """The ids of the skills whose id, name or an alias holds a query, best first: the same, then a beginning, then a
    part.

    Where nothing holds it, those of the skills that are called something like it.
    """
    wanted = query.strip().lower()
    best: dict[str, tuple[int, int, str]] = {}
    for called, skill in compiled.names.holding(wanted):
        grade = 0 if called == wanted else 1 if called.startswith(wanted) else 2
        best[skill] = min(best.get(skill, (grade, len(called), called)), (grade, len(called), called))
    return sorted(best, key=lambda skill: (best[skill], skill)) or list(suggest_skills(compiled, wanted))


def skill_called(compiled: CompiledGraph, name: str) -> str | None:
    """The id of the skill that has this id, name or alias, whatever the case; None if none has."""
    return compiled.names.get(name.strip().lower())


def closest(name: str, names: Mapping[str, str]) -> tuple[str, ...]:
    """The ids of what is called something like a name, best first. `names` gives the id of everything called."""
    if len(name) > LONGEST:
        return ()
    found = process.extract(name.lower(), names.keys(), scorer=fuzz.ratio, limit=None, score_cutoff=SIMILARITY)
    ranked = [(-likeness, called) for called, likeness, _ in found]
    heapify(ranked)
    best: dict[str, None] = {}
    while ranked and len(best) < SUGGESTIONS:
        best[names[heappop(ranked)[1]]] = None
    return tuple(best)


@lru_cache(KEPT_GRAPHS)
def _role_names(compiled: CompiledGraph) -> Names:
    return names_of(compiled.roles.values())
