"""Knowing more never makes a plan longer, and never reorders what is left of it."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from roadmap.planning.plan import Plan
from tests.building.case import Case
from tests.building.effort import fewer_examples
from tests.building.large_graphs import large_cases
from tests.building.small_graphs import SOME, cases, strategies, units_of, with_more_known

growing = with_more_known(cases())
growing_large = with_more_known(large_cases())
without_choices = with_more_known(cases(choices=False, assume_prerequisites=True))


def chosen(made: Plan) -> dict[tuple[str, str], set[str]]:
    """What was chosen, by who needs it and the options there are."""
    return {
        (choice.needed_by, " | ".join(option.requirement for option in choice.options)): {
            option.requirement for option in choice.options if option.chosen
        }
        for choice in made.choices
    }


def no_choice_changed(before: Plan, after: Plan) -> bool:
    earlier = chosen(before)
    return all(earlier.get(choice) == options for choice, options in chosen(after).items())


@given(growing)
def test_knowing_more_never_adds_hours(pair: tuple[Case, Case]) -> None:
    less, more = pair
    assert more.plan().summary.hours <= less.plan().summary.hours


@fewer_examples
@given(growing_large)
def test_knowing_more_never_adds_hours_on_large_graphs(pair: tuple[Case, Case]) -> None:
    less, more = pair
    assert more.plan().summary.hours <= less.plan().summary.hours


@given(with_more_known(cases(avoid=SOME)))
def test_knowing_more_never_adds_hours_or_puts_targets_out_of_reach_when_something_is_avoided(
    pair: tuple[Case, Case],
) -> None:
    less, more = pair
    assume(less.task.is_possible)
    assert more.plan().summary.hours <= less.plan().summary.hours


@given(growing)
def test_knowing_more_never_reorders_what_is_left(pair: tuple[Case, Case]) -> None:
    before, after = (case.plan().unit_ids for case in pair)
    assert [unit for unit in before if unit in after] == [unit for unit in after if unit in before]


@fewer_examples
@given(growing_large)
def test_knowing_more_only_strikes_out_steps_unless_a_choice_changes(pair: tuple[Case, Case]) -> None:
    before, after = (case.plan() for case in pair)
    left = set(after.unit_ids)
    assert [unit for unit in before.unit_ids if unit in left] == [
        unit for unit in after.unit_ids if unit in before.unit_ids
    ]
    if no_choice_changed(before, after):
        assert left <= set(before.unit_ids)


@given(growing)
def test_no_step_is_new_unless_a_choice_changes(pair: tuple[Case, Case]) -> None:
    before, after = (case.plan() for case in pair)
    assert set(after.unit_ids) <= set(before.unit_ids) or not no_choice_changed(before, after)


@given(without_choices)
def test_without_choices_exactly_what_is_known_is_struck_out(pair: tuple[Case, Case]) -> None:
    less, more = pair
    known = more.task.known
    assert more.plan().unit_ids == [unit for unit in less.plan().unit_ids if unit not in known]


@given(cases(), st.booleans())
def test_knowing_everything_leaves_nothing_to_learn(case: Case, assume_prerequisites: bool) -> None:
    everything = case.but(known=tuple(units_of(case.document)), assume_prerequisites=assume_prerequisites)
    made = everything.plan()
    assert made.steps == ()
    assert (made.summary.hours, made.summary.readiness) == (0, 1)
    assert made.ready_now == made.critical_path == ()


@given(cases(prefer=SOME))
def test_readiness_is_a_share_and_is_whole_only_when_nothing_is_left(case: Case) -> None:
    summary = case.plan().summary
    assert 0 <= summary.readiness <= 1
    assert (summary.readiness == 1) == (summary.steps == 0)
    whole = summary.known_hours + summary.hours
    assert summary.readiness == pytest.approx(summary.known_hours / whole if whole else 1, abs=1e-4)


@given(without_choices)
def test_readiness_grows_with_what_is_known(pair: tuple[Case, Case]) -> None:
    less, more = (case.plan().summary for case in pair)
    assert less.readiness <= more.readiness
    assert less.known_hours + less.hours == more.known_hours + more.hours


@given(cases(choices=False))
def test_what_is_known_is_declared_implied_or_unused(case: Case) -> None:
    rules, known = case.rules, case.plan().known
    declared = rules.named(case.request.known)
    needed = rules.with_prerequisites(case.task.wants)
    assert set(known.declared) == declared
    assert set(known.implied) == (case.task.known & needed) - declared
    assert set(known.unused) == {unit for unit in declared if not case.but(known=(unit,)).task.known & needed}


@given(cases())
def test_nothing_is_both_known_and_to_be_learnt(case: Case) -> None:
    made = case.plan()
    assert not case.task.known & set(made.unit_ids)
    assert set(made.known.implied) <= case.task.known - set(made.known.declared)
    assert set(made.known.unused) <= set(made.known.declared)


@given(cases(from_roles=("other",)), strategies)
def test_a_role_one_has_counts_as_knowing_the_units_of_its_plan(case: Case, strategy: str) -> None:
    other = case.but(role="other", targets=(), from_roles=(), known=(), include_optional=False, strategy=strategy)
    known = (*case.request.known, *other.plan().unit_ids)
    by_name = case.but(from_roles=(), known=known)
    assert case.plan().unit_ids == by_name.plan().unit_ids
    assert case.plan().summary == by_name.plan().summary


@given(cases(known=()))
def test_coming_from_the_role_itself_leaves_nothing_to_learn(case: Case) -> None:
    assert case.but(targets=(), include_optional=False, from_roles=("goal",)).plan().steps == ()
