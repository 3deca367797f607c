"""Graph documents in a few words, for tests that say which graph they are about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

Document = dict[str, Any]
Requirement = str | Document

TRACKS = ("mathematics", "software", "data")


def skill(name: str, hours: float = 10, *, track: str = "software", **members: Any) -> Document:
    """A skill of one level, written without `levels`. `members` are requires, recommends, resources, aliases, …"""
    return {"id": name, "name": name.title(), "track": track, "outcome": f"Use {name}.", "hours": hours, **members}


def levelled(name: str, *levels: Document, track: str = "software", **members: Any) -> Document:
    """A skill with the given levels, from 1 up."""
    numbered = {str(number): each for number, each in enumerate(levels, 1)}
    return {"id": name, "name": name.title(), "track": track, "levels": numbered, **members}


def level(hours: float = 10, **members: Any) -> Document:
    """A level of a skill."""
    return {"outcome": "Use it.", "hours": hours, **members}


def unit(name: str, why: str) -> Document:
    """A requirement of a unit with its reason."""
    return {"unit": name, "why": why}


def any_of(*options: Requirement, count: int = 1, why: str = "Either will do.") -> Document:
    """A choice among options."""
    return {"any_of": list(options), "count": count, "why": why}


def role(name: str, *essential: Requirement, optional: Sequence[Requirement] = (), **members: Any) -> Document:
    """A role with its essential requirements."""
    return {
        "id": name,
        "name": name.title(),
        "essential": list(essential),
        "optional": list(optional),
        **members,
    }


def document(skills: Sequence[Document], roles: Sequence[Document] = ()) -> Document:
    """A whole graph of skills and roles."""
    return {
        "id": "test-graph",
        "name": "Test graph",
        "version": "2026.11",
        "licence": "CC-BY-4.0",
        "tracks": [{"id": track, "name": track.title()} for track in TRACKS],
        "skills": list(skills),
        "roles": list(roles),
    }
