"""The gap of a goal: what to learn, and how each choice was settled and at what price."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from roadmap.domain.graph.compiled import NumberedChoice, NumberedRequirement
from roadmap.planning.bitset import bitset, members, union
from roadmap.planning.gap.conflict import attainable, refuse
from roadmap.planning.gap.search import (
    Problem,
    TooManyCombinationsError,
    cheapest,
    is_preferred,
    is_satisfied,
)
from roadmap.planning.gap.solver import cheapest_by_solver, within_reach
from roadmap.planning.goal import Goal, OwnedChoice, leaves


@dataclass(frozen=True, slots=True)
class Settled:
    """A choice as settled: the options chosen, the reason (see `ChoiceMade`), and for each option the hours, in
    hundredths, that the plan would grow by with it (0 if chosen, None if it is ruled out)."""

    owned: OwnedChoice
    chosen: tuple[NumberedRequirement, ...]
    reason: str
    extra: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """The units to learn (a bitset of places) and how the choices among them were settled."""

    units: int
    settled: tuple[Settled, ...]


def solve_gap(goal: Goal, known: int, prefer: int = 0, avoid: int = 0) -> Gap:
    """The smallest set, in hours, that with the known units satisfies the goal and is closed.

    Ties go to fewer units, then to the smaller sorted ids. `prefer` outranks hours: as many as can be of the
    choices that are not settled by what is known go to preferred options. `avoid` binds: nothing in it is
    learnt; UnreachableTargetsError names a smallest conflict. Extra hours of an option not chosen are the
    difference to the best gap that has it, the preferences within its choice aside.
    """
    ruled_out = _ruled_out(goal, known, avoid & ~known)
    have = known | goal.base
    groups = [Problem(goal, have, known, demands, prefer, ruled_out) for demands in _independent(goal, known, have)]
    solutions = [_solve(group) or 0 for group in groups]
    units = (goal.base | union(solutions)) & ~known
    return Gap(
        units,
        tuple(
            settled
            for group, added in zip(groups, solutions, strict=True)
            for settled in _settle(group, added, units | known)
        ),
    )


def _ruled_out(goal: Goal, known: int, avoid: int) -> int:
    """What cannot be learnt when none of `avoid` may be; UnreachableTargetsError when the goal needs it."""
    if not avoid:
        return 0
    reachable = attainable(goal, known, avoid)
    if any(not is_satisfied(want.requirement, reachable) for want in goal.wants):
        raise refuse(goal, avoid, reachable)
    return bitset(range(len(goal.units))) & ~reachable


def _solve(problem: Problem) -> int | None:
    try:
        return cheapest(problem)
    except TooManyCombinationsError:
        return cheapest_by_solver(problem)


def _independent(goal: Goal, known: int, have: int) -> list[tuple[OwnedChoice, ...]]:
    """The choices that arise whatever is chosen, in groups that share no unit they could bring in.

    The best of the whole is the best of each group, so groups are settled one by one.
    """
    groups: list[tuple[int, tuple[OwnedChoice, ...]]] = []
    for owned in _arising(goal, goal.base & ~known):
        reach = within_reach(Problem(goal, have, known, (owned,)))
        demands: tuple[OwnedChoice, ...] = (owned,)
        apart = []
        for other_reach, others in groups:
            if reach & other_reach:
                reach, demands = reach | other_reach, (*others, *demands)
            else:
                apart.append((other_reach, others))
        groups = [*apart, (reach, demands)]
    return [demands for _, demands in groups]


def _arising(goal: Goal, units: int) -> Iterator[OwnedChoice]:
    yield from goal.wanted_choices
    for place in members(units & goal.owners):
        yield from goal.unit_choices[place]


def _settle(problem: Problem, added: int, have: int) -> Iterator[Settled]:
    """How the demands of a solved problem were settled, and the choices that came in with what was chosen."""
    goal = problem.goal
    hours = goal.weights.weigh(added)
    arising = [owned for place in members(added & goal.owners) for owned in goal.unit_choices[place]]
    waiting = [*problem.demands, *arising]
    while waiting:
        owned = waiting.pop(0)
        chosen = _chosen(problem, owned.choice, have)
        open_minded = replace(problem, prefer=problem.prefer & ~bitset(leaves(owned.choice)))
        extra = tuple(
            0 if option in chosen else _extra_hours(open_minded, option, hours) for option in owned.choice.options
        )
        yield Settled(owned, chosen, _reason(problem, owned.choice, chosen, have, extra), extra)
        waiting[:0] = [owned.inner(option) for option in chosen if not isinstance(option, int)]


def _chosen(problem: Problem, choice: NumberedChoice, have: int) -> tuple[NumberedRequirement, ...]:
    """Of the options satisfied, as many as count: the known if they are enough, else the preferred first."""
    settled = is_satisfied(choice, problem.known)

    def claim(option: NumberedRequirement) -> tuple[bool, bool]:
        preferred = not settled and is_preferred(problem, option, have)
        return not preferred, not is_satisfied(option, problem.known)

    satisfied = [option for option in choice.options if is_satisfied(option, have)]
    return tuple(sorted(satisfied, key=claim)[: choice.count])


def _extra_hours(problem: Problem, option: NumberedRequirement, hours: int) -> int | None:
    forced = OwnedChoice(None, NumberedChoice((option,), 1, ""), "", "")
    best = _solve(replace(problem, demands=(*problem.demands, forced)))
    return None if best is None else problem.goal.weights.weigh(best) - hours


def _reason(
    problem: Problem,
    choice: NumberedChoice,
    chosen: Sequence[NumberedRequirement],
    have: int,
    extra: Iterable[int | None],
) -> str:
    if all(is_satisfied(option, problem.known) for option in chosen):
        return "already-known"
    if any(is_preferred(problem, option, have) for option in chosen):
        return "preferred"
    others = [hours for option, hours in zip(choice.options, extra, strict=True) if option not in chosen]
    return "only-option" if all(hours is None for hours in others) else "fewest-hours"
