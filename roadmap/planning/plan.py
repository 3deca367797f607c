"""A plan: a template with the known units struck out, and what depends on that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from roadmap.domain.graph.compiled import CompiledGraph
from roadmap.domain.plan import ChoiceMade, KnownUnits, PlanRequest, Step, StepSchedule, Summary
from roadmap.domain.role import Role
from roadmap.domain.skill import from_hours
from roadmap.planning.references import References
from roadmap.planning.template import Template


@dataclass(frozen=True, eq=False)
class Plan:
    """What to learn, in which order, and why.

    Kept as columns, one entry a step in order, over a template that many plans share: `kept` holds positions in
    the template; `stages` counts from 1; `ends` is the work, in hundredths of an hour, up to the end of each step.
    `steps` puts them together for those who read step by step.
    """

    compiled: CompiledGraph
    request: PlanRequest
    references: References
    template: Template
    kept: Sequence[int]
    stages: Sequence[int]
    ends: Sequence[int]
    schedule: Sequence[StepSchedule] | None
    critical_path: tuple[str, ...]
    known: KnownUnits
    summary: Summary

    @property
    def role(self) -> Role | None:
        """The role the plan leads to, if it was asked for."""
        return None if self.request.role is None else self.compiled.roles[self.request.role]

    @property
    def targets(self) -> tuple[str, ...]:
        """The units asked for by name, in canonical order."""
        return tuple(self.compiled.units[number].id for number in self.references.targets)

    @property
    def choices(self) -> tuple[ChoiceMade, ...]:
        """How each choice was settled."""
        return self.template.choices

    @property
    def unit_ids(self) -> list[str]:
        """The units to learn, in order."""
        steps = self.template.steps
        return [steps[n].unit.id for n in self.kept]

    @property
    def ready_now(self) -> tuple[str, ...]:
        """The frontier: the steps whose prerequisites are all known."""
        steps = self.template.steps
        return tuple(steps[n].unit.id for n, stage in zip(self.kept, self.stages, strict=True) if stage == 1)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The steps in order, each with everything about it."""
        return tuple(self._steps())

    def _steps(self) -> Iterator[Step]:
        for order, (n, stage, end) in enumerate(zip(self.kept, self.stages, self.ends, strict=True)):
            step, hours = self.template.steps[n], self.template.hours[n]
            skill, level = step.unit.skill, step.unit.level
            yield Step(
                position=order + 1,
                unit=step.unit.id,
                skill=skill.id,
                level=level.number,
                name=skill.name,
                track=skill.track,
                outcome=level.outcome,
                hours=from_hours(hours),
                hours_before=from_hours(end - hours),
                stage=stage,
                importance=step.importance,
                reason=step.reason,
                requires=step.requires,
                unlocks=step.unlocks,
                blocking_factor=step.blocking_factor,
                delay_factor=stage + step.depth_below - 1,
                schedule=self.schedule[order] if self.schedule else None,
                resources=level.resources,
            )


@dataclass(frozen=True, slots=True)
class Layout:
    """What striking out known units leaves: see the columns of `Plan`."""

    kept: list[int]
    stages: list[int]
    ends: list[int]
    critical_path: list[int]
    critical_hours: int


def lay_out(template: Template, known: int) -> Layout:
    """Strike the known units (a bitset of places) out of a template.

    The critical path is the chain of prerequisites with the most hours; ties go to the earlier step. Cost: linear
    in the template's steps and their irredundant edges.
    """
    kept = [n for n, place in enumerate(template.places) if not known >> place & 1]
    builds_on, hours = template.builds_on, template.hours
    stage, work = [0] * len(template.places), [0] * len(template.places)
    for n in kept:
        deepest = longest = 0
        for before in builds_on[n]:
            if stage[before] > deepest:
                deepest = stage[before]
            if work[before] > longest:
                longest = work[before]
        stage[n] = deepest + 1
        work[n] = longest + hours[n]
    ends = list(accumulate([hours[n] for n in kept]))
    path = list(_critical_path(template, work))
    return Layout(kept, [stage[n] for n in kept], ends, path, max(work, default=0))


def _critical_path(template: Template, work: list[int]) -> list[int]:
    path: list[int] = []
    rest = max(work, default=0)
    ahead: Sequence[int] = range(len(work))
    while rest:
        n = next(n for n in ahead if work[n] == rest)
        path.append(n)
        rest -= template.hours[n]
        ahead = template.builds_on[n]
    return path[::-1]
