"""What the README shows is what the service answers. `make golden` brings the README up to date."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from werkzeug.test import Client

from roadmap.bootstrap import build_app
from roadmap.cli import main

README = Path(__file__).parents[2] / "README.md"
CALL = re.compile(r"-d '(\{.*\})'")
RANKING_CALL = re.compile(r"role-rankings .*-d '(\{.*\})'")
SHOWN_OF_A_RANKING = ("position", "role", "score", "hours_left", "finish_date", "reasons")
BLOCK = re.compile(r"```json\n(.*?)```", re.DOTALL)
COMPARE = re.compile(r"^\.venv/bin/roadmap (compare .*)$", re.MULTILINE)
JOB_AD = re.compile(r"^echo '(?P<advert>.*)' \|\n  \.venv/bin/roadmap job-ad - --title '(?P<title>.*)'$", re.MULTILINE)
TABLES = re.compile(r"```text\n(.*?)```", re.DOTALL)
WIDTH = 110
HOST = {"base_url": "http://127.0.0.1:8000"}
LEFT_OUT = "…"
SHOWN_STEP = "linear-algebra@1"
SHOWN_CHOICE = "Employers look for depth in one field of application."
SHOWN_BEFORE, SHOWN_AFTER = 2, 4
"""How many steps of the hedged plan are shown before the decision point, and from there on."""

MISTYPED = {"role": "ml-enginer", "known": ["pyton"]}


@pytest.fixture(scope="module")
def client() -> Client:
    return Client(build_app({}))


@pytest.fixture(scope="module")
def plan(client: Client) -> dict[str, Any]:
    call = CALL.search(README.read_text())
    assert call is not None
    return client.post("/v1/plans", json=json.loads(call[1]), **HOST).json


def test_the_first_call_gets_the_answer_shown(plan: dict[str, Any], pytestconfig: pytest.Config) -> None:
    assert _block(0, _excerpt(plan), pytestconfig) == _excerpt(plan)


def test_the_mistyped_call_gets_the_problem_shown(client: Client, pytestconfig: pytest.Config) -> None:
    problem = client.post("/v1/plans", json=MISTYPED, **HOST).json
    assert _block(1, problem, pytestconfig) == problem


def test_the_ranking_asked_for_gets_the_answer_shown(client: Client, pytestconfig: pytest.Config) -> None:
    call = RANKING_CALL.search(README.read_text())
    assert call is not None
    answer = client.post("/v1/role-rankings", json=json.loads(call[1]), **HOST).json
    shown = {"rankings": [{name: ranking[name] for name in SHOWN_OF_A_RANKING} for ranking in answer["rankings"]]}
    assert _block(2, shown, pytestconfig) == shown


@pytest.fixture(scope="module")
def tables() -> list[str]:
    call = COMPARE.search(README.read_text())
    assert call is not None
    return CliRunner(env={"ROADMAP_GRAPHS": ""}).invoke(main, call[1].split()).stdout.splitlines()


def test_the_comparison_prints_the_tables_shown(tables: list[str], pytestconfig: pytest.Config) -> None:
    text, shown = README.read_text(), "\n".join(_abridged(tables)) + "\n"
    block = TABLES.search(text)
    assert block is not None
    if pytestconfig.getoption("--rewrite-golden"):
        README.write_text(text[: block.start(1)] + shown + text[block.end(1) :])
    else:
        assert block[1] == shown, "make golden writes it anew"


def test_the_comparison_is_what_the_text_makes_of_it(client: Client) -> None:
    asked = {"roles": ["ai-engineer", "ml-engineer"], "from_roles": ["software-engineer"]}
    made = client.post("/v1/comparisons", json=asked).json
    most = {tuple(part["roles"]): part["tracks"][0]["track"] for part in made["parts"]}
    assert most == {
        ("ai-engineer", "ml-engineer"): "languages",
        ("ai-engineer",): "generative-ai",
        ("ml-engineer",): "mathematics",
    }
    trunk = [step for step in made["hedged_plan"]["steps"] if len(step["keeps_open"]) == 2]
    languages = [step for step in trunk if step["track"] == "languages"]
    assert {step["skill"].partition("-")[0] for step in languages} <= {"python", "pytest"}
    decided, _, half_way, _ = made["hedged_plan"]["regret"]
    assert not any(role["hours_wasted"] for role in decided["roles"])
    assert half_way["roles"][0]["hours_wasted"] > half_way["hours_spent"] / 2


def test_the_figures_in_the_text_are_those_of_the_graph(client: Client, plan: dict[str, Any]) -> None:
    text = " ".join(README.read_text().split())
    graph = client.get("/v1/graphs/tech-careers").json
    assert f"A graph of {graph['skills']} skills in {graph['units']} levels, for {graph['roles']} jobs" in text
    assert f"with one of its {len(plan['steps'])} steps and one of its {len(plan['choices'])} choices" in text
    ai, ml = (_mathematics(client, role) for role in ("ai-engineer", "ml-engineer"))
    assert f"needs little mathematics ({ai[0]:,} hours of {ai[1]:,})" in text
    assert f"a machine-learning engineer much ({ml[0]:,} of {ml[1]:,})" in text


def _mathematics(client: Client, role: str) -> tuple[int, int]:
    plan = client.get(f"/v1/plans?role={role}").json
    mathematics = sum(step["hours"] for step in plan["steps"] if step["track"] == "mathematics")
    return mathematics, plan["summary"]["hours"]


def _excerpt(plan: dict[str, Any]) -> dict[str, Any]:
    """A plan with one step and one choice of its own, and without the digest, which every edit of the graph changes."""
    return {
        **plan,
        "graph": {**plan["graph"], "digest": LEFT_OUT},
        "steps": [step for step in plan["steps"] if step["unit"] == SHOWN_STEP],
        "choices": [choice for choice in plan["choices"] if choice["why"] == SHOWN_CHOICE],
        "ready_now": [*plan["ready_now"][:4], LEFT_OUT],
        "links": {"self": plan["links"]["self"], "markdown": LEFT_OUT},
    }


def _abridged(tables: list[str]) -> Iterator[str]:
    """The tables without the facts, and with those steps of the hedged plan that are about the decision point."""
    facts, steps = tables.index("Facts"), tables.index("Hedged plan") + 2
    decided = steps + int(tables[2].split()[3].rstrip(",")) - 1
    first, last = max(steps, decided - SHOWN_BEFORE), min(len(tables), decided + SHOWN_AFTER)
    yield from [*tables[: facts + 1], LEFT_OUT, "", *tables[steps - 2 : steps]]
    yield from [*[LEFT_OUT] * (first > steps), *tables[first:last], *[LEFT_OUT] * (last < len(tables))]


def _block(number: int, answer: Mapping[str, Any], config: pytest.Config) -> Any:
    text = README.read_text()
    block = list(BLOCK.finditer(text))[number]
    if config.getoption("--rewrite-golden"):
        README.write_text(text[: block.start(1)] + "\n".join(_written(answer)) + "\n" + text[block.end(1) :])
        return answer
    return json.loads(block[1])


def _written(value: Any, indent: int = 0, name: str = "", comma: str = "") -> Iterator[str]:
    """A value as JSON, each object and list on one line if it fits there."""
    start = " " * indent + (f"{json.dumps(name)}: " if name else "")
    line = f"{start}{json.dumps(value, ensure_ascii=False)}{comma}"
    if len(line) <= WIDTH or not isinstance(value, (dict, list)):
        yield line
        return
    items = list(value.items()) if isinstance(value, dict) else [("", item) for item in value]
    yield start + ("{" if isinstance(value, dict) else "[")
    for position, (inner, item) in enumerate(items, start=1):
        yield from _written(item, indent + 2, inner, "," if position < len(items) else "")
    yield " " * indent + ("}" if isinstance(value, dict) else "]") + comma


def test_the_advert_is_read_as_shown(pytestconfig: pytest.Config) -> None:
    text = README.read_text()
    call = JOB_AD.search(text)
    assert call is not None
    block = TABLES.search(text, call.end())
    assert block is not None
    runner = CliRunner(env={"ROADMAP_GRAPHS": ""})
    shown = runner.invoke(main, ["job-ad", "-", "--title", call["title"]], input=call["advert"]).stdout
    if pytestconfig.getoption("--rewrite-golden"):
        README.write_text(text[: block.start(1)] + shown + text[block.end(1) :])
    else:
        assert block[1] == shown, "make golden writes it anew"
