"""A compiled graph that stays in its file: everything is looked up there, and made when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

import orjson

from roadmap.adapters.graph_cache.columns import Column, Picked, Rows, Texts
from roadmap.adapters.graph_cache.container import Container
from roadmap.domain.graph.compiled import CompiledGraph, NumberedChoice, NumberedRequirement, Unit
from roadmap.domain.graph.document import from_document, skill_of
from roadmap.domain.graph.model import Track
from roadmap.domain.graph.names import Names
from roadmap.domain.skill import Skill

KEPT = 8192
"""How many skills, units and words looked up are kept at hand, the least used given up first."""


def unpack(file: Container) -> CompiledGraph:
    """The compiled graph in a file. Cost: that of its roles and tracks."""
    head: dict[str, Any] = orjson.loads(file.texts("head").raw(0))
    graph = from_document(head["graph"])
    roles = {role.id: role for role in graph.roles}
    ids, units_of = file.texts("ids"), file.rows("skills.units")
    skills = Skills(file, ids, graph.tracks)
    named = Named(ids, units_of)
    by_track = file.rows("by_track")
    units = Units(file, skills)
    return CompiledGraph(
        graph=replace(graph, skills=SkillsInOrder(skills), roles=tuple(roles[role] for role in head["roles"])),
        digest=head["digest"],
        units=units,
        number=Numbers(named, units),
        hours=file.numbers("hours"),
        hours_in_all=head["hours"],
        prerequisites=file.rows("prerequisites"),
        choices=Choices(file.texts("choices")),
        recommended=file.rows("recommended"),
        dependents=file.rows("dependents"),
        reasons=Reasons(file),
        rank=file.numbers("rank"),
        skills=skills,
        roles={role: roles[role] for role in head["roles"]},
        named=named,
        names=NamesInFile(file, ids),
        by_name=Picked(ids, file.numbers("by_name")),
        by_track={track: Picked(ids, by_track.view(n)) for n, track in enumerate(head["tracks"])},
    )


class Skills(Mapping[str, Skill]):
    """Skills by id, in the order of the graph."""

    def __init__(self, file: Container, ids: Texts, tracks: Sequence[Track]) -> None:
        self._ids, self._written = ids, file.texts("skills")
        self.order = file.numbers("order")
        self._axes = {track.id: track.axes for track in tracks}
        self.at = lru_cache(KEPT)(self._read)

    def __getitem__(self, skill: str) -> Skill:
        return self.at(self._ids.find(skill))

    def __iter__(self) -> Iterator[str]:
        return map(self._ids.at, self.order)

    def __len__(self) -> int:
        return len(self._ids)

    def _read(self, number: int) -> Skill:
        return skill_of(orjson.loads(self._written.raw(number)), self._axes)


class SkillsInOrder(Column[Skill]):
    """The skills in the order of the graph, by place."""

    def __init__(self, skills: Skills) -> None:
        self._skills = skills

    def __len__(self) -> int:
        return len(self._skills)

    def at(self, number: int) -> Skill:
        """A skill."""
        return self._skills.at(self._skills.order[number])


class Units(Column[Unit]):
    """Units by number."""

    def __init__(self, file: Container, skills: Skills) -> None:
        self._skills = skills
        self._skill, self._level = file.numbers("units.skill"), file.numbers("units.level")
        self._unit = lru_cache(KEPT)(self._make)

    def __len__(self) -> int:
        return len(self._skill)

    def at(self, number: int) -> Unit:
        """A unit."""
        return self._unit(number)

    def _make(self, number: int) -> Unit:
        skill = self._skills.at(self._skill[number])
        level = skill.levels[self._level[number]]
        return Unit(skill.unit(level), skill, level)


class Named(Mapping[str, tuple[int, ...]]):
    """The units that a unit's or a skill's id stands for."""

    def __init__(self, ids: Texts, units: Rows) -> None:
        self._ids, self._units = ids, units
        self._find = lru_cache(KEPT)(self._look_up)

    def __getitem__(self, reference: str) -> tuple[int, ...]:
        return self._find(reference)

    def __iter__(self) -> Iterator[str]:
        for skill, units in zip(self._ids, self._units, strict=True):
            yield skill
            yield from (f"{skill}@{level}" for level in range(1, len(units) + 1))

    def __len__(self) -> int:
        return len(self._ids) + self._units.values

    def _look_up(self, reference: str) -> tuple[int, ...]:
        skill, mark, level = reference.partition("@")
        units = self._units.at(self._ids.find(skill))
        if not mark:
            return units
        for number, unit in enumerate(units, start=1):
            if level == str(number):
                return (unit,)
        raise KeyError(reference)


class Numbers(Mapping[str, int]):
    """Units by id, in the order of the units."""

    def __init__(self, named: Named, units: Units) -> None:
        self._named, self._units = named, units

    def __getitem__(self, unit: str) -> int:
        if "@" not in unit:
            raise KeyError(unit)
        return self._named[unit][0]

    def __iter__(self) -> Iterator[str]:
        return (unit.id for unit in self._units)

    def __len__(self) -> int:
        return len(self._units)


class Choices(Column[tuple[NumberedChoice, ...]]):
    """What each unit requires a choice of."""

    def __init__(self, written: Texts) -> None:
        self._written = written

    def __len__(self) -> int:
        return len(self._written)

    def at(self, number: int) -> tuple[NumberedChoice, ...]:
        """The choices of a unit."""
        written = self._written.raw(number)
        return tuple(map(_choice, orjson.loads(written))) if written else ()


class Reasons(Mapping[tuple[int, int], str]):
    """The why of each edge, from a prerequisite or option to the unit that names it."""

    def __init__(self, file: Container) -> None:
        self._edges, self._why, self._texts = file.rows("edges"), file.numbers("edges.why"), file.texts("why")

    def __getitem__(self, edge: tuple[int, int]) -> str:
        before, after = edge
        return self._texts.at(self._why[self._edges.place(after, before)])

    def __iter__(self) -> Iterator[tuple[int, int]]:
        for after, edges in enumerate(self._edges):
            yield from ((before, after) for before in edges)

    def __len__(self) -> int:
        return len(self._why)


class NamesInFile(Names):
    """What skills are called, sorted."""

    def __init__(self, file: Container, ids: Texts) -> None:
        self._names, self._owners = file.texts("names"), Picked(ids, file.numbers("names.skill"))

    def __getitem__(self, called: str) -> str:
        return self._owners.at(self._names.find(called))

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def holding(self, part: str) -> Iterator[tuple[str, str]]:
        """Found among the bytes of all names, without making any that does not hold it."""
        return ((self._names.at(number), self._owners.at(number)) for number in self._names.holding(part))


def _choice(written: list[Any]) -> NumberedChoice:
    count, why, *options = written
    return NumberedChoice(tuple(map(_requirement, options)), count, why)


def _requirement(written: Any) -> NumberedRequirement:
    return written if isinstance(written, int) else _choice(written)
