"""Each choice made is reported as it was settled, with what the other options would have cost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hypothesis import assume, given

from roadmap.domain.plan import ChoiceMade
from tests.building.case import Case
from tests.building.rulebook import Choice, Requirement, Task, satisfied
from tests.building.small_graphs import SOME, cases

MAX_OPTIONS = 12


def possible(case: Case) -> Task:
    """The case as the rules see it, with an answer, and few enough options to try them all."""
    asked = case.task
    assume(asked.is_possible and len(asked.options) <= MAX_OPTIONS)
    return asked


@given(cases(prefer=SOME, avoid=SOME))
def test_the_extra_hours_of_an_option_are_those_of_the_best_gap_that_has_it(case: Case) -> None:
    asked = possible(case)
    made = case.plan()
    by_words = {words(option): option for choice in every_choice(case) for option in choice.options}
    for choice in made.choices:
        open_minded = replace(asked, prefer=asked.prefer - {unit for option in choice.options for unit in option.units})
        for option in choice.options:
            best = open_minded.best(by_words[option.requirement])
            extra = None if best is None else (asked.hours(best) - asked.hours(made.unit_ids)) / 100
            assert option.extra_hours == (0 if option.chosen else extra)


@given(cases(prefer=SOME, avoid=SOME))
def test_as_many_options_are_chosen_as_are_needed_and_all_of_them_are_had(case: Case) -> None:
    asked = possible(case)
    made = case.plan()
    have = asked.known | set(made.unit_ids)
    by_words = {words(option): option for choice in every_choice(case) for option in choice.options}
    for choice in made.choices:
        chosen = [option for option in choice.options if option.chosen]
        assert len(chosen) == choice.count
        assert all(satisfied(by_words[option.requirement], have) for option in chosen)


@given(cases(prefer=SOME, avoid=SOME))
def test_the_reason_of_a_choice_is_the_first_that_holds(case: Case) -> None:
    asked = possible(case)
    by_words = {words(option): option for choice in every_choice(case) for option in choice.options}
    for choice in case.plan().choices:
        chosen = [by_words[option.requirement] for option in choice.options if option.chosen]
        if all(satisfied(option, asked.known) for option in chosen):
            assert choice.reason == "already-known"
        elif choice.reason != "preferred":
            assert choice.reason == ("fewest-hours" if has_a_way_round(choice) else "only-option")


@given(cases(prefer=SOME))
def test_a_choice_is_called_preferred_only_if_something_preferred_was_chosen(case: Case) -> None:
    asked = possible(case)
    have = asked.known | set(case.plan().unit_ids)
    for choice in case.plan().choices:
        named = {unit for option in choice.options if option.chosen for unit in option.units}
        assert choice.reason != "preferred" or named & asked.prefer & have


@given(cases())
def test_every_choice_that_arises_is_reported_and_no_other(case: Case) -> None:
    asked, made = possible(case), case.plan()
    arising = [want for want in asked.wants if isinstance(want, Choice)]
    for unit in made.unit_ids:
        arising += [required for required in asked.rules.requires[unit] if isinstance(required, Choice)]
    reported = {without_brackets(words_of(choice)) for choice in made.choices}
    assert {without_brackets(words(choice)) for choice in arising} <= reported
    inner = [choice for choice in every_choice(case) if choice not in arising]
    assert reported <= {without_brackets(words(choice)) for choice in (*arising, *inner)}


def has_a_way_round(choice: ChoiceMade) -> bool:
    return any(option.extra_hours is not None for option in choice.options if not option.chosen)


def every_choice(case: Case) -> Iterator[Choice]:
    """Every choice of the graph, those within choices too."""
    rules = case.rules
    waiting: list[Requirement] = [want for lists in rules.roles.values() for items in lists for want in items]
    waiting += [required for requires in rules.requires.values() for required in requires]
    while waiting:
        requirement = waiting.pop()
        if isinstance(requirement, Choice):
            yield requirement
            waiting += requirement.options


def words(requirement: Requirement) -> str:
    """A requirement as plans write it."""
    if isinstance(requirement, str):
        return requirement
    inner = [words(option) if isinstance(option, str) else f"({words(option)})" for option in requirement.options]
    return " or ".join(inner) if requirement.count == 1 else f"{requirement.count} of {', '.join(inner)}"


def words_of(choice: ChoiceMade) -> str:
    """A choice that was made, as plans write choices."""
    inner = [
        option.requirement if option.requirement in option.units else f"({option.requirement})"
        for option in choice.options
    ]
    return " or ".join(inner) if choice.count == 1 else f"{choice.count} of {', '.join(inner)}"


def without_brackets(text: str) -> str:
    """An option that is a choice with one option reads like that option."""
    return text.replace("(", "").replace(")", "")
