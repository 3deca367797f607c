"""What a settled goal leaves out: the ways by which it could be needed, what they would cost, and what closes them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from roadmap.domain.graph.compiled import NumberedChoice, NumberedRequirement
from roadmap.domain.plan import ChoiceMade
from roadmap.insights.why.ways import Way, shortest_ways
from roadmap.planning.bitset import bitset, members
from roadmap.planning.gap.conflict import attainable, smallest_conflict
from roadmap.planning.gap.search import Problem, is_satisfied
from roadmap.planning.gap.settle import solve
from roadmap.planning.gap.solve import apart
from roadmap.planning.goal import OwnedChoice, Want, leaves
from roadmap.planning.planner import SettledGoal

EVERYTHING = -1
"""The bitset of all places."""


@dataclass(frozen=True, slots=True)
class Closed:
    """What cannot be had, and a smallest set of avoided units (by place) that together rule it out."""

    requirement: NumberedRequirement
    avoided: tuple[int, ...]


class Alternatives:
    """The ways to units that are neither known nor in the plan, each worked out when first asked for."""

    def __init__(self, settled: SettledGoal) -> None:
        self.settled = settled
        self.goal = settled.goal.cut_at(settled.cut_at) if settled.cut_at else settled.goal
        self.known = settled.known
        self.avoid = self._places(settled.references.avoid) & ~self.known
        self.attainable = attainable(self.goal, self.known, self.avoid) if self.avoid else EVERYTHING

    @cached_property
    def open_ways(self) -> dict[int, Way]:
        """The ways that nothing avoided closes: from the plan and the goal, through choices that went another way."""
        return self._ways_to_needs(self.attainable)

    @cached_property
    def closed_ways(self) -> dict[int, Way]:
        """The ways that there would be if nothing were avoided."""
        return self._ways_to_needs(EVERYTHING) if self.avoid else {}

    @cached_property
    def settled_ways(self) -> dict[int, Way]:
        """The ways that begin with known units, which need nothing any more."""
        return shortest_ways(self.goal, members(self.known), self.known | self.settled.gap.units, EVERYTHING)

    def parting(self, way: Way) -> ChoiceMade:
        """The choice of the plan that did not go the way, as the plan tells it."""
        *_, (owned, options) = [(step.choice, step.options) for step in way.steps() if step.choice is not None]
        return self._parting(owned, options)

    def extra_hours(self, way: Way) -> int:
        """By how many hours, in hundredths, the plan would grow if all options of a way were taken, the preferences
        within their choices aside."""
        goal, have = self.goal, self.goal.base | self.known
        reach, demands = next(group for group in self._groups if group[0] >> way.place & 1)
        options = tuple(dict.fromkeys(option for step in way.steps() for option in step.options))
        taken = OwnedChoice(None, NumberedChoice(options, len(options), ""), "", "")
        prefer = self._places(self.settled.references.prefer) & ~bitset(set(self._units_to_choose(way)))
        ruled_out = bitset(range(len(goal.units))) & ~self.attainable
        best = solve(Problem(goal, have, self.known, (*demands, taken), prefer, ruled_out)) or 0
        return goal.weights.weigh(best) - goal.weights.weigh(self.settled.gap.units & reach)

    def closed_at(self, way: Way) -> Closed:
        """What on a way, nearest to its unit, cannot be had because of what is avoided."""
        requirement = next(
            requirement
            for step in way.steps()
            for requirement in (step.place, *reversed(step.options))
            if not is_satisfied(requirement, self.attainable)
        )
        if isinstance(requirement, int) and self.avoid >> requirement & 1:
            return Closed(requirement, (requirement,))
        alone = replace(self.goal, wants=(Want(requirement, "", "", essential=True),))
        return Closed(requirement, tuple(smallest_conflict(alone, self.avoid, self.attainable)))

    def _parting(self, owned: OwnedChoice, options: Sequence[NumberedRequirement]) -> ChoiceMade:
        chosen, told = self._made[owned]
        option, *inner = options
        if option in chosen and isinstance(option, NumberedChoice):
            return self._parting(owned.inner(option), inner)
        return told

    def _ways_to_needs(self, attainable: int) -> dict[int, Way]:
        in_plan = self.settled.gap.units
        return shortest_ways(self.goal, (None, *members(in_plan)), self.known | in_plan | ~attainable, attainable)

    @cached_property
    def _groups(self) -> list[tuple[int, tuple[OwnedChoice, ...]]]:
        """The choices that arise whatever is chosen, in groups as the gap has them, with the units in reach of each."""
        goal, known = self.goal, self.known
        asked = (owned for place in members(goal.base & goal.owners & ~known) for owned in goal.unit_choices[place])
        return apart(goal, (*goal.wanted_choices, *asked), goal.base | known)

    @cached_property
    def _made(self) -> dict[OwnedChoice, tuple[tuple[NumberedRequirement, ...], ChoiceMade]]:
        """How each choice was settled."""
        return {
            owned: (chosen, told)
            for settlement in self.settled.gap.settlements
            for (owned, chosen), told in zip(settlement.chosen, settlement.choices, strict=True)
        }

    def _units_to_choose(self, way: Way) -> Iterator[int]:
        for step in way.steps():
            if step.choice is not None:
                yield from leaves(step.choice.choice)

    def _places(self, numbers: tuple[int, ...]) -> int:
        return bitset(self.goal.place[number] for number in numbers if number in self.goal.place)
