"""Hours as weeks, where a pace is given."""

from __future__ import annotations

from roadmap.planning.schedule import Pace, weeks_of


def weeks(total: int, hours_per_week: float | None) -> int | None:
    """How many weeks some hours (in hundredths) take, the last one begun counting whole; None without a pace.

    >>> weeks(25_00, 10), weeks(25_00, None)
    (3, None)
    """
    return None if hours_per_week is None else weeks_of(total, None, Pace(hours_per_week))
