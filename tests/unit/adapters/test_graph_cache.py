"""The folder of compiled graphs: when a graph is opened from it, and that nothing wrong ever is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from roadmap.adapters.graph_cache import GraphCache, cache
from roadmap.adapters.graph_files import read_graph
from roadmap.adapters.graph_shelf import load_graph
from roadmap.domain.graph.compiled import CompiledGraph, compile_graph
from roadmap.domain.plan import PlanRequest
from roadmap.errors import DefectiveGraphError
from roadmap.planning import Planner
from tests.building.documents import any_of, document, levelled, role, skill, unit
from tests.building.documents import level as a_level
from tests.building.plans import canonical_dump
from tests.building.processes import unmeasured
from tests.unit.adapters.folders import HEAD, SKILL, write_document, write_folder

EITHER = any_of(unit("python@1", "To run."), unit("python@2", "To run well."), why="Something to run.")
DOCUMENT = document(
    [
        skill("git", 5),
        levelled("python", a_level(10), a_level(20, requires=[unit("git@1", "Code is shared.")]), aliases=["py"]),
        skill("ci", requires=[unit("git@1", "It starts there."), EITHER]),
    ],
    [role("developer", unit("ci", "It is asked for."))],
)

FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from roadmap.adapters.graph_shelf import load_graph
from roadmap.domain.plan import PlanRequest
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, 1_000))
graph, folder = map(Path, sys.argv[1:])
print(load_graph(graph, folder).build_plan(PlanRequest(role="developer")).unit_ids)
"""

LOAD = """
import sys
from pathlib import Path
from roadmap.adapters.graph_shelf import load_graph
from roadmap.domain.plan import PlanRequest
graph, folder = map(Path, sys.argv[1:])
print(load_graph(graph, folder).build_plan(PlanRequest(role="developer")).unit_ids)
"""


@dataclass
class Reader:
    """Reads graphs, and counts how often."""

    times: int = 0

    def __call__(self, path: Path) -> CompiledGraph:
        self.times += 1
        return compile_graph(read_graph(path))


@dataclass
class Shelf:
    """A graph in a file, and a cache for it."""

    graph: Path
    folder: Path
    read: Reader = field(default_factory=Reader)

    def open(self) -> CompiledGraph:
        """The graph, by way of the cache."""
        return GraphCache(self.folder).compiled(self.graph, self.read)

    @property
    def kept(self) -> list[Path]:
        """Every file in the cache, drafts too."""
        return list(self.folder.iterdir()) if self.folder.is_dir() else []


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(write_document(tmp_path, DOCUMENT), tmp_path / "cache" / "graphs")


@pytest.fixture(autouse=True)
def _nothing_told_yet() -> None:
    cache._tell.cache_clear()


def plan_of(compiled: CompiledGraph) -> str:
    return canonical_dump(Planner(compiled).build_plan(PlanRequest(role="developer", known=("git",))))


def test_an_unchanged_graph_is_read_once(shelf):
    first, second = shelf.open(), shelf.open()
    assert shelf.read.times == 1
    assert plan_of(first) == plan_of(second) == plan_of(compile_graph(read_graph(shelf.graph)))
    assert len(shelf.kept) == 1


def test_a_change_is_seen_whatever_the_clock_says(shelf):
    shelf.open()
    stamp = shelf.graph.stat()
    shelf.graph.write_text(shelf.graph.read_text().replace("It starts there.", "It begins there."))
    os.utime(shelf.graph, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    assert "It begins there." in plan_of(shelf.open())
    assert shelf.read.times == 2


def test_what_was_kept_for_a_graph_before_is_dropped_and_of_other_graphs_is_not(shelf, tmp_path):
    other = Shelf(write_document(tmp_path, DOCUMENT, "other.json"), shelf.folder)
    other.open()
    shelf.open()
    write_document(tmp_path, {**DOCUMENT, "version": "2026.12"})
    shelf.open()
    other.open()
    assert (shelf.read.times, other.read.times, len(shelf.kept)) == (2, 1, 2)


@pytest.mark.parametrize(
    "change",
    [
        {"skills/b.yaml": SKILL % ("c", 5)},
        {"skills/deep/b.yaml": SKILL % ("b", 5)},
        {"roles/r.json": json.dumps(role("worker", unit("a", "It is needed.")))},
        {"graph.yaml": HEAD.replace("2026.11", "2026.12")},
    ],
)
def test_a_folder_is_read_anew_when_any_file_of_it_changes(tmp_path, change):
    files = {"graph.yaml": HEAD, "skills/a.yaml": SKILL % ("a", 5), "skills/b.yaml": SKILL % ("b", 5)}
    shelf = Shelf(write_folder(tmp_path / "graph", files), tmp_path / "cache")
    shelf.open()
    if "skills/deep/b.yaml" in change:
        (shelf.graph / "skills/b.yaml").unlink()
    write_folder(shelf.graph, change)
    shelf.open()
    assert shelf.read.times == 2


def test_a_file_that_is_no_part_of_the_graph_changes_nothing(tmp_path):
    shelf = Shelf(write_folder(tmp_path, {"graph.yaml": HEAD, "skills/a.yaml": SKILL % ("a", 5)}), tmp_path / "cache")
    shelf.open()
    write_folder(tmp_path, {"README.md": "About it.", "skills/notes.txt": "None."})
    shelf.open()
    assert shelf.read.times == 1


def test_a_file_with_a_byte_changed_is_not_believed(shelf):
    shelf.open()
    (file,) = shelf.kept
    whole = file.read_bytes()
    for place in (*range(64), *range(64, len(whole), 11)):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 0x11]) + whole[place + 1 :])
        assert opened(shelf) is None, place


def test_a_file_cut_short_or_grown_is_not_believed(shelf):
    shelf.open()
    (file,) = shelf.kept
    whole = file.read_bytes()
    for length in (*range(64), *range(64, len(whole), 11)):
        file.write_bytes(whole[:length])
        assert opened(shelf) is None, length
    file.write_bytes(whole + b"\0")
    assert opened(shelf) is None
    file.write_bytes(whole)
    assert opened(shelf) is not None


def opened(shelf: Shelf) -> CompiledGraph | None:
    return GraphCache(shelf.folder)._open(shelf.graph, cache.key_of(shelf.graph))


def test_a_damaged_file_is_made_anew_and_told_of_once(shelf, caplog):
    shelf.open()
    (file,) = shelf.kept
    whole = file.read_bytes()
    for _ in range(2):
        file.write_bytes(b"{}")
        plan_of(shelf.open())
        assert file.read_bytes() == whole
    assert [record.getMessage() for record in caplog.records] == [
        f"A file of the graph cache {shelf.folder} is damaged, and is made anew."
    ]


def test_the_file_of_another_graph_under_this_ones_name_is_not_believed(shelf, tmp_path):
    other = Shelf(write_document(tmp_path, {**DOCUMENT, "name": "Other"}, "other.json"), tmp_path / "others")
    shelf.open()
    other.open()
    other.kept[0].replace(shelf.kept[0])
    assert shelf.open().graph.name == "Test graph"
    assert shelf.read.times == 2


def test_what_another_version_of_the_program_kept_is_not_believed(shelf, monkeypatch):
    shelf.open()
    monkeypatch.setattr(cache, "_program", lambda: "another program")
    assert plan_of(shelf.open()) == plan_of(shelf.open())
    assert shelf.read.times == 2


@pytest.mark.parametrize("folder", ["a file", "under a file"])
def test_a_folder_that_cannot_be_used_is_told_of_once_and_gone_without(shelf, tmp_path, caplog, folder):
    (tmp_path / "file").write_text("in the way")
    shelf.folder = tmp_path / ("file" if folder == "a file" else "file/folder")
    assert plan_of(shelf.open()) == plan_of(shelf.open())
    assert shelf.read.times == 2
    told = [record.getMessage() for record in caplog.records]
    assert len(told) == len(set(told)) > 0
    assert all(f"The graph cache {shelf.folder} cannot be " in message for message in told)


def test_a_full_disk_is_told_of_and_leaves_nothing_behind(shelf):
    ran = run(FULL_DISK, shelf)
    assert ran.stdout.strip() == str(Planner(compile_graph(read_graph(shelf.graph))).build_plan(DEVELOPER).unit_ids)
    assert ran.stderr.strip() == f"The graph cache {shelf.folder} cannot be written: File too large."
    assert shelf.kept == []


DEVELOPER = PlanRequest(role="developer")


def run(program: str, shelf: Shelf) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", program, str(shelf.graph), str(shelf.folder)]
    return subprocess.run(command, env=unmeasured(), capture_output=True, text=True, check=True)


def test_processes_that_start_at_once_do_not_get_in_each_others_way(shelf):
    with ThreadPoolExecutor(4) as pool:
        ran = list(pool.map(lambda _: run(LOAD, shelf), range(4)))
    assert {(each.stdout, each.stderr) for each in ran} == {(ran[0].stdout, "")}
    assert len(shelf.kept) == 1
    shelf.open()
    assert shelf.read.times == 0


def test_a_graph_that_changes_while_it_is_read_is_not_kept(shelf):
    class Late(Reader):
        def __call__(self, path: Path) -> CompiledGraph:
            read = super().__call__(path)
            path.write_text(json.dumps({**DOCUMENT, "name": "Later"}))
            return read

    assert GraphCache(shelf.folder).compiled(shelf.graph, Late()).graph.name == "Test graph"
    assert shelf.open().graph.name == "Later"
    assert shelf.read.times == 1


def test_a_graph_whose_file_is_gone_from_the_cache_still_answers(shelf):
    shelf.open()
    compiled = shelf.open()
    shelf.kept[0].unlink()
    assert plan_of(compiled) == plan_of(shelf.open())


def test_a_defective_or_missing_graph_is_refused_as_ever_and_not_kept(shelf, tmp_path):
    wrong = write_document(tmp_path, document([skill("a", requires=[unit("b", "It is missing.")])]), "wrong.json")
    with pytest.raises(DefectiveGraphError):
        load_graph(wrong, shelf.folder)
    with pytest.raises(OSError, match="nowhere"):
        load_graph(tmp_path / "nowhere", shelf.folder)
    assert shelf.kept == []
