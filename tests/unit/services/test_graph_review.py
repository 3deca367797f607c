"""What a review of a sound graph finds worth a second look."""

from __future__ import annotations

from roadmap.adapters.graph_files import read_graph
from roadmap.adapters.shipped import shipped_graph
from roadmap.domain.graph.compiled import compile_graph
from roadmap.domain.graph.document import Document, from_document
from roadmap.planning import Planner
from roadmap.services.graph_review import review_graph
from tests.building.documents import document, level, levelled, role, skill

FREE = {"resources": [{"title": "A book", "url": "https://example.org/", "kind": "book", "free": True}]}
PAID = {"resources": [{"title": "A book", "url": "https://example.org/", "kind": "book", "free": False}]}


def remarks(graph: Document) -> set[tuple[str, str]]:
    """The kinds of remarks with their subjects; what every small example lacks counts only of skills named x."""
    found = review_graph(Planner(compile_graph(from_document(graph))))
    lacking = ("no-alias", "no-resource")
    return {(one.kind, one.subject) for one in found if one.kind not in lacking or one.subject.startswith("x")}


def test_the_shipped_graph_leaves_nothing_to_remark() -> None:
    assert review_graph(Planner(compile_graph(read_graph(shipped_graph())))) == ()


def test_an_edge_that_follows_from_another_is_redundant() -> None:
    graph = document(
        [skill("a"), skill("b", requires=["a@1"]), skill("c", requires=["a@1", "b@1"])],
        [role("r", "c@1")],
    )
    assert remarks(graph) == {("redundant-edge", "c@1")}


def test_a_recommendation_of_what_is_required_is_redundant() -> None:
    graph = document([skill("a"), skill("b", requires=["a@1"], recommends=[{"unit": "a@1"}])], [role("r", "b@1")])
    assert remarks(graph) == {("redundant-edge", "b@1")}


def test_the_level_below_is_never_redundant() -> None:
    graph = document([levelled("a", level(), level())], [role("r", "a@2")])
    assert remarks(graph) == set()


def test_a_unit_that_no_role_could_ever_need_is_remarked_and_an_option_or_optional_one_is_not() -> None:
    graph = document(
        [skill("a"), skill("b"), skill("c"), skill("d")],
        [role("r", {"any_of": ["a@1", "b@1"]}, optional=["c@1"])],
    )
    assert remarks(graph) == {("unneeded-unit", "d@1")}


def test_a_skill_without_an_alias_or_a_free_resource_is_remarked() -> None:
    bare, sold, good = skill("x"), skill("xx", **PAID, aliases=["ex"]), skill("xxx", **FREE, aliases=["why"])
    needed = [role("r", "x@1", "xx@1", "xxx@1")]
    assert remarks(document([bare, sold, good], needed)) == {
        ("no-alias", "x"),
        ("no-resource", "x@1"),
        ("no-resource", "xx@1"),
    }


def test_an_outcome_that_says_what_is_known_rather_than_done_is_remarked() -> None:
    outcomes = {"a": "Understanding of things", "b": "explain things", "c": "The basics", "d": "Explain things"}
    skills = [{**skill(name), "outcome": outcome} for name, outcome in outcomes.items()]
    graph = document(skills, [role("r", *(f"{name}@1" for name in outcomes))])
    assert remarks(graph) == {("outcome", "a@1"), ("outcome", "b@1"), ("outcome", "c@1")}


def test_hours_outside_2_to_60_are_remarked() -> None:
    hours = {"a": 1.99, "b": 2, "c": 60, "d": 60.5}
    graph = document(
        [skill(name, hours=time) for name, time in hours.items()], [role("r", *(f"{name}@1" for name in hours))]
    )
    assert remarks(graph) == {("hours", "a@1"), ("hours", "d@1")}


def test_two_skills_that_are_called_nearly_the_same_are_remarked() -> None:
    graph = document(
        [
            skill("a", aliases=["Recommendation systems"]),
            skill("b", aliases=["recommendation system"]),
            skill("c", aliases=["systems of recommendation", "c"]),
        ],
        [role("r", "a@1", "b@1", "c@1")],
    )
    assert remarks(graph) == {("names-alike", "b")}


def test_a_jump_of_more_than_8_prerequisites_at_once_is_remarked() -> None:
    names = [f"a{number}" for number in range(9)]
    all_nine = skill("b", requires=[f"{name}@1" for name in names])
    graph = document([*map(skill, names), all_nine], [role("r", "b@1")])
    assert remarks(graph) == {("jump", "r")}


def test_a_plan_that_changes_track_at_most_steps_is_remarked() -> None:
    chain = [skill("a0")]
    chain += [skill(f"a{n}", track=("software", "data")[n % 2], requires=[f"a{n - 1}@1"]) for n in range(1, 8)]
    graph = document(chain, [role("r", "a7@1")])
    assert remarks(graph) == {("restless-plan", "r")}
