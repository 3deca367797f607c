"""What the skills of a graph are called: names, aliases and ids, in lower case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from roadmap.domain.role import Role
from roadmap.domain.skill import Skill


class Names(Mapping[str, str]):
    """Everything skills are called, in lower case, with the id of the one that is meant."""

    def holding(self, part: str) -> Iterator[tuple[str, str]]:
        """Every name that a text is part of, with the id, in no particular order. Cost: linear in the names."""
        return ((called, owner) for called, owner in self.items() if part in called)


class NamesInMemory(dict[str, str], Names):
    """Names kept as a dictionary."""


def names_of(things: Iterable[Skill | Role]) -> NamesInMemory:
    """What some skills or roles are called. What two are called is the later one, and an id always its own."""
    return NamesInMemory(_names(tuple(things)))


def _names(things: tuple[Skill | Role, ...]) -> Iterator[tuple[str, str]]:
    for thing in things:
        yield from ((alias.text.lower(), thing.id) for alias in thing.aliases)
        yield thing.name.lower(), thing.id
    yield from ((thing.id, thing.id) for thing in things)
