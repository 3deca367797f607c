"""An order under improvement: runs of units pass their neighbours, as far as the edges allow and as far as is best."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from roadmap.planning.bitset import bitset, union
from roadmap.planning.goal import Goal
from roadmap.planning.ordering.just_in_time.usage import turned

SWITCH = 512
"""What a change of track between neighbours costs: two steps between a unit of the plan from nothing and its use."""

TO_END_OF_TRACK = 0
RUNS = (1, 1, 1, 2, 3, 5, 8, 13, TO_END_OF_TRACK)
"""How many units the runs have that are moved, as often as they are tried."""

REACH = 128
"""How many units a run passes at most."""

NOTHING = -1
"""Stands for a place before the first unit and behind the last: of a track of its own."""


class Arrangement:
    """All places of a goal in some order. `length` is how far a unit moves what it passes, `slopes` what it costs that
    a unit comes one length later, and `allowed` what a move may cost at most."""

    def __init__(self, goal: Goal, length: Sequence[int], order: list[int]) -> None:
        self.order, self.length = order, length
        self.position = [0] * len(order)
        self._number(0, len(order))
        self.slopes, self.allowed = [0] * len(order), 0
        self._before = [bitset(before) for before in goal.before]
        self._after = [bitset(after) for after in turned(goal.before)]
        numbers = {track.id: number for number, track in enumerate(goal.compiled.graph.tracks)}
        self._track = [numbers[goal.compiled.units[unit].skill.track] for unit in goal.units]
        self._track.append(NOTHING)

    def cost(self) -> int:
        """What the order costs: every unit its slope for each length before it, and every change of track."""
        slopes, length, track, cost, reached = self.slopes, self.length, self._track, 0, 0
        for place in self.order:
            cost += slopes[place] * reached
            reached += length[place]
        return cost + SWITCH * sum([track[one] != track[other] for one, other in pairwise(self.order)])

    def move_any(self, random: Callable[[], float]) -> None:
        """Let some run move one way. Cost: linear in its length and that of its way."""
        first, behind = self._run(RUNS[int(random() * len(RUNS))], random())
        if random() < 1 / 2:
            self._move_later(first, behind)
        else:
            self._move_earlier(first, behind)

    def _run(self, size: int, share: float) -> tuple[int, int]:
        """From where to where a run goes that begins after a share, from 0 to 1, of all that could."""
        order, track = self.order, self._track
        if size != TO_END_OF_TRACK:
            size = min(size, len(order))
            first = int(share * (len(order) - size + 1))
            return first, first + size
        first = int(share * len(order))
        behind = first + 1
        while behind < len(order) and track[order[behind]] == track[order[first]]:
            behind += 1
        return first, behind

    def _move_later(self, first: int, behind: int) -> None:
        path = self.order[behind : behind + REACH + 1]
        if behind + REACH >= len(self.order):
            path.append(NOTHING)
        left = self.order[first - 1] if first else NOTHING
        passed = self._best([left, *self.order[first:behind]], path, self._after, 1)
        self._exchange(first, behind, behind + passed)

    def _move_earlier(self, first: int, behind: int) -> None:
        path = self.order[max(first - REACH - 1, 0) : first]
        if first <= REACH:
            path.insert(0, NOTHING)
        left = self.order[behind] if behind < len(self.order) else NOTHING
        passed = self._best([left, *self.order[first:behind][::-1]], path[::-1], self._before, -1)
        self._exchange(first - passed, first, behind)

    def _best(self, moved: list[int], path: list[int], holds: Sequence[int], sign: int) -> int:
        """How many units of its path a run best passes: none where all that is possible costs more than allowed.

        The run is given behind what it leaves, the path with what is beyond it; `holds` says, by place, what a unit
        may not pass; the sign is that of the way.
        """
        length, slopes, track = self.length, self.slopes, self._track
        left, *run = moved
        held = union(map(holds.__getitem__, run))
        run_length = sign * sum(map(length.__getitem__, run))
        run_slope = sign * sum(map(slopes.__getitem__, run))
        far, near, here = track[run[0]], track[run[-1]], track[path[0]]
        cost = SWITCH * ((track[left] != here) - (track[left] != far) - (near != here))
        best, lowest = 0, self.allowed
        for passed, (place, beyond) in enumerate(pairwise(path), start=1):
            if held >> place & 1:
                break
            cost += length[place] * run_slope - run_length * slopes[place]
            following = track[beyond]
            total = cost + SWITCH * ((here != far) + (near != following) - (here != following))
            if total <= lowest:
                best, lowest = passed, total
            here = following
        return best

    def _exchange(self, start: int, middle: int, stop: int) -> None:
        """Let [start, middle) and [middle, stop) change places."""
        if start < middle < stop:
            self.order[start:stop] = self.order[middle:stop] + self.order[start:middle]
            self._number(start, stop)

    def _number(self, start: int, stop: int) -> None:
        for position in range(start, stop):
            self.position[self.order[position]] = position
