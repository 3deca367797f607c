"""The picture of a plan: what it is for, its figures, a legend, and the map of its steps by stage."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from xml.etree.ElementTree import Element, tostring

from roadmap.domain.plan import Step
from roadmap.domain.text import one_line
from roadmap.exporters.svg.cards import draw_cards
from roadmap.exporters.svg.elements import add, group, lines, pattern
from roadmap.exporters.svg.legend import draw_legend
from roadmap.exporters.svg.look import (
    BOLD,
    CARD_WIDTH,
    COLUMN_GAP,
    FONT,
    LEAST_WIDTH,
    LIGHT,
    MARGIN,
    RADIUS,
    SMALL_SIZE,
    STYLE,
    TEXT_SIZE,
    TITLE_SIZE,
)
from roadmap.exporters.svg.map import Map, map_of
from roadmap.exporters.svg.ways import draw_ways
from roadmap.exporters.svg.words import fit
from roadmap.planning.plan import Plan

NAMESPACE = "http://www.w3.org/2000/svg"
TITLE, DESCRIPTION = "roadmap-title", "roadmap-description"
HEADS = 34
"""The room above the cards for the names of stages."""


def export(plan: Plan, links: Mapping[str, str]) -> bytes:
    """The picture, with its title and all steps in words for those who do not see it. It links to nothing."""
    del links
    return tostring(_picture(plan), encoding="unicode").encode() + b"\n"


def _picture(plan: Plan) -> Element:
    chart = map_of(plan)
    width = max(chart.width, LEAST_WIDTH)
    svg = Element("svg", {"xmlns": NAMESPACE, "role": "img", "aria-labelledby": f"{TITLE} {DESCRIPTION}"})
    add(svg, "title", f"Study plan: {one_line(plan.title)}", id=TITLE)
    add(svg, "desc", " ".join(_described(plan)), id=DESCRIPTION)
    add(svg, "style", STYLE)
    tracks = sorted({card.track for card in chart.cards})
    definitions = add(svg, "defs")
    for track in tracks:
        pattern(definitions, track)
    paper = add(svg, "rect", **LIGHT["paper"], **{"class": "paper"}, x=0.5, y=0.5, rx=12)
    drawn = add(svg, "g", font_family=FONT, transform=f"translate({MARGIN} {MARGIN})")
    y = _draw_heading(drawn, plan, width)
    y = draw_legend(drawn, plan, tracks, y, width)
    y = _draw_map(drawn, chart, y)
    y = _draw_foot(drawn, plan, y, width)
    _size(svg, paper, width + 2 * MARGIN, y + 2 * MARGIN)
    return svg


def _size(svg: Element, paper: Element, width: float, height: float) -> None:
    whole, high = round(width), round(height)
    svg.attrib.update({"width": str(whole), "height": str(high), "viewBox": f"0 0 {whole} {high}"})
    paper.attrib.update({"width": str(whole - 1), "height": str(high - 1)})


def _draw_heading(drawn: Element, plan: Plan, width: float) -> float:
    """The title and the figures; returns the height they end at."""
    title = fit(one_line(plan.title), TITLE_SIZE, width / BOLD, 2)
    step = TITLE_SIZE * 1.2
    y = lines(group(drawn, "ink", font_size=TITLE_SIZE, font_weight=600), title, 0, TITLE_SIZE * 0.8, step)
    figures = fit(" · ".join(_figures(plan)), TEXT_SIZE, width, 3)
    return lines(group(drawn, "soft", font_size=TEXT_SIZE), figures, 0, y - 4, TEXT_SIZE * 1.4)


def _figures(plan: Plan) -> Iterator[str]:
    summary = plan.summary
    if not plan.steps:
        yield "Nothing is left to learn."
        return
    yield f"{summary.steps:,} step{'' if summary.steps == 1 else 's'}"
    yield f"{summary.hours:,} hours"
    if summary.readiness:
        yield f"{summary.readiness:.0%} known already"
    if summary.weeks is not None:
        weeks = f"{summary.weeks:,} week{'' if summary.weeks == 1 else 's'}"
        yield f"{weeks} at {plan.request.hours_per_week:g} hours a week"
    if summary.finish_date is not None:
        yield f"until {summary.finish_date}"


def _draw_map(drawn: Element, chart: Map, y: float) -> float:
    """The stages with their names, the ways, and the cards over them."""
    if not chart.cards:
        return y
    height = HEADS + chart.drawing.height + 14
    _draw_stages(drawn, chart.stage_of, y, height)
    placed = add(drawn, "g", transform=f"translate(0 {round(y + HEADS)})")
    draw_ways(placed, chart)
    draw_cards(placed, chart)
    return y + height


def _draw_stages(drawn: Element, stage_of: Sequence[int], y: float, height: float) -> None:
    bands, names = group(drawn, "band"), group(drawn, "soft", font_size=SMALL_SIZE, font_weight=600)
    pitch = CARD_WIDTH + COLUMN_GAP
    for stage, columns in groupby(range(len(stage_of)), key=stage_of.__getitem__):
        own = list(columns)
        left = own[0] * pitch
        if stage % 2:
            add(bands, "rect", x=left - 12, y=y, width=len(own) * pitch - COLUMN_GAP + 24, height=height, rx=RADIUS)
        add(names, "text", f"Stage {stage}{', ready now' if stage == 1 else ''}", x=left, y=y + 21)


def _draw_foot(drawn: Element, plan: Plan, y: float, width: float) -> float:
    """What the plan was made from, which its licence asks to be said."""
    graph = plan.compiled.graph
    source = fit(one_line(f"{graph.name} {graph.version} ({graph.licence})"), SMALL_SIZE, width, 1)
    return lines(group(drawn, "soft", font_size=SMALL_SIZE), source, 0, y + 24, 0) + 4


def _described(plan: Plan) -> Iterator[str]:
    """The picture in words: its figures, and the steps of each stage."""
    yield f"{', '.join(_figures(plan)).removesuffix('.')}."
    by_stage = sorted(plan.steps, key=lambda step: step.stage)
    for stage, steps in groupby(by_stage, key=lambda step: step.stage):
        yield f"Stage {stage}: {', '.join(map(_named, steps))}."


def _named(step: Step) -> str:
    return f"{one_line(step.name)} {step.level}"
