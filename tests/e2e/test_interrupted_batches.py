"""A batch that is killed at any moment and run again is in the end what it would have been, to the byte."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from random import Random
from time import monotonic, sleep

import pytest

from roadmap.adapters.graph_shelf import load_graph
from tests.building.processes import heed_ctrl_c, unmeasured
from tests.building.web import CAREERS

KILLS = 20
LINES = 12_000
"""More than are answered before the last kill."""

PATIENCE = 20.0


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Learners who know all kinds of things; one request in fifty is wrong."""
    random, compiled = Random(5), load_graph(CAREERS).compiled
    units, roles = [unit.id for unit in compiled.units], list(compiled.roles)
    file = tmp_path_factory.mktemp("batch") / "learners.ndjson"
    with file.open("w") as lines:
        for n in range(LINES):
            role = "nobody" if random.random() < 0.02 else random.choice(roles)
            known = random.sample(units, random.randint(0, 8))
            lines.write(json.dumps({"id": f"learner-{n}", "role": role, "known": known}) + "\n")
    return file


def start(source: Path, target: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "roadmap", "plan-batch", str(source), str(target), "--processes", "2"],
        env=unmeasured(ROADMAP_GRAPHS=str(CAREERS)),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=heed_ctrl_c,  # noqa: PLW1509 - no threads here that hold anything it needs
    )


def children(process: int) -> list[int]:
    """The processes that a process has started."""
    listed = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii")
    return [int(child) for child in listed.split()]


def gone(process: int) -> bool:
    """Whether a process has ended, if only by name."""
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return True
    return state == "Z"


def wait_for_growth(target: Path, process: subprocess.Popen[bytes], size: int) -> None:
    """Until the file is longer than it was, or the batch is over."""
    end = monotonic() + PATIENCE
    while process.poll() is None and monotonic() < end and not (target.exists() and target.stat().st_size > size):
        sleep(0.005)


@pytest.fixture(scope="module")
def whole(source: Path) -> bytes:
    """What a batch that nobody interrupts writes."""
    target = source.parent / "whole.ndjson"
    with start(source, target) as process:
        assert process.wait() == 1
    return target.read_bytes()


def test_killed_twenty_times_and_run_again_it_is_the_same_to_the_byte(source: Path, whole: bytes) -> None:
    random, target, reached = Random(11), source.parent / "killed.ndjson", set[int]()
    for kill in range(KILLS):
        before = target.stat().st_size if target.exists() else 0
        with start(source, target) as process:
            if kill % 4:  # one in four dies wherever it is: while it starts, reads, or looks for where it was
                wait_for_growth(target, process, before)
            sleep(random.uniform(0, 0.15 if kill % 4 else 1.0))
            workers = children(process.pid) if process.poll() is None else []
            process.kill()
            process.wait()
        end = monotonic() + PATIENCE
        while not all(map(gone, workers)) and monotonic() < end:
            sleep(0.01)
        assert all(map(gone, workers)), "a process of a batch that was killed lives on"
        reached.add(target.stat().st_size if target.exists() else 0)
        assert whole.startswith(target.read_bytes() if target.exists() else b"")
    assert len(reached) >= KILLS // 2, "hardly any kill came while the batch was written"
    with start(source, target) as process:
        assert process.wait() == 1
    assert target.read_bytes() == whole


def test_a_process_of_the_batch_that_is_killed_ends_it_in_one_line_and_it_goes_on(source: Path, whole: bytes) -> None:
    target = source.parent / "worker.ndjson"
    with start(source, target) as process:
        wait_for_growth(target, process, 0)
        os.kill(max(children(process.pid)), signal.SIGKILL)
        assert process.stderr is not None
        assert process.stderr.read() == b"roadmap: One of the processes was ended from outside.\n"
        assert process.wait() == 2
    with start(source, target) as process:
        assert process.wait() == 1
    assert target.read_bytes() == whole


def test_interrupted_by_hand_it_ends_at_once_and_goes_on(source: Path, whole: bytes) -> None:
    target = source.parent / "interrupted.ndjson"
    ends = (interrupted(source, target) for _ in range(5))
    told, code = next(end for end in ends if end[1] != 1)  # not one that was over before it was told, on a busy machine
    assert (b"Traceback" in told, code) == (False, 130)
    assert whole.startswith(target.read_bytes())
    with start(source, target) as process:
        assert process.wait() == 1
    assert target.read_bytes() == whole


def interrupted(source: Path, target: Path) -> tuple[bytes, int]:
    """What a batch says that Ctrl-C is pressed on while it is written, and its exit code."""
    target.unlink(missing_ok=True)
    with start(source, target) as process:
        wait_for_growth(target, process, 0)
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGINT)
        assert process.stderr is not None
        return process.stderr.read(), process.wait(timeout=PATIENCE)


def test_a_disk_that_is_full_ends_it_in_one_line_and_it_goes_on(source: Path, whole: bytes) -> None:
    """A limit on the size of files stands in for the disk: the write fails in the same way, in the middle of a line."""
    target = source.parent / "full.ndjson"
    limit = len(whole) // 3 // 1024
    command = f"trap '' XFSZ; ulimit -f {limit}; exec \"$@\""
    done = subprocess.run(
        ["bash", "-c", command, "-", sys.executable, "-m", "roadmap", "plan-batch", source, target, "--processes", "2"],
        env=unmeasured(ROADMAP_GRAPHS=str(CAREERS)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"roadmap: {target}: File too large\n"
    assert target.stat().st_size == limit * 1024
    with start(source, target) as process:
        assert process.wait() == 1
    assert target.read_bytes() == whole


def test_memory_does_not_grow_with_the_file(source: Path) -> None:
    text = source.read_bytes()
    short, long = text[: len(text) // 4].rpartition(b"\n")[0], text * 2
    assert memory_for(source.parent / "long.ndjson", long) < memory_for(source.parent / "short.ndjson", short) + 20e6


def memory_for(source: Path, text: bytes) -> int:
    """The most memory that the first process of a batch has, in bytes."""
    source.write_bytes(text)
    peak = 0
    with start(source, Path("/dev/null")) as process:
        while process.poll() is None:
            peak = max(peak, resident(process.pid))
            sleep(0.02)
    return peak


def resident(process: int) -> int:
    """The bytes of memory that a process has had at most; 0 once it is gone."""
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return next((int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith("VmHWM:")), 0)
