"""Which lines of an advert are headings, and what they announce."""

from __future__ import annotations

from collections.abc import Sequence

from roadmap.insights.adverts.english import WITH_HEADINGS
from roadmap.insights.adverts.sections import Section, section_of
from roadmap.insights.adverts.source import Source
from roadmap.insights.adverts.words import Word

LONGEST = 9
LONGEST_BARE = 6
"""In words; a bare heading has no sign of being one but what it says."""

SHORTEST_CAPITALS = 5
"""A heading in capitals has more signs than most abbreviations."""

MARK = 8
"""The signs before the first word of a line that may mark it."""


def announced(source: Source, words: Sequence[Word], first: int, end: int) -> tuple[Section | None, bool]:
    """What a block says that it is for, and whether it is a heading and says so for the blocks behind it.

    A label at its start, such as `Nice to have:`, speaks for its own block alone.
    """
    if _may_be_heading(source, words, first, end):
        told, telling = section_of(source.plain, words[first:end])
        if _is_marked(source, words, first, end) or (
            told is not None and _says_nothing_else(words[first:end], telling)
        ):
            return told, True
    label = _label_end(source, words, first, end)
    return (None if label is None else section_of(source.plain, words[first:label])[0]), False


def _may_be_heading(source: Source, words: Sequence[Word], first: int, end: int) -> bool:
    """Short, with something behind it, and neither a list nor a sentence."""
    if end - first > LONGEST or end == len(words):
        return False
    within = source.plain[words[first].start : words[end - 1].end]
    return "," not in within and ":" not in within and "." not in _rest_of_line(source, words, end)


def _is_marked(source: Source, words: Sequence[Word], first: int, end: int) -> bool:
    """Whether a line is written as headings are: with a colon behind it, in capitals, or marked as in Markdown."""
    start = words[first].start
    begins = source.plain[max(0, start - MARK) : start].rpartition("\n")[2].strip()
    if ":" in _rest_of_line(source, words, end) or begins.startswith(("#", "**", "__", "==")):
        return True
    written = source.reading[start : words[end - 1].end]
    return written.isupper() and len(written) >= SHORTEST_CAPITALS and not _is_item(begins)


def _says_nothing_else(words: Sequence[Word], telling: int) -> bool:
    others = sum(word.form in WITH_HEADINGS for word in words)
    return len(words) <= LONGEST_BARE and telling + others >= len(words)


def _is_item(begins: str) -> bool:
    return bool(set(begins) & {"•", "*", "-"})


def _rest_of_line(source: Source, words: Sequence[Word], end: int) -> str:
    return source.plain[words[end - 1].end : words[end].start].split("\n", 1)[0]


def _label_end(source: Source, words: Sequence[Word], first: int, end: int) -> int | None:
    for number in range(first, min(end - 1, first + LONGEST_BARE)):
        gap = source.plain[words[number].end : words[number + 1].start]
        if ":" in gap or "." in gap:
            return number + 1 if ":" in gap else None
    return None
