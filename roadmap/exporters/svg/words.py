"""How much room words take, in a font that nobody knows: generic sans-serif, of the reader's own system."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import category, east_asian_width

NARROW = frozenset("iIjlftr.,:;'|!()[]{}/\\ -`\"")
WIDE = frozenset("mwMW@%—…")
ELLIPSIS = "…"


def width(text: str, size: float) -> float:
    """About how wide a text is at a font size: a little more than in most fonts."""
    return sum(map(_em, text)) * size


def fit(text: str, size: float, room: float, lines: int) -> list[str]:
    """A text on so many lines of a width at most, broken between words where it can be, and cut with an ellipsis."""
    broken = list(_broken(text, size, room))
    if len(broken) <= lines:
        return broken
    last = broken[lines - 1]
    while last and width(last + ELLIPSIS, size) > room:
        last = last[:-1]
    return [*broken[: lines - 1], last.rstrip() + ELLIPSIS]


def _broken(text: str, size: float, room: float) -> Iterator[str]:
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if width(longer, size) <= room:
            line = longer
            continue
        if line:
            yield line
        line = word
        while width(line, size) > room:
            fits = next(n for n in range(len(line), 0, -1) if n == 1 or width(line[:n], size) <= room)
            yield line[:fits]
            line = line[fits:]
    yield line


def _em(char: str) -> float:
    if char in NARROW:
        return 0.36
    if char in WIDE or east_asian_width(char) in "WF":
        return 1.0
    if category(char) in ("Mn", "Me", "Cf"):
        return 0.0
    return 0.72 if char.isupper() else 0.6
