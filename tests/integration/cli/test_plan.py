"""`roadmap plan` answers as the planner does, in every format."""

from datetime import date

import pytest

from roadmap.adapters.graph_shelf import load_graphs
from roadmap.domain.days_off import parse_days_off
from roadmap.domain.plan import PlanRequest
from roadmap.exporters import EXPORTERS
from tests.integration.cli.conftest import CAREERS, one_line

PLANNER = load_graphs([CAREERS]).planner()

ASKED = [
    (("ml-engineer",), {"role": "ml-engineer"}),
    (
        ("ml-engineer", "--known", "python,git@1", "--known", " sql@1 ,", "--hours-per-week", 10),
        {"role": "ml-engineer", "known": ("python", "git@1", "sql@1"), "hours_per_week": 10.0},
    ),
    (("--target", "linear-algebra@2,sql"), {"targets": ("linear-algebra@2", "sql")}),
    (
        ("ai-engineer", "--from-role", "software-engineer", "--prefer", "go", "--avoid", "java", "--include-optional"),
        {
            "role": "ai-engineer",
            "from_roles": ("software-engineer",),
            "prefer": ("go",),
            "avoid": ("java",),
            "include_optional": True,
        },
    ),
    (
        ("data-scientist", "--known", "statistics@2", "--no-assume-prerequisites", "--strategy", "quick-wins"),
        {
            "role": "data-scientist",
            "known": ("statistics@2",),
            "assume_prerequisites": False,
            "strategy": "quick-wins",
        },
    ),
    (
        (
            *("ml-engineer", "--hours-per-week", "7.5", "--start-date", "2026-11-02", "--deadline", "2027-01-31"),
            *("--days-off", "sunday,2026-12-25", "--days-off", "2026-12-27/2027-01-02"),
        ),
        {
            "role": "ml-engineer",
            "hours_per_week": 7.5,
            "start_date": date(2026, 11, 2),
            "deadline": date(2027, 1, 31),
            "days_off": parse_days_off(["sunday", "2026-12-25", "2026-12-27/2027-01-02"]),
        },
    ),
]


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.name)
@pytest.mark.parametrize(("arguments", "request_members"), ASKED)
def test_each_format_is_the_exporter_s_bytes(roadmap, arguments, request_members, exporter):
    expected = exporter.export(PLANNER.build_plan(PlanRequest(**request_members)), {})
    result = roadmap("plan", *arguments, "--format", exporter.name)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout_bytes == expected


@pytest.mark.parametrize(("arguments", "request_members"), ASKED)
def test_the_table_has_a_line_for_each_step(roadmap, arguments, request_members):
    plan = PLANNER.build_plan(PlanRequest(**request_members))
    lines = roadmap("plan", *arguments).stdout.splitlines()
    heads = next(n for n, line in enumerate(lines) if line.lstrip().startswith("#"))
    steps = [line.split() for line in lines[heads + 1 :]]
    assert [(step[0], step[2]) for step in steps] == [(str(step.position), step.unit) for step in plan.steps]


def test_the_table_says_what_the_plan_comes_to(roadmap):
    text = roadmap("plan", *ASKED[-1][0]).stdout
    plan = PLANNER.build_plan(PlanRequest(**ASKED[-1][1]))
    summary = plan.summary
    for part in (
        "Machine-learning engineer · just-in-time",
        f"{summary.steps} steps, {summary.hours} hours; readiness 0%",
        f"{summary.weeks} weeks at 7.5 hours a week, until {summary.finish_date}",
        f"Deadline 2027-01-31 is missed: it takes {summary.hours_per_week_needed} hours a week",
        f"Longest chain of prerequisites: {summary.critical_path_hours} hours",
        "Ready to start now: ",
        "(fewest hours); otherwise ",
    ):
        assert part in text


def test_a_deadline_before_the_start_leaves_no_day(roadmap):
    result = roadmap("plan", "ml-engineer", "--start-date", "2027-01-02", "--deadline", "2027-01-01")
    assert "Deadline 2027-01-01: no day is left for study" in result.stdout


def test_an_avoided_option_and_known_units_of_no_use_are_shown(roadmap):
    text = roadmap("plan", "software-engineer", "--avoid", "go", "--known", "statistics@2").stdout
    assert "go@1 (avoided)" in text
    assert "Known, but of no use here: statistics@2" in text


def test_nothing_is_left_for_whoever_knows_it_all(roadmap):
    result = roadmap("plan", "software-engineer", "--from-role", "software-engineer")
    assert result.exit_code == 0
    assert "0 steps, 0 hours; readiness 100%" in result.stdout
    assert "Nothing is left to learn." in result.stdout


def test_today_is_a_start_date(roadmap):
    result = roadmap("plan", "ml-engineer", "--hours-per-week", 10, "--start-date", "today", "--format", "csv")
    first = result.stdout.splitlines()[1].split(",")
    assert date.fromisoformat(first[-2]) >= date.fromisoformat("2026-01-01")


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.name)
def test_the_ending_of_a_file_tells_its_format(roadmap, tmp_path, exporter):
    file = tmp_path / f"plan{exporter.suffix}"
    result = roadmap("plan", "ml-engineer", "-o", file)
    assert (result.exit_code, result.output) == (0, "")
    assert file.read_bytes() == exporter.export(PLANNER.build_plan(PlanRequest(role="ml-engineer")), {})


def test_a_file_of_another_kind_gets_the_plain_table(roadmap, tmp_path):
    file = tmp_path / "plan.txt"
    roadmap("plan", "ml-engineer", "--output", file)
    assert file.read_text() == roadmap("plan", "ml-engineer").stdout


def test_a_file_that_cannot_be_written_is_one_line(roadmap, tmp_path):
    file = tmp_path / "nowhere" / "plan.md"
    assert one_line(roadmap("plan", "ml-engineer", "-o", file)) == f"{file}: No such file or directory"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("ml-enginer",), "There is no role 'ml-enginer'. Did you mean ml-engineer or ai-engineer?"),
        (("ml-engineer", "--known", "pyton"), "There is no skill 'pyton'. Did you mean python?"),
        (("ml-engineer", "--known", "pyton@1"), "There is no unit 'pyton@1'. Did you mean python@1?"),
        (("--target", "sqll"), "There is no skill 'sqll'. Did you mean sql?"),
        (("ml-engineer", "--from-role", "softwar-engineer"), "Did you mean software-engineer"),
        (("ml-engineer", "--avoid", "python"), "Nothing reaches "),
        ((), "Name a role"),
        (("ml-engineer", "--deadline", "2027-01-01"), "--deadline needs --start-date"),
        (("ml-engineer", "--days-off", "sunday"), "--days-off needs --start-date"),
        (("ml-engineer", "--start-date", "today", "--days-off", "noday"), "'noday' is not a weekday"),
        (("ml-engineer", "--start-date", "20261102"), "'20261102' is not a date written YYYY-MM-DD"),
        (("ml-engineer", "--start-date", "2026-02-30"), "'2026-02-30' is not a date"),
        (("ml-engineer", "--hours-per-week", "ten"), "'ten' is not a number"),
        (("ml-engineer", "--hours-per-week", "nan"), "nan is not over 0"),
        (("ml-engineer", "--hours-per-week", "inf"), "inf is not over 0"),
        (("ml-engineer", "--hours-per-week", "0"), "0 is not over 0"),
        (("ml-engineer", "--hours-per-week", "169"), "169 is not over 0 and at most 168"),
        (
            ("ml-engineer", "--hours-per-week", "0.0001", "--start-date", "2026-11-02"),
            "At 0.0001 hours a week the plan would finish after the year 9999",
        ),
        (("ml-engineer", "--format", "pdf"), "'pdf' is not one of"),
        (("ml-engineer", "--strategy", "slow"), "'slow' is not one of"),
        (("ml-engineer", "--knwon", "python"), "--known"),
        (("ml-engineer", "another"), "unexpected extra argument"),
        (("line\nbreak",), "There is no role"),
    ],
)
def test_what_cannot_be_planned_is_said_in_one_line(roadmap, arguments, words):
    assert words in one_line(roadmap("plan", *arguments))
