"""The figures of a comparison are those that trying everything finds, and its plan keeps the roles open as it says."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import asdict, replace
from itertools import accumulate, pairwise, permutations
from random import Random
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from roadmap.domain.skill import to_hours
from roadmap.errors import UnreachableTargetsError
from roadmap.insights.comparison import compare
from roadmap.insights.comparison.answer import Comparison, HedgedStep
from tests.building.comparisons import Contest, contests
from tests.building.plans import planner
from tests.building.rulebook import Rulebook, Units, satisfied, units_in

MAX_OPTIONS = 10


def answered(contest: Contest) -> Comparison:
    """The comparison, of roles with few enough options to try them all."""
    assume(len(contest.task(*contest.roles).options) <= MAX_OPTIONS)
    return contest.compare()


def units(steps: Collection[HedgedStep], role: str | None = None) -> Units:
    """The units of some steps, of those that serve a role if one is given."""
    return frozenset(step.unit for step in steps if role is None or role in step.keeps_open)


@given(contests())
def test_the_hedged_plan_is_the_smallest_set_that_makes_ready_for_every_role(contest: Contest) -> None:
    made = answered(contest).hedged_plan
    best = contest.task(*contest.roles).best()
    assert units(made.steps) == best
    assert made.summary.steps == len(made.steps)
    assert to_hours(made.summary.hours) == contest.task().hours(best)


@given(contests())
def test_a_step_keeps_open_the_roles_whose_smallest_part_of_the_plan_it_is_in(contest: Contest) -> None:
    made = answered(contest).hedged_plan
    for role in contest.roles:
        assert units(made.steps, role) == contest.task(role, within=units(made.steps)).best()


@given(contests(prefer=..., avoid=...))
def test_with_preferences_every_step_still_serves_a_role_and_every_role_is_served(contest: Contest) -> None:
    assume(contest.task(*contest.roles).is_possible)
    made = answered(contest).hedged_plan
    for role in contest.roles:
        part = units(made.steps, role)
        assert part == contest.task(role, within=units(made.steps)).best()
        assert contest.task(role).is_answer(part)
    assert all(step.keeps_open for step in made.steps)


@given(contests(avoid=...))
def test_a_comparison_is_refused_only_when_what_is_avoided_rules_a_role_out(contest: Contest) -> None:
    task = contest.task(*contest.roles)
    assume(len(task.options) <= MAX_OPTIONS)
    if task.is_possible:
        contest.compare()
    else:
        with pytest.raises(UnreachableTargetsError) as refused:
            contest.compare()
        assert list(refused.value.conflict) == task.smallest_conflict()


@given(contests(prefer=...))
def test_each_role_has_the_figures_of_its_own_plan_and_of_its_part(contest: Contest) -> None:
    made = answered(contest)
    for role in made.roles:
        own = planner(contest.document).build_plan(replace(contest.request, role=role.id)).summary
        part = units(made.hedged_plan.steps, role.id)
        assert (role.steps, role.hours) == (own.steps, own.hours)
        assert (role.hedged_steps, to_hours(role.hedged_hours)) == (len(part), contest.task().hours(part))
        assert to_hours(role.extra_hours) == to_hours(role.hedged_hours) - to_hours(role.hours)
        assert role.extra_hours >= 0 or contest.request.prefer


@given(contests(prefer=...))
def test_each_step_can_be_learnt_in_its_turn_whichever_role_is_decided_for_and_when(contest: Contest) -> None:
    steps, rules = contest.compare().hedged_plan.steps, contest.rules
    known = rules.known(contest.request)
    assert_learnable(rules, known, steps)
    for done in range(len(steps) + 1):
        for role in contest.roles:
            rest = [step for step in steps[done:] if role in step.keeps_open]
            have = assert_learnable(rules, known | units(steps[:done]), rest)
            assert all(satisfied(want, have) for want in contest.wants(role))


def assert_learnable(rules: Rulebook, known: Units, steps: Sequence[HedgedStep]) -> Units:
    """Learn steps one after the other; everything that is known then."""
    have = set(known)
    for step in steps:
        assert step.unit not in have
        assert all(satisfied(required, have) for required in rules.requires[step.unit])
        have.add(step.unit)
    return frozenset(have)


@given(contests(prefer=...))
def test_a_step_that_serves_more_roles_comes_first_unless_it_builds_on_one_that_serves_fewer(contest: Contest) -> None:
    steps, rules = contest.compare().hedged_plan.steps, contest.rules
    for n, step in enumerate(steps):
        for m, later in enumerate(steps[n + 1 :], n + 1):
            if len(later.keeps_open) > len(step.keeps_open):
                assert waits_for(rules, later, steps[n:m])


@given(contests(choices=False))
def test_without_choices_the_steps_come_by_the_number_of_roles_they_serve(contest: Contest) -> None:
    served = [len(step.keeps_open) for step in contest.compare().hedged_plan.steps]
    assert served == sorted(served, reverse=True)


@given(contests())
def test_what_serves_the_same_roles_is_in_the_order_of_the_plan_for_all(contest: Contest) -> None:
    steps, rules = contest.compare().hedged_plan.steps, contest.rules
    makes = planner(contest.document)
    goal = makes.settle(contest.request, contest.roles).goal
    rank = {goal.unit_ids[place]: n for n, place in enumerate(makes.order(goal, contest.request.strategy))}
    for n, step in enumerate(steps):
        for m, later in enumerate(steps[n + 1 :], n + 1):
            if later.keeps_open == step.keeps_open:
                assert rank[step.unit] < rank[later.unit] or waits_for(rules, later, steps[n:m])
                assert later.unit not in rules.recommends[step.unit]


def waits_for(rules: Rulebook, step: HedgedStep, before: Sequence[HedgedStep]) -> bool:
    """Whether a step, or one of those before it that it waits for, names one that serves fewer roles."""
    named, waiting = set[str](), [step.unit]
    while waiting:
        unit = waiting.pop()
        for other in (*rules.recommends[unit], *(leaf for want in rules.requires[unit] for leaf in units_in(want))):
            if other in units(before) and other not in named:
                named.add(other)
                waiting.append(other)
    return any(len(other.keeps_open) < len(step.keeps_open) for other in before if other.unit in named)


@given(contests(prefer=...))
def test_the_reason_of_a_step_leads_to_a_role_that_it_keeps_open(contest: Contest) -> None:
    steps = contest.compare().hedged_plan.steps
    for step in steps:
        chain = step.reason.chain
        assert chain[0].unit == step.unit
        assert chain[-1].needed_by in step.keeps_open
        assert all(one.needed_by == other.unit for one, other in pairwise(chain))
        assert {link.unit for link in chain} <= units(steps, chain[-1].needed_by)


@given(contests(prefer=...))
def test_the_parts_are_the_steps_sorted_by_the_roles_they_serve(contest: Contest) -> None:
    made = contest.compare()
    assert len({part.roles for part in made.parts}) == len(made.parts)
    for part in made.parts:
        alike = [step for step in made.hedged_plan.steps if step.keeps_open == part.roles]
        assert part.units == tuple(step.unit for step in alike)
        assert to_hours(part.hours) == sum(to_hours(step.hours) for step in alike)
        for of_track in part.tracks:
            assert to_hours(of_track.hours) == sum(
                to_hours(step.hours) for step in alike if step.track == of_track.track
            )
        assert {of_track.track for of_track in part.tracks} == {step.track for step in alike}
    assert sum(len(part.units) for part in made.parts) == len(made.hedged_plan.steps)
    served = [len(part.roles) for part in made.parts]
    assert served == sorted(served, reverse=True)


@given(contests(prefer=...))
def test_the_decision_point_is_the_first_step_that_does_not_serve_all(contest: Contest) -> None:
    plan = contest.compare().hedged_plan
    parting = [step for step in plan.steps if len(step.keeps_open) < len(contest.roles)]
    if not parting:
        assert plan.decision_point is None
        assert not plan.regret
    else:
        point = plan.decision_point
        assert point is not None
        assert (point.position, point.unit, point.hours_before) == (
            parting[0].position,
            parting[0].unit,
            parting[0].hours_before,
        )


@given(contests(prefer=...))
def test_regret_is_what_the_steps_done_and_not_done_come_to(contest: Contest) -> None:
    plan = contest.compare().hedged_plan
    point = plan.decision_point
    assume(point is not None)
    ends = [0, *accumulate(to_hours(step.hours) for step in plan.steps)]
    trunk, total = to_hours(point.hours_before), ends[-1]
    assert [regret.share for regret in plan.regret] == [0, 0.25, 0.5, 0.75]
    for regret in plan.regret:
        done = regret.steps_done
        assert to_hours(regret.hours_spent) == ends[done] >= trunk + regret.share * (total - trunk)
        assert done == point.position - 1 or ends[done - 1] < trunk + regret.share * (total - trunk)
        for role in regret.roles:
            spent, rest = plan.steps[:done], plan.steps[done:]
            assert to_hours(role.hours_wasted) == sum(
                to_hours(step.hours) for step in spent if role.role not in step.keeps_open
            )
            assert to_hours(role.hours_to_go) == sum(
                to_hours(step.hours) for step in rest if role.role in step.keeps_open
            )
        assert tuple(role.role for role in regret.roles) == contest.roles
    assert not any(role.hours_wasted for role in plan.regret[0].roles)


@given(contests(prefer=...))
def test_a_transition_is_the_plan_from_one_role_to_the_other(contest: Contest) -> None:
    made, makes = contest.compare(), planner(contest.document)
    assert [(change.from_role, change.to_role) for change in made.transitions] == [*permutations(contest.roles, 2)]
    for change in made.transitions:
        asked = replace(contest.request, role=change.to_role, from_roles=(change.from_role,))
        summary = makes.build_plan(asked).summary
        assert (change.steps, change.hours) == (summary.steps, summary.hours)


@given(contests(choices=False))
def test_depth_is_the_highest_level_of_everything_a_role_needs(contest: Contest) -> None:
    rules = contest.rules
    needed = {role: rules.with_prerequisites(contest.wants(role)) for role in contest.roles}
    expected = {}
    for skill, levels in rules.levels.items():
        highest = {role: sum(unit in units for unit in levels) for role, units in needed.items()}
        found = {role: level for role, level in highest.items() if level}
        if len({*found.values()}) > 1:
            expected[skill] = found
    depth = contest.compare().depth
    assert {one.skill: {level.role: level.level for level in one.levels} for one in depth} == expected


@given(contests(prefer=...), st.randoms(use_true_random=False))
def test_the_sequence_of_a_request_changes_nothing_but_the_sequence_of_the_answer(
    contest: Contest, random: Random
) -> None:
    names, known = list(contest.roles), list(contest.request.known * 2)
    random.shuffle(names)
    random.shuffle(known)
    one = contest.compare()
    other = contest.but(tuple(names), known=tuple(known)).compare()
    assert unordered(asdict(other)) == unordered(asdict(one))
    assert [step.unit for step in other.hedged_plan.steps] == [step.unit for step in one.hedged_plan.steps]
    assert [role.id for role in other.roles] == names
    assert all(step.keeps_open == tuple(n for n in names if n in step.keeps_open) for step in other.hedged_plan.steps)


def unordered(value: Any) -> Any:
    """A value with every list sorted."""
    if isinstance(value, dict):
        return {name: unordered(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return sorted(map(unordered, value), key=repr)
    return value


@given(contests(prefer=...))
def test_what_a_planner_remembers_of_other_comparisons_never_shows(contest: Contest) -> None:
    makes = planner(contest.document)
    for names in permutations(contest.roles):
        compare(makes, names, replace(contest.request, known=()))
        compare(makes, names, contest.request)
    assert compare(makes, contest.roles, contest.request) == contest.compare()
    assert makes.templates_built == 0
