"""What is needed next comes next: prerequisites shortly before they are used, tracks together.

The mean prerequisite distance of an order is linear in its positions: over all edges, the sum of
position(dependent) − position(prerequisite) is the sum over units of position times (edges in − edges out). To
keep it low is therefore the single-machine scheduling problem 1|prec|Σwⱼcⱼ (E. L. Lawler, 1978), which is NP-hard.
A depth-first order gives a start. From there two neighbouring runs of units change places again and again wherever
the edges allow: at first even where that costs something, so as to get out of a poor arrangement, later only where
it saves (threshold accepting: G. Dueck, T. Scheuer, 1990). The random numbers are the same each time, so the order
is, too.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from random import Random

from roadmap.planning.gap import GapSolver
from roadmap.planning.goal import Goal, leaves

USUAL = 4
"""How much more it counts where a unit stands that the plan from nothing has, than one of another option."""

SWITCH = 2
"""What a change of track between neighbours costs, in steps of prerequisite distance."""

THRESHOLD = 16
"""What a swap may cost at first, in steps of prerequisite distance; ever less until the end, when it may nothing."""

RUNS = (1, 1, 1, 2, 3, 5, 8, 13, 21)
"""The lengths of the runs that change places, as often as they are tried."""

REACH = 64
"""How many units a run passes at most."""

SWAPS, PER_PAIR = 60_000, 25
"""How many swaps are tried at most (a fifth of a second or so), and how many for each pair of units in small goals."""


def order(goal: Goal) -> tuple[int, ...]:
    """The places in an order of low prerequisite distance. Cost: linear in the goal, and at most SWAPS on top."""
    arrangement = _Arrangement(goal, _depth_first(goal))
    return tuple(arrangement.improved(min(SWAPS, PER_PAIR * len(goal.units) ** 2)))


def _depth_first(goal: Goal) -> list[int]:
    """Each want after all that is under it, the larger part of that first, so the smaller is closer to its use."""
    size = [closure.bit_count() for closure in goal.closure]
    wanted = dict.fromkeys(leaf for want in goal.wants for leaf in leaves(want.requirement))
    order: list[int] = []
    placed = [False] * len(goal.units)
    for want in sorted(wanted, key=lambda place: (size[place], place)):
        waiting = [want]
        while waiting:
            place = waiting[-1]
            missing = [before for before in goal.before[place] if not placed[before]]
            if missing:
                waiting.append(max(missing, key=lambda before: (size[before], -before)))
                continue
            waiting.pop()
            if not placed[place]:
                placed[place] = True
                order.append(place)
    return order


class _Arrangement:
    """An order under improvement.

    `length` is how far a unit moves what stands behind it, `slope` the weight of its edges in less that of its edges
    out: what one length later costs. An edge weighs as much as the lesser of its ends is long.
    """

    def __init__(self, goal: Goal, order: list[int]) -> None:
        usual = GapSolver(goal).solve(0).units
        self.order = order
        self.length = [USUAL if usual >> place & 1 else 1 for place in range(len(order))]
        self.slope = [0] * len(order)
        self.before = goal.before
        self.after: list[list[int]] = [[] for _ in order]
        self.track = [goal.compiled.units[number].skill.track for number in goal.units]
        for place, earlier in enumerate(goal.before):
            for before in earlier:
                self.after[before].append(place)
        for place, earlier in enumerate(goal.edges_in):
            for before in earlier:
                weight = min(self.length[place], self.length[before])
                self.slope[place] += weight
                self.slope[before] -= weight
        self.position = [0] * len(order)
        self._number(0, len(order))

    def improved(self, swaps: int) -> list[int]:
        """The best order met in so many tries."""
        random = Random(0).random  # noqa: S311 - the same numbers on every platform and version of Python
        cost = lowest = 0
        best = self.order.copy()
        for swap in range(swaps):
            start, middle, stop = self._neighbours(random(), random(), random(), random())
            if start < middle < stop:
                change = self._cost(start, middle, stop)
                if change <= 0 or change * swaps < THRESHOLD * USUAL**2 * (swaps - swap):
                    self.order[start:stop] = self.order[middle:stop] + self.order[start:middle]
                    self._number(start, stop)
                    cost += change
                    if cost < lowest:
                        lowest, best = cost, self.order.copy()
        return best

    def _neighbours(self, length: float, place: float, side: float, far: float) -> tuple[int, int, int]:
        """Two runs, [start, middle) and [middle, stop), that may change places, picked by four numbers from 0 to 1;
        one of them empty where none may."""
        size = RUNS[int(length * len(RUNS))]
        first = int(place * max(len(self.order) - size + 1, 0))
        behind = min(first + size, len(self.order))
        run, position = self.order[first:behind], self.position
        if side < 1 / 2:
            limit = min(behind + REACH, len(self.order))
            for unit in run:
                for after in self.after[unit]:
                    if behind <= position[after] < limit:
                        limit = position[after]
            return first, behind, limit - int(far * (limit - behind))
        limit = max(first - REACH, 0)
        for unit in run:
            for before in self.before[unit]:
                if limit <= position[before] < first:
                    limit = position[before] + 1
        return limit + int(far * (first - limit)), first, behind

    def _cost(self, start: int, middle: int, stop: int) -> int:
        """What it costs that [start, middle) and [middle, stop) change places."""
        left, right = self.order[start:middle], self.order[middle:stop]
        later = sum([self.length[place] for place in right]) * sum([self.slope[place] for place in left])
        earlier = sum([self.length[place] for place in left]) * sum([self.slope[place] for place in right])
        around = self.order[max(start - 1, 0) : start], self.order[stop : stop + 1]
        switches = self._switches(around[0], right, left, around[1]) - self._switches(around[0], left, right, around[1])
        return later - earlier + SWITCH * USUAL**2 * switches

    def _switches(self, *runs: Sequence[int]) -> int:
        """How often the track changes where one run meets the next."""
        track, met = self.track, [run for run in runs if run]
        return sum([track[one[-1]] != track[other[0]] for one, other in pairwise(met)])

    def _number(self, start: int, stop: int) -> None:
        for position in range(start, stop):
            self.position[self.order[position]] = position
