"""A layered drawing (K. Sugiyama, S. Tagawa and M. Toda, 1981): boxes in columns, links from left to right.

A link passes the columns between its ends in a *lane* of its own there, so that it never runs behind a box. All links
that leave one box share their lanes, and part where they must.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean

SWEEPS = 6
ROUNDS = 8
LANE_HEIGHT = 4.0
LANE_WEIGHT = 3.0
GAP = 11.0

Columns = list[list[int]]
Neighbours = list[list[int]]


@dataclass(frozen=True, slots=True)
class Drawing:
    """Where everything is. Items are the boxes by number and after them the lanes; `middles` has the height of
    each one's middle, from 0 down; `routes` the items of each link, from box to box by lanes."""

    column: Sequence[int]
    middles: Sequence[float]
    height: float
    routes: Sequence[tuple[int, ...]]


def draw(column: Sequence[int], heights: Sequence[float], links: Sequence[tuple[int, int]]) -> Drawing:
    """Draw boxes that have a column and a height each, and links, each to a box in a later column.

    The order within columns is found by barycentres, the heights by least squares. Cost: a fixed number of passes,
    each O(n log n) in boxes, links and lanes; of these a box has at most one in a column.
    """
    routes, column_of = _routes(column, links)
    lanes = len(column_of) - len(column)
    tall = [*heights, *[LANE_HEIGHT] * lanes]
    before, after = _neighbours(routes, len(column_of))
    columns = _ordered(_grouped(column_of), before, after)
    middles = _levelled(columns, before, after, tall, [1.0] * len(column) + [LANE_WEIGHT] * lanes)
    tops = [middle - high / 2 for middle, high in zip(middles, tall, strict=True)]
    top = min(tops, default=0)
    bottom = max((edge + high for edge, high in zip(tops, tall, strict=True)), default=0)
    return Drawing(column_of, [middle - top for middle in middles], bottom - top, routes)


def _routes(column: Sequence[int], links: Sequence[tuple[int, int]]) -> tuple[list[tuple[int, ...]], list[int]]:
    """The route of each link, and the column of each item."""
    column_of = list(column)
    lanes: dict[tuple[int, int], int] = {}
    routes = []
    for left, right in links:
        passed = range(column[left] + 1, column[right])
        for place in passed:
            if (left, place) not in lanes:
                lanes[left, place] = len(column_of)
                column_of.append(place)
        routes.append((left, *(lanes[left, place] for place in passed), right))
    return routes, column_of


def _neighbours(routes: Sequence[tuple[int, ...]], items: int) -> tuple[Neighbours, Neighbours]:
    """What each item is linked to in the column before, and in the one after."""
    before: Neighbours = [[] for _ in range(items)]
    after: Neighbours = [[] for _ in range(items)]
    for left, right in dict.fromkeys(piece for route in routes for piece in pairwise(route)):
        before[right].append(left)
        after[left].append(right)
    return before, after


def _grouped(column_of: Sequence[int]) -> Columns:
    columns: Columns = [[] for _ in range(max(column_of, default=-1) + 1)]
    for item, place in enumerate(column_of):
        columns[place].append(item)
    return columns


def _ordered(columns: Columns, before: Neighbours, after: Neighbours) -> Columns:
    """The columns in the order with the fewest crossings found by sweeping to and fro."""
    best, fewest = columns, _crossings(columns, after)
    for _ in range(SWEEPS):
        columns = _swept(columns, before)
        columns = _swept(columns[::-1], after)[::-1]
        crossings = _crossings(columns, after)
        if crossings < fewest:
            best, fewest = columns, crossings
    return best


def _swept(columns: Columns, neighbours: Neighbours) -> Columns:
    """Each column sorted by the mean place of its items' neighbours; an item without any stays where it is."""
    place: dict[int, float] = {}
    swept = []
    for column in columns:
        wanted = {
            item: fmean(place[near] for near in neighbours[item]) if neighbours[item] else n / len(column)
            for n, item in enumerate(column)
        }
        swept.append(sorted(column, key=wanted.__getitem__))
        place.update((item, (n + 0.5) / len(column)) for n, item in enumerate(swept[-1]))
    return swept


def _crossings(columns: Columns, after: Neighbours) -> int:
    place = {item: n for column in columns for n, item in enumerate(column)}
    crossings = 0
    for column in columns:
        passed: list[int] = []
        for item in column:
            ends = sorted(place[end] for end in after[item])
            crossings += sum(len(passed) - bisect_right(passed, end) for end in ends)
            for end in ends:
                insort(passed, end)
    return crossings


def _levelled(
    columns: Columns, before: Neighbours, after: Neighbours, heights: Sequence[float], weights: Sequence[float]
) -> list[float]:
    """The middle of each item: as level with its neighbours as the order and the gaps in its column allow."""
    middles = [0.0] * len(heights)
    both = [[*left, *right] for left, right in zip(before, after, strict=True)]
    passes = [*[(columns, before), (columns[::-1], after)] * ROUNDS, (columns, both), (columns[::-1], both)]
    nowhere: Neighbours = [[] for _ in heights]
    for ordered, neighbours in [(columns, nowhere), *passes]:
        for column in ordered:
            wanted = [
                fmean(middles[near] for near in neighbours[item]) if neighbours[item] else middles[item]
                for item in column
            ]
            placed = _spread(wanted, [weights[item] for item in column], list(_offsets(column, heights)))
            for item, middle in zip(column, placed, strict=True):
                middles[item] = middle
    return middles


def _offsets(column: Sequence[int], heights: Sequence[float]) -> Iterator[float]:
    """How far below the first item's middle that of each item is at least."""
    offset = 0.0
    for n, item in enumerate(column):
        if n:
            offset += heights[column[n - 1]] / 2 + GAP + heights[item] / 2
        yield offset


def _spread(wanted: Sequence[float], weights: Sequence[float], offsets: Sequence[float]) -> list[float]:
    """The places nearest to those wanted, in weighted squares, that keep their distances.

    Taking the offsets off leaves a regression to rising values: neighbours that fall are pooled (M. Ayer et al., 1955).
    """
    pools: list[tuple[float, float, int]] = []
    for want, weight, offset in zip(wanted, weights, offsets, strict=True):
        mean, heavy, count = want - offset, weight, 1
        while pools and pools[-1][0] >= mean:
            other, others, more = pools.pop()
            mean = (mean * heavy + other * others) / (heavy + others)
            heavy, count = heavy + others, count + more
        pools.append((mean, heavy, count))
    flat = [mean for mean, _, count in pools for _ in range(count)]
    return [place + offset for place, offset in zip(flat, offsets, strict=True)]


def columns_of(stages: Sequence[int], most: int) -> tuple[list[int], list[int]]:
    """The column of each box, from 0, and the stage of each column: a stage of more than `most` boxes has several."""
    by_stage: dict[int, list[int]] = defaultdict(list)
    for box, stage in enumerate(stages):
        by_stage[stage].append(box)
    column = [0] * len(stages)
    stage_of: list[int] = []
    for stage, boxes in sorted(by_stage.items()):
        parts = -(-len(boxes) // most)
        for n, box in enumerate(boxes):
            column[box] = len(stage_of) + n * parts // len(boxes)
        stage_of.extend([stage] * parts)
    return column, stage_of
