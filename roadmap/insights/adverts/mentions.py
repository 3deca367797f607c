"""Where an advert names skills, with ambiguous words taken for skills only where their context says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from roadmap.insights.adverts.english import KNOWING, NAMED_AFTER, VERBAL
from roadmap.insights.adverts.layout import Layout
from roadmap.insights.adverts.lexicon import Name
from roadmap.insights.adverts.listing import Link, link
from roadmap.insights.adverts.phrases import Found
from roadmap.insights.adverts.source import Source
from roadmap.insights.adverts.words import Word

SHORTEST_SHOUT = 3
"""A word in capitals with fewer letters may be an abbreviation."""

NEARBY = 3


UNCLEAN = frozenset("-&'+_$€£")
"""Signs next to a single letter that make it a part of something else: R&D, C-level, I'm."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A skill named in an advert: the words that name it, by number, and how."""

    first: int
    end: int
    name: Name


class Context:
    """An advert's words and layout, and the names found in it, to tell which of them are meant."""

    def __init__(self, source: Source, words: Sequence[Word], layout: Layout, found: Sequence[Found[Name]]) -> None:
        self.source = source
        self.words = words
        self.layout = layout
        self.found = found
        self._links: dict[tuple[int, int], Link | None] = {}
        self._in_names = {number for one in found for number in range(one.first, one.end)}

    def mentions(self) -> list[Mention]:
        """The names that mean a skill, in order."""
        meant = [not found.meaning.ambiguous for found in self.found]
        linked = [self.link(before.end, after.first) is not None for before, after in pairwise(self.found)]
        for number, found in enumerate(self.found):
            meant[number] = meant[number] or self._is_meant(found)
        _spread(meant, linked)
        _spread_back(meant, linked)
        return [
            Mention(found.first, found.end, found.meaning)
            for found, is_meant in zip(self.found, meant, strict=True)
            if is_meant and self._stands_alone(found) and not self._is_another_word(found)
        ]

    def between(self, end: int, first: int) -> str:
        """What stands between what ends before one word and what begins with another, or the same one."""
        return self.source.plain[self.words[end - 1].end : self.words[first].start]

    def link(self, end: int, first: int) -> Link | None:
        """How what ends before one word and what begins with another are listed together; None where they are not."""
        place = end, first
        if place not in self._links:
            self._links[place] = link(self.source, self.words, self.layout, end, first)
        return self._links[place]

    def _is_meant(self, found: Found[Name]) -> bool:
        if found.meaning.is_proper:
            return self._is_written_as_name(found) and self._is_named(found)
        return self._is_spoken_of(found)

    def _is_written_as_name(self, found: Found[Name]) -> bool:
        return self._written(found) in (found.meaning.text, f"{found.meaning.text}s")

    def _written(self, found: Found[Name]) -> str:
        return self.source.reading[self.words[found.first].start : self.words[found.end - 1].end]

    def _is_named(self, found: Found[Name]) -> bool:
        """A capital speaks for a name, but where every word has one or a sentence begins, where more is needed."""
        after = self._form(found.end)
        if after in NAMED_AFTER or self._is_all_of_its_block(found):
            return True
        if self._is_part_of_another_name(found):
            return False
        verbal = after in VERBAL and self._follows_directly(found)
        if self._is_capital_anyway(found):
            return self._gap_after(found)[:1] in ("(", ":", ",") and not verbal
        return not verbal or self._known_before(found)

    def _is_part_of_another_name(self, found: Found[Name]) -> bool:
        """Whether it belongs with a word that has a capital and is no skill: Rust Belt, Ray Villanueva, Series C."""
        if self._is_capital_anyway(found):
            return False
        is_letter = len(found.meaning.text) == 1
        return self._touches_capital(found.end - 1) or (is_letter and self._touches_capital(found.first - 1))

    def _touches_capital(self, number: int) -> bool:
        """Whether of a word and the next, with a blank between, the one that is not a letter alone has a capital."""
        if number + 1 >= len(self.words):
            return False
        before, after = self.words[number], self.words[number + 1]
        other = before if after.end - after.start == 1 else after
        return self.source.plain[before.end : after.start] == " " and self.source.reading[other.start].isupper()

    def _is_another_word(self, found: Found[Name]) -> bool:
        """An ambiguous name in small letters, though others are not, or in another form than its own."""
        if not found.meaning.ambiguous or self._is_written_as_name(found):
            return False
        if found.meaning.is_proper:
            verbal = self._form(found.end) in VERBAL and self._follows_directly(found)
            return verbal or not self.is_all_small
        return self._written(found).lower() not in (found.meaning.text, f"{found.meaning.text}s")

    @cached_property
    def is_all_small(self) -> bool:
        """Whether the advert writes names that have capitals in small letters, as a chat does."""
        proper = [
            self._written(found) for found in self.found if found.meaning.is_proper and not found.meaning.ambiguous
        ]
        return 2 * sum(map(str.islower, proper)) > len(proper)

    def _is_spoken_of(self, found: Found[Name]) -> bool:
        """An everyday word counts where it is spoken of as something known or used."""
        return self._known_before(found) or self._form(found.end) in NAMED_AFTER

    def _known_before(self, found: Found[Name]) -> bool:
        clause = self.layout.clauses
        nearby = range(max(0, found.first - NEARBY), found.first)
        return any(self.words[n].form in KNOWING for n in nearby if clause[n] is clause[found.first])

    def _is_capital_anyway(self, found: Found[Name]) -> bool:
        sentence = self.layout.sentences
        if found.first == 0 or sentence[found.first - 1] != sentence[found.first]:
            return True
        around = range(max(0, found.first - NEARBY), min(len(self.words), found.end + NEARBY))
        others = [self.words[n] for n in around if n not in self._in_names and sentence[n] == sentence[found.first]]
        telling = [word for word in others if word.end - word.start >= SHORTEST_SHOUT]
        return bool(telling) and all(self.source.reading[word.start].isupper() for word in telling)

    def _is_all_of_its_block(self, found: Found[Name]) -> bool:
        block = self.layout.blocks
        before = found.first == 0 or block[found.first - 1] != block[found.first]
        return before and (found.end == len(block) or block[found.end] != block[found.first])

    def _follows_directly(self, found: Found[Name]) -> bool:
        return self._gap_after(found) in ("", "-")

    def _gap_after(self, found: Found[Name]) -> str:
        end = self.words[found.end].start if found.end < len(self.words) else None
        return self.source.plain[self.words[found.end - 1].end : end].strip(" ")

    def _form(self, number: int) -> str:
        return self.words[number].form if number < len(self.words) else ""

    def _stands_alone(self, found: Found[Name]) -> bool:
        """Not a single letter that is part of something else."""
        start, end = self.words[found.first].start, self.words[found.end - 1].end
        if end - start > 1:
            return True
        return not {self.source.plain[start - 1 : start], self.source.plain[end : end + 1]} & UNCLEAN


def _spread(meant: list[bool], linked: Sequence[bool]) -> None:
    """What stands in a list behind something meant is meant too."""
    for number, is_linked in enumerate(linked):
        meant[number + 1] = meant[number + 1] or (is_linked and meant[number])


def _spread_back(meant: list[bool], linked: Sequence[bool]) -> None:
    for number in range(len(linked) - 1, -1, -1):
        meant[number] = meant[number] or (linked[number] and meant[number + 1])
