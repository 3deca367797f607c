"""Nothing comes before what it builds on, whatever the strategy."""

from __future__ import annotations

from hypothesis import given

from tests.building.case import Case
from tests.building.effort import fewer_examples
from tests.building.large_graphs import large_cases
from tests.building.rulebook import satisfied
from tests.building.small_graphs import SOME, cases


def assert_each_step_can_be_learnt_in_its_turn(case: Case) -> None:
    rules, have = case.rules, set(case.task.known)
    for unit in case.plan().unit_ids:
        assert unit not in have
        assert all(satisfied(required, have) for required in rules.requires[unit])
        have.add(unit)


def assert_recommendations_come_first(case: Case) -> None:
    order = case.plan().unit_ids
    for position, unit in enumerate(order):
        assert not set(case.rules.recommends[unit]) & set(order[position:])


@given(cases(prefer=SOME))
def test_each_step_of_a_plan_can_be_learnt_when_its_turn_comes(case: Case) -> None:
    assert_each_step_can_be_learnt_in_its_turn(case)


@given(cases())
def test_what_is_recommended_comes_first_if_it_is_in_the_plan(case: Case) -> None:
    assert_recommendations_come_first(case)


@fewer_examples
@given(large_cases())
def test_the_order_is_as_sound_on_graphs_of_hundreds_of_units(case: Case) -> None:
    assert_each_step_can_be_learnt_in_its_turn(case)
    assert_recommendations_come_first(case)


@given(cases())
def test_every_strategy_learns_the_same_units(case: Case) -> None:
    learnt = {
        frozenset(case.but(strategy=strategy).plan().unit_ids)
        for strategy in ("just-in-time", "foundations-first", "quick-wins")
    }
    assert len(learnt) == 1
