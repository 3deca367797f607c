"""A graph is read from a folder or a file, or refused whole with every defect at its file and line."""

import json

import pytest

from roadmap.adapters.graph_files import read_graph
from roadmap.domain.graph.document import canonical_json, digest
from roadmap.errors import DefectiveGraphError
from tests.building.documents import any_of, document, level, levelled, role, skill, unit
from tests.unit.adapters.folders import HEAD, SKILL, defects_of, places, write_document, write_folder

EVERYTHING_WRONG = {
    "graph.yaml": HEAD + "extra: true\n",
    "skills/a.yaml": """\
- id: numpy
  name: NumPy
  track: nowhere
  outcome: Use it.
  hours: 0
- id: pandas
  name: Pandas
  track: software
  levels:
    1:
      outcome: Use it.
      hours: ten
    3:
      outcome: Master it.
      hours: 5
      requires:
        - {unit: nmpy@1, why: Typo.}
        - {any_of: [numpy, numpy], count: 3}
""",
    "skills/b.yml": """\
- {id: one, name: One, track: software, outcome: Use it., hours: 1, requires: [{unit: two}]}
- {id: two, name: Two, track: software, outcome: Use it., hours: 1, requires: [{unit: one}]}
- {id: numpy, name: Again, track: software, outcome: Use it., hours: 1}
- {id: Bad Id, name: Bad, track: software, outcome: Use it., hours: 1}
""",
    "skills/c.yaml": "- a: 1\n  a: 2\n",
    "skills/d.json": """\
[
 {"id": "json-skill", "name": "J", "track": "software", "outcome": "Use it.",
  "hours": "5"}]
""",
    "roles/engineer.yaml": """\
id: engineer
name: Engineer
essential:
  - {unit: one}
  - {unit: three}
background: [nobody]
""",
}


def test_every_defect_of_structure_is_reported_at_once(tmp_path):
    found = places(write_folder(tmp_path, EVERYTHING_WRONG))
    assert found == [
        ("graph.yaml", 6, "extra"),
        ("skills/a.yaml", 5, "numpy"),
        ("skills/a.yaml", 12, "pandas@1"),
        ("skills/b.yml", 4, "Bad Id"),
        ("skills/c.yaml", 2, "skills/c.yaml"),
        ("skills/d.json", 3, "json-skill"),
    ]


def test_every_defect_of_meaning_is_reported_with_them_once_each_file_can_be_read(tmp_path):
    readable = {name: text for name, text in EVERYTHING_WRONG.items() if name != "skills/c.yaml"}
    found = places(write_folder(tmp_path, readable))
    assert sorted(found, key=str) == sorted(
        [
            ("graph.yaml", 6, "extra"),
            ("roles/engineer.yaml", 1, "engineer"),
            ("roles/engineer.yaml", 5, "engineer"),
            ("skills/a.yaml", 3, "numpy"),
            ("skills/a.yaml", 5, "numpy"),
            ("skills/a.yaml", 10, "pandas"),
            ("skills/a.yaml", 12, "pandas@1"),
            ("skills/a.yaml", 17, "pandas@3"),
            ("skills/a.yaml", 18, "pandas@3"),
            ("skills/a.yaml", 18, "pandas@3"),
            ("skills/b.yml", 1, "one@1"),
            ("skills/b.yml", 3, "numpy"),
            ("skills/b.yml", 4, "Bad Id"),
            ("skills/d.json", 3, "json-skill"),
        ],
        key=str,
    )


def test_one_file_is_read_with_the_same_defects_in_yaml_and_in_json(tmp_path):
    wrong = document(
        [
            skill("a", requires=[unit("b", "So.")]),
            skill("c", hours=-1),
            levelled("d", level(5, requires=[unit("e", "So.")])),
        ],
        [role("r", unit("nothing", "So."))],
    )
    path = write_document(tmp_path, wrong)
    as_json = [(defect.subject, defect.message) for defect in defects_of(path)]
    (tmp_path / "graph.yaml").write_text(json.dumps(wrong, indent=1))
    as_yaml = [(defect.subject, defect.message) for defect in defects_of(tmp_path / "graph.yaml")]
    assert sorted(as_json) == sorted(as_yaml)
    assert len(as_json) == 4


def test_indented_json_has_the_lines_of_its_defects(tmp_path):
    text = json.dumps(document([skill("a"), skill("b", hours=-1)]), indent="\t")
    write_folder(tmp_path, {"graph.json": text})
    line = text[: text.index("-1")].count("\n") + 1
    assert places(tmp_path / "graph.json") == [("graph.json", line, "b")]


def test_a_defect_that_quotes_a_value_stays_short(tmp_path):
    path = write_document(tmp_path, {**document([]), "skills": {"a": "x" * 100_000}})
    (defect,) = defects_of(path)
    assert len(defect.message) < 400


AXES_WRONG = {
    "graph.yaml": HEAD.replace("name: Software}]", "name: Software,\n  axes: [systems, magic]}]"),
    "skills/a.yaml": """\
- id: git
  name: Git
  track: software
  axes: [people,
    maths]
  outcome: Use it.
  hours: 5
  requires: [{unit: nothing}]
- {id: ci, name: CI, track: software, axes: [systems, systems], outcome: Use it., hours: 1, requires: [{unit: git}]}
- {id: svn, name: SVN, track: software, axes: systems, outcome: Use it., hours: 1, requires: [{unit: git}]}
""",
}


def test_axes_that_are_none_are_reported_in_their_place_with_all_other_defects(tmp_path):
    assert places(write_folder(tmp_path, AXES_WRONG)) == [
        ("graph.yaml", 6, "tracks/0/axes/1"),
        ("skills/a.yaml", 5, "git"),
        ("skills/a.yaml", 8, "git@1"),
        ("skills/a.yaml", 9, "ci"),
        ("skills/a.yaml", 10, "svn"),
    ]
    assert '"maths" is not one of "mathematics"' in "".join(defect.message for defect in defects_of(tmp_path))


def test_an_actual_cycle_is_named(tmp_path):
    ring = [skill(name, requires=[unit(after, "So.")]) for name, after in ("ab", "bc", "ca")]
    (defect,) = defects_of(write_document(tmp_path, document(ring)))
    assert "b@1 → a@1" in defect.message or "c@1 → b@1" in defect.message


def test_a_cycle_may_run_through_choices_recommendations_and_levels(tmp_path):
    skills = [
        levelled("a", level(requires=[any_of("b", "d")]), level()),
        skill("b", recommends=[unit("c", "So.")]),
        skill("c", requires=[unit("a@2", "So.")]),
        skill("d"),
    ]
    (defect,) = defects_of(write_document(tmp_path, document(skills)))
    assert "cycle" in defect.message
    assert all(unit_id in defect.message for unit_id in ("a@1", "a@2", "b@1", "c@1"))


@pytest.mark.parametrize(
    ("hours", "sound"),
    [("5", True), ("0.01", True), ("2.5e1", True), ("10000", True)]
    + [(wrong, False) for wrong in ("0", "-1", "0.001", "10001", '"5"', "true", ".inf", "1e999", "0x10", "")],
)
def test_hours_are_positive_finite_numbers(tmp_path, hours, sound):
    write_folder(tmp_path, {"graph.yaml": HEAD, "skills/all.yaml": SKILL % ("a", hours)})
    assert places(tmp_path) == ([] if sound else [("skills/all.yaml", 1, "a")])


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x1b[31m", "\x7f", "\x9b"])
@pytest.mark.parametrize("member", ["name", "summary", "outcome"])
def test_texts_hold_no_control_characters(tmp_path, member, sign):
    wrong = {**skill("a"), member: f"red{sign}"}
    assert places(write_document(tmp_path, document([wrong]))) == [("graph.json", 1, "a")]


def test_a_name_is_one_line_and_a_text_may_be_more(tmp_path):
    lines = "first line\n\tsecond line"
    assert not places(write_document(tmp_path, document([{**skill("a"), "summary": lines, "outcome": lines}])))
    assert places(write_document(tmp_path, document([{**skill("a"), "name": lines}])))


def test_a_skill_without_levels_has_one(tmp_path):
    plain = document([skill("b", hours=3), skill("a", requires=[unit("b", "It builds on it.")])])
    written_out = document(
        [
            levelled("b", {"outcome": "Use b.", "hours": 3}),
            levelled("a", {"outcome": "Use a.", "hours": 10, "requires": [unit("b@1", "It builds on it.")]}),
        ]
    )
    first = read_graph(write_document(tmp_path, plain, "plain.json"))
    second = read_graph(write_document(tmp_path, written_out, "levels.json"))
    assert [len(found.levels) for found in first.skills] == [1, 1]
    assert digest(first) == digest(second)


def test_a_reference_without_a_level_stands_for_all_of_them(tmp_path):
    skills = [levelled("a", level(), level(), level()), skill("b", requires=[unit("a", "So.")])]
    graph = read_graph(write_document(tmp_path, document(skills)))
    assert graph.skills[1].levels[0].requires[0].unit == "a@3"


def test_a_folder_and_one_file_give_the_same_digest(tmp_path, careers):
    graph = read_graph(careers)
    write_folder(tmp_path, {"one.json": canonical_json(graph), "one.yaml": canonical_json(graph)})
    assert digest(read_graph(tmp_path / "one.json")) == digest(graph)
    assert digest(read_graph(tmp_path / "one.yaml")) == digest(graph)


def test_how_files_are_cut_and_named_does_not_matter(tmp_path, careers):
    graph = read_graph(careers)
    everything = json.loads(canonical_json(graph))
    skills, roles = everything.pop("skills"), everything.pop("roles")
    write_folder(
        tmp_path,
        {
            "graph.json": "\ufeff" + json.dumps({**everything, "skills": skills[5:]}),
            "skills/deep/er/first.json": json.dumps(skills[2:5]),
            "skills/last.yml": json.dumps(skills[1]),
            "skills/z.yaml": json.dumps(skills[:1]),
            "skills/empty.yaml": "# nothing yet\n",
            "skills/notes.txt": "not: [read",
            "roles/all.json": json.dumps(roles),
        },
    )
    assert digest(read_graph(tmp_path)) == digest(graph)


@pytest.mark.parametrize("ways", [{"count": 1}, {"count": 1.0}, {}])
def test_a_choice_counts_one_unless_it_says_otherwise(tmp_path, ways):
    choice = {"any_of": ["b", "c"], "why": "Either.", **ways}
    graph = read_graph(write_document(tmp_path, document([skill("a", requires=[choice]), skill("b"), skill("c")])))
    assert type(graph.skills[0].levels[0].requires[0].count) is int
    assert '"count"' not in canonical_json(graph)


def test_a_whole_number_written_as_a_float_is_the_same_count(tmp_path):
    def graph(count):
        choice = {"any_of": ["b", "c", "d"], "count": count}
        return document([skill("a", requires=[choice]), skill("b"), skill("c"), skill("d")])

    digests = {
        digest(read_graph(write_document(tmp_path, graph(count), f"{type(count).__name__}.json"))) for count in (2, 2.0)
    }
    assert len(digests) == 1


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        (HEAD.encode("utf-16"), None, "not UTF-8"),
        (b"id: caf\xe9\n", None, "not UTF-8"),
        (b"", 1, "one mapping"),
        (b"- a\n", 1, "one mapping"),
        (b"just words\n", 1, "one mapping"),
    ],
)
def test_a_graph_file_that_is_no_mapping_is_one_defect(tmp_path, content, line, message):
    write_folder(tmp_path, {"graph.yaml": content, "skills/a.yaml": SKILL % ("a", 1)})
    (defect,) = defects_of(tmp_path)
    assert (defect.file, defect.line) == ("graph.yaml", line)
    assert message in defect.message


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path):
    write_folder(tmp_path, {"graph.yaml": "\ufeff" + HEAD, "skills/a.yaml": "\ufeff" + SKILL % ("a", 1)})
    assert [found.id for found in read_graph(tmp_path).skills] == ["a"]


def test_what_an_unreadable_file_may_hold_is_not_missed(tmp_path):
    needs = "- {id: b, name: B, track: software, outcome: Use it., hours: 1, requires: [{unit: a}]}\n"
    write_folder(tmp_path, {"graph.yaml": HEAD, "skills/a.yaml": "- [", "skills/b.yaml": needs})
    assert [file for file, _, _ in places(tmp_path)] == ["skills/a.yaml"]


def test_what_is_cut_out_is_not_missed(tmp_path):
    needs = "- {id: b, name: B, track: software, outcome: Use it., hours: 1, requires: [{unit: a}]}\n"
    write_folder(tmp_path, {"graph.yaml": HEAD, "skills/a.yaml": SKILL % ("a", "much"), "skills/b.yaml": needs})
    assert places(tmp_path) == [("skills/a.yaml", 1, "a")]


@pytest.mark.parametrize("name", ["nowhere", "nowhere.yaml"])
def test_nothing_to_read_is_an_error_of_the_system(tmp_path, name):
    with pytest.raises(FileNotFoundError):
        read_graph(tmp_path / name)


def test_a_folder_without_a_graph_file_is_nothing_to_read(tmp_path):
    write_folder(tmp_path, {"skills/a.yaml": SKILL % ("a", 1)})
    with pytest.raises(FileNotFoundError):
        read_graph(tmp_path)


def test_an_error_says_how_many_defects_there_are(tmp_path):
    write_folder(tmp_path, {"graph.yaml": HEAD, "skills/a.yaml": SKILL % ("a", 0) + SKILL % ("b", 0)})
    with pytest.raises(DefectiveGraphError, match="2 defect"):
        read_graph(tmp_path)
