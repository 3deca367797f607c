"""Figures of an order of steps, by which strategies are judged."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import fmean

from roadmap.domain.plan import Step


def track_switches(steps: Sequence[Step]) -> int:
    """How often a step is of another track than the one before."""
    return sum(before.track != after.track for before, after in pairwise(steps))


def stage_inversions(steps: Sequence[Step]) -> int:
    """How many pairs of neighbours go back to an earlier stage."""
    return sum(before.stage > after.stage for before, after in pairwise(steps))


def hours_until(steps: Sequence[Step], wanted: Collection[str]) -> float:
    """The mean number of hours after which each wanted unit is reached."""
    return fmean(step.hours_before + step.hours for step in steps if step.unit in wanted)


def in_order(steps: Sequence[Step], order: Sequence[str]) -> list[Step]:
    """The steps in another order of their units, with the hours before each counted anew."""
    by_unit = {step.unit: step for step in steps}
    moved, hours = [], 0.0
    for unit in order:
        moved.append(replace(by_unit[unit], hours_before=hours))
        hours += by_unit[unit].hours
    return moved
