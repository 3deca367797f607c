"""Comparing roles: what they share, what only one needs, how deep, and what it costs to change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import permutations

from roadmap.domain.plan import PlanRequest
from roadmap.domain.role import FACT_KINDS, Role
from roadmap.domain.skill import from_hours
from roadmap.insights.comparison.answer import (
    ComparedRole,
    Comparison,
    Depth,
    FactsOfKind,
    PartOfRoles,
    RoleFacts,
    RoleLevel,
    TrackHours,
    Transition,
)
from roadmap.insights.comparison.hedge import Hedge, hedge
from roadmap.insights.comparison.hedged_plan import hedged_plan
from roadmap.insights.comparison.weeks import weeks
from roadmap.planning import Planner
from roadmap.planning.bitset import members
from roadmap.planning.planner import SettledGoal

FEWEST_ROLES, MOST_ROLES = 2, 5


def compare(planner: Planner, roles: Sequence[str], request: PlanRequest) -> Comparison:
    """Compare two to five different roles for a learner: a request that names no role, no targets and no dates.

    Raises what `Planner.build_plan` does. Cost, once the goals are compiled: linear in the units of the roles' plans,
    times the square of the number of roles.
    """
    hedged = hedge(planner.joint, roles, request)
    own = [planner.settle(replace(request, role=role)) for role in roles]
    compiled, pace = planner.compiled, request.hours_per_week
    jobs = [compiled.roles[role] for role in roles]
    return Comparison(
        graph=compiled.version,
        strategy=request.strategy,
        roles=tuple(_role(job, one, hedged, pace) for job, one in zip(jobs, own, strict=True)),
        parts=tuple(_parts(hedged, pace)),
        depth=tuple(_depth(dict(zip(roles, own, strict=True)))),
        transitions=tuple(_transition(planner, request, *pair) for pair in permutations(roles, 2)),
        facts=tuple(_facts(jobs)),
        hedged_plan=hedged_plan(hedged, pace),
    )


def _role(role: Role, own: SettledGoal, hedged: Hedge, pace: float | None) -> ComparedRole:
    part = hedged.parts[hedged.roles.index(role.id)]
    hours, hedged_hours = own.goal.weights.weigh(own.gap.units), hedged.goal.weights.weigh(part)
    return ComparedRole(
        id=role.id,
        name=role.name,
        summary=role.summary,
        steps=own.gap.units.bit_count(),
        hours=from_hours(hours),
        weeks=weeks(hours, pace),
        hedged_steps=part.bit_count(),
        hedged_hours=from_hours(hedged_hours),
        extra_hours=from_hours(hedged_hours - hours),
    )


def _parts(hedged: Hedge, pace: float | None) -> Iterator[PartOfRoles]:
    """By the roles served: all of them first, then most of them, then as the roles are given."""
    positions: dict[tuple[int, ...], list[int]] = {}
    for n, served in enumerate(hedged.serves):
        positions.setdefault(tuple(sorted(served)), []).append(n)
    for numbers in sorted(positions, key=lambda numbers: (-len(numbers), numbers)):
        hours = sum(hedged.hours[n] for n in positions[numbers])
        yield PartOfRoles(
            roles=tuple(hedged.roles[number] for number in numbers),
            units=tuple(hedged.goal.unit_ids[hedged.places[n]] for n in positions[numbers]),
            hours=from_hours(hours),
            weeks=weeks(hours, pace),
            tracks=tuple(_tracks(hedged, positions[numbers])),
        )


def _tracks(hedged: Hedge, positions: Sequence[int]) -> Iterator[TrackHours]:
    """Most hours first, then by the track's id."""
    goal, hours = hedged.goal, dict[str, int]()
    for n in positions:
        track = goal.compiled.units[goal.units[hedged.places[n]]].skill.track
        hours[track] = hours.get(track, 0) + hedged.hours[n]
    for track in sorted(hours, key=lambda track: (-hours[track], track)):
        yield TrackHours(track, from_hours(hours[track]))


def _depth(own: Mapping[str, SettledGoal]) -> Iterator[Depth]:
    """Where the levels are furthest apart first, then by the skill's id."""
    levels: dict[str, dict[str, int]] = {}
    for role, settled in own.items():
        for unit in (settled.goal.compiled.units[settled.goal.units[place]] for place in members(settled.needed)):
            of_skill = levels.setdefault(unit.skill.id, {})
            of_skill[role] = max(unit.level.number, of_skill.get(role, 0))
    apart = {skill: max(found.values()) - min(found.values()) for skill, found in levels.items()}
    compiled = next(iter(own.values())).goal.compiled
    for skill in sorted(filter(apart.get, apart), key=lambda skill: (-apart[skill], skill)):
        found = tuple(RoleLevel(role, level) for role, level in levels[skill].items())
        yield Depth(skill, compiled.skills[skill].name, compiled.skills[skill].track, found)


def _transition(planner: Planner, request: PlanRequest, from_role: str, to_role: str) -> Transition:
    """The plan for a role with another one among those that the learner comes from, in figures."""
    settled = planner.settle(replace(request, role=to_role, from_roles=(*request.from_roles, from_role)))
    units = settled.gap.units
    hours = settled.goal.weights.weigh(units)
    steps = units.bit_count()
    return Transition(from_role, to_role, steps, from_hours(hours), weeks(hours, request.hours_per_week))


def _facts(jobs: Sequence[Role]) -> Iterator[FactsOfKind]:
    for kind in FACT_KINDS:
        found = [RoleFacts(job.id, tuple(fact for fact in job.facts if fact.kind == kind)) for job in jobs]
        if any(of_role.facts for of_role in found):
            yield FactsOfKind(kind, tuple(found))
