"""Roles side by side for reading on a terminal: figures, tables, and the plan that keeps all of them open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, groupby

from roadmap.cli.catalogue import fact_in_words
from roadmap.cli.output import Column, Part, count, heading, line, table
from roadmap.insights.comparison.answer import Comparison, HedgedPlan, PartOfRoles

MOMENTS = ("at the decision point", "a quarter further on", "half way from there", "three quarters on")
"""The moments of regret, in words."""


def comparison_parts(comparison: Comparison) -> Iterator[Part]:
    """Everything to show of a comparison."""
    names = [role.name for role in comparison.roles]
    yield line((" or ".join(names), "bold"), f" · {comparison.strategy}")
    yield from map(line, _figures(comparison.hedged_plan))
    yield heading("Roles")
    yield _roles(comparison)
    if comparison.parts:
        yield heading("Who needs what")
        yield _who_needs_what(comparison)
    if comparison.depth:
        yield heading("Highest level needed")
        yield _depth(comparison)
    yield heading("From one role to another")
    yield _transitions(comparison)
    if comparison.hedged_plan.regret:
        yield heading("Deciding late: hours wasted + hours to go")
        yield _regret(comparison)
    yield from _facts(comparison)
    if comparison.hedged_plan.steps:
        yield heading("Hedged plan")
        yield _steps(comparison)


def _figures(plan: HedgedPlan) -> Iterator[str]:
    summary, point = plan.summary, plan.decision_point
    yield f"To be ready for all: {count(summary.steps, 'step')}, {summary.hours:,} hours{_in_weeks(summary.weeks)}"
    if point is not None:
        before = f"{point.hours_before:,} hours{_in_weeks(point.weeks_before)}"
        yield f"Decide by step {point.position}, {point.unit}: the {before} before it serve every role"
    elif summary.steps:
        yield "There is nothing to decide: every step serves every role."
    else:
        yield "Nothing is left to learn."


def _in_weeks(weeks: int | None) -> str:
    return "" if weeks is None else f" ({count(weeks, 'week')})"


def _roles(comparison: Comparison) -> Part:
    columns = (_role("Role"), *_amounts("Steps", "Hours", "Weeks"), *_amounts("Hedged hours", "Extra hours"))
    rows = [
        (role.id, role.steps, f"{role.hours:,}", role.weeks, f"{role.hedged_hours:,}", f"{role.extra_hours:+,}")
        for role in comparison.roles
    ]
    return _table(comparison, columns, [rows])


def _who_needs_what(comparison: Comparison) -> Part:
    columns = (_role("For"), *_amounts("Steps", "Hours", "Weeks"), Column("Hours by track", wide=True))
    rows = [
        (_served(comparison, part), len(part.units), f"{part.hours:,}", part.weeks, _tracks(part))
        for part in comparison.parts
    ]
    return _table(comparison, columns, [rows])


def _served(comparison: Comparison, part: PartOfRoles) -> str:
    if len(part.roles) == len(comparison.roles):
        return "all of them"
    return f"{part.roles[0]} alone" if len(part.roles) == 1 else " + ".join(part.roles)


def _tracks(part: PartOfRoles) -> str:
    return ", ".join(f"{track.track} {track.hours:,}" for track in part.tracks)


def _depth(comparison: Comparison) -> Part:
    roles = [role.id for role in comparison.roles]
    columns = (Column("Skill", style="bold cyan"), Column("Track", style="dim"), *_amounts(*roles))
    levels = [(depth, {found.role: found.level for found in depth.levels}) for depth in comparison.depth]
    rows = [(depth.skill, depth.track, *(found.get(role, "") for role in roles)) for depth, found in levels]
    return _table(comparison, columns, [rows])


def _transitions(comparison: Comparison) -> Part:
    columns = (_role("From"), _role("To"), *_amounts("Steps", "Hours", "Weeks"))
    rows = [
        (change.from_role, change.to_role, change.steps, f"{change.hours:,}", change.weeks)
        for change in comparison.transitions
    ]
    return _table(comparison, columns, [rows])


def _regret(comparison: Comparison) -> Part:
    roles = [role.id for role in comparison.roles]
    columns = (Column("Decide"), *_amounts("Steps done", "Hours"), *_amounts(*(f"For {role}" for role in roles)))
    rows = [
        (
            moment,
            regret.steps_done,
            f"{regret.hours_spent:,}",
            *(f"{role.hours_wasted:,} + {role.hours_to_go:,}" for role in regret.roles),
        )
        for moment, regret in zip(MOMENTS, comparison.hedged_plan.regret, strict=True)
    ]
    return _table(comparison, columns, [rows])


def _facts(comparison: Comparison) -> Iterator[Part]:
    if comparison.facts:
        yield heading("Facts")
    for of_kind in comparison.facts:
        for role in of_kind.roles:
            yield from (line((role.role, "bold cyan"), f", {fact_in_words(fact)}") for fact in role.facts)


def _steps(comparison: Comparison) -> Part:
    columns = (
        Column("#", "right", "dim"),
        Column("Track", style="dim"),
        _role("Unit"),
        *_amounts("Hours", "Before", "Week"),
        Column("Keeps open", wide=True),
    )
    groups = groupby(comparison.hedged_plan.steps, key=lambda step: len(step.keeps_open))
    rows = (
        [
            (
                *(step.position, step.track, step.unit, f"{step.hours:,}", f"{step.hours_before:,}"),
                *(step.week, ", ".join(step.keeps_open)),
            )
            for step in steps
        ]
        for _, steps in groups
    )
    return _table(comparison, columns, rows)


def _table(comparison: Comparison, columns: Sequence[Column], groups: Iterable[Iterable[Sequence[object]]]) -> Part:
    """A table without the columns of weeks where there is no pace."""
    paced = comparison.hedged_plan.summary.weeks is not None
    shown = [paced or column.title not in ("Weeks", "Week") for column in columns]
    return table([*compress(columns, shown)], ([[*compress(row, shown)] for row in rows] for rows in groups))


def _role(title: str) -> Column:
    return Column(title, style="bold cyan")


def _amounts(*titles: str) -> list[Column]:
    return [Column(title, "right") for title in titles]
