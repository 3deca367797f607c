"""What draws units together and to the start, and so what it costs that a unit comes one step later."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from roadmap.planning.bitset import bitset, union
from roadmap.planning.ordering.just_in_time.usage import Usage

USUAL = 4
"""How much more a unit counts that the plan from nothing has, than one of another option."""

TO_FIRST_USE, LATE = 16, 40
"""What a step costs between a unit and its first use, where it is there for others only; and where that is not soon."""

SOON = 10
"""The most steps to a first use that comes soon."""

WANTED_TO_FIRST_USE, WANTED_SINCE_LATEST = 8, 4
"""For a unit that the goal names, too: a step to its first use, and a step since the latest that it builds on."""

SINCE_LATEST = 8
"""What a step costs since the latest that a unit builds on, where nothing builds on the unit. Where it builds on
nothing either, the start is the latest."""

BASIC = 1024
"""What a step costs since the start, times the square of the share of the plan from nothing that builds on a unit;
where that is less than half, nothing."""


class _Pull(NamedTuple):
    """A place, the others to the nearest of which it is drawn, and what a step between costs; `late` where that is not
    soon."""

    place: int
    others: Sequence[int]
    weight: int
    late: int


class Pulls:
    """The pulls on each unit of a goal: towards its first use, the latest that it builds on, the start."""

    def __init__(self, usage: Usage) -> None:
        self.length = tuple(USUAL if usual else 1 for usual in usage.usual)
        self.edges = _edges(usage, self.length)
        self._always = [length * pull for length, pull in zip(self.length, _to_start(usage), strict=True)]
        self._first_uses = [pull for pull in self._to_first_uses(usage) if not self._is_always(pull, -1)]
        self._latest = [pull for pull in self._since_latest(usage) if not self._is_always(pull, 1)]

    def _is_always(self, pull: _Pull, sign: int) -> bool:
        """Whether a pull is the same in every order, and then reckoned with once and for all."""
        if len(pull.others) > 1 or pull.late != pull.weight:
            return False
        self._always[pull.place] += sign * pull.weight
        for other in pull.others:
            self._always[other] -= sign * pull.weight
        return True

    def slopes(self, position: Mapping[int, int]) -> list[int]:
        """By place, what a step later costs as long as every unit has the same first use, as soon or late, and the same
        latest prerequisite. Cost: linear in the edges."""
        slopes, at = self._always.copy(), position.__getitem__
        for place, uses, weight, late in self._first_uses:
            first = min(uses, key=at) if len(uses) > 1 else uses[0]
            cost = late if position[first] - position[place] > SOON else weight
            slopes[place] -= cost
            slopes[first] += cost
        for place, needs, weight, _ in self._latest:
            slopes[place] += weight
            slopes[max(needs, key=at)] -= weight
        return slopes

    def _to_first_uses(self, usage: Usage) -> Iterator[_Pull]:
        for place, uses in enumerate(usage.uses):
            if uses and place in usage.wanted:
                weight = WANTED_TO_FIRST_USE * self.length[place]
                yield _Pull(place, uses, weight, late=weight)
            elif uses:
                yield _Pull(place, uses, TO_FIRST_USE * self.length[place], LATE * self.length[place])

    def _since_latest(self, usage: Usage) -> Iterator[_Pull]:
        for place, needs in enumerate(usage.needs):
            weight = WANTED_SINCE_LATEST if usage.uses[place] else SINCE_LATEST
            if place in usage.wanted or not usage.uses[place]:
                yield _Pull(place, needs, weight * self.length[place], late=weight * self.length[place])


def _edges(usage: Usage, length: Sequence[int]) -> tuple[int, ...]:
    """By place, what a step later costs in distance over all edges."""
    edges = [0] * len(length)
    for place, needs in enumerate(usage.needs):
        edges[place] += length[place] * len(needs)
        for need in needs:
            edges[need] -= length[place]
    return tuple(edges)


def _to_start(usage: Usage) -> Iterator[int]:
    """By place, what each step costs that a unit comes after the start, for what half of the plan builds on it."""
    plan = [place for place, usual in enumerate(usage.usual) if usual]
    above = [0] * len(usage.usual)
    for place in reversed(plan):
        above[place] = bitset(usage.uses[place]) | union(above[use] for use in usage.uses[place])
    for builds_on_it in above:
        size = builds_on_it.bit_count()
        yield BASIC * size**2 // len(plan) ** 2 if 2 * size >= len(plan) else 0
