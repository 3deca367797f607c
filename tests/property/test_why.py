"""Every verdict on a unit is true, and so is everything that is told with it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

import networkx as nx
from hypothesis import assume, given
from hypothesis import strategies as st

from roadmap.domain.plan import ChainLink
from roadmap.domain.questions import Explanation
from roadmap.insights.why import explain
from roadmap.planning.plan import Plan
from tests.building.case import Case
from tests.building.effort import fewer_examples
from tests.building.large_graphs import large_cases
from tests.building.plans import planner
from tests.building.rulebook import Choice, Requirement, Task, satisfied, units_in
from tests.building.small_graphs import SOME, cases, units_of

MAX_OPTIONS = 12
VERDICTS = {"known", "implied", "in-plan", "other-option", "avoided", "not-needed"}

any_cases = cases(prefer=SOME, avoid=SOME)


@dataclass(frozen=True)
class Explained:
    """A case, its plan, and the explanation of every unit of the graph."""

    case: Case
    made: Plan
    told: dict[str, Explanation]

    def with_verdict(self, verdict: str) -> Iterator[Explanation]:
        return (told for told in self.told.values() if told.verdict == verdict)


def explained(case: Case) -> Explained:
    assume(case.task.is_possible)
    makes = planner(case.document)
    made = makes.build_plan(case.but(why=tuple(units_of(case.document))).request)
    return Explained(case, made, {told.unit: told for told in explain(makes, made)})


def could_be_needed(asked: Task, wants: Iterable[Requirement], within: Collection[str]) -> set[str]:
    """The unknown units that requirements lead to, one after the other, through options that can be had."""
    found, waiting = set[str](), list(wants)
    while waiting:
        requirement = waiting.pop()
        if isinstance(requirement, Choice):
            waiting += [option for option in requirement.options if satisfied(option, within)]
        elif requirement in within and requirement not in asked.known | found:
            found.add(requirement)
            waiting += asked.rules.requires[requirement]
    return found


def without_avoiding(asked: Task) -> Collection[str]:
    return replace(asked, avoid=frozenset()).attainable


def verdict_by_the_rules(case: Case, made: Plan, unit: str) -> str:
    asked = case.task
    if unit in asked.known:
        return "known" if unit in case.rules.named(case.request.known) else "implied"
    if unit in made.unit_ids:
        return "in-plan"
    if unit in could_be_needed(asked, asked.wants, asked.attainable):
        return "other-option"
    return "avoided" if unit in could_be_needed(asked, asked.wants, without_avoiding(asked)) else "not-needed"


@given(any_cases)
def test_every_unit_has_the_one_verdict_that_the_rules_give_it(case: Case) -> None:
    found = explained(case)
    assert list(found.told) == units_of(case.document)
    for unit, told in found.told.items():
        assert told.verdict == verdict_by_the_rules(case, found.made, unit)


@fewer_examples
@given(large_cases(), st.data())
def test_verdicts_on_large_graphs_are_those_of_the_rules(case: Case, data: st.DataObject) -> None:
    units = st.sampled_from(units_of(case.document))
    case = case.but(avoid=tuple(data.draw(st.lists(units, max_size=3))))
    found = explained(case)
    for unit in data.draw(st.lists(units, min_size=1, max_size=20)):
        assert found.told[unit].verdict == verdict_by_the_rules(case, found.made, unit)


@given(any_cases)
def test_facts_stand_where_the_verdict_has_them_and_nowhere_else(case: Case) -> None:
    for told in explained(case).told.values():
        assert (told.position is not None) == (told.verdict == "in-plan")
        assert bool(told.implied_by) == (told.verdict == "implied")
        assert (told.choice is None) == (told.extra_hours is None) == (told.verdict != "other-option")
        assert bool(told.avoided) == (told.verdict == "avoided")
        assert not told.optional or told.verdict == "not-needed"
        assert bool(told.chain) or told.verdict in ("known", "not-needed")
        assert told.unit in told.sentence or told.avoided == (told.unit,)
        assert told.sentence.endswith(".")


@given(any_cases)
def test_a_unit_in_the_plan_has_the_place_and_the_reason_of_its_step(case: Case) -> None:
    found = explained(case)
    told = {each.position: (each.unit, each.chain) for each in found.with_verdict("in-plan")}
    assert told == {step.position: (step.unit, step.reason.chain) for step in found.made.steps}


@fewer_examples
@given(any_cases | large_cases())
def test_an_implied_unit_is_below_all_the_declared_units_that_are_named_and_no_other(case: Case) -> None:
    rules, declared = case.rules, case.rules.named(case.request.known)
    mandatory = nx.DiGraph((below, unit) for unit in rules.requires for below in implying(case, unit))
    for told in explained(case).with_verdict("implied"):
        away = nx.single_source_shortest_path_length(mandatory, told.unit)
        assert set(told.implied_by) == set(away) & declared
        assert [away[unit] for unit in told.implied_by] == sorted(away[unit] for unit in told.implied_by)
        assert links_up(told.chain, mandatory) == [told.unit, told.implied_by[0]]
        assert len(told.chain) == away[told.implied_by[0]]


@given(any_cases)
def test_another_option_leads_from_a_choice_of_the_plan_by_what_is_neither_known_nor_planned(case: Case) -> None:
    found = explained(case)
    there = case.task.known | set(found.made.unit_ids)
    for told in found.with_verdict("other-option"):
        assert told.choice in found.made.choices
        assert told.choice is not None
        assert told.choice.needed_by == told.chain[-1].needed_by
        options = [option for option in told.choice.options if told.chain[-1].unit in option.units]
        assert any(not option.chosen for option in options)
        assert not {link.unit for link in told.chain} & there
        links_up(told.chain, edges_of(case))


@given(any_cases)
def test_extra_hours_are_those_of_the_best_gap_that_takes_every_option_on_the_way(case: Case) -> None:
    asked = case.task
    assume(len(asked.options) <= MAX_OPTIONS)
    found = explained(case)
    for told in found.with_verdict("other-option"):
        choices, options = zip(*options_on(case, told.chain), strict=True)
        named = {unit for choice in choices for unit in units_in(choice)}
        taken = Choice(tuple(option for way in options for option in way), sum(map(len, options)))
        best = replace(asked, prefer=asked.prefer - named).best(taken)
        assert best is not None
        assert told.extra_hours == (asked.hours(best) - asked.hours(found.made.unit_ids)) / 100


@fewer_examples
@given(any_cases | large_cases())
def test_an_option_itself_costs_what_the_plan_says_of_it(case: Case) -> None:
    for told in explained(case).with_verdict("other-option"):
        option = next((o for o in told.choice.options if o.requirement == told.unit), None) if told.choice else None
        if option is not None and len(told.chain) == 1:
            assert told.extra_hours == option.extra_hours


@given(cases(prefer=SOME, avoid=SOME))
def test_what_closes_a_way_does_so_together_and_no_part_of_it_does(case: Case) -> None:
    asked = case.task
    for told in explained(case).with_verdict("avoided"):
        assert set(told.avoided) <= asked.avoid
        on_the_way = [link.unit for link in told.chain]
        within = without_avoiding(asked)
        options = [option for _, way in options_on(case, told.chain, within) for option in way]
        assert any(is_closed_by(asked, requirement, told.avoided) for requirement in (*on_the_way, *options))
        links_up(told.chain, edges_of(case))


@given(cases(avoid=SOME))
def test_a_unit_is_avoided_only_if_it_could_be_needed_were_nothing_avoided(case: Case) -> None:
    avoided = [told.unit for told in explained(case).with_verdict("avoided")]
    free = explained(case.but(avoid=()))
    assert {free.told[unit].verdict for unit in avoided} <= {"in-plan", "other-option"}


@given(any_cases)
def test_a_unit_that_is_not_needed_says_what_else_could_have_led_to_it(case: Case) -> None:
    found, asked = explained(case), case.task
    optional = case.rules.roles["goal"][1] if not case.request.include_optional else []
    may_need = could_be_needed(asked, optional, without_avoiding(asked))
    for told in found.with_verdict("not-needed"):
        assert told.optional == (told.unit in may_need)
        if told.chain:
            end = links_up(told.chain, edges_of(case))[1]
            assert not {link.unit for link in told.chain} & (asked.known | set(found.made.unit_ids))
            assert end == "goal" if told.optional else end in asked.known
            assert not told.optional or told.chain[-1].unit in {unit for want in optional for unit in units_in(want)}


@given(cases(prefer=SOME, avoid=SOME), st.randoms(use_true_random=False))
def test_what_else_is_asked_never_shows(case: Case, random) -> None:
    found = explained(case)
    units = units_of(case.document)
    random.shuffle(units)
    makes = planner(case.document)
    told = explain(makes, makes.build_plan(case.but(why=tuple(units)).request))
    assert told == tuple(found.told[unit] for unit in units)


def implying(case: Case, unit: str) -> list[str]:
    """What knowing a unit says at once is known too."""
    below = case.rules.mandatory(unit)
    if case.request.assume_prerequisites:
        return below
    return [other for other in below if other.split("@")[0] == unit.split("@", maxsplit=1)[0]]


def edges_of(case: Case) -> nx.DiGraph:
    """Every edge of the graph, options included, and from what the role names to the role."""
    rules = case.rules
    edges = [(below, unit) for unit, requires in rules.requires.items() for one in requires for below in units_in(one)]
    wants = [unit for items in rules.roles["goal"] for want in items for unit in units_in(want)]
    return nx.DiGraph([*edges, *((unit, "goal") for unit in wants)])


def links_up(chain: tuple[ChainLink, ...], graph: nx.DiGraph) -> list[str]:
    """The two ends of a chain, which goes along edges of a graph."""
    assert all(graph.has_edge(link.unit, link.needed_by) for link in chain)
    assert all(one.needed_by == other.unit for one, other in pairwise(chain))
    return [chain[0].unit, chain[-1].needed_by]


def options_on(
    case: Case, chain: tuple[ChainLink, ...], within: Collection[str] | None = None
) -> Iterator[tuple[Choice, tuple[Requirement, ...]]]:
    """The choices on a chain, each with the options that it goes by: where several lead there, the first."""
    within = case.task.attainable if within is None else within
    for link in chain:
        asking = case.task.wants if link.needed_by == "goal" else case.rules.requires[link.needed_by]
        if link.unit not in asking:
            choices = [requirement for requirement in asking if isinstance(requirement, Choice)]
            yield next((choice, way) for choice in choices for way in ways_to(choice, link.unit, within))


def ways_to(choice: Choice, unit: str, within: Collection[str]) -> Iterator[tuple[Requirement, ...]]:
    for option in choice.options:
        if option == unit:
            yield (option,)
        elif isinstance(option, Choice) and satisfied(option, within):
            yield from ((option, *inner) for inner in ways_to(option, unit, within))


def is_closed_by(asked: Task, requirement: Requirement, avoided: tuple[str, ...]) -> bool:
    """Whether avoiding some units rules a requirement out, and avoiding fewer of them does not."""
    alone = replace(asked, wants=[requirement], avoid=frozenset(avoided))
    parts = combinations(avoided, len(avoided) - 1)
    return not alone.is_possible and all(replace(alone, avoid=frozenset(part)).is_possible for part in parts)
