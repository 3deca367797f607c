"""The text of an advert as a reader sees it, with the way back to where each sign stands in the text as given.

Linear in the length of the text: no pattern here looks further than one tag, one entity or one line.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from itertools import accumulate

BULLET = "\n• "
"""What a list item begins with once its tags are gone."""

HEADING = "\n# "
"""What a heading of HTML begins with."""

MARKUP = re.compile(
    r"</?[a-zA-Z][a-zA-Z0-9]{0,15}(?:\s[^<>]{0,2000})?/?>|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z0-9]{2,31});|<!--"
)
LOOKS_LIKE_HTML = re.compile(
    r"</(?:p|li|ul|div|b|strong|h[1-6]|br|span|section|article|html|body|em|td)>|<br\s*/?>", re.IGNORECASE
)
TAG_NAME = re.compile(r"</?([a-zA-Z0-9]+)")

INLINE = frozenset(
    (
        *("a", "abbr", "b", "big", "code", "em", "font", "i", "mark", "q", "s", "small", "span", "strike", "strong"),
        *("sub", "sup", "tt", "u"),
    )
)
"""The tags that part no words."""

HIDDEN = {name: re.compile(f"</{name}[^>]{{0,20}}>?", re.IGNORECASE) for name in ("script", "style", "template")}
"""The tags of what is never shown, with what ends it."""

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))

BULLETS = "●▪▫■□‣⁃∙⋅➢➤►▶✓✔✅☑★☆»→◆◇◦"  # noqa: RUF001 - what lists are marked with
FULL_WIDTH = 0xFEE0
"""How far signs of full width stand from the plain ones."""

ONE_FOR_ONE = str.maketrans(
    {
        **dict.fromkeys(map(chr, (*range(0x2010, 0x2016), 0x2212)), "-"),
        **dict.fromkeys(map(chr, (*range(0x2018, 0x201C), 0x2032, 0x60, 0xB4)), "'"),
        **dict.fromkeys(map(chr, (*range(0x201C, 0x2020), 0x2033)), '"'),
        **dict.fromkeys(map(chr, (0x9, 0xB, 0xC, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)), " "),
        **dict.fromkeys(map(chr, (0xD, 0x85, 0x2028, 0x2029)), "\n"),
        **dict.fromkeys(BULLETS, "•"),
        **{chr(sign + FULL_WIDTH): chr(sign) for sign in range(0x21, 0x7F)},
        "İ": "I",
    }
)
"""Typographic signs and their plain ones, one for one, so that every sign keeps its place."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """The stretches that a reading is made of: where each starts in it (and, last, where all end), and the stretch of
    the given text that it is, sign for sign, or stands in for."""

    starts: tuple[int, ...]
    origins: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of the reading, not empty, in the text as given."""
        first, last = bisect_right(self.starts, start) - 1, bisect_right(self.starts, end - 1) - 1
        whole = self.starts[last + 1] == end
        return (
            self.origins[first] + start - self.starts[first],
            self.ends[last] if whole else self.origins[last] + end - self.starts[last],
        )


@dataclass(frozen=True, slots=True)
class Source:
    """An advert's text: as `given`; as read (`reading`), with plain signs for typographic ones and without markup; and
    the same in lower case, sign for sign (`plain`). `pieces` is None where the reading is all of the given text."""

    given: str
    reading: str
    plain: str
    pieces: Pieces | None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of the reading, not empty, in the text as given: its first place, and the one behind its last."""
        return (start, end) if self.pieces is None else self.pieces.span(start, end)


def read_source(given: str) -> Source:
    """Read a text, HTML or not. Cost: linear."""
    if LOOKS_LIKE_HTML.search(given) is None:
        return _source(given, given, None)
    taken = list(_without_markup(given))
    starts = tuple(accumulate((len(text) for text, _, _ in taken), initial=0))
    pieces = Pieces(starts, tuple(origin for _, origin, _ in taken), tuple(end for _, _, end in taken))
    return _source(given, "".join(text for text, _, _ in taken), pieces)


def _source(given: str, text: str, pieces: Pieces | None) -> Source:
    reading = text.translate(ONE_FOR_ONE)
    plain = reading.lower()
    if len(plain) != len(reading):  # a sign with a longer small form, which is kept as it is
        plain = "".join(small if len(small := sign.lower()) == 1 else sign for sign in reading)
    return Source(given, reading, plain, pieces)


def _without_markup(given: str) -> Iterator[tuple[str, int, int]]:
    """The text of each piece, and the stretch of the given text that it is or stands in for."""
    place = 0
    while (found := MARKUP.search(given, place)) is not None:
        if found.start() > place:
            yield given[place : found.start()], place, found.start()
        place = _end_of_markup(given, found)
        if instead := _in_place_of(found[0]):
            yield instead, found.start(), place
    if place < len(given):
        yield given[place:], place, len(given)


def _end_of_markup(given: str, found: re.Match[str]) -> int:
    """Where the text goes on: behind the tag or entity, or behind all of a comment or of what is never shown."""
    if found[0] == "<!--":
        end = given.find("-->", found.end())
        return len(given) if end < 0 else end + 3
    closing = HIDDEN.get(_tag(found[0]))
    if closing is None or found[0].startswith("</"):
        return found.end()
    closed = closing.search(given, found.end())
    return len(given) if closed is None else closed.end()


def _in_place_of(markup: str) -> str:
    if markup.startswith("&"):
        sign = unescape(markup)
        return sign if len(sign) == 1 else markup
    name = _tag(markup)
    if name in INLINE or name in HIDDEN or markup == "<!--":
        return ""
    if markup.startswith("</"):
        return "\n"
    return BULLET if name == "li" else HEADING if name in HEADINGS else "\n"


def _tag(markup: str) -> str:
    name = TAG_NAME.match(markup)
    return "" if name is None else name[1].lower()
