"""Every step says why it is there, and what it says is so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import networkx as nx
from hypothesis import given

from roadmap.domain.graph.compiled import LEVEL_REASON
from roadmap.domain.plan import ChainLink, Step
from roadmap.planning.plan import Plan
from tests.building.case import Case
from tests.building.documents import Document, Requirement
from tests.building.large_graphs import large_cases
from tests.building.plans import edges
from tests.building.small_graphs import SOME, cases

everywhere = cases(prefer=SOME) | large_cases()
Whys = dict[tuple[str, str], set[str]]


@given(everywhere)
def test_a_chain_leads_from_the_step_over_real_edges_to_the_role_or_the_targets(case: Case) -> None:
    made = case.plan()
    graph = edges(made.steps)
    for step in made.steps:
        *links, last = step.reason.chain
        units = [link.unit for link in step.reason.chain]
        assert units[0] == step.unit
        assert [link.needed_by for link in links] == units[1:]
        assert all(graph.has_edge(link.unit, link.needed_by) for link in links)
        assert last.needed_by in (case.request.role, "targets")
        assert last.unit in wanted(case, made)


@given(everywhere)
def test_each_link_gives_the_reason_written_on_its_edge(case: Case) -> None:
    whys = written_whys(case.document)
    for step in case.plan().steps:
        for link in step.reason.chain:
            assert link.why in whys[link.unit, link.needed_by] or asked_for(link)
        for before in step.requires:
            assert before.why in whys[before.unit, step.unit]


@given(cases(include_optional=False, prefer=SOME))
def test_no_chain_could_be_shorter(case: Case) -> None:
    made = case.plan()
    graph, ends = edges(made.steps), wanted(case, made)
    for step in made.steps:
        steps_away = nx.single_source_shortest_path_length(graph, step.unit)
        assert len(step.reason.chain) - 1 == min(steps_away[unit] for unit in ends if unit in steps_away)


@given(cases())
def test_a_step_is_mandatory_if_no_choice_could_leave_it_out(case: Case) -> None:
    always = frozenset.intersection(*case.task.answers)
    made = case.plan()
    assert {step.unit for step in made.steps if step.reason.mandatory} == always


@given(everywhere)
def test_a_step_that_is_not_mandatory_names_the_chosen_option_it_came_with(case: Case) -> None:
    made, rules = case.plan(), case.rules
    chosen = {option.requirement for choice in made.choices for option in choice.options if option.chosen}
    for step in made.steps:
        if step.reason.mandatory:
            assert step.reason.came_with is None
        else:
            assert step.reason.came_with in chosen
            assert step.unit in rules.with_prerequisites([step.reason.came_with])


@given(cases(choices=False))
def test_a_step_is_optional_if_only_optional_requirements_need_it(case: Case) -> None:
    rules = case.rules
    essential = case.but(include_optional=False).task.wants
    needed = rules.with_prerequisites(essential, case.task.known)
    for step in case.plan().steps:
        assert step.importance == ("essential" if step.unit in needed else "optional")


@given(everywhere)
def test_a_step_requires_its_mandatory_prerequisites_and_the_options_chosen_for_it(case: Case) -> None:
    made, rules = case.plan(), case.rules
    for step in made.steps:
        required = {before.unit for before in step.requires}
        assert required == {*rules.mandatory(step.unit), *chosen_for(made, step)}


def chosen_for(made: Plan, step: Step) -> Iterator[str]:
    for choice in made.choices:
        for option in choice.options:
            if choice.needed_by == step.unit and option.chosen and len(option.units) == 1:
                yield from option.units if option.requirement in option.units else ()


def wanted(case: Case, made: Plan) -> set[str]:
    """What the goal asks for: units by name, and the options chosen for its own choices."""
    outright = {want for want in case.task.wants if isinstance(want, str)}
    own = (choice for choice in made.choices if choice.needed_by in (case.request.role, "targets"))
    return outright | {option.requirement for choice in own for option in choice.options if option.chosen}


def asked_for(link: ChainLink) -> bool:
    return (link.needed_by, link.why) == ("targets", "You asked for it.")


def written_whys(document: Document) -> Whys:
    """The reasons written on every edge (from, to); an option without one has that of its choice."""
    whys: Whys = defaultdict(set)
    for skill in document["skills"]:
        for number, level in skill["levels"].items():
            this = f"{skill['id']}@{number}"
            whys[f"{skill['id']}@{int(number) - 1}", this].add(LEVEL_REASON)
            read_whys(whys, this, level["requires"], "")
    for role in document["roles"]:
        read_whys(whys, role["id"], [*role["essential"], *role["optional"]], "")
    return whys


def read_whys(whys: Whys, owner: str, items: list[Requirement], around: str) -> None:
    for item in items:
        if isinstance(item, str):
            whys[item, owner].add(around)
        elif "any_of" in item:
            read_whys(whys, owner, item["any_of"], item.get("why") or around)
        else:
            whys[item["unit"], owner].add(item.get("why") or around)
