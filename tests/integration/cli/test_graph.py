"""`roadmap graph` is a workbench for authors."""

import hashlib
import json
from itertools import pairwise
from math import ceil

import networkx as nx
import pytest

from roadmap.adapters.graph_files import read_graph
from roadmap.adapters.graph_shelf import load_graphs
from roadmap.cli.catalogue import describe
from roadmap.domain.graph.document import digest
from roadmap.services.catalogue import RequirementView
from roadmap.services.graph_statistics import graph_statistics
from tests.building.documents import any_of, document, level, levelled, role, skill, unit
from tests.integration.cli.conftest import CAREERS, one_line
from tests.unit.adapters.folders import write_document, write_folder
from tests.unit.adapters.test_graph_reader import EVERYTHING_WRONG

LIBRARY = load_graphs([CAREERS])


def test_a_sound_graph_is_said_to_be_with_what_was_checked(roadmap, careers):
    result = roadmap("graph", "check", careers, ROADMAP_GRAPHS="/nowhere")
    assert result.exit_code == 0
    assert f"{careers} is sound: " in result.stdout
    assert "4 roles" in result.stdout
    assert "cycles over prerequisites, choices and recommendations" in result.stdout


@pytest.mark.parametrize("readable", [True, False])
def test_every_defect_is_printed_with_the_way_to_its_line(roadmap, tmp_path, readable):
    write_folder(tmp_path, EVERYTHING_WRONG)
    if readable:
        (tmp_path / "skills" / "c.yaml").unlink()
    result = roadmap("graph", "check", tmp_path)
    printed = [line.split(": ")[0].removeprefix(f"{tmp_path}/") for line in result.stdout.splitlines()]
    assert result.exit_code == 1
    assert printed == (
        [
            *("graph.yaml:6", "roles/engineer.yaml:1", "roles/engineer.yaml:5", "skills/a.yaml:3", "skills/a.yaml:5"),
            *("skills/a.yaml:10", "skills/a.yaml:12", "skills/a.yaml:17", "skills/a.yaml:18", "skills/a.yaml:18"),
            *("skills/b.yml:1", "skills/b.yml:3", "skills/b.yml:4", "skills/d.json:3"),
        ]
        if readable
        else [
            *("graph.yaml:6", "skills/a.yaml:5", "skills/a.yaml:12"),
            *("skills/b.yml:4", "skills/c.yaml:2", "skills/d.json:3"),
        ]
    )
    assert result.stderr == f"{len(printed)} defects in {tmp_path}\n"


def test_the_lines_of_a_single_file_are_named_from_where_one_stands(roadmap, tmp_path):
    path = write_document(tmp_path, document([skill("a", hours=-1)]))
    result = roadmap("graph", "check", path)
    assert result.stdout.startswith(f"{path}:1: a: ")
    assert result.stderr == f"1 defect in {path}\n"


def test_a_file_that_is_not_text_has_no_line(roadmap, tmp_path):
    write_folder(tmp_path, {"graph.yaml": b"\xff\xfe"})
    assert roadmap("graph", "check", tmp_path).stdout == f"{tmp_path}/graph.yaml: graph.yaml: not UTF-8\n"


def test_nothing_to_check_is_one_line(roadmap, tmp_path):
    path = tmp_path / "nowhere"
    assert one_line(roadmap("graph", "check", path)) == f"{path}: No such file or directory"
    assert "graph.yaml: No such file or directory" in one_line(roadmap("graph", "check", tmp_path))


@pytest.mark.parametrize("command", ["check", "stats", "export"])
def test_the_graph_may_be_named_in_three_ways(roadmap, careers, command):
    for arguments in (
        ("graph", command, careers),
        ("graph", command, "--graph", careers),
        ("graph", "--graph", careers, command),
        ("--graph", careers, "graph", command),
    ):
        result = roadmap(*arguments, ROADMAP_GRAPHS="/nowhere")
        assert result.exit_code == 0
        assert result.stdout == roadmap("graph", command).stdout


def test_the_export_reads_back_as_the_same_graph(process, tmp_path, careers):
    written = process("graph", "export").stdout
    (tmp_path / "one.json").write_bytes(written)
    graph = read_graph(careers)
    assert digest(read_graph(tmp_path / "one.json")) == digest(graph) == hashlib.sha256(written).hexdigest()


def test_the_export_is_the_same_in_a_file_and_again(roadmap, tmp_path):
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    roadmap("graph", "export", "-o", first)
    roadmap("graph", "export", first, "--output", second)
    assert first.read_bytes() == second.read_bytes() == roadmap("graph", "export").stdout_bytes
    assert json.loads(first.read_bytes())["id"] == "tech-careers"


def test_a_defective_graph_is_neither_measured_nor_exported(roadmap, tmp_path):
    path = write_document(tmp_path, document([skill("a", hours=-1)]))
    for command in ("stats", "export"):
        assert "has a defect" in one_line(roadmap("graph", command, path))


def test_the_figures_are_those_of_the_graph(roadmap):
    text = roadmap("graph", "stats").stdout
    figures = graph_statistics(LIBRARY)
    assert f"Digest: {figures.graph.digest}" in text
    assert f"{figures.graph.skills} skills, {figures.graph.units} units, 4 roles" in text
    assert " → ".join(figures.longest_chain) in text
    for track in figures.tracks:
        assert f"{track.id} {track.name} {track.skills} {track.units} {track.hours:,}" in " ".join(text.split())
    for found in figures.roles:
        assert f"{found.id} {found.name} {found.steps} {found.hours:,} {found.weeks}" in " ".join(text.split())


def test_statistics_count_what_can_be_counted_otherwise():
    figures = graph_statistics(LIBRARY)
    compiled = LIBRARY.planner().compiled
    everything = nx.DiGraph(
        (before, after) for before, dependents in enumerate(compiled.dependents) for after in dependents
    )
    assert figures.prerequisites + figures.options == everything.number_of_edges()
    assert len(figures.longest_chain) == nx.dag_longest_path_length(everything) + 1
    numbers = [compiled.number[name] for name in figures.longest_chain]
    assert all(everything.has_edge(*edge) for edge in pairwise(numbers))
    assert sum(track.hours for track in figures.tracks) == figures.graph.hours
    assert sum(track.units for track in figures.tracks) == figures.graph.units
    for found in figures.roles:
        assert found.weeks == ceil(found.hours / 10)


def test_statistics_count_choices_and_recommendations(tmp_path):
    skills = [
        skill("a"),
        skill("b", recommends=[unit("a", "It helps.")]),
        levelled("c", level(requires=[any_of("a", "b"), unit("a", "So.")]), level()),
    ]
    path = write_document(tmp_path, document(skills, [role("r", any_of("a", "c"), unit("b", "So."))]))
    figures = graph_statistics(load_graphs([path]))
    assert (figures.prerequisites, figures.options, figures.recommendations, figures.choices) == (2, 1, 1, 2)
    assert figures.longest_chain == ("a@1", "c@1", "c@2")


def test_a_graph_without_skills_or_roles_has_figures_too(roadmap, tmp_path):
    result = roadmap("graph", "stats", write_document(tmp_path, document([])))
    assert result.exit_code == 0
    assert "0 skills, 0 units, 0 roles, 0 hours" in result.stdout
    assert "Longest chain: 0 units" in result.stdout


def test_choices_in_choices_are_told_apart():
    units = [RequirementView(name, (), 1, "") for name in ("a@1", "b@1", "c@1")]
    inner = RequirementView(None, tuple(units[1:]), 2, "")
    assert describe(RequirementView(None, (units[0], inner), 1, "")) == "a@1 or (2 of b@1, c@1)"


def test_what_is_worth_a_second_look_is_a_warning_and_no_defect(roadmap, tmp_path):
    path = write_document(tmp_path, document([skill("a", hours=1)], [role("r", unit("a@1", "Because."))]))
    result = roadmap("graph", "check", path)
    assert result.exit_code == 0
    assert "warning: a@1: it takes 1 hours, outside 2 to 60 [hours]\n" in result.stdout
    assert "is sound: 1 skill, 1 unit, 1 role; 3 warnings." in result.stdout


def test_two_versions_of_a_graph_are_compared(roadmap, tmp_path):
    old = write_document(tmp_path, document([skill("a", 10)], [role("r", unit("a@1", "Because."))]))
    folder = tmp_path / "new"
    folder.mkdir()
    new = write_document(folder, document([skill("a", 1_212)], [role("r", unit("a@1", "Because."))]))
    assert roadmap("graph", "diff", old, new).stdout.splitlines() == [
        "a@1: it took 10 hours and takes 1212",
        "",
        "Hours of roles, from nothing",
        "Role  Hours before  Hours after  Change",
        "r               10        1,212  +1,202",
    ]
    assert roadmap("graph", "diff", old, old).stdout == "Nothing changed.\n"
