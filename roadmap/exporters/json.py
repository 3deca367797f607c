"""Plans as JSON, the form that says everything.

A step's bytes are mostly the same in every plan made from a template, so they are written once and kept with the
template; a plan then puts its own figures between them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import repeat
from weakref import WeakKeyDictionary

import orjson

from roadmap.domain.skill import HUNDREDTHS, from_hours
from roadmap.planning.plan import Plan
from roadmap.planning.template import Template, TemplateStep

WHOLE_HOURS = tuple(b"%d" % hours for hours in range(10_000))


@dataclass(frozen=True, slots=True)
class _Parts:
    """The bytes of a template: what stands before and after each step's own figures, and the members that no
    plan changes. `positions`, `stages` and `numbers` are the bytes that positions from 0, stages and numbers are
    written as: looking them up is several times faster than formatting them."""

    heads: tuple[bytes, ...]
    tails: tuple[bytes, ...]
    depths: tuple[int, ...]
    positions: tuple[bytes, ...]
    stages: tuple[bytes, ...]
    numbers: tuple[bytes, ...]
    choices: bytes


_parts_of: WeakKeyDictionary[Template, _Parts] = WeakKeyDictionary()


def export(plan: Plan, links: Mapping[str, str]) -> bytes:
    """The whole plan as one JSON object, in the order of its fields in the contract."""
    graph, role = plan.compiled.graph, plan.role
    parts = _parts_of.get(plan.template)
    if parts is None:
        parts = _parts_of[plan.template] = _parts(plan.template)
    return orjson.dumps(
        {
            "graph": {"id": graph.id, "version": graph.version, "digest": plan.compiled.digest},
            "role": role and {"id": role.id, "name": role.name},
            "targets": plan.targets,
            "strategy": plan.request.strategy,
            "summary": plan.summary,
            "steps": orjson.Fragment(_steps(plan, parts)),
            "choices": orjson.Fragment(parts.choices),
            "ready_now": plan.ready_now,
            "known": plan.known,
            "critical_path": plan.critical_path,
            "links": links,
        }
    )


def _steps(plan: Plan, parts: _Parts) -> bytes:
    """The array of steps: for each, the prepared bytes with the plan's figures in between."""
    heads, tails, depths, stages, numbers = (
        parts.heads,
        parts.tails,
        parts.depths,
        parts.stages,
        parts.numbers,
    )
    hours = plan.template.hours
    schedules = map(orjson.dumps, plan.schedule) if plan.schedule else repeat(b"null")
    pieces: list[bytes] = []
    columns = zip(plan.kept, plan.stages, plan.ends, parts.positions, schedules, strict=False)
    for n, stage, end, position, schedule in columns:
        before, delay = _hours(end - hours[n]), numbers[stage + depths[n]]
        pieces += (position, heads[n], before, stages[stage], delay, b',"schedule":', schedule, tails[n])
    return b"[%b]" % b"".join(pieces).removeprefix(b",")


def _parts(template: Template) -> _Parts:
    count = len(template.steps)
    return _Parts(
        heads=tuple(map(_head, template.steps)),
        tails=tuple(map(_tail, template.steps)),
        depths=tuple(step.depth_below - 1 for step in template.steps),
        positions=tuple(b',{"position":%d,' % (n + 1) for n in range(count)),
        stages=tuple(b',"stage":%d,"delay_factor":' % n for n in range(count + 1)),
        numbers=tuple(b"%d" % n for n in range(count + 1)),
        choices=orjson.dumps(template.choices),
    )


def _head(step: TemplateStep) -> bytes:
    skill, level = step.unit.skill, step.unit.level
    members = {
        "unit": step.unit.id,
        "skill": skill.id,
        "level": level.number,
        "name": skill.name,
        "track": skill.track,
        "outcome": level.outcome,
        "hours": from_hours(level.hours),
    }
    return orjson.dumps(members)[1:-1] + b',"hours_before":'


def _tail(step: TemplateStep) -> bytes:
    members = {
        "importance": step.importance,
        "reason": step.reason,
        "requires": step.requires,
        "unlocks": step.unlocks,
        "blocking_factor": step.blocking_factor,
        "resources": step.unit.level.resources,
    }
    return b"," + orjson.dumps(members)[1:]


def _hours(hours: int) -> bytes:
    whole, rest = divmod(hours, HUNDREDTHS)
    return orjson.dumps(from_hours(hours)) if rest or whole >= len(WHOLE_HOURS) else WHOLE_HOURS[whole]
