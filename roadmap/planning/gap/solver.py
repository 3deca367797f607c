"""The same problem as `search`, as an integer programme, for choices that combine in too many ways to compare."""

from __future__ import annotations

from roadmap.domain.graph.compiled import NumberedChoice, NumberedRequirement
from roadmap.planning.bitset import bitset, members, union
from roadmap.planning.gap.programme import Expression, Programme, Term, Variable, total
from roadmap.planning.gap.search import Problem, is_preferred, is_satisfied, preferred_options
from roadmap.planning.goal import OwnedChoice, leaves


def cheapest_by_solver(problem: Problem) -> int | None:
    """The best set of units to add to `have`; None when what is ruled out leaves no way.

    A unit taken takes its prerequisites, and enough options of each of its choices. Preferences unmet, hours and
    units are minimised in turn; then the smallest ids are taken first.
    """
    model = _Model(problem)
    if not model.programme.minimise(total(model.unmet)):
        return None
    model.programme.minimise(model.hours())
    model.programme.minimise(total(model.take.values()))
    model.programme.prefer_first(model.by_id())
    return bitset(place for place, taken in model.take.items() if model.programme.is_taken(taken))


def within_reach(problem: Problem) -> int:
    """Every unit that settling the demands could bring in."""
    goal, reached = problem.goal, 0
    waiting = [owned.choice for owned in problem.demands]
    while waiting:
        fresh = union(goal.closure[leaf] for leaf in leaves(waiting.pop())) & ~problem.have & ~reached
        reached |= fresh
        waiting.extend(owned.choice for place in members(fresh & goal.owners) for owned in goal.unit_choices[place])
    return reached


class _Model:
    """One variable a unit that could come in (`take`, by place), one a choice settled against the preference."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.goal = problem.goal
        self.programme = Programme()
        places = members(within_reach(problem) & ~problem.ruled_out)
        self.take = {place: self.programme.variable() for place in places}
        for place, taken in self.take.items():
            self._build_on(place, taken)
        for owned in problem.demands:
            self._settle(owned.choice, 1)
        self.unmet = list(self._unmet_choices()) if problem.prefer else []

    def hours(self) -> Expression:
        """The hours of what is taken, in the unit of the goal's weights."""
        weights = self.goal.weights
        return total(weights.weigh(1 << place) // weights.unit * taken for place, taken in self.take.items())

    def by_id(self) -> list[Variable]:
        """The variables of the units in the order of their ids."""
        rank, units = self.goal.compiled.rank, self.goal.units
        return [self.take[place] for place in sorted(self.take, key=lambda place: rank[units[place]])]

    def _build_on(self, place: int, taken: Variable) -> None:
        for below in self.goal.prerequisites[place]:
            if not self.problem.have >> below & 1:
                self.programme.at_least(self._taken(below), taken)
        for owned in self.goal.unit_choices[place]:
            self._settle(owned.choice, taken)

    def _taken(self, place: int) -> Term:
        """The variable of a unit; 0 for one that is ruled out."""
        return self.take.get(place, 0)

    def _settle(self, choice: NumberedChoice, owner: Term) -> None:
        """Take enough options if the owner (a variable, or 1) is taken."""
        if not is_satisfied(choice, self.problem.have):
            self.programme.at_least(total(map(self._option, choice.options)), choice.count * owner)

    def _option(self, option: NumberedRequirement) -> Term:
        if is_satisfied(option, self.problem.have):
            return 1
        if isinstance(option, int):
            return self._taken(option)
        inner = self.programme.variable()
        self._settle(option, inner)
        return inner

    def _unmet_choices(self) -> list[Variable]:
        """A variable for each choice the preference speaks for: at least 1 if it arises and goes against it."""
        problem, goal = self.problem, self.goal
        there = members(problem.have & ~problem.known & goal.owners)
        arising = [owned for place in (*there, *self.take) for owned in goal.unit_choices[place]]
        return [
            self._unmet(owned)
            for owned in (*goal.wanted_choices, *arising)
            if preferred_options(problem, owned.choice) and not is_satisfied(owned.choice, problem.known)
        ]

    def _unmet(self, owned: OwnedChoice) -> Variable:
        wanted = preferred_options(self.problem, owned.choice)
        arises: Term = 1 if owned.owner is None else self.take.get(owned.owner, 1)
        unmet = self.programme.variable()
        met = map(self._preferred, owned.choice.options)
        self.programme.at_least(total([*met, wanted * unmet]), wanted * arises)
        return unmet

    def _preferred(self, option: NumberedRequirement) -> Term:
        """At most 1, and 1 only if the option is satisfied by way of something preferred."""
        if is_preferred(self.problem, option, self.problem.have):
            return 1
        if isinstance(option, int):
            return self._taken(option) if self.problem.prefer >> option & 1 else 0
        if is_satisfied(option, self.problem.known):
            return 0
        preferred = self.programme.variable()
        self._settle(option, preferred)
        self.programme.at_least(total(map(self._preferred, option.options)), preferred)
        return preferred
