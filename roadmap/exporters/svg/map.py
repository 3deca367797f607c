"""Where the cards of a plan lie, and the ways between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log

from roadmap.domain.plan import Step
from roadmap.domain.skill import LEVEL_NAMES
from roadmap.domain.text import one_line
from roadmap.exporters.svg import layers
from roadmap.exporters.svg.look import BAND, BOLD, CARD_WIDTH, COLUMN_GAP, LINE, NAME_SIZE, SMALL_SIZE
from roadmap.exporters.svg.words import fit
from roadmap.planning.plan import Plan

PADDING = 11
ROOM = CARD_WIDTH - BAND - 2 * PADDING
"""The width of a card's words."""

SHAPE = 1.6
"""How wide a map is for its height, where stages can be broken to get there."""

FEWEST_ROWS = 8
USUAL_HEIGHT = 62


@dataclass(frozen=True, slots=True)
class Card:
    """A step as it is drawn: its name on one or two lines, the line below them, and whether it is on the chain with
    the most hours."""

    step: Step
    track: int
    name: tuple[str, ...]
    figures: str
    critical: bool

    @property
    def height(self) -> float:
        """In pixels."""
        return PADDING + LINE * len(self.name) + LINE + PADDING - 4


@dataclass(frozen=True, slots=True)
class Map:
    """Cards by number, the stage of each column, where the items are, and the chain of most hours, as links."""

    cards: tuple[Card, ...]
    stage_of: tuple[int, ...]
    drawing: layers.Drawing
    chain: frozenset[tuple[int, int]]

    @property
    def width(self) -> float:
        """In pixels, without margins."""
        return max(0, len(self.stage_of) * (CARD_WIDTH + COLUMN_GAP) - COLUMN_GAP)

    def left(self, item: int) -> float:
        """Where an item begins, from the map's own left."""
        return self.drawing.column[item] * (CARD_WIDTH + COLUMN_GAP)

    def pieces(self, critical: bool) -> Iterator[tuple[int, int, int]]:
        """Every piece of a way from one item to the next, with the card it comes from, each once."""
        seen = set()
        for route in self.drawing.routes:
            for piece in pairwise(route):
                if piece not in seen and ((route[0], route[-1]) in self.chain) == critical:
                    seen.add(piece)
                    yield route[0], *piece


def map_of(plan: Plan) -> Map:
    """The map of a plan: a column a stage, or several where a stage is long."""
    critical = frozenset(plan.critical_path)
    tracks = {track.id: n for n, track in enumerate(plan.compiled.graph.tracks)}
    cards = tuple(_card(step, tracks[step.track], step.unit in critical) for step in plan.steps)
    column, stage_of = layers.columns_of(plan.stages, _most_rows(plan.stages))
    links = [(before, step) for step, needed in enumerate(plan.builds_on) for before in needed]
    drawing = layers.draw(column, [card.height for card in cards], links)
    place = {step.unit: n for n, step in enumerate(plan.steps)}
    chain = frozenset(pairwise(place[unit] for unit in plan.critical_path))
    return Map(cards, tuple(stage_of), drawing, chain)


def _card(step: Step, track: int, critical: bool) -> Card:
    name = fit(one_line(step.name), NAME_SIZE, ROOM / BOLD, 2)
    week = f" · week {step.schedule.week:,}" if step.schedule else ""
    figures = f"{step.level} {LEVEL_NAMES[step.level]} · {step.hours:,} h{week}"
    [shown] = fit(figures, SMALL_SIZE, ROOM + PADDING - 4, 1)
    return Card(step, track, tuple(name), shown, critical)


def _most_rows(stages: Sequence[int]) -> int:
    """How many cards a column has at most, so that the whole comes nearest to its shape."""
    sizes = Counter(stages).values()
    candidates = range(min(FEWEST_ROWS, max(sizes, default=1)), max(sizes, default=1) + 1)
    return min(reversed(candidates), key=lambda rows: abs(log(_shape(sizes, rows) / SHAPE)))


def _shape(sizes: Collection[int], rows: int) -> float:
    columns = sum(-(-size // rows) for size in sizes)
    return max(columns, 1) * (CARD_WIDTH + COLUMN_GAP) / (rows * USUAL_HEIGHT)
