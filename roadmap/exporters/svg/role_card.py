"""The card of a role: its name, what it takes, and how its hours divide, for wherever a link to it is shared.

No format of plans: it has one size, which networks crop to, and letters that are read when it is shown small.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import ceil
from xml.etree.ElementTree import Element, tostring

from roadmap.domain.text import one_line
from roadmap.exporters.svg.elements import add, group, lines, pattern, pattern_id
from roadmap.exporters.svg.look import BOLD, FONT, LIGHT, STYLE
from roadmap.exporters.svg.words import fit, width
from roadmap.planning.plan import Plan

WIDTH, HEIGHT = 1200, 630
"""What networks show large (ogp.me; 1.91 to 1)."""

MARGIN = 72
ROOM = WIDTH - 2 * MARGIN
PACE = 10
"""The hours a week that the card reckons with."""

KICKER_SIZE = 30
TITLE_SIZES = ((104, 1), (88, 1), (74, 2), (62, 2))
"""Sizes of a title and the lines it may take at each: the room is the same."""

FIGURE_SIZE, UNIT_SIZE = 60, 28
FIGURE_FOOT = 386
STRIP_TOP, STRIP_HEIGHT = 436, 56
LEGEND_SIZE, LEGEND_FOOT = 25, 544
SWATCH = 26
NAMED_TRACKS = 4
FOOT_SIZE, FOOT = 22, 594
LEAST_SHARE = 8.0
"""The width of a track's part of the strip at least, so that it is seen."""


@dataclass(frozen=True, slots=True)
class Part:
    """A track's part of the hours: its number in the graph, its name and its hours."""

    track: int
    name: str
    hours: float


def draw_role_card(plan: Plan) -> bytes:
    """The card of what a plan from nothing leads to."""
    parts = list(_parts(plan))
    size = {"width": str(WIDTH), "height": str(HEIGHT), "viewBox": f"0 0 {WIDTH} {HEIGHT}"}
    svg = Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "role": "img", **size})
    add(svg, "title", describe_card(plan))
    add(svg, "style", STYLE)
    definitions = add(svg, "defs")
    for part in parts:
        pattern(definitions, part.track)
    add(svg, "rect", **_looks("paper") | {"stroke": "none"}, width=WIDTH, height=HEIGHT)
    drawn = add(svg, "g", font_family=FONT)
    _draw_title(drawn, plan)
    _draw_figures(drawn, plan)
    _draw_strip(svg, parts)
    _draw_legend(drawn, parts)
    _draw_foot(drawn, plan)
    return tostring(svg, encoding="unicode").encode() + b"\n"


def describe_card(plan: Plan) -> str:
    """What the card says, in words."""
    figures = (f"{figure} {unit}" for figure, unit in _figures(plan))
    return f"{one_line(plan.title)}: {', '.join(figures)}"


def _parts(plan: Plan) -> Iterator[Part]:
    """The tracks of a plan, those with the most hours first."""
    hours = Counter[str]()
    for step in plan.steps:
        hours[step.track] += step.hours  # type: ignore[assignment]  # counts of hours
    tracks = {track.id: (n, one_line(track.name)) for n, track in enumerate(plan.compiled.graph.tracks)}
    for track, spent in sorted(hours.items(), key=lambda item: (-item[1], tracks[item[0]])):
        yield Part(*tracks[track], spent)


def _draw_title(drawn: Element, plan: Plan) -> None:
    kicker = group(drawn, "soft", font_size=KICKER_SIZE, font_weight=600)
    add(kicker, "text", "Learning roadmap", x=MARGIN, y=MARGIN + KICKER_SIZE * 0.8)
    size, title = _title(one_line(plan.title))
    top = MARGIN + KICKER_SIZE + 14
    ink = group(drawn, "ink", font_size=size, font_weight=600)
    lines(ink, title, MARGIN, top + size, size * 1.08)


def _title(title: str) -> tuple[float, list[str]]:
    """The largest size at which a title fits whole, and its lines; cut at the smallest."""
    for size, most in TITLE_SIZES:
        if len(fit(title, size, ROOM / BOLD, most + 1)) <= most:
            return size, fit(title, size, ROOM / BOLD, most)
    return size, fit(title, size, ROOM / BOLD, most)


def _figures(plan: Plan) -> list[tuple[str, str]]:
    summary = plan.summary
    weeks = ceil(summary.hours / PACE)
    return [
        (f"{summary.hours:,}", "hours"),
        (f"{summary.steps:,}", "step" if summary.steps == 1 else "steps"),
        (f"{weeks:,}", f"week{'' if weeks == 1 else 's'} at {PACE} hours a week"),
    ]


def _draw_figures(drawn: Element, plan: Plan) -> None:
    """One line of text, so that each font sets its own distances."""
    line = add(drawn, "text", x=MARGIN, y=FIGURE_FOOT)
    for n, (figure, unit) in enumerate(_figures(plan)):
        apart = {"dx": 36} if n else {}
        add(line, "tspan", figure, **_looks("ink"), font_size=FIGURE_SIZE, font_weight=600, **apart)
        add(line, "tspan", unit, **_looks("soft"), font_size=UNIT_SIZE, dx=10)


def _looks(name: str) -> dict[str, str]:
    return {**LIGHT[name], "class": name}


def _draw_strip(svg: Element, parts: Sequence[Part]) -> None:
    """The hours by track, to scale but for what would not be seen."""
    if not parts:
        return
    add(add(svg, "clipPath", id="strip"), "rect", x=MARGIN, y=STRIP_TOP, width=ROOM, height=STRIP_HEIGHT, rx=10)
    strip = add(svg, "g", clip_path="url(#strip)")
    total = sum(part.hours for part in parts)
    shares = [max(part.hours / total * ROOM, LEAST_SHARE) for part in parts]
    scale = ROOM / sum(shares)
    for part, share, end in zip(parts, shares, accumulate(shares), strict=True):
        x, wide = MARGIN + (end - share) * scale, share * scale
        fill = f"url(#{pattern_id(part.track)})"
        add(strip, "rect", x=x, y=STRIP_TOP, width=wide, height=STRIP_HEIGHT, fill=fill)
    edges = group(strip, "mark", stroke_width=3)
    for end in list(accumulate(shares))[:-1]:
        add(edges, "path", d=f"M{MARGIN + end * scale:.1f} {STRIP_TOP}v{STRIP_HEIGHT}")


def _draw_legend(drawn: Element, parts: Sequence[Part]) -> None:
    """The largest tracks by name, as many as have room in one line."""
    words = group(drawn, "ink", font_size=LEGEND_SIZE)
    x = float(MARGIN)
    for part in parts[:NAMED_TRACKS]:
        [text] = fit(part.name, LEGEND_SIZE, ROOM / 2, 1)
        end = x + SWATCH + 10 + width(text, LEGEND_SIZE)
        if end > MARGIN + ROOM:
            break
        fill = f"url(#{pattern_id(part.track)})"
        add(drawn, "rect", x=x, y=LEGEND_FOOT - SWATCH + 5, width=SWATCH, height=SWATCH, rx=5, fill=fill)
        add(words, "text", text, x=x + SWATCH + 10, y=LEGEND_FOOT)
        x = end + 24


def _draw_foot(drawn: Element, plan: Plan) -> None:
    """What the plan was made from, which its licence asks to be said."""
    graph = plan.compiled.graph
    source = fit(one_line(f"{graph.name} {graph.version} ({graph.licence})"), FOOT_SIZE, ROOM, 1)
    lines(group(drawn, "soft", font_size=FOOT_SIZE), source, MARGIN, FOOT, 0)
