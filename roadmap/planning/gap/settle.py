"""One group of choices, settled: which options, why these, and at what price the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from roadmap.domain.graph.compiled import NumberedChoice, NumberedRequirement
from roadmap.domain.plan import ChoiceMade, Option
from roadmap.domain.requirement import describe
from roadmap.domain.skill import from_hours
from roadmap.planning.bitset import bitset, members
from roadmap.planning.gap.search import Problem, TooManyCombinationsError, cheapest, is_preferred, is_satisfied
from roadmap.planning.gap.solver import cheapest_by_solver
from roadmap.planning.goal import Goal, OwnedChoice, leaves


@dataclass(frozen=True, slots=True)
class Settled:
    """A choice as settled: the options chosen, the reason (see `ChoiceMade`), and for each option the hours, in
    hundredths, that the plan would grow by with it (0 if chosen, None if it is ruled out)."""

    owned: OwnedChoice
    chosen: tuple[NumberedRequirement, ...]
    reason: str
    extra: tuple[int | None, ...]

    def choice_made(self, goal: Goal) -> ChoiceMade:
        """The same, as a plan tells it."""
        owned = self.owned
        return ChoiceMade(
            needed_by=owned.asked_by,
            why=owned.why,
            count=owned.choice.count,
            reason=self.reason,
            options=tuple(
                Option(
                    requirement=describe(goal.named(option)),
                    units=tuple(dict.fromkeys(map(goal.unit_ids.__getitem__, leaves(option)))),
                    chosen=option in self.chosen,
                    extra_hours=None if extra is None else from_hours(extra),
                )
                for option, extra in zip(owned.choice.options, self.extra, strict=True)
            ),
        )


def solve(problem: Problem) -> int | None:
    """The best set of units to add to what is there, exactly; None when what is ruled out leaves no way."""
    try:
        return cheapest(problem)
    except TooManyCombinationsError:
        return cheapest_by_solver(problem)


def settle(problem: Problem, added: int) -> Iterator[Settled]:
    """How the demands of a solved problem were settled, and the choices that came in with what was chosen."""
    goal, have = problem.goal, problem.have | added
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
    best = solve(replace(problem, demands=(*problem.demands, forced)))
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
