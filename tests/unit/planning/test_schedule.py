"""Schedules: single cases that a reader can follow on a calendar."""

from __future__ import annotations

from datetime import date

import pytest

from roadmap.domain.days_off import parse_days_off
from roadmap.domain.plan import Summary
from roadmap.errors import EndlessScheduleError
from roadmap.planning.schedule import hours_per_week_needed
from tests.building.documents import document, role, skill
from tests.building.plans import plan

MONDAY = date(2026, 11, 30)
TEN_AND_TWENTY = document([skill("a", 10), skill("b", 20, requires=["a"])], [role("goal", "b")])


def spans(**request: object) -> list[tuple[int, str, str]]:
    steps = plan(TEN_AND_TWENTY, role="goal", **request).steps
    return [
        (step.schedule.week, str(step.schedule.start), str(step.schedule.finish)) for step in steps if step.schedule
    ]


def summary(**request: object) -> Summary:
    return plan(TEN_AND_TWENTY, role="goal", **request).summary


def test_without_a_pace_there_is_no_schedule() -> None:
    assert all(step.schedule is None for step in plan(TEN_AND_TWENTY, role="goal", start_date=MONDAY).steps)
    assert summary().weeks is summary().finish_date is None


def test_a_pace_alone_gives_weeks() -> None:
    assert spans(hours_per_week=10) == [(1, "None", "None"), (2, "None", "None")]
    assert (summary(hours_per_week=10).weeks, summary(hours_per_week=10).finish_date) == (3, None)
    assert summary(hours_per_week=11).weeks == 3


def test_every_day_of_the_week_has_its_share() -> None:
    assert spans(hours_per_week=14, start_date=MONDAY) == [
        (1, "2026-11-30", "2026-12-04"),
        (1, "2026-12-05", "2026-12-14"),
    ]


def test_the_hours_of_a_week_go_to_the_days_that_are_not_off() -> None:
    weekend = parse_days_off(["saturday", "sunday"])
    assert spans(hours_per_week=10, start_date=MONDAY, days_off=weekend) == [
        (1, "2026-11-30", "2026-12-04"),
        (2, "2026-12-07", "2026-12-18"),
    ]


def test_a_holiday_loses_its_hours() -> None:
    off = parse_days_off(["saturday", "sunday", "2026-12-07/2026-12-11", "2026-12-02"])
    assert spans(hours_per_week=10, start_date=MONDAY, days_off=off) == [
        (1, "2026-11-30", "2026-12-14"),
        (3, "2026-12-15", "2026-12-28"),
    ]


def test_a_start_on_a_day_off_begins_on_the_next_day_of_study() -> None:
    off = parse_days_off(["monday", "2026-12-01"])
    assert spans(hours_per_week=60, start_date=MONDAY, days_off=off)[0] == (1, "2026-12-02", "2026-12-02")


def test_a_pace_is_taken_as_it_is_written() -> None:
    """3 hours at 0.3 a week are 10 weeks, although no binary fraction is 0.3."""
    small = document([skill("a", 3)], [role("goal", "a")])
    assert plan(small, role="goal", hours_per_week=0.3).summary.weeks == 10
    assert plan(small, role="goal", hours_per_week=0.3, start_date=MONDAY).summary.weeks == 10


def test_a_deadline_that_cannot_be_met_is_answered_with_the_pace_it_would_take() -> None:
    late = summary(hours_per_week=10, start_date=MONDAY, deadline=date(2026, 12, 13))
    assert (late.feasible, late.hours_per_week_needed) == (False, 15)
    assert summary(hours_per_week=15, start_date=MONDAY, deadline=date(2026, 12, 13)).feasible


def test_a_deadline_before_any_day_of_study_has_no_pace() -> None:
    off = parse_days_off(["2026-11-01/2026-12-31"])
    made = summary(hours_per_week=10, start_date=MONDAY, deadline=date(2026, 12, 31), days_off=off)
    assert (made.feasible, made.hours_per_week_needed) == (False, None)
    assert hours_per_week_needed(100, MONDAY, date(2026, 11, 29), parse_days_off([])) is None


def test_a_deadline_without_a_pace_gives_the_pace_needed_alone() -> None:
    made = summary(start_date=MONDAY, deadline=date(2026, 12, 13))
    assert (made.feasible, made.hours_per_week_needed) == (None, 15)


@pytest.mark.parametrize("deadline", [date(2026, 12, 13), date(2026, 11, 1)])
def test_nothing_to_learn_takes_no_time_and_meets_every_deadline(deadline: date) -> None:
    made = summary(known=("b",), hours_per_week=10, start_date=MONDAY, deadline=deadline)
    assert (made.weeks, made.finish_date, made.feasible, made.hours_per_week_needed) == (0, MONDAY, True, 0)


@pytest.mark.parametrize("start", [None, MONDAY])
def test_a_plan_that_outlasts_the_calendar_is_refused(start: date | None) -> None:
    with pytest.raises(EndlessScheduleError, match=r"At 1e-05 hours a week"):
        summary(hours_per_week=0.00001, start_date=start)
