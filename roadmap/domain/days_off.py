"""Days without study: weekdays that are always off, and single days or periods of the calendar."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True)
class DaysOff:
    """`weekdays` counts from Monday as 0; `periods` are pairs of first and last day, sorted and apart."""

    weekdays: frozenset[int] = frozenset()
    periods: tuple[tuple[date, date], ...] = ()

    def __str__(self) -> str:
        return ",".join(self.words())

    def words(self) -> list[str]:
        """The days as they are written in a request, in calendar order."""
        days = [WEEKDAYS[day] for day in sorted(self.weekdays)]
        spans = [f"{first}" if first == last else f"{first}/{last}" for first, last in self.periods]
        return [*days, *spans]


def parse_days_off(words: Iterable[str]) -> DaysOff:
    """Read days off as they are written in a request.

    A word is a weekday (`sunday`), a date (`2026-12-25`), or a period of two dates, both included, as ISO 8601
    writes it (`2026-12-24/2027-01-02`). ValueError says what cannot be read, or that no day of the week is left.

    >>> parse_days_off(["2026-12-25", "sunday"]).words()
    ['sunday', '2026-12-25']
    """
    weekdays: set[int] = set()
    periods: list[tuple[date, date]] = []
    for word in words:
        if word in WEEKDAYS:
            weekdays.add(WEEKDAYS.index(word))
        else:
            periods.append(_period(word))
    if len(weekdays) == len(WEEKDAYS):
        raise ValueError("at least one day of the week must be left for study")
    return DaysOff(frozenset(weekdays), _merged(periods))


def _period(word: str) -> tuple[date, date]:
    try:
        first, _, last = word.partition("/")
        period = (iso_date(first), iso_date(last) if "/" in word else iso_date(first))
    except ValueError:
        message = f"{word!r} is not a weekday, an ISO date (2026-12-25) or a period of two (2026-12-24/2027-01-02)"
        raise ValueError(message) from None
    if period[1] < period[0]:
        raise ValueError(f"the period {word} ends before it begins")
    return period


def iso_date(text: str) -> date:
    """A calendar date written YYYY-MM-DD; ValueError for every other form ISO 8601 has."""
    day = date.fromisoformat(text)
    if day.isoformat() != text:
        raise ValueError(f"{text!r} is not written YYYY-MM-DD")
    return day


def _merged(periods: list[tuple[date, date]]) -> tuple[tuple[date, date], ...]:
    merged: list[tuple[date, date]] = []
    for first, last in sorted(periods):
        if merged and first.toordinal() <= merged[-1][1].toordinal() + 1:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return tuple(merged)
