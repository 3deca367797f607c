"""An order under improvement: runs of units pass their neighbours, as far as the edges allow and as far as is best."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from operator import mul
from random import Random

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

Attempt = tuple[int, float, bool]
"""A move to try: how many units the run has, after what share of all runs of so many it begins, from 0 to 1, and
whether it goes later."""


@lru_cache
def attempts(seed: int, number: int) -> tuple[Attempt, ...]:
    """So many moves to try, the same each time, and so drawn once for all goals."""
    random = Random(seed).random  # noqa: S311 - the same numbers on every platform and version of Python
    return tuple([(RUNS[int(random() * len(RUNS))], random(), random() < 1 / 2) for _ in range(number)])


class Arrangement:
    """All places of a goal in some order. `length` is how far a unit moves what it passes, `slopes` what it costs that
    a unit comes one length later, and `allowed` what a move may cost at most."""

    def __init__(self, goal: Goal, length: Sequence[int], order: list[int]) -> None:
        self.order, self.length = order, length
        numbers = {track.id: number for number, track in enumerate(goal.compiled.graph.tracks)}
        track = [numbers[goal.compiled.units[unit].skill.track] for unit in goal.units]
        # By position, and last what is beyond either end: one before the first of a list is its last, too.
        self._tracks = [*map(track.__getitem__, order), NOTHING]
        self.position = {place: at for at, place in enumerate(order)}
        self.slopes, self.allowed = [0] * len(order), 0
        self._before = [frozenset(before) for before in goal.before]
        self._after = [frozenset(after) for after in turned(goal.before)]

    def cost(self) -> int:
        """What the order costs: every unit its slope for each length before it, and every change of track."""
        reached = accumulate(map(self.length.__getitem__, self.order), initial=0)
        come_late: int = sum(map(mul, map(self.slopes.__getitem__, self.order), reached))
        return come_late + SWITCH * sum([one != other for one, other in pairwise(self._tracks[:-1])])

    def move(self, attempt: Attempt) -> None:
        """Let a run move one way. Cost: linear in its length and that of its way."""
        size, share, later = attempt
        first, behind = self._run(size, share)
        if later:
            self._move_later(first, behind)
        else:
            self._move_earlier(first, behind)

    def _move_later(self, first: int, behind: int) -> None:
        order, run = self.order, self.order[first:behind]
        if behind < len(order) and self._before[order[behind]].isdisjoint(run):
            way = order[behind : behind + REACH]
            passed = self._best(run, way, self._after, 1)
            if passed:
                self._exchange(first, behind, behind + passed)

    def _move_earlier(self, first: int, behind: int) -> None:
        order, run = self.order, self.order[first:behind]
        if first and self._after[order[first - 1]].isdisjoint(run):
            way = order[max(first - REACH, 0) : first]
            passed = self._best(run[::-1], way[::-1], self._before, -1)
            if passed:
                self._exchange(first - passed, first, behind)

    def _run(self, size: int, share: float) -> tuple[int, int]:
        """From where to where a run goes that begins after a share, from 0 to 1, of all that could."""
        count = len(self.order)
        if size != TO_END_OF_TRACK:
            size = min(size, count)
            first = int(share * (count - size + 1))
            return first, first + size
        first = int(share * count)
        behind, tracks = first + 1, self._tracks
        while tracks[behind] == tracks[first]:
            behind += 1
        return first, behind

    def _best(self, run: list[int], way: list[int], holds: Sequence[frozenset[int]], sign: int) -> int:
        """How many units of its way a run best passes: none where all that is possible costs more than allowed.

        The run is given from its rear to its front, the way from there on; `holds` says, by place, what a unit may not
        pass; the sign is that of the way.
        """
        length, slopes, tracks, position = self.length, self.slopes, self._tracks, self.position
        held = holds[run[0]].union(*map(holds.__getitem__, run[1:])) if len(run) > 1 else holds[run[0]]
        run_length = sign * sum(map(length.__getitem__, run))
        run_slope = sign * sum(map(slopes.__getitem__, run))
        rear, front = position[run[0]], position[run[-1]]
        far, near, left, here = tracks[rear], tracks[front], tracks[rear - sign], tracks[front + sign]
        cost = SWITCH * ((left != here) - (left != far) - (near != here))
        best, lowest = front, self.allowed
        worth = lowest + SWITCH  # a change of track can be saved where the run goes, but no more
        for place in way:
            if place in held:
                break
            cost += length[place] * run_slope - run_length * slopes[place]
            if cost <= worth:
                at = position[place]
                here, following = tracks[at], tracks[at + sign]
                total = cost + SWITCH * ((here != far) + (near != following) - (here != following))
                if total <= lowest:
                    best, lowest, worth = at, total, total + SWITCH
        return abs(best - front)

    def _exchange(self, start: int, middle: int, stop: int) -> None:
        """Let [start, middle) and [middle, stop) change places."""
        for row in (self.order, self._tracks):
            row[start:stop] = row[middle:stop] + row[start:middle]
        self.position.update(zip(self.order[start:stop], range(start, stop), strict=True))
