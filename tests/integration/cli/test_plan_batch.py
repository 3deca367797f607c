"""`roadmap plan-batch`: a file of requests in, a file of plans out."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.building.web import careers_app
from tests.integration.cli.conftest import Command, Process, one_line

LEARNERS: list[dict[str, Any]] = [
    {"id": "a", "role": "ml-engineer"},
    {"role": "ai-engineer", "known": ["python", "git@1"], "hours_per_week": 10, "start_date": "2027-01-04"},
    {"id": "c", "role": "nobody"},
    {"targets": ["docker"], "what_if": ["git"], "why": ["python"]},
]

HOSTILE = {
    b"": "malformed-request",
    b"\r": "malformed-request",
    b"   ": "malformed-request",
    b"\0": "malformed-request",
    b'{"role": "ai-engineer\0"}': "malformed-request",
    b'{"role": "ai-engineer"}\0': "malformed-request",
    b'{"role": "\xff"}': "malformed-request",
    b'\xef\xbb\xbf{"role": "ai-engineer"}': "malformed-request",
    b"[" * 60_000: "malformed-request",
    b'{"a":' * 10_000 + b"1" + b"}" * 10_000: "malformed-request",
    b'{"role": "ai-engineer"': "malformed-request",
    b'{"role": "ai-engineer", "role": "ml-engineer"}': "malformed-request",
    b'["ai-engineer"]': "malformed-request",
    b'{"role": NaN}': "malformed-request",
    rb'{"role": "\ud800"}': "malformed-request",
    b'{"rolle": "ai-engineer"}': "invalid-request",
    b'{"role": "ai-engineer", "format": "csv"}': "invalid-request",
    b"{}": "invalid-request",
    b'{"role": "ai-engineer", "graph": "other"}': "unknown-reference",
    b'{"role": "ai-engineer", "known": ["pyton"]}': "unknown-reference",
    b'{"role": "' + b"x" * 65_536 + b'"}': "content-too-large",
    b"x" * 3_000_000: "content-too-large",
}


def ndjson(learners: list[dict[str, Any]]) -> bytes:
    return b"".join(json.dumps(learner).encode() + b"\n" for learner in learners)


def lines(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_bytes().splitlines()]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    file = tmp_path / "learners.ndjson"
    file.write_bytes(ndjson(LEARNERS))
    return file


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "plans.ndjson"


def test_every_line_has_its_answer_in_its_place(roadmap: Command, source: Path, target: Path) -> None:
    result = roadmap("plan-batch", source, target, "--processes", 1)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "3 plans, 1 problem, 4 lines in all.\n"
    made = lines(target)
    assert [line["index"] for line in made] == [0, 1, 2, 3]
    assert [line.get("id") for line in made] == ["a", None, "c", None]
    assert made[2]["problem"]["type"] == "/problems/unknown-reference"
    assert made[2]["problem"]["errors"][0]["pointer"] == "/role"


def test_plans_are_those_of_the_command_for_one(roadmap: Command, source: Path, target: Path) -> None:
    roadmap("plan-batch", source, target, "--processes", 1)
    alone = roadmap("plan", "ml-engineer", "--format", "json")
    assert target.read_bytes().splitlines()[0] == b'{"index":0,"id":"a","plan":%b}' % alone.stdout_bytes


def test_with_an_address_the_lines_are_those_of_the_service(roadmap: Command, source: Path, target: Path) -> None:
    address = "https://roadmap.example"
    roadmap("plan-batch", source, target, "--processes", 1, ROADMAP_PUBLIC_URL=address)
    served = careers_app(address).test_client().post("/v1/plan-batches", json={"plans": LEARNERS})
    assert target.read_bytes() == served.data


def test_several_processes_write_what_one_does(roadmap: Command, source: Path, tmp_path: Path) -> None:
    source.write_bytes(ndjson(LEARNERS) * 50)
    one, three = tmp_path / "one.ndjson", tmp_path / "three.ndjson"
    roadmap("plan-batch", source, one, "--processes", 1)
    result = roadmap("plan-batch", source, three, "--processes", 3)
    assert result.stderr == "150 plans, 50 problems, 200 lines in all.\n"
    assert one.read_bytes() == three.read_bytes()


@pytest.mark.parametrize(("line", "problem"), HOSTILE.items(), ids=lambda value: repr(value)[:40])
def test_a_hostile_line_is_a_problem_and_harms_no_other(
    roadmap: Command, source: Path, target: Path, line: bytes, problem: str
) -> None:
    source.write_bytes(b'{"role": "ai-engineer"}\n%b\n{"role": "ai-engineer"}\r\n' % line)
    assert roadmap("plan-batch", source, target, "--processes", 1).exit_code == 1
    before, wrong, after = lines(target)
    assert before["plan"] == after["plan"]
    assert wrong["problem"]["type"] == f"/problems/{problem}"


def test_a_file_without_lines_is_answered_without_lines(roadmap: Command, source: Path, target: Path) -> None:
    source.write_bytes(b"")
    result = roadmap("plan-batch", source, target)
    assert (result.exit_code, result.stderr) == (0, "0 plans, 0 problems, 0 lines in all.\n")
    assert target.read_bytes() == b""


def test_the_last_line_may_lack_its_line_feed(roadmap: Command, source: Path, target: Path) -> None:
    source.write_bytes(b'{"role": "ai-engineer"}\n{"role": "ml-engineer"}')
    assert roadmap("plan-batch", source, target, "--processes", 1).exit_code == 0
    assert len(lines(target)) == 2


def test_a_limit_of_lines_is_that_of_bodies(roadmap: Command, source: Path, target: Path) -> None:
    roadmap("plan-batch", source, target, "--processes", 1, ROADMAP_MAX_BODY="30")
    problems = [line.get("problem", {}).get("limit") for line in lines(target)]
    assert problems == [30 if len(line) > 30 else None for line in ndjson(LEARNERS).splitlines()]


def test_what_is_made_is_not_made_again(roadmap: Command, source: Path, target: Path) -> None:
    roadmap("plan-batch", source, target, "--processes", 1)
    before = target.read_bytes()
    target.write_bytes(before.replace(b"Machine-learning", b"Machine-leaning!"))
    again = roadmap("plan-batch", source, target, "--processes", 1)
    assert (again.exit_code, again.stderr) == (1, "3 plans, 1 problem, 4 lines in all.\n")
    assert b"Machine-leaning!" in target.read_bytes()
    roadmap("plan-batch", source, target, "--processes", 1, "--restart")
    assert target.read_bytes() == before


def test_going_on_with_another_input_is_refused(roadmap: Command, source: Path, target: Path) -> None:
    roadmap("plan-batch", source, target, "--processes", 1)
    source.write_bytes(ndjson(LEARNERS[1:]))
    assert "was begun with another input; --restart" in one_line(roadmap("plan-batch", source, target))


def test_going_on_with_another_graph_is_refused(
    roadmap: Command, source: Path, target: Path, careers: Path, tmp_path: Path
) -> None:
    roadmap("plan-batch", source, target, "--processes", 1)
    changed = tmp_path / "changed.json"
    changed.write_bytes(roadmap("graph", "export", careers).stdout_bytes.replace(b"2026.11", b"2026.12"))
    assert "was begun with another graph; --restart" in one_line(
        roadmap("plan-batch", source, target, "--graph", changed)
    )


def test_going_on_with_another_setting_is_refused(roadmap: Command, source: Path, target: Path) -> None:
    roadmap("plan-batch", source, target, "--processes", 1)
    assert "another setting" in one_line(roadmap("plan-batch", source, target, ROADMAP_PUBLIC_URL="https://x.example"))


def test_a_file_that_is_no_batch_is_left_alone(roadmap: Command, source: Path, target: Path) -> None:
    target.write_text("mine")
    assert "is there already" in one_line(roadmap("plan-batch", source, target))
    assert target.read_text() == "mine"


def test_the_input_is_not_written_over(roadmap: Command, source: Path) -> None:
    before = source.read_bytes()
    assert "is the input itself" in one_line(roadmap("plan-batch", source, source, "--restart"))
    assert source.read_bytes() == before


def test_what_cannot_be_opened_is_said(roadmap: Command, source: Path, target: Path, tmp_path: Path) -> None:
    assert "does not exist" in one_line(roadmap("plan-batch", tmp_path / "none", target))
    assert "No such file" in one_line(roadmap("plan-batch", source, tmp_path / "none" / "plans.ndjson"))
    assert "directory" in one_line(roadmap("plan-batch", source, tmp_path))


def test_a_full_disk_is_said(roadmap: Command, source: Path) -> None:
    result = roadmap("plan-batch", source, "/dev/full", "--processes", 1)
    assert one_line(result) == "/dev/full: No space left on device"


def test_standard_input_and_output(process: Process, source: Path, target: Path) -> None:
    command = [sys.executable, "-m", "roadmap", "plan-batch", "-", "-", "--processes", "1"]
    process("plan-batch", source, target, "--processes", 1)
    environment = {**os.environ, "ROADMAP_GRAPHS": str(Path(__file__).parents[2] / "graphs" / "careers")}
    done = subprocess.run(command, input=source.read_bytes(), env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (1, b"3 plans, 1 problem, 4 lines in all.\n")
    assert done.stdout == target.read_bytes()


def test_a_reader_that_goes_away_ends_the_batch(source: Path, careers: Path) -> None:
    source.write_bytes(ndjson(LEARNERS) * 1000)
    with subprocess.Popen(
        [sys.executable, "-m", "roadmap", "plan-batch", str(source), "-", "--processes", "2"],
        env={**os.environ, "ROADMAP_GRAPHS": str(careers)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith(b'{"index":0,')
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 1
