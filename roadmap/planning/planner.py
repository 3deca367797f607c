"""The planner of one graph: what is compiled from it, kept for the next request, and the plans themselves."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import compress, filterfalse
from typing import NamedTuple

from roadmap.domain.graph.compiled import CompiledGraph
from roadmap.domain.plan import KnownUnits, PlanRequest, StepSchedule, Summary
from roadmap.domain.skill import from_hours
from roadmap.planning.bitset import bitset, flags, members, union
from roadmap.planning.effort import Effort, effort, finish_of, pace_of
from roadmap.planning.gap import Gap, GapSolver, Outcome
from roadmap.planning.goal import Goal, compile_joint_goal
from roadmap.planning.ordering import BY_NAME
from roadmap.planning.plan import Layout, Plan, lay_out
from roadmap.planning.references import References, look_up
from roadmap.planning.schedule import schedule
from roadmap.planning.template import Template, build_template, needs, units_chosen

GOALS = 256
"""How many goals, and orders of goals, are kept compiled, the least used given up first."""

TEMPLATES = 512
"""How many settled templates are kept."""


class SettledGoal(NamedTuple):
    """A goal with its choices settled for what a learner knows.

    `known` is a bitset of places; `cut_at` the same where knowing a unit implies nothing of what it builds on, and
    otherwise 0.
    """

    references: References
    goal: Goal
    known: int
    cut_at: int
    gap: Gap

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """What of the settlements shapes the steps."""
        return tuple([settlement.outcome for settlement in self.gap.settlements])

    @property
    def needed(self) -> int:
        """Everything the goal needs with its choices settled this way, known or not."""
        goal = self.goal
        return goal.base | union(goal.closure[option] for _, option in units_chosen(self.outcomes))


class Planner:
    """Makes plans on one compiled graph.

    A plan is a pure function of the graph and the request. Goals, their orders and their templates are compiled
    when first needed and kept, so what a planner remembers changes how long a plan takes and nothing else. Safe
    for use from several threads.
    """

    def __init__(self, compiled: CompiledGraph) -> None:
        self.compiled = compiled
        self._goal = lru_cache(GOALS)(self._compile_goal)
        self.order = lru_cache(GOALS)(_order)
        self._solver = lru_cache(GOALS)(GapSolver)
        self._cut = lru_cache(GOALS)(Goal.cut_at)
        self._asked_by = lru_cache(GOALS)(Goal.asked_by)
        self._template = lru_cache(TEMPLATES)(self._build_template)
        self._units_of_role = lru_cache(GOALS)(self._units_from_nothing)

    def build_plan(self, request: PlanRequest) -> Plan:
        """The plan for a request that names a role or targets, a strategy there is, and a pace over 0.

        Raises UnknownReferenceError, UnreachableTargetsError and EndlessScheduleError. Cost, once the goal is
        compiled: linear in the units of its plan from nothing, whatever the size of the graph.
        """
        settled = self.settle(request)
        references, goal, known = settled.references, settled.goal, settled.known
        template = self._template(goal, goal, request.strategy, settled.cut_at, settled.outcomes)
        layout = lay_out(template, known)
        days = _schedule(request, layout, template)
        return Plan(
            compiled=self.compiled,
            request=request,
            references=references,
            template=template,
            settlements=settled.gap.settlements,
            layout=layout,
            schedule=days,
            known=self._known_units(goal, known, template, references, request.assume_prerequisites),
            summary=_summary(request, layout, template, days),
        )

    def measure(self, request: PlanRequest) -> Effort:
        """What the plan for a request takes, without laying it out: for whoever compares many.

        Raises what `build_plan` does. Cost, once the goal is compiled: that of the gap, and of no step.
        """
        settled = self.settle(request)
        goal, known = settled.goal, settled.known
        cut = self._cut(goal, known) if settled.cut_at else goal
        needed = needs(goal, cut, settled.outcomes, known)
        hours = goal.weights.weigh(needed.units & ~known)
        return effort(request, hours, goal.weights.weigh(needed.all), finish_of(request, hours))

    def settle(self, request: PlanRequest, roles: Sequence[str] = ()) -> SettledGoal:
        """The goal of a request, and of more `roles` together with it, with the choices settled once for all of them.

        Raises UnknownReferenceError and UnreachableTargetsError.
        """
        references = look_up(self.compiled, request, roles)
        goal = self._goal(references.roles, references.targets, request.include_optional)
        known = self._known(goal, references, request.assume_prerequisites)
        cut_at = 0 if request.assume_prerequisites else known
        return SettledGoal(references, goal, known, cut_at, self._gap(goal, known, references, request))

    def settle_part(self, joint: SettledGoal, role: str) -> SettledGoal:
        """One role of a joint goal, with its choices settled anew within what was settled for all roles together."""
        goal, known = self._asked_by(joint.goal, role), joint.known
        elsewhere = bitset(range(len(goal.units))) & ~joint.gap.units
        solver = self._solver(self._cut(goal, known) if joint.cut_at else goal)
        gap = solver.solve(known, _places(goal, joint.references.prefer), elsewhere)
        return joint._replace(goal=goal, gap=gap)

    def template_of_part(self, joint: SettledGoal, part: SettledGoal, strategy: str) -> Template:
        """The template of one role of a joint goal, in the order of the whole."""
        return self._template(part.goal, joint.goal, strategy, part.cut_at, part.outcomes)

    @cached_property
    def joint(self) -> Planner:
        """A planner of the same graph with a memory of its own, for goals of several roles: there are many more of
        these than of roles, and they must not push out what plans are made of."""
        return Planner(self.compiled)

    def cache_lookups(self) -> dict[tuple[str, str], int]:
        """How often each cache was looked into so far, by its name and what came of it: `hit` or `miss`."""
        caches = {"goals": self._goal, "orders": self.order, "templates": self._template, "cuts": self._cut}
        found = {name: cache.cache_info() for name, cache in caches.items()}
        hits = {(name, "hit"): info.hits for name, info in found.items()}
        return hits | {(name, "miss"): info.misses for name, info in found.items()}

    @property
    def templates_built(self) -> int:
        """How many templates were settled so far, rather than met again: what the caches are judged by."""
        return self._template.cache_info().misses

    def units_of_role(self, role: str) -> tuple[int, ...]:
        """The units, by number, of a role's plan from nothing, essential requirements alone."""
        return self._units_of_role(role)

    def _compile_goal(self, roles: tuple[str, ...], targets: tuple[int, ...], include_optional: bool) -> Goal:
        jobs = [self.compiled.roles[role] for role in roles]
        return compile_joint_goal(self.compiled, jobs, targets, include_optional)

    def _units_from_nothing(self, role: str) -> tuple[int, ...]:
        goal = self._goal((role,), (), False)
        return tuple(goal.units[place] for place in members(self._solver(goal).solve(0).units))

    def _known(self, goal: Goal, references: References, assume_prerequisites: bool) -> int:
        from_roles = [number for role in references.from_roles for number in self._units_of_role(role)]
        return goal.known((*references.known, *from_roles), assume_prerequisites)

    def _gap(self, goal: Goal, known: int, references: References, request: PlanRequest) -> Gap:
        if not request.assume_prerequisites:
            goal = self._cut(goal, known)
        return self._solver(goal).solve(known, _places(goal, references.prefer), _places(goal, references.avoid))

    def _build_template(
        self, goal: Goal, whole: Goal, strategy: str, cut_at: int, outcomes: tuple[Outcome, ...]
    ) -> Template:
        return build_template(goal, outcomes, self.order(whole, strategy), cut_at)

    def _known_units(
        self, goal: Goal, known: int, template: Template, references: References, assume_prerequisites: bool
    ) -> KnownUnits:
        declared, needed = references.known, template.needed
        ids = tuple([self.compiled.units[number].id for number in declared])
        of_use = list(compress(goal.unit_ids, flags(known & needed, 1)))
        implied = tuple(filterfalse({*ids}.__contains__, of_use))
        unused: list[int] = []
        if len(of_use) - len(implied) < len(ids):
            unused = [number for number in declared if not goal.known((number,), assume_prerequisites) & needed]
        return KnownUnits(ids, implied, tuple([self.compiled.units[number].id for number in unused]))


def _order(goal: Goal, strategy: str) -> tuple[int, ...]:
    return BY_NAME[strategy].order(goal)


def _places(goal: Goal, numbers: Sequence[int]) -> int:
    return bitset([goal.place[number] for number in numbers if number in goal.place]) if numbers else 0


def _schedule(request: PlanRequest, layout: Layout, template: Template) -> list[StepSchedule] | None:
    pace = pace_of(request)
    if pace is None:
        return None
    return schedule(layout.spent[1:], list(compress(template.hours, layout.stages)), pace)


def _summary(request: PlanRequest, layout: Layout, template: Template, days: Sequence[StepSchedule] | None) -> Summary:
    hours = layout.spent[-1]
    finish = days[-1].finish if days else None if days is None else request.start_date
    took = effort(request, hours, template.needed_hours, finish)
    return Summary(
        steps=len(layout.spent) - 1,
        hours=took.hours,
        known_hours=took.known_hours,
        readiness=took.readiness,
        critical_path_hours=from_hours(sum(map(template.hours.__getitem__, layout.critical_path))),
        weeks=took.weeks,
        finish_date=took.finish_date,
        feasible=took.feasible,
        hours_per_week_needed=took.hours_per_week_needed,
    )
