"""Skills, their levels, and the units (one level of one skill) that plans are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

from roadmap.domain.requirement import Recommendation, Requirement

SkillId = NewType("SkillId", str)
UnitId = NewType("UnitId", str)
"""One level of one skill, written `linear-algebra@2`."""

Hours = NewType("Hours", int)
"""A length of work in hundredths of an hour: whole numbers, so that sums are exact in any order."""

HUNDREDTHS = 100

LEVEL_NAMES = ("", "foundation", "working", "advanced")
"""What the levels are called, by number."""


def unit_id(skill: str, level: int) -> UnitId:
    """The id of a level of a skill.

    >>> unit_id("linear-algebra", 2)
    'linear-algebra@2'
    """
    return UnitId(f"{skill}@{level}")


def to_hours(hours: float) -> Hours:
    """Hours as authors and learners write them, in hundredths."""
    return Hours(round(hours * HUNDREDTHS))


def from_hours(hours: int) -> float:
    """Hundredths as a number of hours to show: whole where it is whole.

    >>> from_hours(1250), from_hours(1200)
    (12.5, 12)
    """
    return hours // HUNDREDTHS if hours % HUNDREDTHS == 0 else hours / HUNDREDTHS


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name people and adverts use; `ambiguous` when it is an everyday word too (`go`, `r`)."""

    text: str
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class Resource:
    """Something to learn from. `kind` is book, course, docs, video, exercise or paper."""

    title: str
    url: str
    kind: str
    free: bool


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a skill: what one can do after it, the work it takes and what it builds on.

    `requires` leaves out the level below, which every level requires.
    """

    number: int
    outcome: str
    hours: Hours
    requires: tuple[Requirement, ...] = ()
    recommends: tuple[Recommendation, ...] = ()
    resources: tuple[Resource, ...] = ()


@dataclass(frozen=True, slots=True)
class Skill:
    """Something learnable, with one to three levels in ascending order.

    `axes` are what its hours count for: its own where it says so, its track's otherwise.
    """

    id: SkillId
    name: str
    track: str
    summary: str
    levels: tuple[Level, ...]
    aliases: tuple[Alias, ...] = ()
    axes: tuple[str, ...] = ()

    def unit(self, level: Level) -> UnitId:
        """The id of one of this skill's levels."""
        return unit_id(self.id, level.number)
