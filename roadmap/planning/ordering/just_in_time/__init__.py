"""What is needed next comes next: each unit shortly before its first use, tracks together.

A learner finds an order sensible where every unit comes shortly before the first that builds on it; where what the
goal asks for, and nothing builds on, comes soon after the latest that it builds on itself; where the basics, on which
half of the plan rests, come first; and where the track changes seldom. How far it is to a second use and all others
matters less, but not too little: the mean prerequisite distance, over all edges, keeps to a budget.

How far it is to a first use is the least of several distances. As long as the first uses remain those of the present
order, the sum of these is linear in the positions, and where others take their place it is less. So the order is
improved for the first uses as they are, then they are looked at anew, and so on: majorisation and minimisation (D. R.
Hunter, K. Lange, "A Tutorial on MM Algorithms", 2004). To make a linear cost small is the single-machine scheduling
problem 1|prec|Σwⱼcⱼ (E. L. Lawler, 1978), which is NP-hard. Runs of units move to the best place within reach again
and again: at first even where that costs something, so as to get out of a poor arrangement, later only where it saves
(threshold accepting: G. Dueck, T. Scheuer, 1990). The budget is kept by a Lagrange multiplier, the weight of an edge:
it falls while the distance is within the budget, and rises while it is not.

The random numbers are the same each time, so the order is, too.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from roadmap.planning.goal import Goal
from roadmap.planning.ordering.just_in_time.arrangement import Arrangement, attempts
from roadmap.planning.ordering.just_in_time.depth_first import depth_first
from roadmap.planning.ordering.just_in_time.pulls import TO_FIRST_USE, USUAL, Pulls
from roadmap.planning.ordering.just_in_time.usage import Usage, usage_of

BUDGET = 84
"""The mean prerequisite distance there may be in the plan from nothing, in hundredths of what it is there in
alphabetical order."""

ATTEMPTS = 3
"""How often an order is looked for at most, where none was found within the budget."""

ROUNDS, MOVES = 160, 100
"""How often first uses and budget are looked at, and how many moves are tried each time (fewer in small goals)."""

HEAVIEST, SHARE = 1024, 8
"""What a step of an edge costs at first: so much that nothing else matters. It changes by an eighth each round."""

THRESHOLD = 2
"""What a move may cost at first, in steps to a first use and two edges: ever less until the end, when it may
nothing."""


def order(goal: Goal) -> tuple[int, ...]:
    """The places in an order that keeps together what belongs together. Cost: linear in the goal for each round, and
    in what a run passes for each move; a twelfth of a second or so for goals of 130 units."""
    usage = usage_of(goal)
    pulls = Pulls(usage)
    arrangement = Arrangement(goal, pulls.length, depth_first(goal))
    met: list[tuple[int, int, list[int]]] = []
    for seed in range(ATTEMPTS):
        met.append(min(_orders(arrangement, usage, pulls, seed)))
        over, _, _ = met[-1]
        if not over:
            break
    _, _, best = min(met)
    return tuple(best)


def _orders(arrangement: Arrangement, usage: Usage, pulls: Pulls, seed: int) -> Iterator[tuple[int, int, list[int]]]:
    """The orders met, each with how far it goes over the budget, if it does, and what it costs."""
    tries = iter(attempts(seed, ROUNDS * MOVES))
    moves = min(MOVES, len(arrangement.order) ** 2 // 8)
    budget = usage.distance(usage.alphabetical()) * BUDGET // 100
    weight = HEAVIEST
    met: list[int] = []
    for left in range(ROUNDS, -1, -1):
        if met != arrangement.order:
            met = arrangement.order.copy()
            own = arrangement.slopes = pulls.slopes(arrangement.position)
            over = max(usage.distance(met) - budget, 0)
            yield over, arrangement.cost(), met
        change = max(weight // SHARE, 1)
        weight = weight + change if over else max(weight - change, 1)
        arrangement.slopes = [pull + weight * edge for pull, edge in zip(own, pulls.edges, strict=True)]
        arrangement.allowed = THRESHOLD * USUAL**2 * (TO_FIRST_USE + 2 * weight) * left // ROUNDS
        for attempt in islice(tries, moves if left else 0):
            arrangement.move(attempt)
