"""Looking around in a graph: the graphs there are, their skills and their roles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from roadmap.domain.graph.compiled import CompiledGraph
from roadmap.domain.graph.model import Graph, Track
from roadmap.domain.requirement import Requirement, UnitRequirement
from roadmap.domain.role import Fact, Role
from roadmap.domain.skill import Alias, Resource, Skill, from_hours
from roadmap.errors import RoleNotFoundError, SkillNotFoundError, UnknownReference, UnknownReferenceError
from roadmap.planning import Planner
from roadmap.planning.suggestions import closest, search_skills, suggest_roles, suggest_skills
from roadmap.services.library import GraphLibrary


@dataclass(frozen=True, slots=True)
class GraphSummary:
    """A loaded graph in figures. `hours` is the sum over all units; `default` marks the one served unasked."""

    id: str
    name: str
    version: str
    licence: str
    summary: str
    digest: str
    default: bool
    tracks: tuple[Track, ...]
    skills: int
    units: int
    roles: int
    hours: float


@dataclass(frozen=True, slots=True)
class RequirementView:
    """A requirement as shown: a unit, or a choice of `count` among `any_of` (then `unit` is None)."""

    unit: str | None
    any_of: tuple[RequirementView, ...]
    count: int
    why: str


@dataclass(frozen=True, slots=True)
class SkillSummary:
    """A skill in a list. `levels` is how many it has, `hours` the work of all of them."""

    id: str
    name: str
    track: str
    summary: str
    aliases: tuple[Alias, ...]
    levels: int
    hours: float


@dataclass(frozen=True, slots=True)
class LevelView:
    """One level of a skill with what it builds on and the units that name it as a prerequisite or an option."""

    unit: str
    level: int
    outcome: str
    hours: float
    requires: tuple[RequirementView, ...]
    recommends: tuple[RequirementView, ...]
    needed_by: tuple[str, ...]
    resources: tuple[Resource, ...]


@dataclass(frozen=True, slots=True)
class SkillView:
    """A skill with everything about it. `axes` are what its hours count for."""

    id: str
    name: str
    track: str
    axes: tuple[str, ...]
    summary: str
    aliases: tuple[Alias, ...]
    levels: tuple[LevelView, ...]


@dataclass(frozen=True, slots=True)
class RoleSummary:
    """A role in a list. `hours` and `steps` are those of its plan from nothing, essentials alone."""

    id: str
    name: str
    summary: str
    aliases: tuple[Alias, ...]
    specialism_of: str | None
    background: tuple[str, ...]
    steps: int
    hours: float


@dataclass(frozen=True, slots=True)
class RoleView:
    """A role with everything about it."""

    id: str
    name: str
    summary: str
    aliases: tuple[Alias, ...]
    specialism_of: str | None
    background: tuple[str, ...]
    steps: int
    hours: float
    essential: tuple[RequirementView, ...]
    optional: tuple[RequirementView, ...]
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class SkillPage:
    """Part of a list of skills; `total` counts the whole list."""

    skills: tuple[SkillSummary, ...]
    total: int


def list_graphs(library: GraphLibrary) -> tuple[GraphSummary, ...]:
    """All loaded graphs, the default one first."""
    return tuple(
        _graph_summary(planner.compiled, default=position == 0) for position, planner in enumerate(library.planners())
    )


def show_graph(library: GraphLibrary, graph_id: str) -> GraphSummary:
    """One loaded graph; GraphNotFoundError if there is none of this id."""
    compiled = library.planner(graph_id).compiled
    return _graph_summary(compiled, default=compiled is library.planner().compiled)


def list_skills(
    library: GraphLibrary,
    graph_id: str | None = None,
    query: str = "",
    track: str = "",
    limit: int | None = None,
    offset: int = 0,
) -> SkillPage:
    """Skills by name, or the ones a query finds by id, name or alias, best first; of one track if it is given.

    UnknownReferenceError, with suggestions, for a track that the graph does not have.
    """
    compiled = library.planner(graph_id).compiled
    _check_track(compiled.graph, track)
    found = _found(compiled, query, track)
    end = None if limit is None else offset + limit
    return SkillPage(tuple(_skill_summary(compiled.skills[skill]) for skill in found[offset:end]), len(found))


def show_skill(library: GraphLibrary, graph_id: str | None, skill_id: str) -> SkillView:
    """One skill; SkillNotFoundError with suggestions."""
    compiled = library.planner(graph_id).compiled
    skill = compiled.skills.get(skill_id)
    if skill is None:
        raise SkillNotFoundError(skill_id, suggest_skills(compiled, skill_id))
    return SkillView(
        id=skill.id,
        name=skill.name,
        track=skill.track,
        axes=skill.axes,
        summary=skill.summary,
        aliases=skill.aliases,
        levels=tuple(_level(compiled, number) for number in compiled.units_of(skill)),
    )


def list_roles(library: GraphLibrary, graph_id: str | None = None) -> tuple[RoleSummary, ...]:
    """All roles by name."""
    planner = library.planner(graph_id)
    return tuple(_role_summary(planner, role) for role in sorted(planner.compiled.roles.values(), key=_by_name))


def show_role(library: GraphLibrary, graph_id: str | None, role_id: str) -> RoleView:
    """One role; RoleNotFoundError with suggestions."""
    planner = library.planner(graph_id)
    role = find_role(planner, role_id)
    summary = _role_summary(planner, role)
    return RoleView(
        id=role.id,
        name=role.name,
        summary=role.summary,
        aliases=role.aliases,
        specialism_of=role.specialism_of,
        background=role.background,
        steps=summary.steps,
        hours=summary.hours,
        essential=_requirements(role.essential),
        optional=_requirements(role.optional),
        facts=role.facts,
    )


def find_role(planner: Planner, role_id: str) -> Role:
    """A role of a planner's graph; RoleNotFoundError with suggestions."""
    role = planner.compiled.roles.get(role_id)
    if role is None:
        raise RoleNotFoundError(role_id, suggest_roles(planner.compiled, role_id))
    return role


def _check_track(graph: Graph, wanted: str) -> None:
    names = {track.id: track.id for track in graph.tracks}
    if wanted and wanted not in names:
        raise UnknownReferenceError([UnknownReference("track", wanted, "track", None, closest(wanted, names))])


def _found(compiled: CompiledGraph, query: str, track: str) -> Sequence[str]:
    listed = compiled.by_track.get(track, ()) if track else compiled.by_name
    if not query:
        return listed
    found = search_skills(compiled, query)
    return list(filter(set(listed).__contains__, found)) if track else found


def _by_name(role: Role) -> tuple[str, str]:
    return role.name.casefold(), role.id


def _graph_summary(compiled: CompiledGraph, default: bool) -> GraphSummary:
    graph = compiled.graph
    return GraphSummary(
        id=graph.id,
        name=graph.name,
        version=graph.version,
        licence=graph.licence,
        summary=graph.summary,
        digest=compiled.digest,
        default=default,
        tracks=graph.tracks,
        skills=len(graph.skills),
        units=len(compiled.units),
        roles=len(graph.roles),
        hours=from_hours(compiled.hours_in_all),
    )


def _skill_summary(skill: Skill) -> SkillSummary:
    return SkillSummary(
        id=skill.id,
        name=skill.name,
        track=skill.track,
        summary=skill.summary,
        aliases=skill.aliases,
        levels=len(skill.levels),
        hours=from_hours(sum(level.hours for level in skill.levels)),
    )


def _level(compiled: CompiledGraph, number: int) -> LevelView:
    unit = compiled.units[number]
    return LevelView(
        unit=unit.id,
        level=unit.level.number,
        outcome=unit.level.outcome,
        hours=from_hours(unit.level.hours),
        requires=_requirements(unit.level.requires),
        recommends=tuple(RequirementView(soft.unit, (), 1, soft.why) for soft in unit.level.recommends),
        needed_by=tuple(compiled.units[dependent].id for dependent in compiled.dependents[number]),
        resources=unit.level.resources,
    )


def _role_summary(planner: Planner, role: Role) -> RoleSummary:
    units = planner.units_of_role(role.id)
    return RoleSummary(
        id=role.id,
        name=role.name,
        summary=role.summary,
        aliases=role.aliases,
        specialism_of=role.specialism_of,
        background=role.background,
        steps=len(units),
        hours=from_hours(sum(planner.compiled.hours[number] for number in units)),
    )


def _requirements(requirements: Iterable[Requirement]) -> tuple[RequirementView, ...]:
    return tuple(map(_requirement, requirements))


def _requirement(requirement: Requirement) -> RequirementView:
    if isinstance(requirement, UnitRequirement):
        return RequirementView(requirement.unit, (), 1, requirement.why)
    return RequirementView(None, _requirements(requirement.options), requirement.count, requirement.why)
