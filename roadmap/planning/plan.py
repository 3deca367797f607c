"""A plan: a template with the known units struck out, and what depends on that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, compress, count

from roadmap.domain.graph.compiled import CompiledGraph
from roadmap.domain.plan import ChoiceMade, KnownUnits, PlanRequest, Step, StepSchedule, Summary
from roadmap.domain.questions import Explanation, WhatIf
from roadmap.domain.role import Role
from roadmap.domain.skill import from_hours
from roadmap.planning.bitset import flags
from roadmap.planning.gap import Settlement
from roadmap.planning.references import References
from roadmap.planning.template import Template


@dataclass(frozen=True, eq=False)
class Plan:
    """What to learn, in which order, and why.

    Kept as columns, one entry a step in order, over a template that many plans share: `kept` holds positions in
    the template; `stages` counts from 1; `ends` is the work, in hundredths of an hour, up to the end of each step.
    `steps` puts them together for those who read step by step. `what_if` and `why` answer what the request asks
    besides; the planner leaves them to whoever has the answers.
    """

    compiled: CompiledGraph
    request: PlanRequest
    references: References
    template: Template
    settlements: tuple[Settlement, ...]
    kept: Sequence[int]
    stages: Sequence[int]
    ends: Sequence[int]
    schedule: Sequence[StepSchedule] | None
    critical_path: tuple[str, ...]
    known: KnownUnits
    summary: Summary
    what_if: WhatIf | None = None
    why: tuple[Explanation, ...] = ()

    @property
    def role(self) -> Role | None:
        """The role the plan leads to, if it was asked for."""
        return None if self.request.role is None else self.compiled.roles[self.request.role]

    @property
    def targets(self) -> tuple[str, ...]:
        """The units asked for by name, in canonical order."""
        return tuple(self.compiled.units[number].id for number in self.references.targets)

    @property
    def title(self) -> str:
        """What the plan leads to by name: the role, or else the targets, each with its level."""
        targets = (self.compiled.units[number] for number in self.references.targets)
        return self.role.name if self.role else ", ".join(f"{unit.skill.name} {unit.level.number}" for unit in targets)

    @property
    def about(self) -> dict[str, str]:
        """What the plan leads to and was made from, in words, for formats with room for no more."""
        graph = self.compiled.graph
        return {
            "title": self.title,
            "strategy": self.request.strategy,
            "graph": graph.id,
            "version": graph.version,
            "licence": graph.licence,
            "digest": self.compiled.digest,
        }

    @property
    def choices(self) -> tuple[ChoiceMade, ...]:
        """How each choice was settled."""
        return tuple(choice for settlement in self.settlements for choice in settlement.choices)

    @property
    def unit_ids(self) -> list[str]:
        """The units to learn, in order."""
        return [self.template.unit_ids[n] for n in self.kept]

    @property
    def ready_now(self) -> tuple[str, ...]:
        """The frontier: the steps whose prerequisites are all known."""
        ids = self.template.unit_ids
        return tuple([ids[n] for n, stage in zip(self.kept, self.stages, strict=True) if stage == 1])

    @property
    def builds_on(self) -> list[list[int]]:
        """For each step the places, from 0, of the steps it needs directly, less those that another one includes."""
        place = {n: order for order, n in enumerate(self.kept)}
        return [[place[before] for before in self.template.builds_on[n] if before in place] for n in self.kept]

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
    """What striking out known units leaves: see the columns of `Plan`. The critical path is in positions."""

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
    goal, builds_on = template.goal, template.builds_on
    to_learn = flags(~known & (1 << len(goal.units)) - 1, len(goal.units) + 1)
    kept = list(compress(count(), template.by_position(to_learn)))
    stage = [0] * len(template.places)
    for n in kept:
        deepest = 0
        for before in builds_on[n]:
            if stage[before] > deepest:
                deepest = stage[before]
        stage[n] = deepest + 1
    critical_path = _critical_path(template, stage)
    return Layout(
        kept=kept,
        stages=list(map(stage.__getitem__, kept)),
        ends=list(accumulate(map(template.hours.__getitem__, kept))),
        critical_path=critical_path,
        critical_hours=template.longest[critical_path[0]] if critical_path else 0,
    )


def _critical_path(template: Template, stage: list[int]) -> list[int]:
    """From the step with the longest path, which is the first of those by that length that is still there."""
    path = []
    n = next(filter(stage.__getitem__, template.longest_first), None)
    while n is not None:
        path.append(n)
        n = template.longest_by[n]
    return path
