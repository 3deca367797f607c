"""Ordering strategies: each puts all units of a goal in one canonical order, which every plan keeps.

A plan takes its steps from this order and leaves the others out, so what one knows never reorders the rest.
A new strategy is one module with an `order` function, and one line here.
"""

from collections.abc import Callable
from dataclasses import dataclass

from roadmap.planning.goal import Goal
from roadmap.planning.ordering import foundations_first, just_in_time, quick_wins


@dataclass(frozen=True, slots=True)
class Strategy:
    """A way to order a goal's units: `order` returns the places of all of them, a linear extension of
    `goal.before`, and depends on nothing but the goal."""

    name: str
    summary: str
    order: Callable[[Goal], tuple[int, ...]]


STRATEGIES = (
    Strategy("just-in-time", "What is needed next comes next, tracks together.", just_in_time.order),
    Strategy("foundations-first", "Stage by stage, from the ground up.", foundations_first.order),
    Strategy("quick-wins", "The goal's own requirements as early as they can be had.", quick_wins.order),
)

BY_NAME = {strategy.name: strategy for strategy in STRATEGIES}
