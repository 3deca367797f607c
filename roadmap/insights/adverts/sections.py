"""What a section of an advert is for, told by its heading: demands, wishes, or neither."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from roadmap.insights.adverts import english
from roadmap.insights.adverts.phrases import Phrases
from roadmap.insights.adverts.words import Word


class Section(Enum):
    """DEMANDS is where nothing else is said, MUST where it is stressed; WISHES is what would be nice, UNASKED what
    is not asked for; ASIDE speaks of the employer, not of the job."""

    DEMANDS = "demands"
    MUST = "must"
    WISHES = "wishes"
    UNASKED = "unasked"
    ASIDE = "aside"


PRECEDENCE = (Section.WISHES, Section.UNASKED, Section.ASIDE, Section.MUST, Section.DEMANDS)

_SECTIONS = Phrases(
    (phrase, section)
    for phrases, section in (
        (english.MUST_SECTION, Section.MUST),
        (english.DEMANDS_SECTION, Section.DEMANDS),
        (english.WISHES_SECTION, Section.WISHES),
        (english.UNASKED_SECTION, Section.UNASKED),
        (english.ASIDE_SECTION, Section.ASIDE),
    )
    for phrase in phrases
)


def section_of(plain: str, words: Sequence[Word]) -> tuple[Section | None, int]:
    """What the words of a heading announce, None if they are no heading that is known, and how many of them say so.

    "Skills (desirable)" are wishes, "essential and desirable" neither alone.
    """
    found = list(_SECTIONS.find(plain, words))
    announced = {phrase.meaning for phrase in found}
    telling = sum(phrase.end - phrase.first for phrase in found)
    if {Section.MUST, Section.WISHES} <= announced:
        return Section.DEMANDS, telling
    return next((section for section in PRECEDENCE if section in announced), None), telling
