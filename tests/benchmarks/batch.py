"""Plans for many learners: by the command and by the endpoint, against the same requests sent one by one.

All three in turns within one run, on the shipped graph: the service is gunicorn with two workers as it is shipped, the
requests one by one go over one connection that is kept alive. Ratios are of wall-clock time, medians of the rounds; the
first round, in which goals and templates are met for the first time, is told apart. CPU is that of all processes of a
way but the client. The command is timed for two sizes of files: its start, and what a learner more takes.
"""

from __future__ import annotations

import json
import os
import re
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, sleep

from roadmap.domain.plan import PlanRequest
from tests.benchmarks.report import Goal, print_table
from tests.benchmarks.shipped import shipped_planner

TIMES_FASTER = 20
ROUNDS = 4
LEARNERS = 1_000
"""Of all roles, each knowing something else: what one call of the endpoint may hold."""

MOST_DECLARED = 20
FEW, MANY = 2, 12
"""How often the learners stand in the two files for the command."""

ENDPOINT, MORE = "endpoint", "command, a learner more"
WAYS = ("one by one", ENDPOINT, "command, start to end", MORE, "the same, written nowhere")

ROOT = Path(__file__).parents[2]
LISTENING = re.compile(r"Listening at: http://127\.0\.0\.1:(\d+)")
HEADERS = {"Content-Type": "application/json"}
PIECE = 1 << 20
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Cost:
    """What a learner takes, in microseconds by the clock and of processors, and the bytes of its answer."""

    clock: float
    cpu: float
    size: float


@dataclass(frozen=True)
class Service:
    """A running service: its port, and its processes."""

    port: int
    processes: list[int]

    def cpu(self) -> float:
        """The seconds of processor that the service has had."""
        return sum(map(_cpu, self.processes))


def run() -> list[Goal]:
    """Print what a learner takes by each way."""
    requests = list(_requests())
    ways: dict[str, list[Cost]] = {way: [] for way in WAYS}
    with TemporaryDirectory() as folder, _service() as service:
        for _ in range(ROUNDS):
            costs = (
                _timed(service, lambda: _one_by_one(service.port, requests)),
                _timed(service, lambda: _endpoint(service.port, requests)),
                *_command(Path(folder) / "learners.ndjson", Path(folder) / "plans.ndjson", requests),
                _command(Path(folder) / "learners.ndjson", Path(os.devnull), requests)[1],
            )
            for way, cost in zip(WAYS, costs, strict=True):
                ways[way].append(cost)
    alone = ways["one by one"]
    print_table(
        f"Batches: {LEARNERS:,} learners, one by one and at once ({os.cpu_count()} processors)",
        ("way", "learners/s", "us", "CPU us", "KB", "times faster", "times less CPU", "first round us"),
        [_row(way, costs, alone) for way, costs in ways.items()],
    )
    return [_goal(way, ways[way], alone) for way in (ENDPOINT, MORE)]


def _row(way: str, costs: list[Cost], alone: list[Cost]) -> tuple[object, ...]:
    clock, cpu = (median(getattr(cost, what) for cost in costs[1:]) for what in ("clock", "cpu"))
    times = (_ratio(alone, costs, "clock"), _ratio(alone, costs, "cpu"))
    return (
        way,
        f"{1e6 / clock:,.0f}",
        f"{clock:.0f}",
        f"{cpu:.0f}",
        f"{costs[-1].size / 1e3:.0f}",
        *times,
        f"{costs[0].clock:.0f}",
    )


def _ratio(alone: list[Cost], costs: list[Cost], what: str) -> float:
    """The median over the rounds of how many times less a way takes."""
    return median(getattr(a, what) / getattr(b, what) for a, b in zip(alone[1:], costs[1:], strict=True))


def _goal(way: str, costs: list[Cost], alone: list[Cost]) -> Goal:
    ratio = _ratio(alone, costs, "clock")
    return Goal(
        f"{way}: a learner takes at least {TIMES_FASTER} times less than one by one",
        f"{ratio:.1f} times",
        ratio >= TIMES_FASTER,
    )


def _requests() -> Iterator[bytes]:
    random, makes = Random(0), shipped_planner()
    units = {role: makes.build_plan(PlanRequest(role=role)).unit_ids for role in makes.compiled.roles}
    for n in range(LEARNERS):
        role = random.choice(list(units))
        known = random.sample(units[role], random.randint(0, MOST_DECLARED))
        yield json.dumps({"id": f"learner-{n}", "role": role, "known": known}).encode()


def _timed(service: Service, work: Callable[[], int]) -> Cost:
    cpu, start = service.cpu(), perf_counter()
    size = work()
    clock = perf_counter() - start
    return Cost(clock / LEARNERS * 1e6, (service.cpu() - cpu) / LEARNERS * 1e6, size / LEARNERS)


def _one_by_one(port: int, requests: list[bytes]) -> int:
    connection, size = HTTPConnection("127.0.0.1", port), 0
    for request in requests:
        body = json.loads(request)
        del body["id"]
        connection.request("POST", "/v1/plans", json.dumps(body), HEADERS)
        size += len(connection.getresponse().read())
    connection.close()
    return size


def _endpoint(port: int, requests: list[bytes]) -> int:
    connection, size = HTTPConnection("127.0.0.1", port), 0
    connection.request("POST", "/v1/plan-batches", b'{"plans":[%b]}' % b",".join(requests), HEADERS)
    response = connection.getresponse()
    while piece := response.read(PIECE):
        size += len(piece)
    connection.close()
    return size


def _command(source: Path, target: Path, requests: list[bytes]) -> tuple[Cost, Cost]:
    """The cost of a learner in the longer file, and of one more: the difference between the two."""
    few, many = (_run(source, target, requests * times) for times in (FEW, MANY))
    learners = (MANY - FEW) * LEARNERS
    more = Cost(*((more - less) / learners * scale for more, less, scale in zip(many, few, (1e6, 1e6, 1), strict=True)))
    clock, cpu, size = (figure / (MANY * LEARNERS) for figure in many)
    return Cost(clock * 1e6, cpu * 1e6, size), more


def _run(source: Path, target: Path, requests: list[bytes]) -> tuple[float, float, float]:
    """Seconds by the clock, seconds of processors and bytes written."""
    source.write_bytes(b"\n".join(requests))
    command = [sys.executable, "-m", "roadmap", "plan-batch", str(source), str(target), "--restart"]
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter()
    subprocess.run(command, cwd=ROOT, stderr=subprocess.DEVNULL, check=True)
    clock, after = perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return clock, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, target.stat().st_size


@contextmanager
def _service() -> Iterator[Service]:
    settings = ["--config", str(ROOT / "roadmap" / "gunicorn.conf.py"), "--bind", "127.0.0.1:0", "--workers", "2"]
    command = [sys.executable, "-m", "gunicorn", *settings, "roadmap.wsgi:app"]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        port = int(next(filter(None, map(LISTENING.search, process.stderr)))[1])
        while len(workers := _children(process.pid)) < 2 or not all(_cpu(worker) > 0 for worker in workers):
            sleep(0.1)
        yield Service(port, workers)
        process.terminate()
        process.stderr.read()


def _children(process: int) -> list[int]:
    return list(map(int, Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()))


def _cpu(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS
