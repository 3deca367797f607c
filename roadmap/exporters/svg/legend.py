"""The legend of the map: each track's colour and pattern, and what the lines are."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from roadmap.domain.text import one_line
from roadmap.exporters.svg.elements import add, group, pattern_id
from roadmap.exporters.svg.look import SMALL_SIZE
from roadmap.exporters.svg.words import fit, width
from roadmap.planning.plan import Plan

SIZE = SMALL_SIZE + 1
SWATCH = 22
ROW = 22
APART = 22


def draw_legend(drawn: Element, plan: Plan, tracks: Sequence[int], y: float, room: float) -> float:
    """Rows of samples with their words; returns the height that what comes next begins at."""
    if not plan.steps:
        return y
    x, y = 0.0, y + 6
    words = group(drawn, "soft", font_size=SIZE)
    for sample, name in (*_tracks(plan, tracks), (None, _chain(plan))):
        [text] = fit(name, SIZE, room - SWATCH - 8, 1)
        wide = SWATCH + 8 + width(text, SIZE) + APART
        if x and x + wide - APART > room:
            x, y = 0.0, y + ROW
        _draw_sample(drawn, sample, x, y)
        add(words, "text", text, x=x + SWATCH + 8, y=y)
        x += wide
    return y + ROW


def _tracks(plan: Plan, tracks: Sequence[int]) -> list[tuple[int | None, str]]:
    return [(track, one_line(plan.compiled.graph.tracks[track].name)) for track in tracks]


def _chain(plan: Plan) -> str:
    return f"Longest chain of prerequisites: {plan.summary.critical_path_hours:,} hours"


def _draw_sample(drawn: Element, track: int | None, x: float, y: float) -> None:
    if track is None:
        line = group(drawn, "chain", stroke_width=2.2, stroke_linecap="round")
        add(line, "path", d=f"M{x:g} {y - 4:g}h{SWATCH}")
    else:
        fill = f"url(#{pattern_id(track)})"
        add(drawn, "rect", x=x, y=y - SIZE + 2, width=SWATCH, height=SIZE, rx=3, fill=fill)
