"""A graph in figures: what it holds, how it hangs together, and what it takes to reach each of its roles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from roadmap.domain.graph.compiled import CompiledGraph
from roadmap.domain.requirement import Choice
from roadmap.domain.skill import from_hours
from roadmap.planning import Planner
from roadmap.planning.schedule import Pace, weeks_of
from roadmap.services.catalogue import GraphSummary, list_roles, show_graph
from roadmap.services.library import GraphLibrary

HOURS_PER_WEEK = 10
"""The pace at which the weeks of roles are counted."""


@dataclass(frozen=True, slots=True)
class TrackFigures:
    """One track: how many skills and units it has, and the hours of them all."""

    id: str
    name: str
    skills: int
    units: int
    hours: float


@dataclass(frozen=True, slots=True)
class RoleFigures:
    """One role from nothing, essentials alone. `weeks` are counted at `HOURS_PER_WEEK`."""

    id: str
    name: str
    steps: int
    hours: float
    weeks: int


@dataclass(frozen=True, slots=True)
class GraphStatistics:
    """A graph in figures.

    `prerequisites` counts the mandatory edges, between levels too, `options` the edges to options of choices,
    `recommendations` the soft ones; `choices` those of units and of roles. `longest_chain` is a path of
    prerequisites or options with the most units.
    """

    graph: GraphSummary
    tracks: tuple[TrackFigures, ...]
    roles: tuple[RoleFigures, ...]
    prerequisites: int
    options: int
    recommendations: int
    choices: int
    longest_chain: tuple[str, ...]


def graph_statistics(library: GraphLibrary, graph_id: str | None = None) -> GraphStatistics:
    """The figures of a graph; GraphNotFoundError if there is none of this id. Cost: linear in the graph, and a
    plan for each role."""
    planner = library.planner(graph_id)
    compiled = planner.compiled
    prerequisites = sum(map(len, compiled.prerequisites))
    return GraphStatistics(
        graph=show_graph(library, compiled.graph.id),
        tracks=tuple(_track_figures(compiled)),
        roles=tuple(_role_figures(library, planner)),
        prerequisites=prerequisites,
        options=sum(map(len, compiled.dependents)) - prerequisites,
        recommendations=sum(map(len, compiled.recommended)),
        choices=sum(map(len, compiled.choices)) + sum(_role_choices(compiled)),
        longest_chain=_longest_chain(compiled),
    )


def _track_figures(compiled: CompiledGraph) -> Iterator[TrackFigures]:
    for track in compiled.graph.tracks:
        skills = [compiled.skills[skill] for skill in compiled.by_track.get(track.id, ())]
        levels = [level for skill in skills for level in skill.levels]
        hours = from_hours(sum(level.hours for level in levels))
        yield TrackFigures(track.id, track.name, len(skills), len(levels), hours)


def _role_figures(library: GraphLibrary, planner: Planner) -> Iterator[RoleFigures]:
    for role in list_roles(library, planner.compiled.graph.id):
        total = sum(planner.compiled.hours[number] for number in planner.units_of_role(role.id))
        weeks = weeks_of(total, None, Pace(HOURS_PER_WEEK))
        yield RoleFigures(role.id, role.name, role.steps, role.hours, weeks)


def _role_choices(compiled: CompiledGraph) -> Iterator[int]:
    for role in compiled.graph.roles:
        yield sum(isinstance(requirement, Choice) for requirement in (*role.essential, *role.optional))


def _longest_chain(compiled: CompiledGraph) -> tuple[str, ...]:
    length, before = [1] * len(compiled.units), [-1] * len(compiled.units)
    for number, dependents in enumerate(compiled.dependents):
        for dependent in dependents:
            if length[number] >= length[dependent]:
                length[dependent], before[dependent] = length[number] + 1, number
    number = max(range(len(length)), key=length.__getitem__, default=-1)
    chain = []
    while number >= 0:
        chain.append(compiled.units[number].id)
        number = before[number]
    return tuple(reversed(chain))
