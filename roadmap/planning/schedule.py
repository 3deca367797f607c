"""Steps laid out over weeks and days at a given pace, in whole numbers so that no rounding moves a date.

Without a start date, weeks are counted by hours alone. With one, each week (of seven days from the start) gives
its hours in equal shares to its weekdays of study; a day of the calendar that is off loses its share.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import ceil

from roadmap.domain.days_off import DaysOff
from roadmap.domain.plan import StepSchedule
from roadmap.domain.skill import HUNDREDTHS
from roadmap.errors import EndlessScheduleError

WEEK = 7
MAX_WEEKLY_HOURS = 168

MAX_WEEKS = date.max.toordinal() // WEEK
"""What the calendar holds, and so the most that a plan may take, dated or not."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast, from when, and when not. `hours_per_week` is over 0 and at most 168."""

    hours_per_week: float
    start: date | None = None
    days_off: DaysOff = DaysOff()


def schedule(ends: Sequence[int], hours: Sequence[int], pace: Pace) -> list[StepSchedule]:
    """The schedule of steps that are `hours` long and end after `ends` hours of work (both in hundredths).

    EndlessScheduleError if a date would fall after the year 9999, or there would be more weeks than until then.
    Cost: linear in the steps times the periods off.
    """
    if pace.start is None:
        share = _weekly_share(pace)
        if ends and ends[-1] > MAX_WEEKS * share:
            raise EndlessScheduleError(pace.hours_per_week)
        return [
            StepSchedule(_quotient(end - length, share) + 1, None, None)
            for end, length in zip(ends, hours, strict=True)
        ]
    days = _StudyDays(pace.start, pace.days_off)
    share = _daily_share(pace)
    placed = []
    for end, length in zip(ends, hours, strict=True):
        first = days.day(_quotient(end - length, share), pace)
        last = days.day(-_quotient(-end, share) - 1, pace)
        placed.append(StepSchedule((first - pace.start).days // WEEK + 1, first, last))
    return placed


def weeks_of(total: int, finish: date | None, pace: Pace) -> int:
    """How many weeks a plan of `total` hours (in hundredths) takes, the last one begun counting whole."""
    if finish is not None and pace.start is not None and total:
        return (finish - pace.start).days // WEEK + 1
    return ceil(total / _weekly_share(pace))


def hours_per_week_needed(total: int, start: date, deadline: date, days_off: DaysOff) -> float | None:
    """The weekly hours that finish `total` hours (in hundredths) by the deadline, rounded up to a tenth.

    None when no day of study lies between the two.
    """
    study_days = _StudyDays(start, days_off).count_until(deadline)
    if total == 0:
        return 0
    if study_days == 0:
        return None
    weekly = Fraction(total, HUNDREDTHS) / study_days * (WEEK - len(days_off.weekdays))
    return ceil(weekly * 10) / 10


def _weekly_share(pace: Pace) -> Fraction:
    """Hundredths of an hour a week: of 2.3 hours exactly 230, not what the binary fraction nearest to 2.3 makes."""
    return Fraction(str(pace.hours_per_week)) * HUNDREDTHS


def _daily_share(pace: Pace) -> Fraction:
    return _weekly_share(pace) / (WEEK - len(pace.days_off.weekdays))


def _quotient(hours: int, share: Fraction) -> int:
    """How many whole shares fit into some hours, rounded down."""
    return hours * share.denominator // share.numerator


class _StudyDays:
    """The days of study from a start, by their number from 0."""

    def __init__(self, start: date, days_off: DaysOff) -> None:
        self.start = start.toordinal()
        self.weekdays = [n for n in range(WEEK) if (start.weekday() + n) % WEEK not in days_off.weekdays]
        periods = [(first.toordinal(), last.toordinal()) for first, last in days_off.periods]
        self.lost = list(self._lost(periods))

    def day(self, number: int, pace: Pace) -> date:
        """The date of a day of study; EndlessScheduleError past the end of the calendar."""
        for lost_at, days in self.lost:
            if lost_at <= number:
                number += days
        weeks, rest = divmod(number, len(self.weekdays))
        ordinal = self.start + weeks * WEEK + self.weekdays[rest]
        if ordinal > date.max.toordinal():
            raise EndlessScheduleError(pace.hours_per_week)
        return date.fromordinal(ordinal)

    def count_until(self, deadline: date) -> int:
        """How many days of study there are from the start to the deadline, both included."""
        number = self._regular_days_before(deadline.toordinal() + 1)
        return number - sum(min(days, number - lost_at) for lost_at, days in self.lost if lost_at < number)

    def _lost(self, periods: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """For each period off, the number of its first lost day by the week's rhythm alone, and how many."""
        for first, last in periods:
            begin = self._regular_days_before(first)
            days = self._regular_days_before(last + 1) - begin
            if days:
                yield begin, days

    def _regular_days_before(self, ordinal: int) -> int:
        weeks, rest = divmod(max(0, ordinal - self.start), WEEK)
        return weeks * len(self.weekdays) + sum(day < rest for day in self.weekdays)
