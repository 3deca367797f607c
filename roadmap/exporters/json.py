"""Plans as JSON, the form that says everything.

A step's bytes are mostly the same in every plan made from a template, so they are written once and kept with the
template; a plan then puts its own figures between them, column by column.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress
from operator import getitem
from weakref import WeakKeyDictionary

import orjson

from roadmap.domain.graph.compiled import Unit
from roadmap.domain.skill import from_hours
from roadmap.planning.gap import Settlement
from roadmap.planning.plan import Plan
from roadmap.planning.template import Template, TemplateStep

KEPT = 65_536
"""How many hours, and parts of steps, are kept as bytes."""

SETTLEMENTS = 4096
"""The same, for how groups of choices were settled."""


@dataclass(frozen=True, slots=True)
class _Parts:
    """The bytes of a template, by position: what a step begins with, where it stands, for each stage it may have,
    with a schedule to follow and without one, and what it ends with. Looking a figure's bytes up is several times
    faster than formatting it."""

    opening: bytes
    positions: tuple[bytes, ...]
    heads: tuple[bytes, ...]
    scheduled: tuple[_Standings, ...]
    unscheduled: tuple[_Standings, ...]
    tails: tuple[bytes, ...]


_parts_of: WeakKeyDictionary[Template, _Parts] = WeakKeyDictionary()


def export(plan: Plan, links: Mapping[str, str]) -> bytes:
    """The whole plan as one JSON object, in the order of its fields in the contract."""
    parts = _parts_of.get(plan.template)
    if parts is None:
        parts = _parts_of[plan.template] = _parts(plan)
    closing = {
        "choices": orjson.Fragment(_choices(plan.settlements)),
        "ready_now": plan.ready_now,
        "known": plan.known,
        "critical_path": plan.critical_path,
        "what_if": plan.what_if,
        "why": plan.why,
        "links": links,
    }
    summary = orjson.dumps(plan.summary)
    return b"".join([parts.opening, summary, b',"steps":[', *_steps(plan, parts), b"],", orjson.dumps(closing)[1:]])


def _steps(plan: Plan, parts: _Parts) -> list[bytes]:
    """The prepared bytes of each step, with the plan's figures in between."""
    stages, spent = plan.layout.stages, plan.layout.spent[:-1]
    standings = parts.scheduled if plan.schedule else parts.unscheduled
    columns = (
        parts.positions[: len(spent)],
        compress(parts.heads, stages),
        map(_hours.__getitem__, spent),
        map(getitem, compress(standings, stages), filter(None, stages)),
        *([map(orjson.dumps, plan.schedule)] if plan.schedule else []),
        compress(parts.tails, stages),
    )
    pieces = [b""] * (len(spent) * len(columns))
    for n, column in enumerate(columns):
        pieces[n :: len(columns)] = column
    return pieces


def _choices(settlements: tuple[Settlement, ...]) -> bytes:
    return b"[%b]" % b",".join(filter(None, map(_settled, settlements)))


@lru_cache(SETTLEMENTS)
def _settled(settlement: Settlement) -> bytes:
    return orjson.dumps(settlement.choices)[1:-1]


def _parts(plan: Plan) -> _Parts:
    steps = plan.template.steps
    depths = {step.depth_below for step in steps}
    scheduled = {depth: _Standings(depth, b"") for depth in depths}
    unscheduled = {depth: _Standings(depth, b"null") for depth in depths}
    return _Parts(
        opening=_opening(plan),
        positions=tuple(b'%b{"position":%d,' % (b"," if n else b"", n + 1) for n in range(len(steps))),
        heads=tuple(_head(step.unit) for step in steps),
        scheduled=tuple(scheduled[step.depth_below] for step in steps),
        unscheduled=tuple(unscheduled[step.depth_below] for step in steps),
        tails=tuple(map(_tail, steps)),
    )


def _opening(plan: Plan) -> bytes:
    """Everything before the summary: the same for all plans of a template, as it is made for one goal and strategy."""
    role = plan.role
    members = {
        "graph": plan.compiled.version,
        "role": role and {"id": role.id, "name": role.name},
        "targets": plan.targets,
        "strategy": plan.request.strategy,
    }
    return orjson.dumps(members)[:-1] + b',"summary":'


def _head(unit: Unit) -> bytes:
    skill, level = unit.skill, unit.level
    members = {
        "unit": unit.id,
        "skill": skill.id,
        "level": level.number,
        "name": skill.name,
        "track": skill.track,
        "outcome": level.outcome,
        "hours": from_hours(level.hours),
    }
    return _shared(orjson.dumps(members)[1:-1] + b',"hours_before":')


class _Hours(dict[int, bytes]):
    """By hundredths of an hour: the bytes of the hours, written when first asked for."""

    def __missing__(self, hours: int) -> bytes:
        if len(self) >= KEPT:
            self.clear()
        written = self[hours] = orjson.dumps(from_hours(hours))
        return written


_hours = _Hours()


class _Standings(dict[int, bytes]):
    """By stage, in unary: the bytes of the stage and the delay factor of a step, and of the schedule if it is the same
    for all, written when first asked for."""

    def __init__(self, depth_below: int, schedule: bytes) -> None:
        self.depth_below = depth_below
        self.schedule = schedule

    def __missing__(self, stage: int) -> bytes:
        number = stage.bit_length()
        figures = (number, number + self.depth_below - 1, self.schedule)
        written = self[stage] = b',"stage":%d,"delay_factor":%d,"schedule":%b' % figures
        return written


def _tail(step: TemplateStep) -> bytes:
    members = {
        "importance": step.importance,
        "reason": step.reason,
        "requires": step.requires,
        "unlocks": step.unlocks,
        "blocking_factor": step.blocking_factor,
        "resources": step.unit.level.resources,
    }
    return _shared(b"," + orjson.dumps(members)[1:])


_shared = lru_cache(KEPT)(bytes)
"""One and the same object for bytes that are the same: most templates of a goal share most of theirs."""
