"""What changed between two versions of a graph, in words an author understands, and what it does to each role."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from roadmap.domain.graph.compiled import CompiledGraph, Unit, direct_prerequisites
from roadmap.domain.requirement import Requirement, describe
from roadmap.domain.role import Role
from roadmap.domain.skill import from_hours
from roadmap.planning import Planner


@dataclass(frozen=True, slots=True)
class Change:
    """One change: the skill, unit or role concerned, and a sentence."""

    subject: str
    message: str

    def __str__(self) -> str:
        return f"{self.subject}: {self.message}"


@dataclass(frozen=True, slots=True)
class RoleHours:
    """The hours of a role's plan from nothing before and after; None where the role did not or does not exist."""

    role: str
    before: float | None
    after: float | None


@dataclass(frozen=True, slots=True)
class GraphChanges:
    """Everything that differs between two graphs: changes by subject, and the hours of every role."""

    changes: tuple[Change, ...]
    role_hours: tuple[RoleHours, ...]


def compare_graphs(before: Planner, after: Planner) -> GraphChanges:
    """What it takes to get from one version of a graph to another, and what that does to each role's hours."""
    old, new = before.compiled, after.compiled
    changes = (*_axis_changes(old, new), *_skill_changes(old, new), *_unit_changes(old, new), *_role_changes(old, new))
    roles = sorted(old.roles.keys() | new.roles.keys())
    return GraphChanges(
        changes=tuple(changes),
        role_hours=tuple(RoleHours(role, _hours(before, role), _hours(after, role)) for role in roles),
    )


def _hours(planner: Planner, role: str) -> float | None:
    if role not in planner.compiled.roles:
        return None
    return from_hours(sum(planner.compiled.hours[number] for number in planner.units_of_role(role)))


def _axis_changes(old: CompiledGraph, new: CompiledGraph) -> Iterator[Change]:
    """Of tracks, and of the skills that do not merely follow their track."""
    olds, news = ({track.id: track.axes for track in compiled.graph.tracks} for compiled in (old, new))
    for track, was in olds.items():
        if track in news and was != news[track]:
            yield Change(track, _axis_change(was, news[track]))
    for skill in sorted(old.skills.keys() & new.skills.keys()):
        one, other = old.skills[skill], new.skills[skill]
        follows = (one.axes, other.axes) == (olds[one.track], news[other.track])
        if one.axes != other.axes and not follows:
            yield Change(skill, _axis_change(one.axes, other.axes))


def _axis_change(was: tuple[str, ...], now: tuple[str, ...]) -> str:
    before, after = (", ".join(axes) or "nothing" for axes in (was, now))
    return f"its hours counted for {before} and count for {after}"


def _skill_changes(old: CompiledGraph, new: CompiledGraph) -> Iterator[Change]:
    yield from _gone_and_new("skill", old.skills, new.skills)
    for skill in sorted(old.skills.keys() & new.skills.keys()):
        one, other = old.skills[skill], new.skills[skill]
        for member in ("name", "track", "summary"):
            was, now = getattr(one, member), getattr(other, member)
            if was != now:
                yield Change(skill, f"its {member} was {was!r} and is {now!r}")
        was_called = {alias.text for alias in one.aliases}
        is_called = {alias.text for alias in other.aliases}
        yield from _lost_and_gained(skill, "alias", was_called, is_called)


def _unit_changes(old: CompiledGraph, new: CompiledGraph) -> Iterator[Change]:
    olds: dict[str, Unit] = {unit.id: unit for unit in old.units if unit.skill.id in new.skills}
    news: dict[str, Unit] = {unit.id: unit for unit in new.units if unit.skill.id in old.skills}
    yield from _gone_and_new("unit", olds, news)
    for unit in sorted(olds.keys() & news.keys()):
        yield from _unit_change(unit, olds[unit], news[unit])


def _unit_change(name: str, old: Unit, new: Unit) -> Iterator[Change]:
    if old.level.hours != new.level.hours:
        yield Change(name, f"it took {from_hours(old.level.hours)} hours and takes {from_hours(new.level.hours)}")
    if old.level.outcome != new.level.outcome:
        yield Change(name, f"its outcome is now: {new.level.outcome}")
    was, now = _described(old.level.requires), _described(new.level.requires)
    yield from _lost_and_gained(name, "prerequisite", was, now)
    soft_was = {soft.unit for soft in old.level.recommends}
    yield from _lost_and_gained(name, "recommendation", soft_was, {soft.unit for soft in new.level.recommends})
    whys_were, whys_are = dict(direct_prerequisites(old)), dict(direct_prerequisites(new))
    for before in sorted(whys_were.keys() & whys_are.keys()):
        if whys_were[before] != whys_are[before]:
            yield Change(name, f"the reason for {before} is now: {whys_are[before]}")
    if old.level.resources != new.level.resources:
        yield Change(name, "its resources changed")


def _role_changes(old: CompiledGraph, new: CompiledGraph) -> Iterator[Change]:
    yield from _gone_and_new("role", old.roles, new.roles)
    for role in sorted(old.roles.keys() & new.roles.keys()):
        yield from _role_change(old.roles[role], new.roles[role])


def _role_change(old: Role, new: Role) -> Iterator[Change]:
    for kind in ("essential", "optional"):
        was, now = _described(getattr(old, kind)), _described(getattr(new, kind))
        yield from _lost_and_gained(old.id, f"{kind} requirement", was, now)
    if old.summary != new.summary:
        yield Change(old.id, f"its summary is now: {new.summary}")
    if old.facts != new.facts:
        yield Change(old.id, "its facts changed")


def _described(requirements: Iterable[Requirement]) -> set[str]:
    return {describe(requirement) for requirement in requirements}


def _gone_and_new(kind: str, old: Mapping[str, object], new: Mapping[str, object]) -> Iterator[Change]:
    for name in sorted(old.keys() - new.keys()):
        yield Change(name, f"this {kind} is gone")
    for name in sorted(new.keys() - old.keys()):
        yield Change(name, f"this {kind} is new")


def _lost_and_gained(subject: str, kind: str, old: set[str], new: set[str]) -> Iterator[Change]:
    for name in sorted(old - new):
        yield Change(subject, f"it lost the {kind} {name}")
    for name in sorted(new - old):
        yield Change(subject, f"it gained the {kind} {name}")
