"""Comparisons on graphs small enough to see the answer."""

from __future__ import annotations

from typing import Any

import pytest

from roadmap.domain.plan import PlanRequest
from roadmap.errors import EndlessScheduleError, UnknownReferenceError
from roadmap.insights.comparison import Comparison, compare
from tests.building.documents import Document, any_of, document, level, levelled, role, skill
from tests.building.plans import planner

CAREERS = document(
    [
        levelled("python", level(20), level(30)),
        skill("git", 10),
        levelled("algebra", level(40), level(40), track="mathematics"),
        skill("statistics", 30, track="mathematics", requires=["algebra@1"]),
        skill("models", 40, track="data", requires=["statistics", "python@1"]),
        skill("prompts", 12.5, track="data", requires=["python@2"]),
    ],
    [
        role("maker", "git", "prompts"),
        role("scientist", "git", "models", "algebra@2"),
        role("nobody", "git"),
    ],
)


def compared(made: Document, *roles: str, **request: Any) -> Comparison:
    return compare(planner(made), roles, PlanRequest(**request))


def order(comparison: Comparison) -> list[str]:
    return [step.unit for step in comparison.hedged_plan.steps]


def test_what_all_need_comes_first_and_then_the_roles_part() -> None:
    made = compared(CAREERS, "maker", "scientist")
    assert {*order(made)[:2]} == {"python@1", "git@1"}
    point = made.hedged_plan.decision_point
    assert point is not None
    assert (point.position, point.hours_before, point.weeks_before) == (3, 30, None)
    assert [(part.roles, part.hours) for part in made.parts] == [
        (("maker", "scientist"), 30),
        (("maker",), 42.5),
        (("scientist",), 150),
    ]
    assert [(track.track, track.hours) for track in made.parts[2].tracks] == [("mathematics", 110), ("data", 40)]


def test_roles_that_need_the_same_never_part() -> None:
    made = compared(CAREERS, "nobody", "maker", known=("python", "prompts"))
    assert order(made) == ["git@1"]
    assert made.hedged_plan.decision_point is None
    assert made.hedged_plan.regret == ()


def test_who_knows_everything_has_nothing_to_decide() -> None:
    made = compared(CAREERS, "maker", "scientist", from_roles=("maker", "scientist"), hours_per_week=5)
    assert (made.hedged_plan.steps, made.parts, made.hedged_plan.decision_point) == ((), (), None)
    assert (made.hedged_plan.summary.hours, made.hedged_plan.summary.weeks) == (0, 0)
    assert [depth.skill for depth in made.depth] == ["python"]


def test_depth_tells_what_is_known_too_and_leaves_out_roles_that_do_not_need_the_skill() -> None:
    made = compared(CAREERS, "maker", "scientist", "nobody", known=("python@2",))
    assert [(depth.skill, depth.track) for depth in made.depth] == [("python", "software")]
    assert [(found.role, found.level) for found in made.depth[0].levels] == [("maker", 2), ("scientist", 1)]


def test_changing_role_takes_what_the_other_one_does_not_have() -> None:
    hours = {
        (change.from_role, change.to_role): change.hours
        for change in compared(CAREERS, "maker", "scientist").transitions
    }
    assert hours == {("maker", "scientist"): 150, ("scientist", "maker"): 42.5}


def test_regret_stands_at_the_end_of_the_step_that_reaches_the_share() -> None:
    made = compared(CAREERS, "maker", "scientist", strategy="foundations-first")
    ends = [step.hours_before + step.hours for step in made.hedged_plan.steps]
    shares = [regret.hours_spent for regret in made.hedged_plan.regret]
    assert shares == [30, *(min(end for end in ends if end >= 30 + quarter * 192.5 / 4) for quarter in (1, 2, 3))]


def test_a_pace_brings_weeks_everywhere() -> None:
    made = compared(CAREERS, "maker", "scientist", hours_per_week=10)
    assert [role.weeks for role in made.roles] == [8, 18]
    assert [part.weeks for part in made.parts] == [3, 5, 15]
    assert [change.weeks for change in made.transitions] == [15, 5]
    assert made.hedged_plan.summary.weeks == 23
    assert made.hedged_plan.decision_point is not None
    assert made.hedged_plan.decision_point.weeks_before == 3
    assert made.hedged_plan.regret[0].weeks_spent == 3
    assert [role.weeks_to_go for role in made.hedged_plan.regret[0].roles] == [5, 15]
    assert made.hedged_plan.steps[2].week == 4


def test_a_pace_too_slow_for_the_calendar_is_refused() -> None:
    with pytest.raises(EndlessScheduleError):
        compared(CAREERS, "maker", "scientist", hours_per_week=1e-9)


CLOUDS = document(
    [skill("aws", 30), skill("azure", 20), skill("gcp", 25), skill("windows", 10)],
    [
        role("operator", any_of("aws", "azure")),
        role("trainer", any_of("gcp", "aws")),
        role("clerk", any_of("aws", "azure"), "windows"),
    ],
)


def test_choices_are_settled_once_for_all_at_a_price_to_each() -> None:
    made = compared(CLOUDS, "operator", "trainer")
    assert order(made) == ["aws@1"]
    assert [(one.id, one.hours, one.hedged_hours, one.extra_hours) for one in made.roles] == [
        ("operator", 20, 30, 10),
        ("trainer", 25, 30, 5),
    ]


def test_a_role_needs_only_the_cheapest_of_the_options_that_the_others_bring_in() -> None:
    both = document(CLOUDS["skills"], [role("either", any_of("aws", "azure")), role("both", "aws", "azure")])
    made = compared(both, "either", "both")
    assert {step.unit: step.keeps_open for step in made.hedged_plan.steps} == {
        "azure@1": ("either", "both"),
        "aws@1": ("both",),
    }


def test_what_is_preferred_is_taken_even_if_another_role_brings_in_the_other_option() -> None:
    dear = document(
        [skill("dear", 50), skill("cheap", 10), skill("end", 5, requires=[any_of("dear", "cheap")])],
        [role("ender", "end"), role("other", "cheap")],
    )
    made = compared(dear, "ender", "other", prefer=("dear",))
    assert [one.hedged_hours for one in made.roles] == [55, 10]


SPLIT = document(
    [
        skill("frames", 20),
        skill("sheets", 20),
        skill("cleaning", 5, requires=[any_of("frames", "sheets")]),
        skill("code", 1),
    ],
    [role("coder", "code", "cleaning", "frames"), role("clerk", "code", "cleaning", "sheets")],
)
"""Both need `cleaning`, and each gets to it by an option of its own."""


def test_a_step_that_serves_all_waits_for_each_role_s_own_way_to_it() -> None:
    made = compared(SPLIT, "coder", "clerk")
    assert order(made) == ["code@1", "sheets@1", "frames@1", "cleaning@1"]
    assert [len(step.keeps_open) for step in made.hedged_plan.steps] == [2, 1, 1, 2]
    point = made.hedged_plan.decision_point
    assert point is not None
    assert (point.position, point.unit, point.hours_before) == (2, "sheets@1", 1)


def test_a_reason_is_the_shortest_way_to_a_role_that_the_step_serves() -> None:
    chains = {step.unit: step.reason.chain for step in compared(SPLIT, "coder", "clerk").hedged_plan.steps}
    assert [link.needed_by for link in chains["sheets@1"]] == ["clerk"]
    assert [link.needed_by for link in chains["cleaning@1"]] == ["clerk"]


def test_a_step_is_essential_if_it_is_so_for_any_role_it_serves() -> None:
    made = document([skill("a"), skill("b")], [role("one", "b", optional=["a"]), role("two", "a")])
    steps = compared(made, "one", "two", include_optional=True).hedged_plan.steps
    assert {step.unit: (step.importance, step.keeps_open) for step in steps} == {
        "a@1": ("essential", ("one", "two")),
        "b@1": ("essential", ("one",)),
    }


def test_facts_stand_side_by_side_by_kind() -> None:
    pay = {"kind": "pay", "statement": "Some.", "source": {"title": "A survey"}}
    entry = {"kind": "entry", "statement": "Hard.", "source": {"title": "A survey"}}
    made = compared(document([skill("a")], [role("one", "a", facts=[entry, pay]), role("two", "a")]), "two", "one")
    assert [(facts.kind, [(of.role, len(of.facts)) for of in facts.roles]) for facts in made.facts] == [
        ("pay", [("two", 0), ("one", 1)]),
        ("entry", [("two", 0), ("one", 1)]),
    ]


def test_unknown_roles_are_named_with_their_place() -> None:
    with pytest.raises(UnknownReferenceError) as refused:
        compared(CAREERS, "maker", "scientits", known=("pyton",))
    assert [(one.member, one.position, one.suggestions[0]) for one in refused.value.references] == [
        ("roles", 1, "scientist"),
        ("known", 0, "python"),
    ]


def test_five_roles_have_a_part_for_each_set_of_them_that_shares_something() -> None:
    names = ("one", "two", "three", "four", "five")
    skills = [f"s-{bits}" for bits in range(1, 32)]
    roles = [role(name, *(s for bits, s in enumerate(skills, 1) if bits >> n & 1)) for n, name in enumerate(names)]
    made = compared(document([skill(name, 1) for name in skills], roles), *names)
    assert len(made.parts) == 31
    assert made.parts[0].roles == names
    assert [len(part.roles) for part in made.parts] == [5] + [4] * 5 + [3] * 10 + [2] * 10 + [1] * 5
