"""What changed between two versions of a graph is said in words."""

from __future__ import annotations

from roadmap.domain.graph.compiled import compile_graph
from roadmap.domain.graph.document import Document, from_document
from roadmap.planning import Planner
from roadmap.services.graph_changes import GraphChanges, RoleHours, compare_graphs
from tests.building.documents import any_of, document, role, skill, unit

OLD = document(
    [skill("a", 10), skill("b", 5, requires=[unit("a@1", "Old reason.")], recommends=[{"unit": "c@1"}]), skill("c", 7)],
    [role("r", "b@1"), role("gone", "a@1")],
)


def changes(new: Document, old: Document = OLD) -> GraphChanges:
    before, after = (Planner(compile_graph(from_document(graph))) for graph in (old, new))
    return compare_graphs(before, after)


def said(new: Document) -> list[str]:
    return [str(change) for change in changes(new).changes]


def test_nothing_is_said_of_two_equal_graphs() -> None:
    found = changes(OLD)
    assert found.changes == ()
    assert all(hours.before == hours.after for hours in found.role_hours)


def test_skills_and_roles_that_come_and_go_are_named() -> None:
    new = document([skill("a", 10), skill("d", 3)], [role("r", "a@1"), role("new", "d@1")])
    found = said(new)
    assert "b: this skill is gone" in found
    assert "d: this skill is new" in found
    assert "gone: this role is gone" in found
    assert "new: this role is new" in found


def test_hours_reasons_and_edges_that_change_are_told() -> None:
    new = document(
        [
            skill("a", 12.5, aliases=["first"]),
            {**skill("b", 5, requires=[unit("a@1", "New reason."), any_of("c@1", "d@1")]), "outcome": "Do b."},
            skill("c", 7, track="data"),
            skill("d", 1),
        ],
        [role("r", "b@1", optional=["c@1"]), role("gone", "a@1")],
    )
    assert said(new) == [
        "d: this skill is new",
        "a: it gained the alias first",
        "c: its track was 'software' and is 'data'",
        "a@1: it took 10 hours and takes 12.5",
        "b@1: its outcome is now: Do b.",
        "b@1: it gained the prerequisite c@1 or d@1",
        "b@1: it lost the recommendation c@1",
        "b@1: the reason for a@1 is now: New reason.",
        "r: it gained the optional requirement c@1",
    ]


def test_axes_that_change_are_told_of_the_track_or_of_the_skill_that_says_so() -> None:
    new = document([*OLD["skills"][:2], {**OLD["skills"][2], "axes": ["product", "people"]}], OLD["roles"])
    new["tracks"][1] = {**new["tracks"][1], "axes": ["systems"]}
    assert said(new) == [
        "software: its hours counted for nothing and count for systems",
        "c: its hours counted for nothing and count for product, people",
    ]


def test_a_skill_that_moves_to_a_track_of_other_axes_follows_it() -> None:
    old, new = (document([skill("a", track=track)]) for track in ("software", "data"))
    for made in (old, new):
        made["tracks"][2] = {**made["tracks"][2], "axes": ["systems"]}
    assert [str(change) for change in changes(new, old).changes] == ["a: its track was 'software' and is 'data'"]


def test_the_hours_of_every_role_are_given_before_and_after() -> None:
    new = document(
        [skill("a", 20), skill("b", 5, requires=["a@1"]), skill("c", 7)], [role("r", "b@1"), role("s", "c@1")]
    )
    assert changes(new).role_hours == (RoleHours("gone", 10, None), RoleHours("r", 15, 25), RoleHours("s", None, 7))
