"""Plans as CSV (RFC 4180), one row a step, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from io import StringIO

from roadmap.domain.plan import Step
from roadmap.planning.plan import Plan

HEADER = (
    *("position", "unit", "skill", "level", "name", "track", "outcome", "hours", "hours_before", "stage"),
    *("importance", "requires", "unlocks", "blocking_factor", "delay_factor", "week", "start", "finish"),
)

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet may take for the start of a formula (OWASP, CSV injection)."""


def export(plan: Plan, links: Mapping[str, str]) -> bytes:
    """A header and one row a step; lists are joined by spaces, days are ISO dates. Links have no place here."""
    del links
    text = StringIO(newline="")
    rows = csv.writer(text, lineterminator="\r\n")
    rows.writerow(HEADER)
    for step in plan.steps:
        rows.writerow(_cells(step))
    return text.getvalue().encode()


def _cells(step: Step) -> Iterator[object]:
    schedule = step.schedule
    yield from (step.position, step.unit, step.skill, step.level, _text(step.name), step.track)
    yield from (_text(step.outcome), step.hours, step.hours_before, step.stage, step.importance)
    yield " ".join(prerequisite.unit for prerequisite in step.requires)
    yield " ".join(step.unlocks)
    yield from (step.blocking_factor, step.delay_factor)
    yield from (schedule.week, schedule.start, schedule.finish) if schedule else ("", "", "")


def _text(text: str) -> str:
    """Text that no spreadsheet takes for a formula: an apostrophe before what could begin one."""
    return f"'{text}" if text.lstrip().startswith(FORMULA) or text.startswith(FORMULA) else text
