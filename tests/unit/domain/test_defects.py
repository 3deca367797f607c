"""Every defect of a graph is found, at the place where it stands."""

from __future__ import annotations

import re
from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given

from roadmap.domain.graph.defects import find_defects
from roadmap.domain.graph.document import from_document
from roadmap.errors import Defect
from tests.building.documents import Document, any_of, document, level, levelled, role, skill, unit
from tests.building.effort import fewer_examples
from tests.building.large_graphs import large_documents
from tests.building.plans import compiled
from tests.building.small_graphs import documents


def only_defect(made: Document) -> Defect:
    [defect] = find_defects(made)
    return defect


def found(made: Document) -> list[tuple[tuple[str | int, ...], str]]:
    return [(defect.path, defect.subject) for defect in find_defects(made)]


@given(documents())
def test_a_sound_graph_has_none_and_compiles(made: Document) -> None:
    assert find_defects(made) == []
    units = compiled(made).units
    assert len(units) == sum(len(skill.levels) for skill in from_document(made).skills)


@fewer_examples
@given(large_documents())
def test_a_sound_large_graph_has_none(made: Document) -> None:
    assert find_defects(made) == []


def test_an_id_that_is_used_twice() -> None:
    made = document([skill("git"), skill("git")], [role("dev", "git"), role("dev", "git")])
    made["tracks"].append(made["tracks"][0])
    assert found(made) == [
        (("tracks", 3, "id"), "mathematics"),
        (("skills", 1, "id"), "git"),
        (("roles", 1, "id"), "dev"),
    ]


def test_a_track_that_is_not_there() -> None:
    defect = only_defect(document([skill("git", track="magic")]))
    assert (defect.path, defect.subject) == (("skills", 0, "track"), "git")
    assert "magic" in defect.message


@pytest.mark.parametrize(("numbers", "listed"), [(("2",), "2"), (("1", "3"), "1, 3"), (("2", "3"), "2, 3")])
def test_levels_with_a_gap(numbers: tuple[str, ...], listed: str) -> None:
    made = document([{**levelled("git"), "levels": {number: level() for number in numbers}}])
    defect = only_defect(made)
    assert (defect.path, defect.subject) == (("skills", 0, "levels"), "git")
    assert defect.message == f"levels must run from 1 without a gap, but are {listed}"


@pytest.mark.parametrize(
    ("made", "path", "owner"),
    [
        (
            document([skill("ci", requires=["git"])]),
            ("skills", 0, "requires", 0),
            "ci@1",
        ),
        (
            document([skill("git"), levelled("ci", level(), level(requires=["git", unit("git@2", "More.")]))]),
            ("skills", 1, "levels", "2", "requires", 1),
            "ci@2",
        ),
        (
            document([skill("git"), skill("ci", requires=[any_of("git", any_of("git", "svn", count=2))])]),
            ("skills", 1, "requires", 0, "any_of", 1, "any_of", 1),
            "ci@1",
        ),
        (
            document([skill("ci", recommends=[unit("git@1", "It helps.")])]),
            ("skills", 0, "recommends", 0),
            "ci@1",
        ),
        (
            document([skill("ci")], [role("dev", "ci", unit("git@1", "Always."))]),
            ("roles", 0, "essential", 1),
            "dev",
        ),
        (
            document([skill("ci")], [role("dev", "ci", optional=[any_of("ci", "git@1")])]),
            ("roles", 0, "optional", 0, "any_of", 1),
            "dev",
        ),
    ],
)
def test_a_reference_to_a_unit_that_is_not_there(made: Document, path: tuple[str | int, ...], owner: str) -> None:
    defect = only_defect(made)
    assert (defect.path, defect.subject) == (path, owner)
    assert defect.message.startswith("there is no unit ")


def test_a_reference_to_a_role_that_is_not_there() -> None:
    made = document([skill("git")], [role("dev", "git", specialism_of="boss", background=["dev", "clerk"])])
    messages = [defect.message for defect in find_defects(made)]
    assert messages == ["there is no role boss", "there is no role clerk"]
    assert {defect.path for defect in find_defects(made)} == {("roles", 0)}


def test_a_choice_of_more_than_there_is() -> None:
    defect = only_defect(document([skill("git"), skill("ci", requires=[any_of("git", count=2)])]))
    assert (defect.path, defect.subject) == (("skills", 1, "requires", 0), "ci@1")
    assert defect.message == "a choice of 2 needs at least 2 options, but has 1"


@pytest.mark.parametrize("again", ["git", "git@2"])
def test_an_option_that_is_given_twice_even_if_written_in_two_ways(again: str) -> None:
    made = document([levelled("git", level(), level()), skill("ci", requires=[any_of("git", again)])])
    assert only_defect(made).message == "the option git@2 is given 2 times"


def test_a_cycle_of_prerequisites_is_shown_as_it_runs() -> None:
    made = document([skill("a", requires=["c"]), skill("b", requires=["a"]), skill("c", requires=["b"]), skill("d")])
    defect = only_defect(made)
    assert defect.message == "a cycle of prerequisites: a@1 → b@1 → c@1 → a@1"
    assert (defect.path, defect.subject) == (("skills", 0), "a@1")


def test_a_unit_that_requires_itself() -> None:
    assert only_defect(document([skill("a", requires=["a"])])).message == "a cycle of prerequisites: a@1 → a@1"


def test_a_cycle_through_levels() -> None:
    made = document([levelled("a", level(requires=["b"]), level()), skill("b", requires=["a@2"])])
    assert only_defect(made).message == "a cycle of prerequisites: a@1 → a@2 → b@1 → a@1"


def test_a_cycle_through_choices_and_recommendations() -> None:
    made = document(
        [
            skill("a", requires=[any_of("x", any_of("c", "x"))]),
            skill("b", recommends=[unit("a@1", "First.")]),
            skill("c", requires=["b"]),
            skill("x"),
        ]
    )
    assert only_defect(made).message == "a cycle of prerequisites: a@1 → b@1 → c@1 → a@1"


def test_each_of_several_cycles_is_shown_and_is_one() -> None:
    rings = [("a", "b"), ("c", "d", "e"), ("f",)]
    before = {after: ring[n - 1] for ring in rings for n, after in enumerate(ring)}
    made = document([skill(name, requires=[needed, "z"]) for name, needed in before.items()] + [skill("z")])
    edges = {(f"{needed}@1", f"{name}@1") for name, needed in before.items()}
    cycles = [re.findall(r"\w@1", defect.message) for defect in find_defects(made)]
    assert sorted(len(cycle) - 1 for cycle in cycles) == [1, 2, 3]
    for cycle in cycles:
        assert cycle[0] == cycle[-1]
        assert set(pairwise(cycle)) <= edges


@given(documents())
def test_turning_an_edge_round_is_noticed(made: Document) -> None:
    edges = nx.DiGraph(
        (item["unit"], f"{skill['id']}@{number}", {"owner": skill})
        for skill in made["skills"]
        for number, each in skill["levels"].items()
        for item in each["requires"]
        if "unit" in item
    )
    for before, after in edges.edges:
        skill_id, number = before.split("@")
        home = next(skill for skill in made["skills"] if skill["id"] == skill_id)
        home["levels"][number]["requires"].append(unit(after, "Turned round."))
        assert any("cycle" in defect.message for defect in find_defects(made))
        return


def test_all_defects_are_reported_at_once() -> None:
    made = document(
        [
            skill("a", track="magic", requires=["b", "nowhere"]),
            skill("b", requires=["a", any_of("c", count=3)]),
            skill("c", recommends=[unit("nothing@1", "No.")]),
            skill("c"),
            {**levelled("d"), "levels": {"2": level()}},
        ],
        [role("dev", "c", "gone", background=["nobody"])],
    )
    kinds = [defect.message.split(" ")[0:4] for defect in find_defects(made)]
    assert len(kinds) == 9
    assert {" ".join(words) for words in kinds} == {
        "this id is used",
        "there is no track",
        "levels must run from",
        "a choice of 3",
        "there is no unit",
        "there is no role",
        "a cycle of prerequisites:",
    }


def test_what_could_not_be_read_is_not_held_against_what_refers_to_it() -> None:
    made = document([None, skill("ci", requires=["git", "git@2", "svn"])], [None, role("dev", "git")])
    assert [defect.message for defect in find_defects(made, unreadable={"git"})] == ["there is no unit svn"]


def test_a_defect_says_where_it_stands() -> None:
    assert str(Defect(("skills", 0), "git@1", "no.")) == "skills/0: git@1: no."
    assert str(Defect(("skills", 0), "git@1", "no.", "skills/a.yaml", 7)) == "skills/a.yaml:7: git@1: no."
