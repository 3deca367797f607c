"""Finding known phrases in the words of a text: longest first, from left to right, linear in the text.

A trie of words rather than of letters: what a phrase is made of may be hyphenated, joined, inflected, spelt the British
way or broken by the end of a line, and it never begins or ends within a word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from roadmap.insights.adverts.words import WORD, Word, forms

Meaning = TypeVar("Meaning")

JOINERS = frozenset(("", "-", "/", "&", "_", "'", "+"))
"""What may stand between the words of a phrase, besides white space."""

JOINERS_ALONE = frozenset((" ", "-", "."))
"""The same as the whole gap: a full stop with a blank ends a sentence."""

WIDEST_GAP = 12
SHORTEST_JOINED = 6
"""How long a phrase written as one word (`finetuning`) must be to be told from other words."""


SHORTEST_PART = 2
"""The letters of the shortest part of a phrase of one word that is written in two."""


@dataclass(frozen=True, slots=True)
class Found(Generic[Meaning]):
    """A phrase found: its first word and the one behind its last, by number, and what it means."""

    first: int
    end: int
    meaning: Meaning


@dataclass(slots=True)
class _Branch(Generic[Meaning]):
    """A node of the trie: what the words so far mean, if anything, and the words that may follow."""

    meaning: Meaning | None
    following: dict[str, _Branch[Meaning]]


class Phrases(Generic[Meaning]):
    """Phrases and what each means; of two that are the same in writing, the first one given is kept.

    Single words are compared in the singular, the words of longer phrases by their stems.
    """

    def __init__(self, phrases: Iterable[tuple[str, Meaning]]) -> None:
        self._singles: dict[str, Meaning] = {}
        self._longer: dict[str, _Branch[Meaning]] = {}
        for text, meaning in phrases:
            self._add(WORD.findall(text.lower()), meaning)
        self._beginnings = {
            single[:length]
            for single in self._singles
            for length in range(SHORTEST_PART, len(single) - SHORTEST_PART + 1)
        }

    def find(self, plain: str, words: Sequence[Word]) -> Iterator[Found[Meaning]]:
        """The phrases in the words of a text, none within another."""
        longer, singles, beginnings, end = self._longer, self._singles, self._beginnings, 0
        for number, word in enumerate(words):
            if number < end:
                continue
            found = None
            if word[3] in longer:
                found = self._longest(plain, words, number, longer[word[3]])
            if found is None and word[2] in singles:
                found = Found(number, number + 1, singles[word[2]])
            if found is None and word[2] in beginnings:
                found = self._parted(plain, words, number)
            if found is not None:
                yield found
                end = found.end

    def _add(self, words: list[str], meaning: Meaning) -> None:
        joined = "".join(words)
        if len(words) == 1 or len(joined) >= SHORTEST_JOINED:
            self._singles.setdefault(forms(joined)[0], meaning)
            self._singles.setdefault(joined, meaning)
        following, branch = self._longer, None
        for word in words if len(words) > 1 else ():
            branch = following.setdefault(forms(word)[1], _Branch(None, {}))
            following = branch.following
        if branch is not None and branch.meaning is None:
            branch.meaning = meaning

    def _longest(
        self, plain: str, words: Sequence[Word], first: int, branch: _Branch[Meaning]
    ) -> Found[Meaning] | None:
        found, number = None, first + 1
        while number < len(words) and is_joined(plain, words[number - 1], words[number]):
            following = branch.following.get(words[number].stem)
            if following is None:
                break
            branch, number = following, number + 1
            if branch.meaning is not None:
                found = Found(first, number, branch.meaning)
        return found

    def _parted(self, plain: str, words: Sequence[Word], first: int) -> Found[Meaning] | None:
        """A phrase of one word that is written in two: `No-SQL`, `type script`."""
        joined = "".join([word.form for word in words[first : first + 2]])
        meaning = self._singles.get(joined) if len(joined) >= SHORTEST_JOINED - 1 else None
        if meaning is None or first + 1 == len(words) or not is_joined(plain, words[first], words[first + 1]):
            return None
        return Found(first, first + 2, meaning)


def is_joined(plain: str, before: Word, after: Word) -> bool:
    """Whether two words that follow each other may belong to one phrase."""
    gap = plain[before.end : after.start]
    if gap in JOINERS_ALONE:
        return True
    return len(gap) <= WIDEST_GAP and gap.strip() in JOINERS and gap.count("\n") <= 1
