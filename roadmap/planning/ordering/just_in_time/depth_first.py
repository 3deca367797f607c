"""An order to start from: each want after all that is under it."""

from __future__ import annotations

from roadmap.planning.goal import Goal, leaves


def depth_first(goal: Goal) -> list[int]:
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
