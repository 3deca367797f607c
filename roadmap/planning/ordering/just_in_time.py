"""What is needed next comes next: prerequisites shortly before they are used, tracks together.

The mean prerequisite distance of an order is linear in its positions: over all edges, the sum of
position(dependent) − position(prerequisite) is the sum over units of position times (edges in − edges out). To
keep it low is therefore the single-machine scheduling problem 1|prec|Σwⱼcⱼ with unit times (E. L. Lawler, 1978),
which is NP-hard. A depth-first order gives a start; moving units, and runs of units, to better places within
what their neighbours allow makes it better until nothing moves.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.planning.goal import Goal, leaves

SWITCH = 2
"""What a change of track between neighbours costs, in steps of prerequisite distance."""

RUNS = (1, 2, 3, 5, 8, 13)
"""The lengths of the runs of units that are moved as one."""

EFFORT = 300_000
"""How many candidate places are weighed before the order is taken as it is: a quarter of a second or so."""


def order(goal: Goal) -> tuple[int, ...]:
    """The places in an order of low prerequisite distance. Cost: linear in the goal, and at most EFFORT on top."""
    arrangement = _Arrangement(goal, _depth_first(goal))
    while arrangement.effort > 0 and arrangement.sweep():
        pass
    return tuple(arrangement.order)


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
    """An order under improvement. `slope` is each unit's edges in less edges out: what one place later costs."""

    def __init__(self, goal: Goal, order: list[int]) -> None:
        self.order = order
        self.before = goal.before
        self.after: list[list[int]] = [[] for _ in order]
        self.slope = [len(edges) for edges in goal.edges_in]
        self.track = [goal.compiled.units[number].skill.track for number in goal.units]
        self.effort = EFFORT
        for place, before in enumerate(goal.before):
            for earlier in before:
                self.after[earlier].append(place)
        for edges in goal.edges_in:
            for earlier in edges:
                self.slope[earlier] -= 1
        self.position = [0] * len(order)
        self._number(0, len(order))

    def sweep(self) -> bool:
        """Move every run to its best place once; whether anything moved."""
        moved = False
        for length in RUNS:
            for place in list(self.order):
                start = self.position[place]
                if self.effort > 0 and start + length <= len(self.order):
                    moved |= self._improve(start, start + length)
        return moved

    def _improve(self, start: int, stop: int) -> bool:
        """Move the run [start, stop) to where it saves most, if it saves anything."""
        first, last = self.track[self.order[start]], self.track[self.order[stop - 1]]
        taken_out = self._seam(start, first, last, stop)
        best_cost, best_shift = 0, 0
        for shift, distance, gap in (*self._later(start, stop), *self._earlier(start, stop)):
            cost = distance + SWITCH * (self._seam(gap, first, last, gap) - taken_out)
            if cost < best_cost:
                best_cost, best_shift = cost, shift
            self.effort -= 1
        if best_shift:
            self._shift(start, stop, best_shift)
        return bool(best_shift)

    def _later(self, start: int, stop: int) -> Iterator[tuple[int, int, int]]:
        """Every shift to the right that the run's dependents allow: the shift, what it costs in distance, and
        the position now behind the run."""
        run = self.order[start:stop]
        position, size = self.position, stop - start
        limit = min(
            (position[after] for place in run for after in self.after[place] if position[after] >= stop),
            default=len(self.order),
        )
        slope, cost = sum(self.slope[place] for place in run), 0
        for gap in range(stop + 1, limit + 1):
            cost += slope - size * self.slope[self.order[gap - 1]]
            yield gap - stop, cost, gap

    def _earlier(self, start: int, stop: int) -> Iterator[tuple[int, int, int]]:
        """The same to the left, as far as the run's prerequisites allow."""
        run = self.order[start:stop]
        position, size = self.position, stop - start
        limit = max(
            (position[before] for place in run for before in self.before[place] if position[before] < start),
            default=-1,
        )
        slope, cost = sum(self.slope[place] for place in run), 0
        for gap in range(start - 1, limit, -1):
            cost += size * self.slope[self.order[gap]] - slope
            yield gap - start, cost, gap

    def _seam(self, left_end: int, first: str, last: str, right: int) -> int:
        """Changes of track added by a run from `first` to `last` between the units before `left_end` and at
        `right`. The ends of the order are no change."""
        before = self.track[self.order[left_end - 1]] if left_end > 0 else first
        behind = self.track[self.order[right]] if right < len(self.order) else last
        joined = left_end > 0 and right < len(self.order) and before != behind
        return (before != first) + (last != behind) - joined

    def _shift(self, start: int, stop: int, shift: int) -> None:
        run = self.order[start:stop]
        del self.order[start:stop]
        self.order[start + shift : start + shift] = run
        self._number(min(start, start + shift), max(stop, stop + shift))

    def _number(self, start: int, stop: int) -> None:
        for position in range(start, stop):
            self.position[self.order[position]] = position
