"""An advert as given, cut into stretches by what they say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from roadmap.services.job_ad_answers import Evidence, JobAdReading

PLAIN = ""
UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of an advert: its text, what kind of thing it says (`essential`, `optional`, `unknown`, or nothing),
    and what that is called."""

    text: str
    kind: str = PLAIN
    name: str = ""


def marked(text: str, reading: JobAdReading) -> list[Stretch]:
    """The whole advert in stretches, in order; put together they are the advert. Of two that overlap the first counts,
    and of two that begin together the longer."""
    found = sorted(_found(reading), key=lambda one: (one[0].start, -one[0].end))
    return list(_cut(text, found))


def _found(reading: JobAdReading) -> Iterator[tuple[Evidence, str, str]]:
    for skill in reading.skills:
        yield from ((place, skill.importance, skill.name) for place in skill.evidence)
    for term in reading.unknown_terms:
        yield from ((place, UNKNOWN, term.term) for place in term.evidence)


def _cut(text: str, found: Iterable[tuple[Evidence, str, str]]) -> Iterator[Stretch]:
    end = 0
    for place, kind, name in found:
        if place.start < end:
            continue
        if place.start > end:
            yield Stretch(text[end : place.start])
        yield Stretch(text[place.start : place.end], kind, name)
        end = place.end
    if end < len(text):
        yield Stretch(text[end:])
