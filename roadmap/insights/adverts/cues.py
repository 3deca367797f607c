"""The words that say how something is meant: wished for or demanded, how well it must be known, or not asked at all."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from roadmap.insights.adverts import english
from roadmap.insights.adverts.phrases import Phrases


class Sense(Enum):
    """What a cue says of the skills in its reach.

    WISHED and UNASKED reach what follows, WISHED_BEFORE and UNASKED_BEFORE what comes before; LEVEL gives a depth.
    ELSEWHERE says that all of the sentence is the work of others. DEMANDED takes back a wish that a heading made.
    """

    WISHED = "wished"
    WISHED_BEFORE = "wished-before"
    UNASKED = "unasked"
    UNASKED_BEFORE = "unasked-before"
    DEMANDED = "demanded"
    ELSEWHERE = "elsewhere"
    LEVEL = "level"


@dataclass(frozen=True, slots=True)
class Cue:
    """A sense, and the level of a LEVEL."""

    sense: Sense
    level: int = 0


TABLE = (
    (english.WISHED, Cue(Sense.WISHED)),
    (english.WISHED_BEFORE, Cue(Sense.WISHED_BEFORE)),
    (english.UNASKED, Cue(Sense.UNASKED)),
    (english.UNASKED_BEFORE, Cue(Sense.UNASKED_BEFORE)),
    (english.ELSEWHERE, Cue(Sense.ELSEWHERE)),
    (english.DEMANDED, Cue(Sense.DEMANDED)),
    (english.ADVANCED, Cue(Sense.LEVEL, 3)),
    (english.WORKING, Cue(Sense.LEVEL, 2)),
    (english.FOUNDATION, Cue(Sense.LEVEL, 1)),
)


def _cues() -> dict[str, tuple[Cue, ...]]:
    cues: dict[str, tuple[Cue, ...]] = dict.fromkeys(english.NOT_MEANT, ())
    for phrases, cue in TABLE:
        for phrase in phrases:
            if phrase not in english.NOT_MEANT:
                cues[phrase] = (*cues.get(phrase, ()), cue)
    return cues


CUES = Phrases(_cues().items())
"""All cues. One phrase may have two senses, of which its place decides; one that is not meant has none."""
