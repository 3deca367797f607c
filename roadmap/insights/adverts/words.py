"""The words of an advert, and the forms in which spellings of one and the same word meet."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

WORD = re.compile(r"[^\W_]+(?:\+\+|#(?!\w))?")
"""Letters and digits, with the signs of C++, C# and F#."""

SPELLINGS = (
    (re.compile(r"is(?=(?:e|ed|er|es|ing|ation|ations)$)"), "iz"),
    (re.compile(r"our(?=s?$|al$)"), "or"),
    (re.compile(r"(?<=[aeiou])ll(?=(?:ed|ing|er)$)"), "l"),
    (re.compile(r"(?<=ys)[ie]$"), "i"),
    (re.compile(r"ogue$"), "og"),
    (re.compile(r"entre$"), "enter"),
)
"""British spellings and the American ones they are read as."""

ENDINGS = ("ing", "ed")
SHORTEST_PLURAL = 4
SHORTEST_STEM = 3
KEPT_WORDS = 50_000
"""How many words are kept with their forms, the least used given up first."""


class Word(NamedTuple):
    """One word at its place in a reading. `form` is the same for singular and plural, British and American; `stem` for
    a verb's forms too (`tuning`, `tune`, `tuned`). A tuple, as there are thousands in a long advert."""

    start: int
    end: int
    form: str
    stem: str


def words_of(plain: str) -> list[Word]:
    """The words of a text in lower case, in order. Cost: linear in the text."""
    spans = [found.span() for found in WORD.finditer(plain)]
    return [Word(start, end, *forms(plain[start:end])) for start, end in spans]


@lru_cache(KEPT_WORDS)
def forms(word: str) -> tuple[str, str]:
    """A word's form and stem.

    >>> forms("optimisations"), forms("tuned"), forms("libraries")
    (('optimization', 'optimization'), ('tuned', 'tun'), ('library', 'library'))
    """
    form = _singular(word)
    for pattern, american in SPELLINGS:
        form = pattern.sub(american, form)
    return form, _stem(form)


def _singular(word: str) -> str:
    if len(word) < SHORTEST_PLURAL or not word.endswith("s") or word.endswith("ss"):
        return word
    return f"{word[:-3]}y" if word.endswith("ies") and len(word) > SHORTEST_PLURAL else word[:-1]


def _stem(form: str) -> str:
    for ending in ENDINGS:
        if form.endswith(ending) and len(form) - len(ending) >= SHORTEST_STEM:
            stem = form.removesuffix(ending)
            return stem[:-1] if stem[-1] == stem[-2] and stem[-1] not in "sfz" else stem
    return form.removesuffix("e") if len(form) > SHORTEST_STEM else form
