"""Skills as people call them, for fronts where somebody types."""

from __future__ import annotations

from collections.abc import Iterable

from roadmap.domain.graph.compiled import CompiledGraph
from roadmap.domain.skill import LEVEL_NAMES
from roadmap.planning.suggestions import skill_called
from roadmap.services.library import GraphLibrary


def skill_ids(library: GraphLibrary, graph_id: str | None, words: Iterable[str]) -> tuple[str, ...]:
    """The ids that some words stand for, each once: an id for itself, a skill's name or alias for its id.

    A level may be behind it (`Linear algebra@2`). What is none of these stays as it is, to be refused by its name; so
    does everything where there is no such graph.
    """
    compiled = _graph(library, graph_id)
    return tuple(dict.fromkeys(words if compiled is None else (_skill_id(compiled, word) for word in words)))


def spoken(library: GraphLibrary, graph_id: str | None, reference: str) -> str:
    """What a unit or a skill is called: `Python, level 2 (working)`; itself if the graph does not have it."""
    compiled = _graph(library, graph_id)
    if compiled is None or reference not in compiled.named:
        return reference
    skill, _, level = reference.partition("@")
    name = compiled.skills[skill].name
    return f"{name}, level {level} ({LEVEL_NAMES[int(level)]})" if level else name


def skill_levels(library: GraphLibrary, graph_id: str | None, reference: str) -> int:
    """How many levels the skill of a unit or a skill has; 0 if the graph does not have it."""
    compiled = _graph(library, graph_id)
    if compiled is None or reference not in compiled.named:
        return 0
    return len(compiled.skills[reference.partition("@")[0]].levels)


def _graph(library: GraphLibrary, graph_id: str | None) -> CompiledGraph | None:
    graphs = (planner.compiled for planner in library.planners())
    return next((compiled for compiled in graphs if graph_id in (None, compiled.graph.id)), None)


def _skill_id(compiled: CompiledGraph, word: str) -> str:
    if word in compiled.named:
        return word
    name, _, level = word.partition("@")
    meant = skill_called(compiled, name) or name
    return f"{meant}@{level}" if level else meant
