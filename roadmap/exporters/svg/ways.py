"""The arrows of the map: from a step to those that need it, but for what follows from other arrows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from roadmap.exporters.svg.elements import add, colour_of, group, point
from roadmap.exporters.svg.look import CARD_WIDTH
from roadmap.exporters.svg.map import Map

TIP = 7
BEND = 0.55


def draw_ways(drawn: Element, chart: Map) -> None:
    """All arrows, in the colour of the track they come from, and over them the chain with the most hours."""
    by_track: dict[int, list[str]] = defaultdict(list)
    for source, left, right in chart.pieces(critical=False):
        by_track[chart.cards[source].track].append(_piece(chart, left, right))
    plain = add(drawn, "g", fill="none", stroke_width=1.4, stroke_opacity=0.7, stroke_linecap="round")
    for track, pieces in sorted(by_track.items()):
        add(plain, "path", d="".join(pieces), stroke=colour_of(track))
    chain = "".join(_piece(chart, left, right) for _, left, right in chart.pieces(critical=True))
    if chain:
        add(group(drawn, "chain", fill="none", stroke_width=2.2, stroke_linecap="round"), "path", d=chain)
    for looks, ends in (
        ("tip", {route[-1] for route in chart.drawing.routes}),
        ("ink", {end for _, end in chart.chain}),
    ):
        if ends:
            add(group(drawn, looks), "path", d=_tips(chart, sorted(ends)))


def _piece(chart: Map, left: int, right: int) -> str:
    """A bend from one item to the next one's column, and on through that column if the next one is a lane."""
    x, y = chart.left(left) + CARD_WIDTH, chart.drawing.middles[left]
    end, level = chart.left(right), chart.drawing.middles[right]
    lane = right >= len(chart.cards)
    stop = end if lane else end - TIP + 1
    bend = (stop - x) * BEND
    through = f"H{point(end + CARD_WIDTH)}" if lane else ""
    return f"M{point(x, y)}C{point(x + bend, y, stop - bend, level, stop, level)}{through}"


def _tips(chart: Map, cards: Iterable[int]) -> str:
    return "".join(
        f"M{point(chart.left(card), chart.drawing.middles[card])}l{point(-TIP - 1, -4)}v8z" for card in cards
    )
