"""Who builds on whom in a goal, as it counts for an order: above all in the plan from nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import compress, count
from operator import mul

from roadmap.planning.bitset import flags
from roadmap.planning.gap import Gap, GapSolver
from roadmap.planning.goal import Goal, leaves

Places = Sequence[Sequence[int]]


@dataclass(frozen=True, slots=True, eq=False)
class Usage:
    """By place: whether the plan from nothing has the unit (`usual`), what it builds on (`needs`) and what builds on
    it (`uses`). `edges` is how many more edges a unit has to what it needs than to what needs it: by so much all
    distances together change where it comes a step later. `wanted` are the units that the goal itself names.

    A usual unit has to do with usual units alone, and of the options of its choices with those chosen; any other with
    all that it could need or that could need it.
    """

    goal: Goal
    usual: Sequence[int]
    needs: Places
    uses: Places
    edges: Sequence[int]
    wanted: frozenset[int]

    def distance(self, order: Sequence[int]) -> int:
        """The sum of all prerequisite distances in the plan from nothing, in steps."""
        steps = compress(map(self.edges.__getitem__, order), map(self.usual.__getitem__, order))
        return sum(map(mul, steps, count()))

    def alphabetical(self) -> list[int]:
        """The plan from nothing in the order that takes no thought: always the first by id of what can come next."""
        ids, before = self.goal.unit_ids, [self._obeyed(place) for place in range(len(self.usual))]
        after, missing = turned(before), list(map(len, before))
        free = [(ids[place], place) for place, usual in enumerate(self.usual) if usual and not missing[place]]
        heapify(free)
        order: list[int] = []
        while free:
            order.append(heappop(free)[1])
            for place in after[order[-1]]:
                missing[place] -= 1
                if not missing[place]:
                    heappush(free, (ids[place], place))
        return order

    def _obeyed(self, place: int) -> list[int]:
        """What comes before a usual unit: what it needs, and what is recommended to come first."""
        if not self.usual[place]:
            return []
        edges = self.goal.edges_in[place]
        soft = [before for before in self.goal.before[place] if self.usual[before] and before not in edges]
        return [*self.needs[place], *soft]


def usage_of(goal: Goal) -> Usage:
    """Settle the choices of the plan from nothing, and see who builds on whom there. Cost: that of its gap."""
    gap = GapSolver(goal).solve(0)
    usual = flags(gap.units, len(goal.units))
    chosen = _chosen(gap)
    needs = [
        tuple(dict.fromkeys((*goal.prerequisites[place], *chosen.get(place, ())))) if usual[place] else edges
        for place, edges in enumerate(goal.edges_in)
    ]
    among_usual = turned([needed if usual[place] else () for place, needed in enumerate(needs)])
    uses = [among_usual[place] if usual[place] else after for place, after in enumerate(turned(goal.edges_in))]
    wanted = frozenset(leaf for want in goal.wants for leaf in leaves(want.requirement))
    edges = [len(needed) - len(after) for needed, after in zip(needs, among_usual, strict=True)]
    return Usage(goal, usual, needs, uses, edges, wanted)


def turned(edges: Places) -> list[list[int]]:
    """The same edges listed by their other end."""
    by_other_end: list[list[int]] = [[] for _ in edges]
    for place, others in enumerate(edges):
        for other in others:
            by_other_end[other].append(place)
    return by_other_end


def _chosen(gap: Gap) -> dict[int | None, list[int]]:
    """The units chosen for each unit that requires a choice."""
    chosen: dict[int | None, list[int]] = {}
    for settlement in gap.settlements:
        for owned, options in settlement.outcome.chosen:
            chosen.setdefault(owned.owner, []).extend(option for option in options if isinstance(option, int))
    return chosen
