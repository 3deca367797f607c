"""Plans as JSON, the form that says everything.

A step's bytes are mostly the same in every plan made from a template, so they are written once and kept with the
template; a plan then puts its own figures between them, column by column.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from operator import getitem
from weakref import WeakKeyDictionary

import orjson

from roadmap.domain.graph.compiled import Unit
from roadmap.domain.skill import from_hours
from roadmap.planning.gap import Settlement
from roadmap.planning.plan import Plan
from roadmap.planning.template import Template, TemplateStep

KEPT = 65_536
"""How many hours, and parts of steps, are kept as bytes, the least used given up first."""

CHOICES = 4096
"""The same, for how all choices of a plan were settled."""


@dataclass(frozen=True, slots=True)
class _Parts:
    """The bytes of a template, by position: what a step begins with, where it stands, for each stage it may have,
    and what it ends with. Looking a figure's bytes up is several times faster than formatting it."""

    heads: tuple[bytes, ...]
    standings: tuple[_Standings, ...]
    tails: tuple[bytes, ...]
    positions: tuple[bytes, ...]


_parts_of: WeakKeyDictionary[Template, _Parts] = WeakKeyDictionary()


def export(plan: Plan, links: Mapping[str, str]) -> bytes:
    """The whole plan as one JSON object, in the order of its fields in the contract."""
    role = plan.role
    before = {
        "graph": plan.compiled.version,
        "role": role and {"id": role.id, "name": role.name},
        "targets": plan.targets,
        "strategy": plan.request.strategy,
        "summary": plan.summary,
    }
    after = {
        "choices": orjson.Fragment(_choices(plan.settlements)),
        "ready_now": plan.ready_now,
        "known": plan.known,
        "critical_path": plan.critical_path,
        "what_if": plan.what_if,
        "why": plan.why,
        "links": links,
    }
    opening, closing = orjson.dumps(before)[:-1], orjson.dumps(after)[1:]
    return b"".join([opening, b',"steps":[', *_steps(plan), b"],", closing])


def _steps(plan: Plan) -> list[bytes]:
    """The prepared bytes of each step, with the plan's figures in between."""
    parts = _parts_of.get(plan.template)
    if parts is None:
        parts = _parts_of[plan.template] = _parts(plan.template)
    kept, count = plan.kept, len(plan.kept)
    columns = (
        parts.positions[:count],
        map(parts.heads.__getitem__, kept),
        map(_hours, [0, *plan.ends[:-1]][:count]),
        map(getitem, map(parts.standings.__getitem__, kept), plan.stages),
        map(orjson.dumps, plan.schedule) if plan.schedule else [b"null"] * count,
        map(parts.tails.__getitem__, kept),
    )
    pieces = [b""] * (count * len(columns))
    for n, column in enumerate(columns):
        pieces[n :: len(columns)] = column
    return pieces


@lru_cache(CHOICES)
def _choices(settlements: tuple[Settlement, ...]) -> bytes:
    return orjson.dumps([choice for settlement in settlements for choice in settlement.choices])


def _parts(template: Template) -> _Parts:
    depths = {step.depth_below for step in template.steps}
    standings = {depth: _Standings(depth) for depth in depths}
    return _Parts(
        heads=tuple(_head(step.unit) for step in template.steps),
        standings=tuple(standings[step.depth_below] for step in template.steps),
        tails=tuple(map(_tail, template.steps)),
        positions=tuple(b'%b{"position":%d,' % (b"," if n else b"", n + 1) for n in range(len(template.steps))),
    )


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


@lru_cache(KEPT)
def _hours(hours: int) -> bytes:
    return orjson.dumps(from_hours(hours))


class _Standings(dict[int, bytes]):
    """By stage: the bytes of the stage and the delay factor of a step, written when first asked for."""

    def __init__(self, depth_below: int) -> None:
        self.depth_below = depth_below

    def __missing__(self, stage: int) -> bytes:
        written = b',"stage":%d,"delay_factor":%d,"schedule":' % (stage, stage + self.depth_below - 1)
        self[stage] = written
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
