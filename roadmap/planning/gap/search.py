"""The problem of a gap, and its exact solution where choices combine in few ways.

Solutions are compared by preferences unmet, then hours, then units, then the sorted ids of the units.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from roadmap.domain.graph.compiled import NumberedChoice, NumberedRequirement
from roadmap.planning.bitset import members, union
from roadmap.planning.goal import Goal, OwnedChoice

COMBINATIONS = 4096
"""How many partial combinations of options are compared before the work is left to the solver."""


class TooManyCombinationsError(Exception):
    """The options combine in more ways than are worth comparing one by one (never leaves the gap)."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Choices to settle together over a goal.

    `have` is what is known or in the plan anyway; the cost is what comes on top of it. `demands` are the choices
    to settle, those of units that come in by the way follow. `ruled_out` is what cannot be learnt: what is to be
    avoided, and what needs it. Sets are bitsets of places.
    """

    goal: Goal
    have: int
    known: int
    demands: tuple[OwnedChoice, ...]
    prefer: int = 0
    ruled_out: int = 0


def is_satisfied(requirement: NumberedRequirement, have: int) -> bool:
    """Whether a set of units satisfies a requirement."""
    if isinstance(requirement, int):
        return bool(have >> requirement & 1)
    return sum(is_satisfied(option, have) for option in requirement.options) >= requirement.count


def is_preferred(problem: Problem, option: NumberedRequirement, have: int) -> bool:
    """Whether a set of units satisfies an option by way of something preferred; what is known already does so as
    it is, whatever else is in the set."""
    if isinstance(option, int):
        return bool((have & problem.prefer) >> option & 1)
    if is_satisfied(option, problem.known):
        have = problem.known
    return is_satisfied(option, have) and any(is_preferred(problem, inner, have) for inner in option.options)


def preferred_options(problem: Problem, choice: NumberedChoice) -> int:
    """How many options of a choice the preference can have its way with, at most as many as are to be chosen."""
    attainable = ~problem.ruled_out
    return min(choice.count, sum(is_preferred(problem, option, attainable) for option in choice.options))


def is_unmet(problem: Problem, choice: NumberedChoice, have: int) -> bool:
    """Whether a choice that what is known leaves open is settled by fewer preferred options than it could be."""
    if not problem.prefer or is_satisfied(choice, problem.known):
        return False
    met = sum(is_preferred(problem, option, have) for option in choice.options)
    return met < preferred_options(problem, choice)


def cheapest(problem: Problem) -> int | None:
    """The best set of units to add to `have`; None when what is ruled out leaves no way.

    Raises TooManyCombinationsError past COMBINATIONS partial combinations.
    """
    best: int | None = None
    best_cost: tuple[int, int, int] = (0, 0, 0)
    for added in set(_completions(problem)):
        cost = _cost(problem, added)
        if best is None or cost < best_cost or (cost == best_cost and comes_first(problem.goal, added, best)):
            best, best_cost = added, cost
    return best


def comes_first(goal: Goal, one: int, other: int) -> bool:
    """Whether the sorted ids of one set come before those of another of the same size.

    They differ first where the smallest id stands that only one of them has.
    """
    difference = members(one ^ other)
    rank = goal.compiled.rank
    first = min(difference, key=lambda place: rank[goal.units[place]])
    return bool(one >> first & 1)


def _completions(problem: Problem) -> Iterator[int]:
    """Everything that could be added to settle the demands: each a set without what is there already."""
    waiting: list[tuple[int, tuple[OwnedChoice, ...]]] = [(problem.have, problem.demands)]
    for _ in range(COMBINATIONS):
        if not waiting:
            return
        have, pending = waiting.pop()
        open_choices = tuple(owned for owned in pending if not _is_settled(problem, owned.choice, have))
        if not open_choices:
            yield have & ~problem.have
            continue
        first, rest = open_choices[0], open_choices[1:]
        for options in combinations(first.choice.options, first.choice.count):
            waiting.extend(_extended(problem, have, rest, first, options))
    raise TooManyCombinationsError


def _is_settled(problem: Problem, choice: NumberedChoice, have: int) -> bool:
    return is_satisfied(choice, have) and not is_unmet(problem, choice, have)


def _extended(
    problem: Problem,
    have: int,
    pending: tuple[OwnedChoice, ...],
    owned: OwnedChoice,
    options: Iterable[NumberedRequirement],
) -> Iterator[tuple[int, tuple[OwnedChoice, ...]]]:
    """The state after taking some options, their own open choices pending; nothing if one is ruled out."""
    goal = problem.goal
    taken = [option for option in options if isinstance(option, int)]
    nested = [owned.inner(option) for option in options if not isinstance(option, int)]
    fresh = union(goal.closure[option] for option in taken) & ~have
    if not fresh & problem.ruled_out:
        follow = [choice for place in members(fresh & goal.owners) for choice in goal.unit_choices[place]]
        yield have | fresh, (*pending, *nested, *follow)


def _cost(problem: Problem, added: int) -> tuple[int, int, int]:
    unmet = _preferences_unmet(problem, problem.have | added) if problem.prefer else 0
    return unmet, problem.goal.weights.weigh(added), added.bit_count()


def _preferences_unmet(problem: Problem, have: int) -> int:
    """How many of the choices that arise are settled against the preference."""
    goal = problem.goal
    arising = [choice for place in members(have & ~problem.known & goal.owners) for choice in goal.unit_choices[place]]
    return sum(is_unmet(problem, owned.choice, have) for owned in (*goal.wanted_choices, *arising))
