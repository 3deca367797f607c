"""How an advert is laid out: lines and items, sentences and clauses, and the section that each line stands in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from roadmap.insights.adverts.english import ABBREVIATED, TURNS
from roadmap.insights.adverts.headings import announced
from roadmap.insights.adverts.sections import Section
from roadmap.insights.adverts.source import Source
from roadmap.insights.adverts.words import Word

BULLETS = frozenset("•*-#>|")
SENTENCE_ENDS = frozenset(".!?…")
CLAUSE_ENDS = frozenset(';:()[]{}|"')

WRAPPED = 40
"""A line at least so long, followed by a small letter, goes on in the next."""


class Break(IntEnum):
    """What ends between two words; what is more ends all that is less."""

    NONE = 0
    CLAUSE = 1
    SENTENCE = 2
    BLOCK = 3


@dataclass(frozen=True, slots=True, eq=False)
class Clause:
    """A stretch without a break: the sign or word that opens it, and the clause in which it is opened."""

    opening: str = ""
    outer: Clause | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """By number of word: the block and the sentence it is in, each counted over the whole text, and its clause (the
    same object for the same clause). By number of block: what it is for, and whether it is a heading itself."""

    blocks: list[int]
    sentences: list[int]
    clauses: list[Clause]
    sections: list[Section]
    headings: list[bool]


def lay_out(source: Source, words: Sequence[Word]) -> Layout:
    """The layout of a text. Cost: linear."""
    if not words:
        return Layout([], [], [], [], [])
    blocks, sentences, clauses = _parted(source, words)
    sections, headings = _sections(source, words, blocks)
    return Layout(blocks, sentences, clauses, sections, headings)


def _parted(source: Source, words: Sequence[Word]) -> tuple[list[int], list[int], list[Clause]]:
    blocks, sentences, clauses = [0], [0], [Clause()]
    block = sentence = line_start = 0
    clause = clauses[0]
    for before, word in pairwise(words):
        gap = source.plain[before.end : word.start]
        if gap != " ":
            ends = _ends(source, gap, before, word, line_start)
            block, sentence = block + (ends is Break.BLOCK), sentence + (ends >= Break.SENTENCE)
            clause = _next_clause(clause, gap, ends)
            line_start = word.start if "\n" in gap else line_start
        if word.form in TURNS:
            clause = Clause(word.form, clause)
        blocks.append(block)
        sentences.append(sentence)
        clauses.append(clause)
    return blocks, sentences, clauses


def _next_clause(clause: Clause, gap: str, ends: Break) -> Clause:
    """The clause behind a gap: behind a bracket that closes, the one that it was opened in."""
    if ends is Break.NONE:
        return clause
    if ends >= Break.SENTENCE:
        return Clause()
    if ")" in gap and clause.opening == "(" and clause.outer is not None:
        return clause.outer if not set(gap) & {"(", ";", ":"} else Clause(gap.strip()[-1:], clause.outer)
    return Clause(gap.strip()[-1:], clause)


def _ends(source: Source, gap: str, before: Word, word: Word, line_start: int) -> Break:
    """What ends in a gap."""
    signs = set(gap)
    if "•" in signs or ("\n" in signs and not _is_wrapped(source, gap, before, word, line_start)):
        return Break.BLOCK
    if signs & SENTENCE_ENDS and len(gap) > 1 and not (before.form in ABBREVIATED and gap.startswith(".")):
        return Break.SENTENCE
    return Break.CLAUSE if signs & CLAUSE_ENDS or " - " in gap else Break.NONE


def _is_wrapped(source: Source, gap: str, before: Word, word: Word, line_start: int) -> bool:
    return (
        gap.count("\n") == 1
        and not set(gap) & BULLETS
        and not set(gap) & SENTENCE_ENDS
        and source.reading[word.start].islower()
        and before.end - line_start >= WRAPPED
    )


def _sections(source: Source, words: Sequence[Word], blocks: Sequence[int]) -> tuple[list[Section], list[bool]]:
    sections: list[Section] = []
    headings: list[bool] = []
    current = Section.DEMANDS
    for first, end in _runs(blocks):
        own, is_heading = announced(source, words, first, end)
        if is_heading:
            current = own or Section.DEMANDS
        sections.append(own or current)
        headings.append(is_heading)
    return sections, headings


def _runs(blocks: Sequence[int]) -> Iterator[tuple[int, int]]:
    first = 0
    for number in range(1, len(blocks) + 1):
        if number == len(blocks) or blocks[number] != blocks[first]:
            yield first, number
            first = number
