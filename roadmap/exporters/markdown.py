"""Plans as Markdown (CommonMark with task lists): a page to print, to keep in a repository, to tick off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from roadmap.domain.plan import ChoiceMade, Option, Step, StepSchedule
from roadmap.domain.questions import Saving
from roadmap.domain.skill import Resource
from roadmap.planning.plan import Plan

INLINE = re.compile(r"([\\`*_\[\]<>&|~$#])")
FIRST = re.compile(r"^(\d*)([+\-=:.)])")
IN_ADDRESS = re.compile(r"([\\&])")


def export(plan: Plan, links: Mapping[str, str]) -> bytes:
    """A heading, the figures, the choices made, and the steps as a task list."""
    return "".join(f"{line}\n" for line in _lines(plan, links)).encode()


def _lines(plan: Plan, links: Mapping[str, str]) -> Iterator[str]:
    yield f"# Study plan: {escape(plan.title)}"
    yield ""
    yield from _figures(plan)
    if plan.choices:
        yield from ("", "## Choices", "")
        yield from map(_choice, plan.choices)
    if plan.what_if:
        yield from ("", "## What if", "")
        yield from map(_saving, plan.what_if.each)
        yield f"- All together: {_saved(plan.what_if.together)}"
    if plan.why:
        yield from ("", "## Why, and why not", "")
        yield from (f"- {escape(explanation.sentence)}" for explanation in plan.why)
    yield from ("", "## Steps", "")
    for step in plan.steps:
        yield from _step(step)
    if not plan.steps:
        yield "Nothing is left to learn."
    graph = plan.compiled.graph
    yield ""
    source = f"{opening(graph.name)} {escape(graph.version)} ({escape(graph.licence)})"
    yield f"{source}. Graph digest `{plan.compiled.digest}`."
    if "self" in links:
        yield f"Permanent link: <{links['self']}>"


def _figures(plan: Plan) -> Iterator[str]:
    summary = plan.summary
    steps = "1 step" if summary.steps == 1 else f"{summary.steps} steps"
    yield f"- {steps}, {summary.hours:,} hours; readiness {summary.readiness:.0%}"
    yield f"- Longest chain of prerequisites: {summary.critical_path_hours:,} hours"
    if summary.weeks is not None:
        pace = f"{plan.request.hours_per_week:g} hours a week"
        finish = f", until {summary.finish_date}" if summary.finish_date else ""
        yield f"- {summary.weeks} weeks at {pace}{finish}"
    if summary.feasible is not None:
        yield f"- Deadline {plan.request.deadline}: {'met' if summary.feasible else 'missed'}"
    if summary.hours_per_week_needed is not None:
        yield f"- The deadline takes {summary.hours_per_week_needed:,} hours a week"
    if plan.ready_now:
        yield f"- Ready to start now: {', '.join(f'`{unit}`' for unit in plan.ready_now)}"


def _choice(choice: ChoiceMade) -> str:
    chosen = ", ".join(option.requirement for option in choice.options if option.chosen)
    others = "; ".join(_other(option) for option in choice.options if not option.chosen)
    reason = choice.reason.replace("-", " ")
    return f"- For `{choice.needed_by}`: **{chosen}** ({reason}); otherwise {others or 'nothing'}"


def _other(option: Option) -> str:
    if option.extra_hours is None:
        return f"{option.requirement} (avoided)"
    return f"{option.requirement} ({option.extra_hours:+,} h)"


def _saving(saving: Saving) -> str:
    return f"- If you knew {', '.join(f'`{unit}`' for unit in saving.units)}: {_saved(saving)}"


def _saved(saving: Saving) -> str:
    days = "" if saving.days_saved is None else f", days {saving.days_saved:,} (until {saving.finish_date})"
    return f"hours saved {saving.hours_saved:,}, steps {saving.steps_saved:,}{days}"


def _step(step: Step) -> Iterator[str]:
    when = f", {_when(step.schedule)}" if step.schedule else ""
    yield f"- [ ] **{step.position}. {escape(step.name)} {step.level}** (`{step.unit}`, {step.hours:,} h{when})"
    yield f"  {opening(step.outcome)}"
    link = step.reason.chain[0]
    yield f"  Why: {escape(link.why)} (for `{link.needed_by}`)" if link.why else f"  For `{link.needed_by}`"
    yield from (f"  - {_resource(resource)}" for resource in step.resources)


def _resource(resource: Resource) -> str:
    address = IN_ADDRESS.sub(r"\\\1", resource.url)
    return f"[{escape(resource.title)}](<{address}>) ({resource.kind}{'' if resource.free else ', not free'})"


def _when(schedule: StepSchedule) -> str:
    return f"week {schedule.week}" if schedule.start is None else f"{schedule.start} to {schedule.finish}"


def escape(text: str) -> str:
    """Text on one line in which nothing is read as Markdown or HTML."""
    return INLINE.sub(r"\\\1", " ".join(text.split()))


def opening(text: str) -> str:
    """Text to begin a line with: nothing in it begins a list, a rule or a heading either."""
    return FIRST.sub(r"\1\\\2", escape(text))
