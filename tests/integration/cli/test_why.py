"""`roadmap why` says the verdict and the way; `roadmap plan --what-if` what it would save."""

import json

import pytest

from roadmap.domain.plan import PlanRequest
from roadmap.services.plans import plan_with_answers
from tests.building.documents import document, role, skill
from tests.integration.cli.conftest import one_line
from tests.integration.cli.test_plan import PLANNER

ASKED = [
    (("ml-engineer", "linear-algebra@1"), {"role": "ml-engineer", "why": ("linear-algebra@1",)}),
    (("ml-engineer", "statistics", "aws", "java"), {"role": "ml-engineer", "why": ("statistics", "aws", "java")}),
    (
        ("ml-engineer", "aws", "--avoid", "aws", "--known", "python,git@1", "--prefer", "azure"),
        {"role": "ml-engineer", "why": ("aws",), "avoid": ("aws",), "known": ("python", "git@1"), "prefer": ("azure",)},
    ),
    (
        ("ml-engineer", "git@1", "large-language-models@1", "--from-role", "software-engineer", "--include-optional"),
        {
            "role": "ml-engineer",
            "why": ("git@1", "large-language-models@1"),
            "from_roles": ("software-engineer",),
            "include_optional": True,
        },
    ),
    (
        ("data-scientist", "algebra@1", "--known", "statistics@2", "--no-assume-prerequisites"),
        {
            "role": "data-scientist",
            "why": ("algebra@1",),
            "known": ("statistics@2",),
            "assume_prerequisites": False,
        },
    ),
]


@pytest.mark.parametrize(("arguments", "request_members"), ASKED)
def test_each_unit_has_its_sentence_and_its_chain(roadmap, arguments, request_members):
    result = roadmap("why", *arguments)
    assert (result.exit_code, result.stderr) == (0, "")
    expected = []
    for told in plan_with_answers(PLANNER, PlanRequest(**request_members)).why:
        expected.append(told.sentence)
        expected += [f"- {link.unit} → {link.needed_by}: {link.why}" for link in told.chain]
    assert result.stdout.splitlines() == expected


def test_a_link_without_a_reason_ends_with_what_needs_it(roadmap, tmp_path):
    graph = tmp_path / "graph.json"
    graph.write_text(json.dumps(document([skill("a")], [role("r", {"unit": "a"})])))
    assert roadmap("why", "r", "a", "--graph", graph).stdout == "a@1 is step 1 of 1: r asks for it.\n- a@1 → r\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("ml-enginer", "python"), "There is no role 'ml-enginer'. Did you mean ml-engineer or ai-engineer?"),
        (("ml-engineer", "pyton"), "There is no skill 'pyton'. Did you mean python?"),
        (("ml-engineer", "python@7"), "There is no unit 'python@7'. Did you mean python@1 or python@2?"),
        (("ml-engineer", "python", "--known", "pyton@1"), "There is no unit 'pyton@1'. Did you mean python@1?"),
        (("ml-engineer",), "Missing argument 'UNIT...'."),
        ((), "Missing argument 'ROLE'."),
        (("ml-engineer", "aws", "--avoid", "python"), "Nothing reaches "),
    ],
)
def test_what_is_wrong_is_one_line(roadmap, arguments, words):
    assert words in one_line(roadmap("why", *arguments))


def test_a_plan_tells_what_more_would_save(roadmap):
    asked = ("plan", "ml-engineer", "--known", "python", "--what-if", "statistics,docker@1")
    plan = plan_with_answers(
        PLANNER, PlanRequest(role="ml-engineer", known=("python",), what_if=("statistics", "docker@1"))
    )
    lines = roadmap(*asked).stdout.splitlines()
    start = lines.index("What if")
    assert lines[start + 1].split("  ")[0] == "If you knew"
    rows = [line.rsplit(maxsplit=2) for line in lines[start + 2 : start + 5]]
    assert rows == [
        [words, str(saving.hours_saved), str(saving.steps_saved)]
        for words, saving in zip(
            ("statistics@1, statistics@2", "docker@1", "all of these"),
            (*plan.what_if.each, plan.what_if.together),
            strict=True,
        )
    ]


def test_with_dates_the_days_are_told_and_one_thing_has_no_sum(roadmap):
    dated = ("--hours-per-week", 10, "--start-date", "2027-01-04")
    text = roadmap("plan", "ml-engineer", "--what-if", "statistics", *dated).stdout
    assert "Days saved  Finish" in text
    assert "all of these" not in text
    assert "What if" not in roadmap("plan", "ml-engineer", *dated).stdout


def test_json_has_the_answers_too(roadmap):
    asked = roadmap("plan", "ml-engineer", "--what-if", "docker", "--format", "json").stdout
    assert '"what_if":{"each":[{"units":["docker@1"],"hours_saved":10,' in asked


def test_an_unknown_thing_to_ask_about_is_one_line(roadmap):
    words = one_line(roadmap("plan", "ml-engineer", "--what-if", "pyton"))
    assert words == "There is no skill 'pyton'. Did you mean python?"
