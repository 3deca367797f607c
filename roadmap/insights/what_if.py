"""What a plan would save if more were known: the difference to the plan that would be made then."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import chain

from roadmap.domain.plan import PlanRequest
from roadmap.domain.questions import Saving, WhatIf
from roadmap.domain.skill import from_hours
from roadmap.errors import EndlessScheduleError
from roadmap.planning import Planner
from roadmap.planning.effort import finish_of
from roadmap.planning.plan import Plan


def what_if(planner: Planner, plan: Plan) -> WhatIf | None:
    """The savings of what a plan's request asks about; None if it asks about nothing.

    Cost: that of a gap for each thing asked, and one more.
    """
    asked = dict.fromkeys(map(plan.compiled.find, plan.request.what_if))
    if not asked:
        return None
    together = tuple(dict.fromkeys(chain.from_iterable(asked)))
    return WhatIf(tuple(_saving(planner, plan, numbers) for numbers in asked), _saving(planner, plan, together))


def _saving(planner: Planner, plan: Plan, numbers: tuple[int, ...]) -> Saving:
    units = tuple(plan.compiled.units[number].id for number in numbers)
    request = replace(plan.request, known=(*plan.request.known, *units))
    settled = planner.settle(request)
    hours = settled.goal.weights.weigh(settled.gap.units)
    finish, before = _finish(request, hours), plan.summary.finish_date
    return Saving(
        units=units,
        hours_saved=from_hours((plan.ends[-1] if plan.ends else 0) - hours),
        steps_saved=len(plan.kept) - settled.gap.units.bit_count(),
        days_saved=(before - finish).days if before and finish else None,
        finish_date=finish,
    )


def _finish(request: PlanRequest, hours: int) -> date | None:
    """The last day of so many hours of study (in hundredths); None also past the end of the calendar."""
    try:
        return finish_of(request, hours)
    except EndlessScheduleError:
        return None
