"""A skill graph as read: skills and roles with the names that tie them together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from roadmap.domain.role import Role
from roadmap.domain.skill import Skill


@dataclass(frozen=True, slots=True)
class Track:
    """A family of skills. `axes` are what the hours of its skills count for, unless a skill says otherwise."""

    id: str
    name: str
    axes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GraphVersion:
    """Which graph an answer was made on: its digest (SHA-256 of its canonical JSON) changes with its content."""

    id: str
    version: str
    digest: str


@dataclass(frozen=True, slots=True)
class Graph:
    """A skill graph. `version` is a calendar version (`2026.11`), `licence` an SPDX identifier."""

    id: str
    name: str
    version: str
    licence: str
    summary: str
    tracks: tuple[Track, ...]
    skills: Sequence[Skill]
    roles: tuple[Role, ...]
