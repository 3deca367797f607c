"""The cards of the map."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from roadmap.domain.text import one_line
from roadmap.exporters.svg.elements import add, colour_of, group, lines, pattern_id, point
from roadmap.exporters.svg.look import BAND, CARD_WIDTH, LINE, NAME_SIZE, RADIUS, SMALL_SIZE
from roadmap.exporters.svg.map import PADDING, Card, Map


def draw_cards(drawn: Element, chart: Map) -> None:
    """Every card: paper with a tint and a patterned edge of its track, name and figures."""
    for n, card in enumerate(chart.cards):
        top = chart.drawing.middles[n] - card.height / 2
        place = f"translate({point(chart.left(n), top)})"
        _draw(add(drawn, "g", transform=place), card)


def _draw(placed: Element, card: Card) -> None:
    name = f"{one_line(card.step.name)} {card.step.level}"
    add(placed, "title", name)
    add(placed, "desc", one_line(card.step.outcome))
    box = {"width": CARD_WIDTH, "height": card.height, "rx": RADIUS}
    colour = colour_of(card.track)
    add(group(placed, "card"), "rect", **box)
    add(placed, "rect", **box, fill=colour, fill_opacity=0.12)
    add(placed, "path", d=_edge(card.height), fill=f"url(#{pattern_id(card.track)})")
    frame = {"stroke_width": 2.2} if card.critical else {"stroke_width": 1}
    around = group(placed, "chain") if card.critical else add(placed, "g", stroke=colour, stroke_opacity=0.55)
    add(around, "rect", **box, fill="none", **frame)
    left, top = BAND + PADDING, PADDING + NAME_SIZE - 2
    foot = lines(group(placed, "ink", font_size=NAME_SIZE, font_weight=600), card.name, left, top, LINE)
    lines(group(placed, "soft", font_size=SMALL_SIZE), [card.figures], left, foot, LINE)


def _edge(height: float) -> str:
    """The left edge of a card, round at its corners."""
    r = RADIUS
    return (
        f"M{point(BAND, 0)}H{point(r)}A{point(r, r, 0, 0, 0, 0, r)}"
        f"V{point(height - r)}A{point(r, r, 0, 0, 0, r, height)}H{point(BAND)}z"
    )
