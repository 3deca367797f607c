"""The schedule is what one gets by going through the calendar day by day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.domain.days_off import WEEKDAYS, DaysOff, parse_days_off
from roadmap.domain.plan import StepSchedule, Summary
from roadmap.errors import EndlessScheduleError
from roadmap.planning.schedule import Pace, schedule, weeks_of
from tests.building.documents import document, role, skill
from tests.building.plans import plan

DAY = timedelta(days=1)

starts = st.dates(date(2025, 1, 1), date(2027, 12, 31))
hundredths = st.integers(1, 6000)
lengths = st.lists(hundredths, min_size=1, max_size=6)
paces = st.one_of(st.integers(1, 168), st.integers(10, 1680).map(lambda tenths: tenths / 10))


@st.composite
def days_off(draw: st.DrawFn, near: date = date(2026, 6, 1)) -> DaysOff:
    """Up to six weekdays, and some days and periods around a date."""
    weekdays = draw(st.lists(st.sampled_from(WEEKDAYS), max_size=6, unique=True))
    spans = draw(st.lists(st.tuples(st.integers(-400, 400), st.integers(0, 30)), max_size=4))
    firsts = [(near + n * DAY, near + (n + length) * DAY) for n, length in spans]
    return parse_days_off([*weekdays, *(f"{first}/{last}" for first, last in firsts)])


def is_off(day: date, off: DaysOff) -> bool:
    return day.weekday() in off.weekdays or any(first <= day <= last for first, last in off.periods)


def day_by_day(hours: Sequence[int], weekly: float, start: date, off: DaysOff) -> list[tuple[date, date]]:
    """The first and last day of each step, by working off each day's share of the week until nothing is left."""
    share = Fraction(str(weekly)) * 100 / (7 - len(off.weekdays))
    day, left_today = start - DAY, Fraction(0)
    spans = []
    for length in hours:
        left, first = Fraction(length), None
        while left:
            while not left_today:
                day += DAY
                left_today = Fraction(0) if is_off(day, off) else share
            first = first or day
            done = min(left, left_today)
            left, left_today = left - done, left_today - done
        spans.append((first or day, day))
    return spans


def scheduled(hours: Sequence[int], pace: Pace) -> list[StepSchedule]:
    return schedule(list(accumulate(hours)), hours, pace)


@given(lengths, paces, starts, days_off())
def test_steps_fill_the_days_of_study_in_order(hours: list[int], weekly: float, start: date, off: DaysOff) -> None:
    placed = scheduled(hours, Pace(weekly, start, off))
    assert [(step.start, step.finish) for step in placed] == day_by_day(hours, weekly, start, off)


@given(lengths, paces, starts, days_off())
def test_weeks_are_counted_from_the_start(hours: list[int], weekly: float, start: date, off: DaysOff) -> None:
    pace = Pace(weekly, start, off)
    placed, spans = scheduled(hours, pace), day_by_day(hours, weekly, start, off)
    assert [step.week for step in placed] == [(first - start).days // 7 + 1 for first, _ in spans]
    assert weeks_of(sum(hours), placed[-1].finish, pace) == (spans[-1][1] - start).days // 7 + 1


@given(lengths, paces)
def test_without_a_start_weeks_are_counted_by_hours_alone(hours: list[int], weekly: float) -> None:
    pace, by_week, done = Pace(weekly), Fraction(str(weekly)) * 100, 0
    for step, length in zip(scheduled(hours, pace), hours, strict=True):
        assert (step.week - 1) * by_week <= done < step.week * by_week
        assert step.start is step.finish is None
        done += length
    weeks = weeks_of(done, None, pace)
    assert (weeks - 1) * by_week < done <= weeks * by_week


def summary_of(hours: list[int], weekly: float, start: date, off: DaysOff, deadline: date) -> Summary:
    """The figures of a plan whose steps, one after the other, take these hours (in hundredths)."""
    chain = [
        skill(f"step-{n}", length / 100, requires=[f"step-{n - 1}"] if n else []) for n, length in enumerate(hours)
    ]
    made = document(chain, [role("goal", chain[-1]["id"])])
    pace = {"hours_per_week": weekly, "start_date": start, "days_off": off, "deadline": deadline}
    return plan(made, role="goal", **pace).summary


@given(lengths, paces, starts, days_off(), st.integers(-3, 200))
def test_a_deadline_is_met_if_the_last_day_is_not_after_it(
    hours: list[int], weekly: float, start: date, off: DaysOff, days: int
) -> None:
    deadline = start + days * DAY
    summary = summary_of(hours, weekly, start, off, deadline)
    assert summary.finish_date == day_by_day(hours, weekly, start, off)[-1][1]
    assert summary.feasible == (summary.finish_date <= deadline)


@given(lengths, starts, days_off(), st.integers(-3, 200))
def test_the_pace_needed_meets_the_deadline_and_a_tenth_of_an_hour_less_does_not(
    hours: list[int], start: date, off: DaysOff, days: int
) -> None:
    deadline = start + days * DAY
    needed = summary_of(hours, 1, start, off, deadline).hours_per_week_needed
    if needed is None:
        assert all(is_off(start + n * DAY, off) for n in range(days + 1))
        return
    assert summary_of(hours, needed, start, off, deadline).feasible
    less = round(needed - 0.1, 1)
    assert less == 0 or not summary_of(hours, less, start, off, deadline).feasible


@given(lengths, st.integers(1, 99), days_off())
def test_a_plan_that_outlasts_the_calendar_is_refused(hours: list[int], days: int, off: DaysOff) -> None:
    start = date.max - days * DAY
    share = Fraction(1) / (7 - len(off.weekdays))
    study_days = sum(not is_off(start + n * DAY, off) for n in range(days + 1))
    if sum(hours) > study_days * share * 100:
        with pytest.raises(EndlessScheduleError):
            scheduled(hours, Pace(1, start, off))
    else:
        assert scheduled(hours, Pace(1, start, off))[-1].finish is not None
