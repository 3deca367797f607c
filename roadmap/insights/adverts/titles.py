"""The roles that a title or a text names, by their names and aliases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from roadmap.domain.graph.compiled import CompiledGraph
from roadmap.domain.role import Role
from roadmap.insights.adverts.phrases import Phrases
from roadmap.insights.adverts.source import Source, read_source
from roadmap.insights.adverts.words import Word, words_of


class RoleNames:
    """The names of a graph's roles, as they are looked for in adverts."""

    def __init__(self, compiled: CompiledGraph) -> None:
        roles = list(compiled.roles.values())
        self._words = {role.id: frozenset(_words_of_names(role)) for role in roles}
        names = [(role.name, role) for role in roles]
        aliases = [(alias.text, role) for role in roles for alias in role.aliases if not alias.ambiguous]
        self._names: Phrases[Role] = Phrases((*names, *aliases))

    def title_role(self, title: str) -> Role | None:
        """The role that a title names: the longest name in it, of several as long the first."""
        source = read_source(title)
        found = list(self._names.find(source.plain, words_of(source.plain)))
        longest = max(found, key=lambda name: name.end - name.first, default=None)
        return None if longest is None else longest.meaning

    def speaks_for(self, title: str, role: Role, instead_of: Role) -> bool:
        """Whether a title says which kind of a role is meant, by a word of the other one's names: "Software Engineer,
        ML Platform" speaks for an ML platform engineer, as these are software engineers to begin with."""
        if instead_of.id not in (*role.background, role.specialism_of):
            return False
        own = self._words[role.id] - self._words[instead_of.id]
        return any(word.stem in own for word in words_of(read_source(title).plain))

    def in_text(self, source: Source, words: list[Word]) -> tuple[Counter[str], set[int]]:
        """How often a text names each role, and the words that do, which name no skill then."""
        found = list(self._names.find(source.plain, words))
        taken = {number for name in found for number in range(name.first, name.end)}
        return Counter(name.meaning.id for name in found), taken


def _words_of_names(role: Role) -> Iterator[str]:
    for name in (role.name, *(alias.text for alias in role.aliases)):
        yield from (word.stem for word in words_of(name.lower()))
