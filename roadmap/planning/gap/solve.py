"""The gap of a goal: what to learn, found group by group of the choices that bear on each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from roadmap.domain.graph.compiled import NumberedRequirement
from roadmap.domain.plan import ChoiceMade
from roadmap.planning.bitset import bitset, members, union
from roadmap.planning.gap.conflict import attainable, refuse
from roadmap.planning.gap.search import Problem, is_satisfied
from roadmap.planning.gap.settle import Settled, settle, solve
from roadmap.planning.gap.solver import within_reach
from roadmap.planning.goal import Goal, OwnedChoice, leaves

Chosen = tuple[OwnedChoice, tuple[NumberedRequirement, ...]]
"""A choice and the options it was settled by."""

SETTLEMENTS = 4096
"""How many settlements are kept for a goal, over all its groups, the least used given up first."""


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """What of a settlement shapes the steps of a plan: one and the same object for what is the same.

    `chosen` pairs each choice with its options; `units` holds what these need beyond the goal's mandatory units,
    known or not; `unavoidable` those of them that every other way to settle the group needs too. What concerns known
    units alone is as it is for most learners, for it makes no difference to the steps that are left.
    """

    chosen: tuple[Chosen, ...]
    units: int
    unavoidable: int


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Settlement:
    """A group of choices, settled for what is known of the units that bear on it: what that adds to the gap, what
    it means for the steps, what was chosen, and what a plan tells of each choice."""

    added: int
    outcome: Outcome
    chosen: tuple[Chosen, ...]
    choices: tuple[ChoiceMade, ...]


class Gap(NamedTuple):
    """The units to learn (a bitset of places) and how the choices were settled."""

    units: int
    settlements: tuple[Settlement, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Group:
    """Choices that may bear on each other, and the places of all units whose being known bears on them."""

    demands: tuple[OwnedChoice, ...]
    scope: int


class GapSolver:
    """Solves the gaps of one goal.

    How a group of choices is best settled depends on few of the units known, so most learners meet a settlement
    that was found before: settlements are kept.
    """

    def __init__(self, goal: Goal) -> None:
        self.goal = goal
        self.groups = tuple(_groups(goal))
        self._settlement = lru_cache(SETTLEMENTS)(self._settle)
        self._outcome = lru_cache(SETTLEMENTS)(Outcome)
        self._ruled_out = lru_cache(SETTLEMENTS)(self._rule_out)

    def solve(self, known: int, prefer: int = 0, avoid: int = 0) -> Gap:
        """The smallest set, in hours, that with the known units satisfies the goal and is closed.

        Ties go to fewer units, then to the smaller sorted ids. `prefer` outranks hours: as many as can be of the
        choices that are not settled by what is known go to preferred options. `avoid` binds: nothing in it is
        learnt; UnreachableTargetsError names a smallest conflict. Extra hours of an option not chosen are the
        difference to the best gap that has it, the preferences within its choice aside.
        """
        goal, ruled_out = self.goal, 0
        if avoid & ~known:
            bearing = goal.contested | avoid | ~goal.base  # a goal cut at what is known has it outside its base
            ruled_out = self._ruled_out(known & bearing, avoid & ~known)
        settlements = [
            self._settlement(group, known & group.scope, prefer & group.scope, ruled_out & group.scope)
            for group in self.groups
        ]
        added = union([settlement.added for settlement in settlements])
        return Gap((goal.base | added) & ~known, tuple(settlements))

    def _rule_out(self, known: int, avoid: int) -> int:
        """What cannot be learnt when none of `avoid` may be; UnreachableTargetsError when the goal needs it."""
        goal = self.goal
        reachable = attainable(goal, known, avoid)
        if any(not is_satisfied(want.requirement, reachable) for want in goal.wants):
            raise refuse(goal, avoid, reachable)
        return bitset(range(len(goal.units))) & ~reachable

    def _settle(self, group: _Group, known: int, prefer: int, ruled_out: int) -> Settlement:
        goal, have = self.goal, self.goal.base | known
        arising = (owned for owned in group.demands if owned.owner is None or not known >> owned.owner & 1)
        added, settled = 0, list[Settled]()
        for _, demands in apart(goal, arising, have):
            problem = Problem(goal, have, known, demands, prefer, ruled_out)
            solution = solve(problem) or 0
            settled.extend(settle(problem, solution))
            added |= solution
        chosen = tuple((each.owned, each.chosen) for each in settled)
        told = tuple(each.choice_made(goal) for each in settled)
        return Settlement(added, self._outcome_of(group, known, added, chosen), chosen, told)

    def _outcome_of(self, group: _Group, known: int, added: int, chosen: tuple[Chosen, ...]) -> Outcome:
        """The outcome of a settlement, made alike for learners whose plans differ only in what is struck out."""
        goal = self.goal
        options = (option for _, options in chosen for option in options if isinstance(option, int))
        units = (added | union(goal.closure[option] for option in options)) & ~goal.base
        movable = [pair for pair in (*chosen, *_without_effect(group, known)) if self._is_movable(*pair)]
        return self._outcome(
            (*(pair for pair in chosen if pair not in movable), *sorted(movable, key=lambda pair: pair[0].owner or 0)),
            units,
            goal.unavoidable(known) & added | self._unavoidable_from_nothing & known & units,
        )

    @cached_property
    def _unavoidable_from_nothing(self) -> int:
        return self.goal.unavoidable(0)

    def _is_movable(self, owned: OwnedChoice, options: tuple[NumberedRequirement, ...]) -> bool:
        """Whether it makes no difference where among the choices this one stands: it is the only one of its unit, and
        the goal has its options anyway."""
        needed = all(isinstance(option, int) and self.goal.base >> option & 1 for option in options)
        return needed and owned.owner is not None and self.goal.unit_choices[owned.owner] == (owned,)


def _without_effect(group: _Group, known: int) -> Iterator[Chosen]:
    """The choices that do not arise, as who requires them is known, each with known options that would settle it: an
    edge between units that are struck out."""
    for owned in group.demands:
        if owned.owner is not None and known >> owned.owner & 1:
            options = [option for option in owned.choice.options if isinstance(option, int) and known >> option & 1]
            if len(options) >= owned.choice.count:
                yield owned, tuple(options[: owned.choice.count])


def _groups(goal: Goal) -> Iterator[_Group]:
    """The choices that arise when nothing is known, and what bears on each group of them."""
    owners = members(goal.base & goal.owners)
    arising = (*goal.wanted_choices, *(owned for place in owners for owned in goal.unit_choices[place]))
    for reach, demands in apart(goal, arising, goal.base):
        inner = (owned for place in members(reach) for owned in goal.unit_choices[place])
        named = bitset({leaf for owned in (*demands, *inner) for leaf in leaves(owned.choice)})
        asking = bitset({owned.owner for owned in demands if owned.owner is not None})
        yield _Group(demands, reach | named | asking)


def apart(goal: Goal, demands: Iterable[OwnedChoice], have: int) -> list[tuple[int, tuple[OwnedChoice, ...]]]:
    """Choices in groups that share no unit they could add to what is there, each with the units it could.

    The best of the whole is the best of each group, so groups are settled one by one.
    """
    groups: list[tuple[int, tuple[OwnedChoice, ...]]] = []
    for owned in demands:
        reach = within_reach(Problem(goal, have, 0, (owned,)))
        together: tuple[OwnedChoice, ...] = (owned,)
        apart = []
        for other_reach, others in groups:
            if reach & other_reach:
                reach, together = reach | other_reach, (*others, *together)
            else:
                apart.append((other_reach, others))
        groups = [*apart, (reach, together)]
    return groups
