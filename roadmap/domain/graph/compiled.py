"""A graph compiled for planning: units numbered in canonical topological order, edges as tuples of numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from roadmap.domain.graph.document import digest
from roadmap.domain.graph.model import Graph, GraphVersion
from roadmap.domain.graph.names import Names, names_of
from roadmap.domain.graph.order import canonical_order
from roadmap.domain.requirement import Requirement, UnitRequirement
from roadmap.domain.role import Role
from roadmap.domain.skill import Level, Skill, UnitId, unit_id

LEVEL_REASON = "Each level of a skill builds on the one below."


@dataclass(frozen=True, slots=True)
class Unit:
    """One level of one skill, as a node of the compiled graph."""

    id: UnitId
    skill: Skill
    level: Level


@dataclass(frozen=True, slots=True)
class NumberedChoice:
    """A choice with its units as numbers. An option is a unit's number or another choice."""

    options: tuple[int | NumberedChoice, ...]
    count: int
    why: str


NumberedRequirement = int | NumberedChoice


@dataclass(frozen=True, slots=True, eq=False)
class CompiledGraph:
    """A graph with everything planning looks up, in sequences indexed by unit number.

    What holds them is not said: a graph read from text keeps tuples and dictionaries, one opened from a cache looks
    into the file and makes a unit or skill anew when it is asked for. So they are compared by id, never by identity.

    Numbers follow the canonical topological order (over prerequisites, options of choices and recommendations;
    ties by id), so a prerequisite always has a smaller number than its dependents. `prerequisites` are the
    mandatory direct ones, the level below included; `choices` what each unit requires a choice of; `recommended`
    the units recommended before it; `dependents` the units that name it, as a prerequisite or an option.
    `reasons` gives the why of each direct edge (prerequisite, dependent), `rank` each unit's place by id, `named`
    the units that each reference stands for. `hours_in_all` is the sum over all units; `names` is what skills are
    called; `by_name` has the ids of all skills by name, and `by_track` those of each track.
    """

    graph: Graph
    digest: str
    units: Sequence[Unit]
    number: Mapping[str, int]
    hours: Sequence[int]
    hours_in_all: int
    prerequisites: Sequence[tuple[int, ...]]
    choices: Sequence[tuple[NumberedChoice, ...]]
    recommended: Sequence[tuple[int, ...]]
    dependents: Sequence[tuple[int, ...]]
    reasons: Mapping[tuple[int, int], str]
    rank: Sequence[int]
    skills: Mapping[str, Skill]
    roles: Mapping[str, Role]
    named: Mapping[str, tuple[int, ...]]
    names: Names
    by_name: Sequence[str]
    by_track: Mapping[str, Sequence[str]]

    @property
    def version(self) -> GraphVersion:
        """Which graph it is, as answers tell."""
        return GraphVersion(self.graph.id, self.graph.version, self.digest)

    def find(self, reference: str) -> tuple[int, ...]:
        """The units a reference names: one unit, or all units of a skill; none if there is no such thing."""
        return self.named.get(reference, ())

    def numbered(self, requirement: Requirement) -> NumberedRequirement:
        """A requirement with numbers in the place of unit ids."""
        return _numbered(requirement, self.number)

    def units_of(self, skill: Skill) -> tuple[int, ...]:
        """The numbers of a skill's units, lowest level first."""
        return self.named[skill.id]


def compile_graph(graph: Graph) -> CompiledGraph:
    """Compile a graph free of defects, in time and memory linear in its units and edges (but for the sort)."""
    skills: dict[str, Skill] = {skill.id: skill for skill in graph.skills}
    by_id = sorted(_units(graph.skills), key=attrgetter("id"))
    order = canonical_order(_before(by_id))
    units = tuple(map(by_id.__getitem__, order))
    number: dict[str, int] = {unit.id: position for position, unit in enumerate(units)}
    by_name = sorted(graph.skills, key=lambda skill: (skill.name.casefold(), skill.id))
    return CompiledGraph(
        graph=graph,
        digest=digest(graph),
        units=units,
        number=number,
        hours=tuple(unit.level.hours for unit in units),
        hours_in_all=sum(unit.level.hours for unit in units),
        prerequisites=tuple(tuple(dict.fromkeys(_mandatory(unit, number))) for unit in units),
        choices=tuple(tuple(_choices(unit, number)) for unit in units),
        recommended=tuple(tuple(number[soft.unit] for soft in unit.level.recommends) for unit in units),
        dependents=_dependents(units, number),
        reasons=_reasons(units, number),
        rank=tuple(order),
        skills=skills,
        roles={role.id: role for role in graph.roles},
        named={
            **{unit: (position,) for unit, position in number.items()},
            **{skill.id: tuple(number[skill.unit(level)] for level in skill.levels) for skill in graph.skills},
        },
        names=names_of(graph.skills),
        by_name=tuple(skill.id for skill in by_name),
        by_track=_by_track(by_name),
    )


def direct_prerequisites(unit: Unit) -> Iterator[tuple[str, str]]:
    """Every unit that this one names as a prerequisite or an option, with the reason; the level below first."""
    if unit.level.number > 1:
        yield unit_id(unit.skill.id, unit.level.number - 1), LEVEL_REASON
    for requirement in unit.level.requires:
        yield from edges_of(requirement)


def edges_of(requirement: Requirement, why: str = "") -> Iterator[tuple[str, str]]:
    """Every unit that a requirement names, with the reason: its own, or else that of the choice around it."""
    if isinstance(requirement, UnitRequirement):
        yield requirement.unit, requirement.why or why
    else:
        for option in requirement.options:
            yield from edges_of(option, requirement.why or why)


def _units(skills: Iterable[Skill]) -> Iterator[Unit]:
    for skill in skills:
        yield from (Unit(skill.unit(level), skill, level) for level in skill.levels)


def _before(by_id: Sequence[Unit]) -> Iterator[set[int]]:
    """What each of some units must come after, as places among them."""
    rank: dict[str, int] = {unit.id: place for place, unit in enumerate(by_id)}
    for unit in by_id:
        before = {rank[other] for other, _ in direct_prerequisites(unit)}
        yield before.union(rank[soft.unit] for soft in unit.level.recommends)


def _by_track(skills: Iterable[Skill]) -> dict[str, tuple[str, ...]]:
    tracks: defaultdict[str, list[str]] = defaultdict(list)
    for skill in skills:
        tracks[skill.track].append(skill.id)
    return {track: tuple(ids) for track, ids in tracks.items()}


def _mandatory(unit: Unit, number: Mapping[str, int]) -> Iterator[int]:
    if unit.level.number > 1:
        yield number[unit_id(unit.skill.id, unit.level.number - 1)]
    for requirement in unit.level.requires:
        if isinstance(requirement, UnitRequirement):
            yield number[requirement.unit]


def _choices(unit: Unit, number: Mapping[str, int]) -> Iterator[NumberedChoice]:
    for requirement in unit.level.requires:
        numbered = _numbered(requirement, number)
        if isinstance(numbered, NumberedChoice):
            yield numbered


def _numbered(requirement: Requirement, number: Mapping[str, int]) -> NumberedRequirement:
    if isinstance(requirement, UnitRequirement):
        return number[requirement.unit]
    options = tuple(_numbered(option, number) for option in requirement.options)
    return NumberedChoice(options, requirement.count, requirement.why)


def _dependents(units: tuple[Unit, ...], number: Mapping[str, int]) -> tuple[tuple[int, ...], ...]:
    dependents: list[dict[int, None]] = [{} for _ in units]
    for position, unit in enumerate(units):
        for before, _ in direct_prerequisites(unit):
            dependents[number[before]][position] = None
    return tuple(map(tuple, dependents))


def _reasons(units: tuple[Unit, ...], number: Mapping[str, int]) -> dict[tuple[int, int], str]:
    reasons: dict[tuple[int, int], str] = {}
    for position, unit in enumerate(units):
        for before, why in direct_prerequisites(unit):
            reasons.setdefault((number[before], position), why)
    return reasons
