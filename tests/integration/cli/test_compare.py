"""`roadmap compare` answers as the REST API does, or in tables."""

import json

import pytest

from tests.building.web import careers_app
from tests.integration.cli.conftest import one_line

ROLES = ("ai-engineer", "ml-engineer")

ASKED = [
    (ROLES, {"roles": ROLES}),
    (
        ("data-scientist", *ROLES, "--known", "python,git@1", "--hours-per-week", "7.5", "--prefer", "azure"),
        {
            "roles": ("data-scientist", *ROLES),
            "known": ("python", "git@1"),
            "hours_per_week": 7.5,
            "prefer": ("azure",),
        },
    ),
    (
        (*ROLES, "--from-role", "software-engineer", "--no-assume-prerequisites", "--include-optional"),
        {
            "roles": ROLES,
            "from_roles": ("software-engineer",),
            "assume_prerequisites": False,
            "include_optional": True,
        },
    ),
]


def answer(members):
    return careers_app().test_client().post("/v1/comparisons", json=members)


@pytest.mark.parametrize(("arguments", "members"), ASKED)
def test_as_json_it_is_what_rest_answers(roadmap, arguments, members):
    result = roadmap("compare", *arguments, "--format", "json")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout_bytes == answer(members).data


@pytest.mark.parametrize(("arguments", "members"), ASKED)
def test_the_table_has_a_line_for_each_step(roadmap, arguments, members):
    lines = roadmap("compare", *arguments).stdout.splitlines()
    rows = [line.split() for line in lines[lines.index("Hedged plan") + 2 :]]
    steps = answer(members).get_json()["hedged_plan"]["steps"]
    assert [(row[0], row[2]) for row in rows] == [(str(step["position"]), step["unit"]) for step in steps]
    assert [row[-len(step["keeps_open"]) :] for row, step in zip(rows, steps, strict=True)] == [
        ", ".join(step["keeps_open"]).split() for step in steps
    ]


def test_the_tables_say_what_it_comes_to(roadmap):
    text = roadmap("compare", *ROLES, "--known", "git@1", "--hours-per-week", 10).stdout
    for part in (
        "AI engineer or Machine-learning engineer · just-in-time",
        "To be ready for all: 17 steps, 357 hours (36 weeks)",
        "Decide by step 4, go@1: the 67 hours (7 weeks) before it serve every role",
        "ai-engineer      7    128     13           128           +0",
        "all of them            3     67      7  software 55, data 12",
        "ml-engineer alone     10    229     23  machine-learning 95, mathematics 74, cloud 60",
        "ml-engineer, background (World, 2026): Most people come from software or data science.",
    ):
        assert part in text


def test_without_a_pace_there_are_no_weeks(roadmap):
    assert "Week" not in roadmap("compare", *ROLES).stdout


def test_who_knows_it_all_has_nothing_left_to_learn(roadmap):
    known = "git,python,go,sql@1,retrieval-augmented-generation"
    text = roadmap("compare", "software-engineer", "ai-engineer", "--known", known).stdout
    assert "Nothing is left to learn." in text
    assert "Hedged plan" not in text


def test_where_all_that_is_left_serves_every_role_there_is_nothing_to_decide(roadmap):
    known = "python,go,sql@1,retrieval-augmented-generation"
    text = roadmap("compare", "software-engineer", "ai-engineer", "--known", known).stdout
    assert "There is nothing to decide: every step serves every role." in text
    assert "Deciding late" not in text


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "Name 2 to 5 different roles"),
        (("ml-engineer",), "Name 2 to 5 different roles"),
        (("ml-engineer", "ml-engineer"), "Name 2 to 5 different roles"),
        (("a", "b", "c", "d", "e", "f"), "Name 2 to 5 different roles"),
        (("ml-enginer", "ai-engineer"), "There is no role 'ml-enginer'. Did you mean ml-engineer or ai-engineer?"),
        ((*ROLES, "--known", "pyton"), "There is no skill 'pyton'. Did you mean python?"),
        ((*ROLES, "--avoid", "python"), "Nothing reaches "),
        ((*ROLES, "--hours-per-week", "0"), "0 is not over 0"),
        ((*ROLES, "--hours-per-week", "1e-9"), "the plan would finish after the year 9999"),
        ((*ROLES, "--format", "csv"), "'csv' is not one of"),
        ((*ROLES, "--knwon", "python"), "--known"),
    ],
)
def test_what_cannot_be_compared_is_said_in_one_line(roadmap, arguments, words):
    assert words in one_line(roadmap("compare", *arguments))


def test_json_can_be_piped_on(process):
    done = process("compare", *ROLES, "--format", "json")
    assert json.loads(done.stdout)["hedged_plan"]["decision_point"]["position"] > 0
