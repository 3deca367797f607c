"""What a job is like whatever the learner knows: told by the hours of its plan from nothing, essentials alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from roadmap.domain.axis import AXIS_NAMES
from roadmap.domain.plan import PlanRequest
from roadmap.domain.remembered import remembered
from roadmap.insights.ranking.decimals import TWO, cut, ratio, shown
from roadmap.planning import Planner
from roadmap.planning.plan import Plan

ADVANCED = 3

ANY_ORDER = "foundations-first"
"""The strategy whose order is found soonest: a ranking looks at the figures of plans, which no order changes."""


@dataclass(frozen=True, slots=True)
class Entry:
    """How hard it is to enter a job.

    `advanced_share` is the share of its units that are of level 3. `difficulty`, from 0 to 1, is the mean of the three
    figures, each divided by the largest that any role of the graph has.
    """

    difficulty: float
    hours: float
    critical_path_hours: float
    advanced_share: float


@dataclass(frozen=True, slots=True)
class Profile:
    """A job by axis, and its entry.

    `shares` are the shares of its hours that count for each axis, to four places; `traits` the same divided by the
    largest share that any role of the graph has, to two places: 1 for the role that has most of it.
    """

    shares: Mapping[str, Decimal]
    traits: Mapping[str, Decimal]
    entry: Entry


@remembered
def profiles(planner: Planner) -> Mapping[str, Profile]:
    """The profile of every role of a planner's graph. Cost, the first time: a plan for each role."""
    plans = {role: planner.build_plan(PlanRequest(role, strategy=ANY_ORDER)) for role in planner.compiled.roles}
    spent = {role: _hours_by_axis(plan) for role, plan in plans.items()}
    traits = {axis: _on_one_scale(plans, {role: spent[role][axis] for role in plans}) for axis in AXIS_NAMES}
    entries = _entries(plans)
    return {
        role: Profile(
            shares={axis: ratio(spent[role][axis], _hours(plan)) for axis in AXIS_NAMES},
            traits={axis: traits[axis][role] for axis in AXIS_NAMES},
            entry=entries[role],
        )
        for role, plan in plans.items()
    }


def _hours(plan: Plan) -> int:
    return plan.ends[-1]


def _hours_by_axis(plan: Plan) -> dict[str, int]:
    hours = dict.fromkeys(AXIS_NAMES, 0)
    for step in plan.kept:
        for axis in plan.template.steps[step].unit.skill.axes:
            hours[axis] += plan.template.hours[step]
    return hours


def _on_one_scale(plans: Mapping[str, Plan], spent: Mapping[str, int]) -> dict[str, Decimal]:
    shares = {role: Decimal(hours) / _hours(plans[role]) for role, hours in spent.items()}
    largest = max(shares.values())
    return {role: cut(share / largest, TWO) if largest else Decimal(0) for role, share in shares.items()}


def _entries(plans: Mapping[str, Plan]) -> dict[str, Entry]:
    figures = {
        role: (plan.summary.hours, plan.summary.critical_path_hours, shown(_advanced_share(plan)))
        for role, plan in plans.items()
    }
    largest = [max(column) for column in zip(*figures.values(), strict=True)]
    return {role: Entry(shown(_difficulty(own, largest)), *own) for role, own in figures.items()}


def _advanced_share(plan: Plan) -> Decimal:
    advanced = sum(plan.template.steps[step].unit.level.number == ADVANCED for step in plan.kept)
    return ratio(advanced, len(plan.kept))


def _difficulty(own: tuple[float, ...], largest: list[float]) -> Decimal:
    ratios = [ratio(figure, most) for figure, most in zip(own, largest, strict=True)]
    return cut(sum(ratios, Decimal(0)) / len(ratios))
