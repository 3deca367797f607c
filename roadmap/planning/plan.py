"""A plan: a template with the known units struck out, and what depends on that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, compress, count
from typing import NamedTuple

from roadmap.domain.graph.compiled import CompiledGraph
from roadmap.domain.plan import ChoiceMade, KnownUnits, PlanRequest, Step, StepSchedule, Summary
from roadmap.domain.questions import Explanation, WhatIf
from roadmap.domain.role import Role
from roadmap.domain.skill import from_hours
from roadmap.planning.gap import Settlement
from roadmap.planning.references import References
from roadmap.planning.stages import FIRST
from roadmap.planning.template import Template


class Layout(NamedTuple):
    """What striking known units out of a template leaves.

    `stages` are those of the template's steps, by position, in unary (see `stages`): 0 where a step is struck out.
    `spent` is the work, in hundredths of an hour, before each step that is left, and last that of all of them. The
    critical path is in positions.
    """

    stages: Sequence[int]
    spent: Sequence[int]
    critical_path: Sequence[int]


def lay_out(template: Template, known: int) -> Layout:
    """Strike the known units (a bitset of places) out of a template.

    The critical path is the chain of prerequisites with the most hours; ties go to the earlier step. Cost: linear
    in the template's steps and their irredundant edges.
    """
    stages = template.stages(template.units & ~known)
    return Layout(
        stages=stages,
        spent=list(accumulate(compress(template.hours, stages), initial=0)),
        critical_path=_critical_path(template, stages),
    )


def _critical_path(template: Template, stages: Sequence[int]) -> list[int]:
    """From the step with the longest path, which is the first of those by that length that is still there."""
    path = []
    n = next(filter(stages.__getitem__, template.longest_first), None)
    while n is not None:
        path.append(n)
        n = template.longest_by[n]
    return path


@dataclass(frozen=True, eq=False)
class Plan:
    """What to learn, in which order, and why.

    Kept as columns, one entry a step in order, over a template that many plans share: see `Layout`. `steps` puts them
    together for those who read step by step. `what_if` and `why` answer what the request asks besides; the planner
    leaves them to whoever has the answers.
    """

    compiled: CompiledGraph
    request: PlanRequest
    references: References
    template: Template
    settlements: tuple[Settlement, ...]
    layout: Layout
    schedule: Sequence[StepSchedule] | None
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
    def kept(self) -> list[int]:
        """The positions of the steps in the template, in order."""
        return list(compress(count(), self.layout.stages))

    @property
    def stages(self) -> list[int]:
        """The stage of each step, from 1."""
        return [stage.bit_length() for stage in self.layout.stages if stage]

    @property
    def ends(self) -> Sequence[int]:
        """The work, in hundredths of an hour, up to the end of each step."""
        return self.layout.spent[1:]

    @property
    def unit_ids(self) -> list[str]:
        """The units to learn, in order."""
        return list(compress(self.template.unit_ids, self.layout.stages))

    @property
    def ready_now(self) -> tuple[str, ...]:
        """The frontier: the steps whose prerequisites are all known."""
        stages = zip(self.template.unit_ids, self.layout.stages, strict=True)
        return tuple([unit for unit, stage in stages if stage == FIRST])

    @property
    def critical_path(self) -> tuple[str, ...]:
        """The chain of prerequisites with the most hours."""
        return tuple(map(self.template.unit_ids.__getitem__, self.layout.critical_path))

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
