"""What an advert names like a technology and the graph does not have: what its authors may be missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from roadmap.insights.adverts.english import FILLERS, NO_TECHNOLOGY
from roadmap.insights.adverts.listing import looks_like_name
from roadmap.insights.adverts.mentions import Context, Mention
from roadmap.insights.adverts.sections import Section

COINED = re.compile(r"[a-z]+[A-Z]\w*|[A-Z][a-z]+[A-Z]\w*|[A-Za-z]+\d+[A-Za-z]*|[A-Z]{2,6}[a-z]?|\w+(?:\+\+|#)")
"""How no everyday word is written: PostGIS, dbt2, gRPC, COBOL."""


LONGEST = 3
"""The words of the longest term told."""


@dataclass(frozen=True, slots=True)
class UnknownTerm:
    """A term as first written, and its places in the reading: the start and the end of each."""

    text: str
    places: tuple[tuple[int, int], ...]


def unknown_terms(context: Context, mentions: Sequence[Mention]) -> list[UnknownTerm]:
    """The terms, in the order in which they are first named. Cost: linear in the words."""
    places: dict[str, list[tuple[int, int]]] = {}
    for first, end in _candidates(context, _taken(context, mentions)):
        start, stop = context.words[first].start, context.words[end - 1].end
        places.setdefault(context.source.plain[start:stop], []).append((start, stop))
    return [UnknownTerm(context.source.reading[slice(*found[0])], tuple(found)) for found in places.values()]


def _taken(context: Context, mentions: Sequence[Mention]) -> bytearray:
    """By word: 1 where a skill is named, 2 where something else may be."""
    taken = bytearray(len(context.words))
    for found in context.found:
        taken[found.first : found.end] = b"\2" * (found.end - found.first)
    for mention in mentions:
        taken[mention.first : mention.end] = b"\1" * (mention.end - mention.first)
    return taken


def _candidates(context: Context, taken: bytearray) -> Iterator[tuple[int, int]]:
    for number, end in _runs(context, taken):
        if _is_coined(context, number, end) or _is_listed(context, taken, number, end):
            yield number, end


def _runs(context: Context, taken: bytearray) -> Iterator[tuple[int, int]]:
    """The runs of words that may make a term, as the numbers of their first word and the one behind their last."""
    stop = 0
    for number, word in enumerate(context.words):
        if number < stop or taken[number] or context.source.reading[word.start : word.end].islower():
            continue
        end = number
        while end < len(taken) and end - number < LONGEST and _is_term_word(context, taken, number, end):
            end += 1
        if end > number:
            yield number, end
        stop = end


def _is_term_word(context: Context, taken: bytearray, first: int, number: int) -> bool:
    layout, word = context.layout, context.words[number]
    block = layout.blocks[number]
    if taken[number] or layout.headings[block] or layout.sections[block] is Section.ASIDE:
        return False
    if word.form in NO_TECHNOLOGY or word.form in FILLERS or not looks_like_name(context.source, word):
        return False
    if number > first:
        return context.source.plain[context.words[number - 1].end : word.start] in (" ", "-", ".")
    begins = number == 0 or layout.sentences[number - 1] != layout.sentences[number]
    return not begins or _is_coined(context, number, number + 1)


def _is_coined(context: Context, first: int, end: int) -> bool:
    written = (context.source.reading[word.start : word.end] for word in context.words[first:end])
    return any(COINED.fullmatch(word) for word in written)


def _is_listed(context: Context, taken: bytearray, first: int, end: int) -> bool:
    """Whether the term stands next to a skill in a list."""
    before, after = _skill_before(taken, first), _skill_after(taken, end)
    return (before is not None and context.link(before + 1, first) is not None) or (
        after is not None and context.link(end, after) is not None
    )


def _skill_before(taken: bytearray, first: int) -> int | None:
    found = taken.rfind(b"\1", max(0, first - 6), first)
    return None if found < 0 else found


def _skill_after(taken: bytearray, end: int) -> int | None:
    found = taken.find(b"\1", end, end + 6)
    return None if found < 0 else found
