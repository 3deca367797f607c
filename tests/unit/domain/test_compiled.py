"""Graphs compiled for planning."""

from __future__ import annotations

from hypothesis import given

from roadmap.domain.graph.compiled import LEVEL_REASON, NumberedChoice
from tests.building.documents import Document, any_of, document, level, levelled, role, skill, unit
from tests.building.plans import compiled
from tests.building.rulebook import Rulebook
from tests.building.small_graphs import documents

SMALL = document(
    [
        levelled("python", level(10), level(20, requires=[unit("git@1", "Code is shared.")])),
        skill("git", 5),
        skill("ci", requires=["git", any_of("python@1", unit("git@1", "Hooks."), why="Something to run.")]),
        skill("zsh", 3, recommends=[unit("git@1", "Aliases.")]),
    ],
    [role("developer", "ci")],
)


@given(documents())
def test_a_prerequisite_has_a_smaller_number_than_what_builds_on_it(made: Document) -> None:
    graph = compiled(made)
    for number in range(len(graph.units)):
        assert all(below < number for below in (*graph.prerequisites[number], *graph.recommended[number]))
        assert all(after > number for after in graph.dependents[number])


@given(documents())
def test_dependents_are_those_that_name_a_unit(made: Document) -> None:
    graph, rules = compiled(made), Rulebook(made)
    for number, each in enumerate(graph.units):
        dependents = {graph.units[after].id for after in graph.dependents[number]}
        assert dependents == {other for other, named in named_by(rules).items() if each.id in named}


def named_by(rules: Rulebook) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for owner, requires in rules.requires.items():
        found[owner], waiting = set(), list(requires)
        while waiting:
            requirement = waiting.pop()
            if isinstance(requirement, str):
                found[owner].add(requirement)
            else:
                waiting.extend(requirement.options)
    return found


def test_a_reference_finds_a_unit_or_all_units_of_a_skill() -> None:
    graph = compiled(SMALL)
    assert [graph.units[number].id for number in graph.find("python")] == ["python@1", "python@2"]
    assert [graph.units[number].id for number in graph.find("python@2")] == ["python@2"]
    assert graph.find("python@3") == graph.find("perl") == graph.find("") == ()


def test_the_level_below_is_a_prerequisite_with_a_reason_of_its_own() -> None:
    graph = compiled(SMALL)
    one, two, git = (graph.number[name] for name in ("python@1", "python@2", "git@1"))
    assert graph.prerequisites[two] == (one, git)
    assert graph.reasons[one, two] == LEVEL_REASON
    assert graph.reasons[git, two] == "Code is shared."


def test_an_option_without_a_reason_has_that_of_its_choice() -> None:
    graph = compiled(SMALL)
    assert graph.reasons[graph.number["python@1"], graph.number["ci@1"]] == "Something to run."


def test_requirements_are_numbered_with_their_choices() -> None:
    graph = compiled(SMALL)
    python, git, ci = (graph.number[name] for name in ("python@1", "git@1", "ci@1"))
    assert graph.choices[ci] == (NumberedChoice((python, git), 1, "Something to run."),)
    assert graph.numbered(graph.roles["developer"].essential[0]) == ci


def test_hours_are_whole_hundredths_and_ranks_follow_the_ids() -> None:
    graph = compiled(SMALL)
    assert {each.id: graph.hours[n] for n, each in enumerate(graph.units)}["python@2"] == 2000
    by_rank = sorted(range(len(graph.units)), key=lambda number: graph.rank[number])
    assert [graph.units[number].id for number in by_rank] == ["ci@1", "git@1", "python@1", "python@2", "zsh@1"]
