"""Lists in an advert: which names stand next to each other in one, and what joins them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from roadmap.insights.adverts.english import FILLERS
from roadmap.insights.adverts.layout import Layout
from roadmap.insights.adverts.source import Source
from roadmap.insights.adverts.words import Word

SEPARATORS = frozenset(",/|+&;•\\")
OTHERWISE_EMPTY = frozenset(" \n()\"'*-")
"""What may stand around the separators of a list."""

OR, AND = "or", "and"

FARTHEST = 8
"""How many words there may be between two known items of one list."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two names next to each other in a list: whether "or", "and" or a slash stands before the second."""

    alternative: bool
    additional: bool
    slashed: bool


def link(source: Source, words: Sequence[Word], layout: Layout, end: int, first: int) -> Link | None:
    """How what ends before one word and what begins with another are listed together; None where they are not."""
    if first - end > FARTHEST or layout.sentences[end - 1] != layout.sentences[first]:
        return None
    seen = _Between()
    for number in range(end, first + 1):
        if not seen.take_gap(source.plain[words[number - 1].end : words[number].start]):
            return None
        if number < first and not seen.take_word(words[number].form, looks_like_name(source, words[number])):
            return None
    return seen.link()


def looks_like_name(source: Source, word: Word) -> bool:
    """Whether a word is written like a product's name: with a capital, a digit or a sign."""
    written = source.reading[word.start : word.end]
    return not written.islower() and not written.isdecimal()


class _Between:
    """What stands between two names, read from left to right."""

    def __init__(self) -> None:
        self.separated = self.alternative = self.additional = self.slashed = False
        self.open = self.bracketed = False

    def take_gap(self, gap: str) -> bool:
        """Read signs; False if they end every list."""
        signs = set(gap)
        self.bracketed = "(" in signs or (self.bracketed and ")" not in signs)
        if signs <= {" "} or self.bracketed:
            return True
        if signs - SEPARATORS - OTHERWISE_EMPTY:
            return False
        if signs & SEPARATORS:
            self.separated, self.open = True, False
            self.slashed = self.slashed or bool(signs & {"/", "|", "\\"})
            self.additional = self.additional or bool(signs & {"&", "+"})
        return True

    def take_word(self, form: str, is_name: bool) -> bool:
        """Read a word; False if it is no part of a list, nor said in brackets of an item."""
        if self.bracketed:
            return True
        if form in (OR, AND):
            self.alternative, self.additional = self.alternative or form == OR, self.additional or form == AND
            self.separated, self.open = True, False
            return True
        if form in FILLERS:
            return True
        if not is_name or not (self.separated or self.open):
            return False
        self.separated, self.open = False, True
        self.alternative = self.additional = self.slashed = False
        return True

    def link(self) -> Link | None:
        """The link, if the last name is set apart from what is before it."""
        if not self.separated:
            return None
        return Link(self.alternative, self.additional and not self.alternative, self.slashed)
