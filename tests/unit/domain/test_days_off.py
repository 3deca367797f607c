"""Days off as they are written in a request."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.domain.days_off import WEEKDAYS, DaysOff, iso_date, parse_days_off

days = st.dates(date(2026, 1, 1), date(2026, 3, 31))
periods = st.tuples(days, days).map(sorted)


def test_weekdays_dates_and_periods_are_read() -> None:
    off = parse_days_off(["sunday", "2026-12-24/2027-01-02", "monday", "2026-11-01"])
    assert off == DaysOff(
        weekdays=frozenset({0, 6}),
        periods=((date(2026, 11, 1), date(2026, 11, 1)), (date(2026, 12, 24), date(2027, 1, 2))),
    )


def test_they_are_written_in_calendar_order() -> None:
    off = parse_days_off(["sunday", "2026-12-24/2027-01-02", "monday", "2026-11-01"])
    assert str(off) == "monday,sunday,2026-11-01,2026-12-24/2027-01-02"
    assert str(DaysOff()) == ""


def test_periods_that_touch_or_overlap_become_one() -> None:
    words = ["2026-01-05/2026-01-07", "2026-01-08", "2026-01-01/2026-01-02", "2026-01-06/2026-01-06"]
    assert parse_days_off(words).words() == ["2026-01-01/2026-01-02", "2026-01-05/2026-01-08"]


@given(st.lists(periods, max_size=6))
def test_the_same_days_are_off_whatever_way_they_are_written(spans: list[list[date]]) -> None:
    off = parse_days_off([f"{first}/{last}" for first, last in spans])
    assert covered(off.periods) == covered(spans)
    assert parse_days_off(off.words()) == off
    for (_, last), (first, _) in zip(off.periods, off.periods[1:], strict=False):
        assert last + timedelta(days=1) < first


@pytest.mark.parametrize(
    "word",
    [
        "", "Sunday", "sun", "2026-13-01", "2026-02-29", "20261225", "2026-W52-5", "2026-12-24/", "/2026-12-24",
        "2026-12-24/2026-12-25/2026-12-26", "2026-12-24 /2026-12-25", "tomorrow",
    ],
)  # fmt: skip
def test_what_is_no_day_is_refused_and_named(word: str) -> None:
    with pytest.raises(ValueError, match="is not a weekday, an ISO date") as refused:
        parse_days_off(["monday", word])
    assert repr(word) in str(refused.value)


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="ends before it begins"):
        parse_days_off(["2026-12-25/2026-12-24"])


def test_a_day_of_the_week_must_be_left() -> None:
    with pytest.raises(ValueError, match="at least one day of the week"):
        parse_days_off(WEEKDAYS)
    assert len(parse_days_off(WEEKDAYS[1:]).weekdays) == 6


def test_dates_have_one_way_of_writing() -> None:
    assert iso_date("2026-11-24") == date(2026, 11, 24)
    for other in ("20261124", "2026-W48-2", "2026-11-24T00:00"):
        with pytest.raises(ValueError, match="2026"):
            iso_date(other)


def covered(spans: object) -> set[date]:
    assert isinstance(spans, list | tuple)
    return {first + timedelta(days=n) for first, last in spans for n in range((last - first).days + 1)}
