"""A plan for reading on a terminal: its figures, the choices made, and its steps as a table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby

from roadmap.cli.output import UNBOUNDED, Column, Part, count, heading, line, room, table
from roadmap.domain.graph.compiled import LEVEL_REASON
from roadmap.domain.plan import ChoiceMade, Option, Step
from roadmap.domain.questions import Saving, WhatIf
from roadmap.domain.skill import LEVEL_NAMES
from roadmap.planning.plan import Plan


@dataclass(frozen=True, slots=True)
class StepColumn:
    """A column of steps, shown where a line has room for so many signs and the plan has what it shows."""

    column: Column
    cell: Callable[[Step], object]
    from_width: int = 0
    shown: Callable[[Plan], bool] = lambda plan: True  # noqa: ARG005 - every plan has it


def why(step: Step) -> str:
    """Why a step is in its plan, in short: what needs it, and for what."""
    link = step.reason.chain[0]
    return f"for {link.needed_by}" if link.why in ("", LEVEL_REASON) else f"{link.needed_by}: {link.why}"


def _scheduled(plan: Plan) -> bool:
    return plan.summary.weeks is not None


def _dated(plan: Plan) -> bool:
    return plan.summary.finish_date is not None


COLUMNS = (
    StepColumn(Column("#", "right", "dim"), lambda step: step.position),
    StepColumn(Column("Track", style="dim"), lambda step: step.track, 100),
    StepColumn(Column("Unit", style="bold cyan"), lambda step: step.unit),
    StepColumn(Column("Skill"), lambda step: step.name, 150),
    StepColumn(Column("Level"), lambda step: LEVEL_NAMES[step.level], 100),
    StepColumn(Column("Hours", "right", "green"), lambda step: f"{step.hours:,}"),
    StepColumn(Column("Week", "right"), lambda step: step.schedule and step.schedule.week, shown=_scheduled),
    StepColumn(Column("Start"), lambda step: step.schedule and step.schedule.start, 80, _dated),
    StepColumn(Column("Finish"), lambda step: step.schedule and step.schedule.finish, 120, _dated),
    StepColumn(Column("Why", wide=True), why),
)


def plan_parts(plan: Plan, width: int | None = None) -> Iterator[Part]:
    """Everything to show of a plan on lines of a width: that of standard output, unless given."""
    yield line((plan.title, "bold"), f" · {plan.request.strategy}")
    yield from map(line, _figures(plan))
    if plan.choices:
        yield heading("Choices")
        yield from map(_choice, plan.choices)
    if plan.what_if:
        yield heading("What if")
        yield _what_if(plan.what_if)
    if plan.steps:
        yield heading("Steps")
        yield _steps(plan, room() if width is None else width)
    else:
        yield line("Nothing is left to learn.")


def _what_if(answer: WhatIf) -> Part:
    """What each thing asked about would save, and all of them together where there are several."""
    columns = [Column("If you knew", style="cyan"), Column("Hours saved", "right"), Column("Steps saved", "right")]
    if answer.together.days_saved is not None:
        columns += [Column("Days saved", "right"), Column("Finish")]
    rows = [_saving(", ".join(saving.units), saving) for saving in answer.each]
    if len(rows) > 1:
        rows.append(_saving("all of these", answer.together))
    return table(columns, [[row[: len(columns)] for row in rows]])


def _saving(units: str, saving: Saving) -> tuple[object, ...]:
    return units, f"{saving.hours_saved:,}", saving.steps_saved, saving.days_saved, saving.finish_date


def _figures(plan: Plan) -> Iterator[str]:
    summary, request = plan.summary, plan.request
    yield f"{count(summary.steps, 'step')}, {summary.hours:,} hours; readiness {summary.readiness:.0%}"
    if summary.steps:
        yield f"Longest chain of prerequisites: {summary.critical_path_hours:,} hours"
    if summary.weeks is not None:
        finish = f", until {summary.finish_date}" if summary.finish_date else ""
        yield f"{count(summary.weeks, 'week')} at {request.hours_per_week:g} hours a week{finish}"
    if request.deadline is not None:
        yield f"Deadline {request.deadline}{_deadline(plan)}"
    if plan.ready_now:
        yield f"Ready to start now: {', '.join(plan.ready_now)}"
    if plan.known.unused:
        yield f"Known, but of no use here: {', '.join(plan.known.unused)}"


def _deadline(plan: Plan) -> str:
    needed = plan.summary.hours_per_week_needed
    verdict = {None: "", True: " is met", False: " is missed"}[plan.summary.feasible]
    return f"{verdict}: " + ("no day is left for study" if needed is None else f"it takes {needed:,} hours a week")


def _choice(choice: ChoiceMade) -> Part:
    chosen = ", ".join(option.requirement for option in choice.options if option.chosen)
    others = ", ".join(_other(option) for option in choice.options if not option.chosen)
    reason = choice.reason.replace("-", " ")
    rest = f"; otherwise {others}" if others else ""
    return line(f"{choice.needed_by}: ", (chosen, "bold green"), f" ({reason}){rest}")


def _other(option: Option) -> str:
    return option.requirement + (" (avoided)" if option.extra_hours is None else f" ({option.extra_hours:+,} h)")


def _steps(plan: Plan, width: int) -> Part:
    """The steps, grouped by stage where the strategy goes stage by stage, and by track otherwise."""
    columns = [column for column in COLUMNS if column.from_width <= width and column.shown(plan)]
    by_stage = plan.request.strategy == "foundations-first"
    groups = groupby(plan.steps, key=lambda step: step.stage if by_stage else step.track)
    rows = ([[column.cell(step) for column in columns] for step in steps] for _, steps in groups)
    return table([column.column for column in columns], rows, drawn=width < UNBOUNDED)
