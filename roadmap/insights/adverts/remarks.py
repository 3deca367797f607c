"""What an advert says of the skills it mentions: demanded or wished for, denied, and how well they must be known.

Sentence by sentence, each cue in the reach that its sense has. Linear in the mentions and cues, whatever the text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from roadmap.insights.adverts.cues import CUES, Sense
from roadmap.insights.adverts.english import NUMBERS, RESUMING
from roadmap.insights.adverts.layout import Clause
from roadmap.insights.adverts.mentions import Context, Mention
from roadmap.insights.adverts.sections import Section

YEARS = frozenset(("year", "yr", "yrs"))
BEFORE_YEARS = 3
"""How many words before "years" may hold their number: "3-5 years", "five or more years"."""

ADVANCED_FROM, WORKING_FROM = 5, 2
"""The years from which experience is read as level 3 and as level 2."""

MOST_YEARS = 20
"""More than that is the age of the firm."""

REACH_OF_NO = 8
"""How many words a "no" reaches to the first skill that it denies."""

MOST_BETWEEN = 3
"""How many words may stand between what is denied and what is denied with it."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What is said of a skill where it is mentioned: `level` as far as the words say it; `declined` when they say that
    it is not asked for."""

    mention: Mention
    level: int | None
    wished: bool
    declined: bool


@dataclass(frozen=True, slots=True)
class PlacedCue:
    """A cue in an advert: its first word and the one behind its last, by number, its sense, and a LEVEL's level."""

    first: int
    end: int
    sense: Sense
    level: int = 0


def remarks_of(context: Context, mentions: Sequence[Mention]) -> list[Remark]:
    """A remark for each mention outside headings and what the employer says of itself, in order."""
    sentences, blocks = context.layout.sentences, context.layout.blocks
    cues: dict[int, list[PlacedCue]] = {}
    for cue in _cues(context):
        cues.setdefault(sentences[cue.first], []).append(cue)
    remarks: list[Remark] = []
    for sentence, group in groupby(mentions, key=lambda mention: sentences[mention.first]):
        told = list(group)
        block = blocks[told[0].first]
        section = context.layout.sections[block]
        if section not in (Section.ASIDE, Section.UNASKED) and not context.layout.headings[block]:
            remarks += _Sentence(context, told, cues.get(sentence, [])).remarks(section)
    return remarks


def _cues(context: Context) -> Iterator[PlacedCue]:
    for found in CUES.find(context.source.plain, context.words):
        for cue in found.meaning:
            yield PlacedCue(found.first, found.end, _turned(context, cue.sense, found.end), cue.level)
    for number, word in enumerate(context.words):
        if word.form in YEARS and (level := _level_of_years(context, number)):
            yield PlacedCue(number, number + 1, Sense.LEVEL, level)


def _turned(context: Context, sense: Sense, end: int) -> Sense:
    """ "A plus" speaks of what comes before, but "a plus if" of what follows."""
    follows = end < len(context.words) and context.words[end].form in ("if", "for")
    return Sense.WISHED if sense is Sense.WISHED_BEFORE and follows else sense


def _level_of_years(context: Context, number: int) -> int | None:
    before = (word.form for word in context.words[max(0, number - BEFORE_YEARS) : number])
    years = [int(form) if form.isdecimal() else NUMBERS[form] for form in before if form.isdecimal() or form in NUMBERS]
    if not years or min(years) > MOST_YEARS:
        return None
    return 3 if min(years) >= ADVANCED_FROM else 2 if min(years) >= WORKING_FROM else 1


class _Sentence:
    """The mentions and cues of one sentence, in order."""

    def __init__(self, context: Context, mentions: Sequence[Mention], cues: Sequence[PlacedCue]) -> None:
        self.context = context
        self.mentions = mentions
        self.firsts = [mention.first for mention in mentions]
        self.clauses = [context.layout.clauses[mention.first] for mention in mentions]
        self.cues = sorted(cues, key=lambda cue: cue.first)

    def remarks(self, section: Section) -> Iterator[Remark]:
        """What is said of each mention."""
        if not self.cues:
            yield from (Remark(mention, None, section is Section.WISHES, False) for mention in self.mentions)
            return
        wished = self._wished()
        declined, demanded, levels = self._declined() - wished, self._demanded(), self._levels()
        for number, mention in enumerate(self.mentions):
            is_wished = number in wished or (section is Section.WISHES and number not in demanded)
            yield Remark(mention, levels.get(number), is_wished, number in declined)

    def _of(self, sense: Sense) -> Iterator[PlacedCue]:
        return (cue for cue in self.cues if cue.sense is sense)

    def _clause(self, cue: PlacedCue) -> Clause:
        return self.context.layout.clauses[cue.first]

    def _next(self, place: int) -> int:
        """The number of the first mention at a word or behind it."""
        return bisect_left(self.firsts, place)

    def _wished(self) -> set[int]:
        return self._wished_behind() | self._in_front(Sense.WISHED_BEFORE)

    def _wished_behind(self) -> set[int]:
        """All that follows the first wish that opens its clause, or that a comma sets apart from what is before."""
        opening = next((cue for cue in self._of(Sense.WISHED) if self._speaks_ahead(cue)), None)
        return set() if opening is None else set(range(self._next(opening.end), len(self.mentions)))

    def _speaks_ahead(self, cue: PlacedCue) -> bool:
        before = self._next(cue.first) - 1
        if before < 0 or self.clauses[before] is not self._clause(cue):
            return True
        word, gap_before = self.context.words[cue.first - 1], self.context.between(cue.first, cue.first)
        return "," in gap_before or word.form in ("and", "or")

    def _in_front(self, sense: Sense) -> set[int]:
        """What comes before a cue in its clause, brackets included; or, for a clause without any mention, the end of
        what comes before it."""
        last: dict[int, int] = {}
        reached: set[int] = set()
        for cue in self._of(sense):
            before = self._next(cue.first) - 1
            if before < 0:
                continue
            if self._is_within(before, self._clause(cue)):
                last[id(self._clause(cue))] = before
            elif self._next(cue.end) >= len(self.mentions) or not self._is_within(before + 1, self._clause(cue)):
                last.update({} if self._clause(cue).opening == "(" else {id(self.clauses[before]): before})
                reached.add(before)
        return reached | {n for n, clause in enumerate(self.clauses) if n <= self._last_of(clause, last)}

    def _last_of(self, clause: Clause, last: dict[int, int]) -> int:
        outer = last.get(id(clause.outer), -1) if clause.opening == "(" else -1
        return max(last.get(id(clause), -1), outer)

    def _is_within(self, number: int, clause: Clause) -> bool:
        own = self.clauses[number]
        return own is clause or (own.opening in ("(", ":") and own.outer is clause)

    def _declined(self) -> set[int]:
        if any(True for _ in self._of(Sense.ELSEWHERE)):
            return set(range(len(self.mentions)))
        denied: set[int] = set()
        for cue in self._of(Sense.UNASKED):
            self._deny(cue, denied)
        return denied | self._in_front(Sense.UNASKED_BEFORE)

    def _deny(self, cue: PlacedCue, denied: set[int]) -> None:
        """The next mention in the clause, if it is near, and those that go with it."""
        number = self._next(cue.end)
        if number == len(self.mentions) or not self._is_within(number, self._clause(cue)):
            return
        first = self.mentions[number].first
        if first - cue.end > REACH_OF_NO or "," in self.context.between(cue.end, first):
            return
        while number not in denied:
            denied.add(number)
            number += 1
            if number == len(self.mentions) or not self._goes_with(number, self._clause(cue)):
                return

    def _goes_with(self, number: int, clause: Clause) -> bool:
        between = self.context.words[self.mentions[number - 1].end : self.mentions[number].first]
        same = self._is_within(number, clause) and len(between) <= MOST_BETWEEN
        return same and not any(word.form in RESUMING for word in between)

    def _demanded(self) -> set[int]:
        stressed = {id(self._clause(cue)) for cue in self._of(Sense.DEMANDED)}
        return {number for number, clause in enumerate(self.clauses) if id(clause) in stressed}

    def _levels(self) -> dict[int, int]:
        """The level said behind a mention, in brackets or behind a dash or a colon; else the last one said before it,
        in its clause or in the one that opens it."""
        cues = list(self._of(Sense.LEVEL))
        places, said = [cue.first for cue in cues], dict[int, int]()
        levels: dict[int, int] = {}
        told = 0
        for number, mention in enumerate(self.mentions):
            while told < len(cues) and cues[told].end <= mention.first:
                said[id(self._clause(cues[told]))] = cues[told].level
                told += 1
            behind = bisect_left(places, mention.end)
            if behind < len(cues) and self._is_said_of(number, cues[behind]):
                levels[number] = cues[behind].level
            elif (level := self._said_before(self.clauses[number], said)) is not None:
                levels[number] = level
        return levels

    def _said_before(self, clause: Clause, said: dict[int, int]) -> int | None:
        own = said.get(id(clause))
        return said.get(id(clause.outer)) if own is None and clause.opening in ("(", ":") else own

    def _is_said_of(self, number: int, cue: PlacedCue) -> bool:
        clause, following = self._clause(cue), number + 1
        if clause.outer is not self.clauses[number] or clause.opening not in ("(", ":", "-"):
            return False
        return following == len(self.mentions) or (
            cue.first < self.mentions[following].first and self.clauses[following] is not clause
        )
