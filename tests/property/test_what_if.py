"""What a plan would save if more were known is the difference to the plan that is made when it is."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from roadmap.domain.days_off import parse_days_off
from roadmap.domain.plan import PlanRequest
from roadmap.domain.questions import Saving, WhatIf
from roadmap.insights.what_if import what_if
from roadmap.planning import Planner
from tests.building.case import Case
from tests.building.documents import any_of, document, role, skill
from tests.building.effort import fewer_examples
from tests.building.large_graphs import large_cases
from tests.building.plans import planner
from tests.building.small_graphs import SOME, cases, units_of

SCHEDULE = {
    "hours_per_week": 0.5,
    "start_date": date(2026, 11, 2),
    "days_off": parse_days_off(["sunday", "2026-12-24/2027-01-02"]),
}


def asking(**fixed: Any) -> st.SearchStrategy[Case]:
    """Cases that ask what something would save."""
    return cases(what_if=SOME, **fixed).filter(lambda case: bool(case.request.what_if))


def asked(case: Case) -> WhatIf:
    """What the plan of a case would save."""
    makes = planner(case.document)
    answer = what_if(makes, makes.build_plan(case.request))
    assert answer is not None
    return answer


def difference(makes: Planner, case: Case, *more: str) -> Saving:
    """What the plan of a case has over the plan that is made when more is known."""
    units = [unit for word in more for unit in sorted(case.rules.named([word]))]
    knowing = case.but(known=(*case.request.known, *more))
    summary, then = (makes.build_plan(each.request).summary for each in (case, knowing))
    days = summary.finish_date and then.finish_date and (summary.finish_date - then.finish_date).days
    return Saving(
        tuple(dict.fromkeys(units)),
        summary.hours - then.hours,
        summary.steps - then.steps,
        days,
        then.finish_date,
    )


@given(asking(prefer=SOME, avoid=SOME), st.booleans())
def test_savings_are_the_difference_of_two_plans(case: Case, scheduled: bool) -> None:
    case = case.but(**SCHEDULE) if scheduled else case
    assume(case.task.is_possible)
    answer, makes, alone = asked(case), planner(case.document), dict.fromkeys(case.request.what_if)
    assert answer.each == tuple(difference(makes, case, word) for word in alone)
    assert answer.together == difference(makes, case, *alone)


@fewer_examples
@given(large_cases(), st.data())
def test_savings_are_the_difference_of_two_plans_on_large_graphs(case: Case, data: st.DataObject) -> None:
    units = st.sampled_from(units_of(case.document))
    case = case.but(what_if=tuple(data.draw(st.lists(units, min_size=1, max_size=3, unique=True))), **SCHEDULE)
    answer, makes = asked(case), planner(case.document)
    assert answer.each == tuple(difference(makes, case, word) for word in case.request.what_if)
    assert answer.together == difference(makes, case, *case.request.what_if)


@given(asking(prefer=SOME) | asking(avoid=SOME))
def test_knowing_more_never_costs_hours_and_more_of_it_never_saves_fewer(case: Case) -> None:
    assume(case.task.is_possible)
    answer = asked(case)
    assert all(0 <= saving.hours_saved <= answer.together.hours_saved for saving in answer.each)


@given(asking(), st.data())
def test_a_larger_set_never_saves_fewer_hours(case: Case, data: st.DataObject) -> None:
    answer = asked(case)
    more = (*case.request.what_if, data.draw(st.sampled_from(units_of(case.document))))
    assert answer.together.hours_saved <= asked(case.but(what_if=more)).together.hours_saved


@given(cases(prefer=SOME))
def test_a_skill_is_all_its_levels_and_nothing_is_answered_twice(case: Case) -> None:
    skills = [skill["id"] for skill in case.document["skills"]]
    answer = asked(case.but(what_if=(*skills, *reversed(skills))))
    assert [set(saving.units) for saving in answer.each] == [case.rules.named([skill]) for skill in skills]


def test_where_something_preferred_was_out_of_reach_knowing_more_may_cost_hours() -> None:
    """`long` is preferred and builds on `gate`, which is avoided: whoever knows the gate is led through it."""
    graph = document(
        [skill("short", 1), skill("gate", 5), skill("long", 9, requires=["gate"])],
        [role("goal", any_of("short", "long"))],
    )
    request = PlanRequest(role="goal", prefer=("long",), avoid=("gate",), what_if=("gate",))
    answer = asked(Case(graph, request))
    assert answer.together == Saving(("gate@1",), -8, 0, None, None)


def test_a_plan_that_would_outlast_the_calendar_has_no_finish() -> None:
    graph = document(
        [skill("short", 1), skill("gate", 5), skill("long", 9000, requires=["gate"])],
        [role("goal", any_of("short", "long"))],
    )
    request = PlanRequest(
        role="goal", prefer=("long",), avoid=("gate",), what_if=("gate",), hours_per_week=0.01,
        start_date=date(2027, 1, 4),
    )  # fmt: skip
    case = Case(graph, request)
    assert case.plan().summary.finish_date is not None
    assert asked(case).together == Saving(("gate@1",), -8999, 0, None, None)
