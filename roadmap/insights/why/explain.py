"""Why units are in a plan, or are not: for each the first verdict that holds, with the facts that prove it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain, pairwise

from roadmap.domain.graph.compiled import edges_of
from roadmap.domain.plan import ChainLink, Reason
from roadmap.domain.questions import AVOIDED, IMPLIED, IN_PLAN, KNOWN, NOT_NEEDED, OTHER_OPTION, Explanation
from roadmap.domain.requirement import describe
from roadmap.domain.skill import from_hours
from roadmap.insights.why import sentences
from roadmap.insights.why.alternatives import Alternatives
from roadmap.insights.why.ways import Way, paths_up
from roadmap.planning import Planner
from roadmap.planning.plan import Plan


def explain(planner: Planner, plan: Plan) -> tuple[Explanation, ...]:
    """Explain the units that a plan's request asks about (`why`), each once, in the order asked.

    Cost: linear in the units and edges of the goal, and for each unit in those of the graph above it; for an option
    that was not chosen a gap besides.
    """
    numbers = dict.fromkeys(chain.from_iterable(map(plan.compiled.find, plan.request.why)))
    explainer = _Explainer(planner, plan)
    return tuple(map(explainer.explain, numbers))


class _Explainer:
    """Explains units by number, for one plan."""

    def __init__(self, planner: Planner, plan: Plan) -> None:
        self.plan, self.compiled = plan, plan.compiled
        self.declared = frozenset(plan.references.known)
        self.from_roles = {role: planner.units_of_role(role) for role in plan.references.from_roles}
        self.alternatives = Alternatives(planner.settle(plan.request))

    def explain(self, number: int) -> Explanation:
        """The verdict on a unit, and why."""
        return (
            self._known(number)
            or self._implied(number)
            or self._in_plan(number)
            or self._other_option(number)
            or self._avoided(number)
            or self._not_needed(number)
        )

    def _known(self, number: int) -> Explanation | None:
        unit, roles = self._id(number), [role for role, units in self.from_roles.items() if number in units]
        if number in self.declared:
            return Explanation(unit, KNOWN, sentences.declared(unit))
        if roles:
            return Explanation(unit, KNOWN, sentences.known_from(unit, roles), from_roles=tuple(roles))
        return None

    def _implied(self, number: int) -> Explanation | None:
        paths = list(paths_up(number, self._implying, self.declared))
        if not paths:
            return None
        unit, nearest = self._id(number), paths[0]
        return Explanation(
            unit,
            IMPLIED,
            sentences.implied(unit, self._id(nearest[-1])),
            chain=tuple(self._links(nearest)),
            implied_by=tuple(self._id(path[-1]) for path in paths),
        )

    def _in_plan(self, number: int) -> Explanation | None:
        unit = self._id(number)
        if unit not in self._steps:
            return None
        position, reason = self._steps[unit]
        sentence = sentences.in_plan(unit, position, len(self._steps), reason.chain)
        return Explanation(unit, IN_PLAN, sentence, position=position, chain=reason.chain)

    def _other_option(self, number: int) -> Explanation | None:
        way = self._way(self.alternatives.open_ways, number)
        if way is None:
            return None
        unit, choice = self._id(number), self.alternatives.parting(way)
        extra = from_hours(self.alternatives.extra_hours(way))
        links = self._chain(way)
        sentence = sentences.other_option(links, choice, extra)
        return Explanation(unit, OTHER_OPTION, sentence, chain=links, choice=choice, extra_hours=extra)

    def _avoided(self, number: int) -> Explanation | None:
        way = self._way(self.alternatives.closed_ways, number)
        if way is None:
            return None
        unit, closed, goal = self._id(number), self.alternatives.closed_at(way), self.alternatives.goal
        avoided = tuple(sorted(goal.unit_ids[place] for place in closed.avoided))
        sentence = sentences.avoided(unit, describe(goal.named(closed.requirement)), avoided)
        return Explanation(unit, AVOIDED, sentence, chain=self._chain(way), avoided=avoided)

    def _not_needed(self, number: int) -> Explanation:
        unit, role = self._id(number), self.plan.request.role
        wanted = next(paths_up(number, self._unknown_above, self._optional), None)
        if wanted is not None and role is not None:
            last = self._id(wanted[-1])
            links = (*self._links(wanted), ChainLink(last, role, self._asked_because[last]))
            return Explanation(unit, NOT_NEEDED, sentences.only_optional(unit, last, role), chain=links, optional=True)
        way = self._way(self.alternatives.settled_ways, number)
        if way is not None:
            links = self._chain(way)
            return Explanation(unit, NOT_NEEDED, sentences.settled_by(unit, links[-1].needed_by), chain=links)
        return Explanation(unit, NOT_NEEDED, sentences.not_needed(unit, role))

    def _id(self, number: int) -> str:
        return self.compiled.units[number].id

    @cached_property
    def _steps(self) -> dict[str, tuple[int, Reason]]:
        """Position and reason of each step, by unit."""
        steps = (self.plan.template.steps[n] for n in self.plan.kept)
        return {step.unit.id: (position, step.reason) for position, step in enumerate(steps, start=1)}

    @cached_property
    def _optional(self) -> frozenset[int]:
        """What the optional requirements of the role name, if they were not asked for."""
        role = self.plan.role
        if role is None or self.plan.request.include_optional:
            return frozenset()
        return frozenset(self.compiled.number[unit] for wanted in role.optional for unit, _ in edges_of(wanted))

    @cached_property
    def _asked_because(self) -> dict[str, str]:
        """The role's reasons for the units that its requirements name."""
        role, because = self.plan.role, dict[str, str]()
        for wanted in (*role.essential, *role.optional) if role else ():
            for unit, why in edges_of(wanted):
                because.setdefault(unit, why)
        return because

    @cached_property
    def _known_numbers(self) -> set[int]:
        """All known units of the graph, also those that the goal has no use for."""
        waiting = [*self.declared, *chain.from_iterable(self.from_roles.values())]
        found = set(waiting)
        while waiting:
            fresh = set(self._implied_directly(waiting.pop())) - found
            found |= fresh
            waiting += fresh
        return found

    def _implied_directly(self, number: int) -> Iterator[int]:
        """The prerequisites of a known unit that are known by that."""
        skill = self.compiled.units[number].skill.id
        for below in self.compiled.prerequisites[number]:
            if self.plan.request.assume_prerequisites or self.compiled.units[below].skill.id == skill:
                yield below

    def _implying(self, number: int) -> Iterator[int]:
        """The units whose being known says at once that this one is."""
        return (above for above in self.compiled.dependents[number] if number in self._implied_directly(above))

    def _unknown_above(self, number: int) -> Iterator[int]:
        return (above for above in self.compiled.dependents[number] if above not in self._known_numbers)

    def _way(self, ways: dict[int, Way], number: int) -> Way | None:
        place = self.alternatives.goal.place.get(number)
        return None if place is None else ways.get(place)

    def _chain(self, way: Way) -> tuple[ChainLink, ...]:
        return tuple(map(self._link, way.steps()))

    def _link(self, step: Way) -> ChainLink:
        goal = self.alternatives.goal
        if step.owner is not None:
            return next(self._links((goal.units[step.place], goal.units[step.owner])))
        unit = goal.unit_ids[step.place]
        return ChainLink(unit, str(self.plan.request.role), self._asked_because[unit])

    def _links(self, path: Iterable[int]) -> Iterator[ChainLink]:
        for below, above in pairwise(path):
            yield ChainLink(self._id(below), self._id(above), self.compiled.reasons[below, above])
