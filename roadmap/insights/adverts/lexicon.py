"""The names of a graph's skills, as they are looked for in adverts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from roadmap.domain.graph.compiled import CompiledGraph
from roadmap.domain.skill import Skill
from roadmap.insights.adverts.phrases import Phrases

SHORT = 3
"""A name of fewer letters is a word in some language, or an abbreviation of other things: it needs its context."""


@dataclass(frozen=True, slots=True)
class Name:
    """One name of a skill. `ambiguous` when it means other things too, so that only context can tell."""

    skill: Skill
    text: str
    ambiguous: bool

    @property
    def is_proper(self) -> bool:
        """Whether capitals set it apart from an everyday word: `Go`, not `dashboards`."""
        return not self.text.islower()


def skill_names(compiled: CompiledGraph) -> Phrases[Name]:
    """All names and aliases of the graph's skills. One that several skills have stands for the one named so first."""
    return Phrases((name.text, name) for name in _names(compiled))


def _names(compiled: CompiledGraph) -> Iterator[Name]:
    """Names first, then aliases, as what something is called outright weighs more; a name that is flagged as
    ambiguous among the aliases is so as a name too."""
    skills = list(compiled.skills.values())
    for skill in skills:
        flagged = any(alias.ambiguous and alias.text.casefold() == skill.name.casefold() for alias in skill.aliases)
        yield Name(skill, skill.name, flagged or len(skill.name) < SHORT)
    for skill in skills:
        for alias in skill.aliases:
            yield Name(skill, alias.text, alias.ambiguous or len(alias.text) < SHORT)
