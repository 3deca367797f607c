"""`roadmap rank` answers as the service does, in a table or as JSON."""

import json
from datetime import date

import orjson
import pytest

from roadmap.adapters.graph_shelf import load_graphs
from roadmap.domain.days_off import parse_days_off
from roadmap.domain.plan import PlanRequest
from roadmap.insights.ranking import RankingRequest, rank_roles
from tests.integration.cli.conftest import CAREERS, one_line
from tests.integration.cli.test_program import on_terminal

PLANNER = load_graphs([CAREERS]).planner()
START = ("--start-date", "2026-11-02")

ASKED = [
    ((), RankingRequest()),
    (
        ("--known", "python,git@1", "--known", "sql@1", "--preference", "mathematics=-0.8, people = 1"),
        RankingRequest(
            PlanRequest(known=("python", "git@1", "sql@1")), preferences={"mathematics": -0.8, "people": 1.0}
        ),
    ),
    (
        ("--from-role", "software-engineer", "--no-assume-prerequisites", "--weight", "fit=3", "--weight", "entry=0"),
        RankingRequest(
            PlanRequest(from_roles=("software-engineer",), assume_prerequisites=False),
            weights={"fit": 3.0, "entry": 0.0},
        ),
    ),
    (
        ("--hours-per-week", 7.5, *START, "--deadline", "2027-01-31", "--days-off", "sunday", "--role", "ml-engineer"),
        RankingRequest(
            PlanRequest(
                hours_per_week=7.5,
                start_date=date(2026, 11, 2),
                deadline=date(2027, 1, 31),
                days_off=parse_days_off(["sunday"]),
            ),
            roles=("ml-engineer",),
        ),
    ),
]


@pytest.mark.parametrize(("arguments", "request_made"), ASKED)
def test_json_is_what_the_service_answers(roadmap, arguments, request_made):
    result = roadmap("rank", *arguments, "--format", "json")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout_bytes == orjson.dumps(rank_roles(PLANNER, request_made))


@pytest.mark.parametrize(("arguments", "request_made"), ASKED)
def test_the_table_has_a_line_for_each_role_and_then_the_reasons(roadmap, arguments, request_made):
    lines = roadmap("rank", *arguments).stdout.splitlines()
    ranked = rank_roles(PLANNER, request_made).rankings
    heads = next(n for n, line in enumerate(lines) if line.lstrip().startswith("#"))
    rows = [line.split() for line in lines[heads + 1 : heads + 1 + len(ranked)]]
    assert [row[:3] for row in rows] == [[str(each.position), each.role.id, f"{each.score:.4f}"] for each in ranked]
    assert [line for line in lines[heads + 1 + len(ranked) :] if line] == [
        line for each in ranked for line in (f"{each.position}. {each.role.name}", *each.reasons)
    ]


def test_the_columns_of_terms_add_up_to_the_score(roadmap):
    lines = roadmap("rank", "--preference", "mathematics=0.5").stdout.splitlines()
    for row in (line.split() for line in lines[2:6]):
        score, *terms = map(float, row[2:7])
        assert sum(terms) == pytest.approx(score)


def test_what_was_asked_stands_above(roadmap):
    arguments = (
        "--hours-per-week",
        10,
        *START,
        "--deadline",
        "2027-01-31",
        "--preference",
        "mathematics=-0.8,product=1",
    )
    assert roadmap("rank", *arguments).stdout.splitlines()[:3] == [
        "At 10 hours a week from 2026-11-02",
        "Deadline 2027-01-31",
        "Preferences: mathematics -0.8, product +1",
    ]


def test_columns_without_anything_in_them_are_left_out(roadmap):
    plain, dated = (roadmap("rank", *more).stdout for more in ((), ("--hours-per-week", 10)))
    assert not {"Weeks", "Finish", "Deadline"} & set(plain.split())
    assert {"Weeks", "Finish"} <= set(dated.split())
    assert "Deadline" not in dated


def test_without_a_start_date_it_is_today(roadmap):
    answer = json.loads(roadmap("rank", "--hours-per-week", 10, "--format", "json").stdout)
    assert date.fromisoformat(answer["start_date"]) >= date(2026, 1, 1)
    assert all(each["finish_date"] >= answer["start_date"] for each in answer["rankings"])


def test_facts_about_entry_are_shown(roadmap):
    result = roadmap("rank", "--graph", "graphs/tech-careers", "--role", "ml-engineer")
    assert "entry: Somewhat harder to enter than AI engineering" in result.stdout


def test_a_graph_without_roles_says_so(roadmap, tmp_path):
    graph = json.loads(roadmap("graph", "export").stdout)
    (tmp_path / "graph.json").write_text(json.dumps({**graph, "roles": []}))
    assert roadmap("rank", "--graph", tmp_path / "graph.json").stdout == "There is no role to rank.\n"


def test_a_narrow_terminal_shows_the_roles_and_a_wide_one_the_terms(careers):
    narrow, wide = (on_terminal(careers, "rank", columns=columns) for columns in (80, 120))
    assert "Readiness" not in narrow
    assert "Readiness" in wide
    assert "ml-engineer" in narrow


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--preference", "maths=1"), "There is no axis 'maths'. Did you mean mathematics?"),
        (("--preference", "x=1"), "There is no axis 'x'."),
        (("--preference", "mathematics"), "'mathematics' is not written mathematics=NUMBER."),
        (("--preference", "mathematics=much"), "'mathematics=much' is not written mathematics=NUMBER."),
        (("--preference", "mathematics=1.5"), "mathematics=1.5 is not from -1 to 1."),
        (("--preference", "mathematics=nan"), "mathematics=nan is not from -1 to 1."),
        (("--preference", "people=1", "--preference", "people=0"), "'--preference': people is given twice."),
        (("--weight", "fitt=1"), "There is no term 'fitt'. Did you mean fit?"),
        (("--weight", "fit=-1"), "fit=-1 is not from 0 to 100."),
        (("--weight", "fit=inf"), "fit=inf is not from 0 to 100."),
        (("--role", "ml-enginer"), "There is no role 'ml-enginer'. Did you mean ml-engineer"),
        (("--known", "pyton"), "There is no skill 'pyton'. Did you mean python?"),
        (("--from-role", "softwar-engineer"), "Did you mean software-engineer"),
        (("--days-off", "noday"), "'noday' is not a weekday"),
        (("--hours-per-week", "0.0001", *START), "At 0.0001 hours a week the plan would finish after the year 9999"),
        (("--format", "pdf"), "'pdf' is not one of"),
        (("ml-engineer",), "unexpected extra argument"),
    ],
)
def test_what_cannot_be_ranked_is_said_in_one_line(roadmap, arguments, words):
    assert words in one_line(roadmap("rank", *arguments))
