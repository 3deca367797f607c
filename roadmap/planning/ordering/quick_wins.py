"""The goal's own requirements as early as they can be had, by hours."""

from __future__ import annotations

from collections.abc import Iterable

from roadmap.planning.bitset import bitset, members, union
from roadmap.planning.goal import Goal, leaves


def order(goal: Goal) -> tuple[int, ...]:
    """Again and again the units that win most requirements an hour: those under one requirement not yet had.

    After J. B. Sidney (1975), who puts the initial set of the best ratio first; here only the sets under a
    single requirement are compared. Cost: the square of the number of requirements, times that of units.
    """
    under = _everything_before(goal)
    wanted = {leaf for want in goal.wants for leaf in leaves(want.requirement)}
    order: list[int] = []
    done, open_wants = 0, wanted
    while open_wants:
        best = min(open_wants, key=lambda place: _price(goal, under[place] & ~done, wanted, place))
        order.extend(members(under[best] & ~done))
        done |= under[best]
        open_wants = {place for place in open_wants if not done >> place & 1}
    order.extend(members(bitset(range(len(goal.units))) & ~done))
    return tuple(order)


def _everything_before(goal: Goal) -> list[int]:
    under: list[int] = []
    for place, before in enumerate(goal.before):
        under.append(1 << place | union(under[earlier] for earlier in before))
    return under


def _price(goal: Goal, units: int, wanted: Iterable[int], place: int) -> tuple[float, int]:
    """Hours a requirement won, and the place to break ties."""
    won = sum(units >> want & 1 for want in wanted)
    return goal.weights.weigh(units) / won, place
