"""SVG elements in a few words."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement

from roadmap.exporters.svg.look import COLOURS, LIGHT, MARKS

Value = str | float


def add(parent: Element, tag: str, text: str | None = None, /, **attributes: Value) -> Element:
    """A new element at the end of another. Underscores in names of attributes stand for hyphens."""
    written = {name.replace("_", "-"): _written(value) for name, value in attributes.items()}
    element = SubElement(parent, tag, written)
    element.text = text
    return element


def group(parent: Element, looks: str, /, **attributes: Value) -> Element:
    """A group whose elements look like `looks` does, in the light and in the dark."""
    return add(parent, "g", **LIGHT[looks], **{"class": looks}, **attributes)


def lines(parent: Element, texts: Iterable[str], x: float, y: float, step: float, /, **attributes: Value) -> float:
    """Texts one under the other, the first with its foot at y. Returns where the next one would be."""
    for text in texts:
        add(parent, "text", text, x=x, y=y, **attributes)
        y += step
    return y


def pattern_id(track: int) -> str:
    """The id of the pattern of a track."""
    return f"roadmap-track-{track}"


def colour_of(track: int) -> str:
    """The colour of a track."""
    return COLOURS[track % len(COLOURS)]


def pattern(parent: Element, track: int) -> None:
    """The pattern of a track: its colour, with marks on it."""
    tile = add(parent, "pattern", id=pattern_id(track), width=8, height=8, patternUnits="userSpaceOnUse")
    add(tile, "rect", width=8, height=8, fill=colour_of(track))
    marks = MARKS[track % len(MARKS)]
    if marks:
        light = group(tile, "mark", fill="none", stroke_width=1.8, stroke_linecap="round")
        add(light, "path", d=marks)


def point(*numbers: float) -> str:
    """Numbers as a path has them."""
    return " ".join(map(_written, numbers))


def _written(value: Value) -> str:
    return value if isinstance(value, str) else f"{round(value, 1):g}"
