"""Why a goal cannot be reached: a smallest set of avoided units that rules it out."""

from __future__ import annotations

from roadmap.domain.graph.compiled import NumberedChoice, NumberedRequirement
from roadmap.errors import UnreachableTargetsError
from roadmap.planning.bitset import members
from roadmap.planning.gap.programme import Programme, Term, Variable, total
from roadmap.planning.gap.search import is_satisfied
from roadmap.planning.goal import Goal, leaves


def attainable(goal: Goal, known: int, avoid: int) -> int:
    """The units that can be learnt, or are known, when none of `avoid` may be learnt."""
    reached = known
    for place, required in enumerate(goal.prerequisites):
        if not (known | avoid) >> place & 1:
            open_way = all(reached >> below & 1 for below in required) and all(
                is_satisfied(owned.choice, reached) for owned in goal.unit_choices[place]
            )
            reached |= open_way << place
    return reached


def refuse(goal: Goal, avoid: int, reachable: int) -> UnreachableTargetsError:
    """The error for targets that are out of reach, with a smallest conflict."""
    lost = [want.requirement for want in goal.wants if not is_satisfied(want.requirement, reachable)]
    targets = dict.fromkeys(leaf for requirement in lost for leaf in leaves(requirement) if not reachable >> leaf & 1)
    conflict = smallest_conflict(goal, avoid, reachable)
    ids = goal.unit_ids
    return UnreachableTargetsError(tuple(ids[place] for place in targets), sorted(ids[place] for place in conflict))


def smallest_conflict(goal: Goal, avoid: int, reachable: int) -> list[int]:
    """The places of a smallest subset of `avoid` that rules out some want; ties go to the smaller ids.

    A proof that a want is lost is itself a tree of choices, the other way round: a unit is lost if it is avoided,
    or any prerequisite is lost, or all but too few options of a choice are.
    """
    model = _Model(goal, avoid, reachable)
    avoided = sorted(model.avoided, key=lambda place: goal.compiled.rank[goal.units[place]])
    model.programme.minimise(total(model.avoided.values()))
    model.programme.prefer_first([model.avoided[place] for place in avoided])
    return [place for place in avoided if model.programme.is_taken(model.avoided[place])]


class _Model:
    """One variable an avoided unit (1: part of the conflict), one a unit or choice (1: lost because of it).

    What is within reach although all of `avoid` is avoided is lost to no part of it either, and left out.
    """

    def __init__(self, goal: Goal, avoid: int, reachable: int) -> None:
        self.programme = Programme()
        self.avoided = {place: self.programme.variable() for place in members(avoid)}
        self.lost: dict[int, Variable] = {}
        for place, required in enumerate(goal.prerequisites):
            if not reachable >> place & 1:
                choices = [self._lost(owned.choice) for owned in goal.unit_choices[place]]
                causes = [self.avoided.get(place, 0), *map(self._lost, required), *choices]
                self.lost[place] = self.programme.variable()
                self.programme.at_least(total(causes), self.lost[place])
        self.programme.at_least(total(self._lost(want.requirement) for want in goal.wants), 1)

    def _lost(self, requirement: NumberedRequirement) -> Term:
        if isinstance(requirement, NumberedChoice):
            return self._lost_choice(requirement)
        return self.lost.get(requirement, 0)

    def _lost_choice(self, choice: NumberedChoice) -> Variable:
        lost = self.programme.variable()
        enough = len(choice.options) - choice.count + 1
        self.programme.at_least(total(map(self._lost, choice.options)), enough * lost)
        return lost
