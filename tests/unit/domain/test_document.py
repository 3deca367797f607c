"""Graphs to and from documents, and the digest that tells them apart."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.domain.axis import AXIS_NAMES
from roadmap.domain.graph.document import canonical_json, digest, from_document, to_document
from roadmap.domain.requirement import Choice, UnitRequirement
from tests.building.documents import Document, any_of, document, level, levelled, role, skill, unit
from tests.building.large_graphs import large_documents
from tests.building.small_graphs import documents

EVERYTHING = document(
    [
        skill("algebra", 7.5, track="mathematics", aliases=["sums", {"text": "x", "ambiguous": True}]),
        levelled(
            "python",
            level(20, resources=[{"title": "Tutorial", "url": "https://docs.example", "kind": "docs", "free": True}]),
            level(30, requires=[unit("algebra@1", "To count."), any_of("algebra", any_of("sql", "r", count=2))]),
            summary="A language.",
        ),
        skill("sql", recommends=[unit("algebra@1", "Sets are sets.")]),
        skill("r"),
    ],
    [
        role(
            "analyst",
            "python",
            optional=[unit("r@1", "It is seen.")],
            summary="Someone who counts.",
            aliases=["data analyst"],
            specialism_of="scientist",
            background=["scientist"],
            facts=[
                {
                    "kind": "pay",
                    "statement": "Well paid.",
                    "source": {"title": "A survey", "url": "https://survey.example"},
                    "region": "Europe",
                    "date": "2026",
                },
                {"kind": "demand", "statement": "Sought.", "source": {"title": "Another survey"}},
            ],
        ),
        role("scientist", "sql@1"),
    ],
)


def shuffled(made: Document, random: Random) -> Document:
    """The same document with skills, roles and members in another order."""
    made = copy.deepcopy(made)
    random.shuffle(made["skills"])
    random.shuffle(made["roles"])
    for each in made["skills"]:
        each["levels"] = members_shuffled(each["levels"], random)
    return members_shuffled(made, random)


def members_shuffled(members: Document, random: Random) -> Document:
    return dict(random.sample(list(members.items()), len(members)))


def test_the_canonical_document_reads_back_as_the_same_graph() -> None:
    canonical = to_document(from_document(EVERYTHING))
    assert to_document(from_document(canonical)) == canonical
    assert from_document(canonical).skills == tuple(
        sorted(from_document(EVERYTHING).skills, key=lambda skill: skill.id)
    )


@given(documents() | large_documents())
def test_every_graph_reads_back_from_its_canonical_json(made: Document) -> None:
    graph = from_document(made)
    again = from_document(json.loads(canonical_json(graph)))
    assert canonical_json(again) == canonical_json(graph)
    assert digest(again) == digest(graph)


@given(documents(), st.randoms(use_true_random=False))
def test_the_digest_does_not_depend_on_the_order_of_writing(made: Document, random: Random) -> None:
    assert digest(from_document(shuffled(made, random))) == digest(from_document(made))


def test_the_digest_stays_what_it_is() -> None:
    """Answers carry it, and links and caches rely on it: a change here is a change of the contract."""
    small = document([skill("git"), skill("python", requires=["git"])], [role("developer", "python")])
    assert digest(from_document(small)) == "5f0a2f0919ae39cb336a605cc1a048ff16a23fd13435b05b088d9dabf0de545e"


CHANGES: dict[str, Callable[[Document], object]] = {
    "hours": lambda made: made["skills"][0].update(hours=7.51),
    "a name": lambda made: made["skills"][0].update(name="Al-gebra"),
    "a requirement": lambda made: made["skills"][1]["levels"]["2"]["requires"].pop(),
    "a fact": lambda made: made["roles"][0]["facts"].pop(),
    "the version": lambda made: made.update(version="2026.12"),
    "the order of tracks": lambda made: made["tracks"].reverse(),
    "the axes of a track": lambda made: made["tracks"][0].update(axes=["mathematics"]),
    "the axes of a skill": lambda made: made["skills"][0].update(axes=["people"]),
}


@pytest.mark.parametrize("what", CHANGES)
def test_the_digest_changes_with_whatever_changes(what: str) -> None:
    other = copy.deepcopy(EVERYTHING)
    CHANGES[what](other)
    assert digest(from_document(other)) != digest(from_document(EVERYTHING))


def test_a_skill_without_levels_has_one() -> None:
    plain, written_out = skill("git", 5), levelled("git", {"outcome": "Use git.", "hours": 5})
    assert from_document(document([plain])) == from_document(document([written_out]))
    assert digest(from_document(document([plain]))) == digest(from_document(document([written_out])))


def test_a_skill_named_without_a_level_stands_for_its_highest() -> None:
    made = document([levelled("python", level(), level(), level()), skill("django", requires=["python"])])
    assert from_document(made).skills[1].levels[0].requires == (UnitRequirement("python@3", ""),)


def test_what_is_left_out_and_what_is_written_as_default_are_the_same() -> None:
    terse = {"any_of": ["git", "svn"]}
    wordy = {"any_of": [{"unit": "git@1"}, {"unit": "svn@1", "why": ""}], "count": 1, "why": ""}
    graphs = [
        from_document(document([skill("git", 5), skill("svn", 5.0), skill("ci", requires=[choice], aliases=[])]))
        for choice in (terse, wordy)
    ]
    assert graphs[0] == graphs[1]
    assert canonical_json(graphs[0]) == canonical_json(graphs[1])


def test_choices_keep_their_count_their_order_and_what_is_within_them() -> None:
    made = document([skill("a"), skill("b"), skill("c"), skill("d", requires=[any_of("c", any_of("b", "a", count=2))])])
    requirement = from_document(made).skills[3].levels[0].requires[0]
    assert isinstance(requirement, Choice)
    outer, inner = requirement.options
    assert outer == UnitRequirement("c@1", "")
    assert inner == Choice((UnitRequirement("b@1", ""), UnitRequirement("a@1", "")), 2, "Either will do.")


def test_a_skill_counts_for_the_axes_of_its_track_unless_it_says_otherwise() -> None:
    made = document([skill("git"), skill("papers", axes=["research"]), skill("office", axes=[])])
    made["tracks"][1]["axes"] = ["people", "systems"]
    assert [each.axes for each in from_document(made).skills] == [("systems", "people"), ("research",), ()]


def test_a_graph_without_axes_is_written_without_them() -> None:
    assert "axes" not in canonical_json(from_document(EVERYTHING))
    other = copy.deepcopy(EVERYTHING)
    other["tracks"][0]["axes"] = []
    other["skills"][0]["axes"] = []
    assert digest(from_document(other)) == digest(from_document(EVERYTHING))


def test_the_ways_of_writing_the_same_axes_have_one_digest() -> None:
    terse, wordy = (copy.deepcopy(EVERYTHING) for _ in range(2))
    terse["tracks"][0]["axes"] = ["research", "mathematics"]
    wordy["tracks"][0]["axes"] = ["mathematics", "research"]
    wordy["skills"][0]["axes"] = ["research", "mathematics"]
    assert canonical_json(from_document(terse)) == canonical_json(from_document(wordy))


@given(documents(), st.data())
def test_every_graph_with_axes_reads_back_from_its_canonical_json(made: Document, data: st.DataObject) -> None:
    some = st.lists(st.sampled_from(AXIS_NAMES), unique=True)
    for item in (*made["tracks"], *made["skills"]):
        if data.draw(st.booleans()):
            item["axes"] = data.draw(some)
    graph = from_document(made)
    again = from_document(json.loads(canonical_json(graph)))
    assert {skill.id: skill.axes for skill in again.skills} == {skill.id: skill.axes for skill in graph.skills}
    assert digest(again) == digest(graph)


def test_hours_are_kept_to_the_hundredth() -> None:
    assert from_document(document([skill("git", 0.07)])).skills[0].levels[0].hours == 7
    assert to_document(from_document(document([skill("git", 12.25)])))["skills"][0]["levels"]["1"]["hours"] == 12.25
    assert '"hours":12,' in canonical_json(from_document(document([skill("git", 12.0)])))
