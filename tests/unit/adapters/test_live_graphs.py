"""Graphs that follow their files."""

from __future__ import annotations

import gc
import shutil
import weakref
from pathlib import Path

import pytest

from roadmap.adapters.live_graphs import LiveGraphs
from roadmap.services.library import GraphEvent, GraphRefused, GraphReplaced
from tests.building.graph_versions import SKILLS, put, skills_of, write_version


class Followed:
    """A graph's folder, the graphs that follow it, and what they told."""

    def __init__(self, folder: Path) -> None:
        self.folder = write_version(folder, 0)
        self.events: list[GraphEvent] = []
        self.graphs = LiveGraphs([self.folder], self.events.append)

    @property
    def digest(self) -> str:
        return self.graphs.current().planner().compiled.digest

    def look(self, times: int = 2) -> None:
        for _ in range(times):
            self.graphs.look()


@pytest.fixture
def followed(tmp_path: Path) -> Followed:
    return Followed(tmp_path / "careers")


def test_a_changed_graph_is_served_once_it_stays_the_same_for_two_looks(followed: Followed) -> None:
    before = followed.digest
    put(followed.folder, skills_of(1))
    followed.look(1)
    assert followed.digest == before
    followed.look(1)
    (event,) = followed.events
    assert isinstance(event, GraphReplaced)
    assert (event.old.digest, event.new.digest) == (before, followed.digest)
    assert before != followed.digest


def test_what_is_being_answered_keeps_the_graph_it_began_with(followed: Followed) -> None:
    begun = followed.graphs.current()
    planner = begun.planner()
    put(followed.folder, skills_of(1))
    followed.look()
    assert begun.planner() is planner
    assert followed.graphs.current().planner() is not planner


def test_a_file_that_is_still_being_written_is_left_alone(followed: Followed) -> None:
    text = skills_of(1)
    for end in range(100, len(text), 200):
        (followed.folder / SKILLS).write_text(text[:end])
        followed.look(1)
    (followed.folder / SKILLS).write_text(text)
    followed.look()
    assert [type(event) for event in followed.events] == [GraphReplaced]


def test_a_copy_that_stops_halfway_is_refused_and_read_again_when_it_goes_on(followed: Followed) -> None:
    (followed.folder / SKILLS).write_text(skills_of(1)[:150])
    followed.look(5)
    (followed.folder / SKILLS).write_text(skills_of(1))
    followed.look(5)
    assert [type(event) for event in followed.events] == [GraphRefused, GraphReplaced]


def test_a_defective_graph_is_told_once_with_every_defect_and_the_one_before_stays(followed: Followed) -> None:
    before = followed.digest
    put(followed.folder, skills_of(0).replace("hours: ", "hours: -", 2))
    followed.look(6)
    (event,) = followed.events
    assert isinstance(event, GraphRefused)
    assert len(event.reasons) == 2
    assert all(str(SKILLS) in reason for reason in event.reasons)
    assert followed.digest == event.serving.digest == before
    assert followed.graphs.outdated() == ("tech-careers",)


def test_putting_the_old_files_back_is_no_new_version(followed: Followed) -> None:
    planner = followed.graphs.current().planner()
    put(followed.folder, "- broken")
    followed.look()
    put(followed.folder, skills_of(0))
    followed.look()
    assert [type(event) for event in followed.events] == [GraphRefused]
    assert followed.graphs.outdated() == ()
    assert followed.graphs.current().planner() is planner


@pytest.mark.parametrize("lost", [".", "graph.yaml", SKILLS])
def test_files_that_go_away_leave_the_graph_as_it_was(followed: Followed, lost: Path) -> None:
    before, path = followed.digest, followed.folder / lost
    away = followed.folder.parent / "away"
    shutil.move(path, away)
    followed.look(4)
    assert followed.digest == before
    assert [type(event) for event in followed.events] == [GraphRefused]
    shutil.move(away, path)
    followed.look(4)
    assert followed.graphs.outdated() == ()


def test_a_link_that_leads_elsewhere_is_a_change(tmp_path: Path) -> None:
    first, second = (write_version(tmp_path / f"{n}", n) for n in range(2))
    link = tmp_path / "current"
    link.symlink_to(first)
    graphs = LiveGraphs([link], list[GraphEvent]().append)
    before = graphs.current().planner().compiled.digest
    link.unlink()
    link.symlink_to(second)
    graphs.look()
    graphs.look()
    assert graphs.current().planner().compiled.digest != before


def test_one_of_several_graphs_is_read_alone(tmp_path: Path, careers: Path) -> None:
    folder = write_version(tmp_path / "other", 0)
    head = folder / "graph.yaml"
    head.write_text(head.read_text().replace("id: tech-careers", "id: other"))
    graphs = LiveGraphs([careers, folder], list[GraphEvent]().append)
    first, second = graphs.current().planners()
    put(folder, skills_of(1))
    graphs.look()
    graphs.look()
    assert graphs.current().planners()[0] is first
    assert graphs.current().planners()[1] is not second


def test_old_versions_are_let_go(followed: Followed) -> None:
    old = []
    for number in range(1, 6):
        old.append(weakref.ref(followed.graphs.current().planner()))
        put(followed.folder, skills_of(number))
        followed.look()
    gc.collect()
    assert [reference() for reference in old] == [None] * 5
