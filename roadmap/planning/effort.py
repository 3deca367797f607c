"""What it takes to reach a goal, in hours, weeks and dates: all that a plan says but for its steps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from roadmap.domain.plan import PlanRequest
from roadmap.domain.skill import from_hours
from roadmap.planning.schedule import Pace, hours_per_week_needed, schedule, weeks_of


@dataclass(frozen=True, slots=True)
class Effort:
    """What is left and what is known, as `Summary` has it."""

    hours: float
    known_hours: float
    readiness: float
    weeks: int | None
    finish_date: date | None
    feasible: bool | None
    hours_per_week_needed: float | None


def pace_of(request: PlanRequest) -> Pace | None:
    """The pace that a request asks for, if any."""
    if request.hours_per_week is None:
        return None
    return Pace(request.hours_per_week, request.start_date, request.days_off)


def finish_of(request: PlanRequest, hours: int) -> date | None:
    """The last day of `hours` of study (in hundredths), whatever the steps; None without a pace and a start."""
    pace = pace_of(request)
    if pace is None or not hours:
        return None if pace is None else pace.start
    return schedule([hours], [hours], pace)[0].finish


def effort(request: PlanRequest, hours: int, needed: int, finish: date | None) -> Effort:
    """What it takes to learn `hours` of `needed` ones (both in hundredths), finished on a day."""
    pace = pace_of(request)
    feasible = needed_pace = None
    if request.deadline is not None and request.start_date is not None:
        feasible = None if finish is None else not hours or finish <= request.deadline
        needed_pace = hours_per_week_needed(hours, request.start_date, request.deadline, request.days_off)
    return Effort(
        hours=from_hours(hours),
        known_hours=from_hours(needed - hours),
        readiness=_readiness(needed - hours, needed),
        weeks=None if pace is None else weeks_of(hours, finish, pace),
        finish_date=finish,
        feasible=feasible,
        hours_per_week_needed=needed_pace,
    )


def _readiness(known: int, needed: int) -> float:
    """Known hours by needed hours, to four places rounded down: 1 only when nothing is left."""
    return known * 10_000 // needed / 10_000 if needed else 1.0
