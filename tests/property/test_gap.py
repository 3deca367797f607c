"""The gap is the exact minimum, however it is found, within what is preferred and avoided."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from roadmap.errors import UnreachableTargetsError
from roadmap.planning.bitset import bitset, members
from roadmap.planning.gap.search import Problem, cheapest
from roadmap.planning.gap.solver import cheapest_by_solver
from roadmap.planning.goal import Goal, compile_goal
from tests.building.case import Case
from tests.building.documents import Document
from tests.building.effort import fewer_examples
from tests.building.large_graphs import large_documents
from tests.building.plans import compiled, plan
from tests.building.rulebook import Rulebook, Task
from tests.building.small_graphs import SOME, cases

MAX_OPTIONS = 12


def rules_of(case: Case) -> Task:
    """The case as the rules see it, with few enough options to try them all."""
    asked = case.task
    assume(len(asked.options) <= MAX_OPTIONS)
    return asked


@given(cases())
def test_the_gap_is_the_smallest_set_that_satisfies_every_target(case: Case) -> None:
    made = case.plan()
    assert frozenset(made.unit_ids) == rules_of(case).best()


@given(cases(prefer=SOME))
def test_what_is_preferred_outranks_hours(case: Case) -> None:
    made = case.plan()
    assert frozenset(made.unit_ids) == rules_of(case).best()


@given(cases(prefer=SOME, avoid=SOME))
def test_what_is_avoided_is_never_learnt_and_the_rest_is_still_the_smallest(case: Case) -> None:
    asked = rules_of(case)
    assume(asked.is_possible)
    made = case.plan()
    assert frozenset(made.unit_ids) == asked.best()


@given(cases(avoid=SOME))
def test_a_plan_is_refused_only_when_what_is_avoided_rules_it_out(case: Case) -> None:
    asked = rules_of(case)
    if asked.is_possible:
        case.plan()
    else:
        with pytest.raises(UnreachableTargetsError) as refused:
            case.plan()
        assert list(refused.value.conflict) == asked.smallest_conflict()
        assert refused.value.targets
        assert not set(refused.value.targets) & asked.attainable


@given(cases(avoid=SOME))
def test_leaving_out_any_part_of_a_conflict_clears_it(case: Case) -> None:
    asked = rules_of(case)
    assume(not asked.is_possible)
    conflict = asked.smallest_conflict()
    for unit in conflict:
        rest = tuple(other for other in conflict if other != unit)
        case.but(avoid=rest).plan()
    with pytest.raises(UnreachableTargetsError):
        case.but(avoid=tuple(conflict)).plan()


@given(cases(prefer=SOME, avoid=SOME))
def test_the_solver_finds_what_the_search_finds(case: Case) -> None:
    asked = rules_of(case)
    goal = goal_of(case)
    problem = whole_problem(
        goal, places(goal, asked.known), places(goal, asked.prefer), everything_else(goal, asked.attainable)
    )
    assert cheapest_by_solver(problem) == cheapest(problem)


@given(cases(prefer=SOME, avoid=SOME))
def test_the_solver_finds_the_best_answer_there_is(case: Case) -> None:
    asked = rules_of(case)
    assume(asked.is_possible and case.request.assume_prerequisites)
    goal = goal_of(case)
    prefer = asked.prefer & asked.attainable
    problem = whole_problem(
        goal, places(goal, asked.known), places(goal, prefer), everything_else(goal, asked.attainable)
    )
    added = cheapest_by_solver(problem)
    assert added is not None
    learnt = (goal.base | added) & ~problem.known
    assert {goal.unit_ids[place] for place in members(learnt)} == asked.best()


@fewer_examples
@given(large_documents(choices=0.2), st.sampled_from(["goal", "wide"]))
def test_nothing_could_be_left_out_of_the_gap_of_a_large_graph(document: Document, role: str) -> None:
    rules = Rulebook(document)
    learn = frozenset(plan(document, role=role).unit_ids)
    asked = Task(rules, rules.roles[role][0], frozenset())
    assert asked.is_answer(learn)
    for unit in sorted(learn)[::10]:
        assert not asked.is_answer(learn - {other for other in learn if unit in rules.with_prerequisites([other])})


def goal_of(case: Case) -> Goal:
    """The goal of a request, compiled."""
    graph, request = compiled(case.document), case.request
    targets = sorted({max(graph.find(target)) for target in request.targets})
    role = graph.roles[request.role] if request.role else None
    return compile_goal(graph, role, targets, request.include_optional)


def places(goal: Goal, units: frozenset[str]) -> int:
    """Units of the graph as places of the goal, those elsewhere left out."""
    numbers = [goal.compiled.number[unit] for unit in units]
    return bitset(goal.place[number] for number in numbers if number in goal.place)


def whole_problem(goal: Goal, known: int, prefer: int, avoid: int) -> Problem:
    """Everything there is to choose for a goal, as one problem."""
    demands = [*goal.wanted_choices]
    for place in members(goal.base & ~known & goal.owners):
        demands.extend(goal.unit_choices[place])
    return Problem(goal, known | goal.base, known, tuple(demands), prefer, avoid)


def everything_else(goal: Goal, units: frozenset[str]) -> int:
    """The places of all other units of the goal."""
    return bitset(range(len(goal.units))) & ~places(goal, units)
