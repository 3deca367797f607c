"""What an answer costs a worker, against sending the same bytes ready-made from the same server; and what logs, metrics
and compression add to it.

Processor time of the workers per request, all their threads together. The ways are measured in turn, round by round, so
that whatever else the machine does meets all of them alike.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

import orjson

from roadmap.domain.plan import PlanRequest
from roadmap.exporters import BY_NAME
from roadmap.planning import Planner
from roadmap.web.compression import CODINGS
from tests.benchmarks.ready_made import name_of, write_answer
from tests.benchmarks.report import Goal, print_table
from tests.benchmarks.shipped import shipped_planner
from tests.building.servers import Client, Reply, Server

ROUNDS = 11
"""Measured after one more that is dropped."""

REQUESTS = 300
REPEATED = 5
KEPT_FACTOR = 1.15
MADE_FACTOR = 2.2
"""Against plans made without checks, framework, log and metrics by the same server."""

OBSERVED_FACTOR = 1.1
ROLE = "ml-engineer"
MOST_DECLARED = 20
PLANS = "/v1/plans"
write_json = BY_NAME["json"].export

ONE_WORKER = {"WEB_CONCURRENCY": "1", "ROADMAP_RELOAD_SECONDS": "0", "ROADMAP_MAX_REQUESTS": "0"}
FEW_KEPT = {"ROADMAP_KEPT_ANSWERS": "4000000"}
"""Room for some 50 plans: of hundreds asked for in turn none is kept until it is asked for again."""

READY_MADE = "tests.benchmarks.ready_made:app"
BARE_PLANS = "tests.benchmarks.bare_plans:app"


@dataclass(frozen=True)
class Asked:
    """A request."""

    method: str
    target: str
    body: bytes = b""

    def ask(self, client: Client) -> Reply:
        """Its answer."""
        reply = client.ask(self.method, self.target, self.body)
        assert reply.status == 200, reply
        return reply


@dataclass(eq=False)
class Way:
    """A server with the requests it is asked; `times` are microseconds of processor time a request, by round."""

    name: str
    server: Server
    requests: Sequence[Asked]
    times: list[float]

    def measure(self) -> None:
        """One round."""
        client = Client(self.server.port)
        self.requests[0].ask(client)
        before = self.server.cpu_seconds()
        for asked in self.requests:
            asked.ask(client)
        self.times.append((self.server.cpu_seconds() - before) / len(self.requests) * 1e6)
        client.close()


def run() -> list[Goal]:
    """Print what each way costs, and what compression does."""
    planner = shipped_planner()
    same = [Asked("GET", f"{PLANS}?role={ROLE}&known=git,python")] * REQUESTS
    fresh = [*_learners(planner)]
    with TemporaryDirectory() as folder, ExitStack() as servers:
        service = servers.enter_context(Server(**ONE_WORKER))
        uncached = servers.enter_context(Server(**ONE_WORKER, **FEW_KEPT))
        silent = servers.enter_context(Server("tests.benchmarks.silent:app", **ONE_WORKER, **FEW_KEPT))
        _write_ready(Path(folder), service, {*same, *fresh})
        bare = servers.enter_context(Server(BARE_PLANS, **ONE_WORKER))
        ready = servers.enter_context(Server(READY_MADE, **ONE_WORKER, READY_MADE=folder))
        ways = [
            Way("one plan, ready-made", ready, same, []),
            Way("one plan, kept", service, same, []),
            Way("learners' plans, ready-made", ready, fresh, []),
            Way("learners' plans, made barely", bare, fresh, []),
            Way("learners' plans, made", uncached, fresh, []),
            Way("the same without log and metrics", silent, fresh, []),
        ]
        _measure(ways)
    ready_one, kept, ready_many, barely, made, without = ways
    _print_ways({ready_one: ready_one, kept: ready_one, **dict.fromkeys(ways[2:], ready_many)})
    _print_compression(planner)
    return [
        _goal("a kept answer costs at most {} times the same bytes ready-made", kept, ready_one, KEPT_FACTOR),
        _goal("a learner's own plan costs at most {} times a bare one", made, barely, MADE_FACTOR),
        _goal("log and metrics make a plan cost at most {} times as much", made, without, OBSERVED_FACTOR),
    ]


def _learners(planner: Planner) -> Sequence[Asked]:
    """Requests for plans of all roles, by learners who each know something else of what the role needs."""
    random = Random("serving")
    roles = [*planner.compiled.roles]
    return [_learner(planner, roles[n % len(roles)], random) for n in range(REQUESTS)]


def _learner(planner: Planner, role: str, random: Random) -> Asked:
    units = planner.build_plan(PlanRequest(role=role)).unit_ids
    known = random.sample(units, random.randint(0, min(MOST_DECLARED, len(units))))
    return Asked("POST", PLANS, orjson.dumps({"role": role, "known": known}))


def _write_ready(folder: Path, service: Server, requests: set[Asked]) -> None:
    client = Client(service.port)
    for asked in requests:
        reply = asked.ask(client)
        file = folder / name_of(asked.method, asked.target, asked.body)
        write_answer(file, list(reply.headers.items()), reply.body)
    client.close()


def _measure(ways: Sequence[Way]) -> None:
    for _ in range(ROUNDS + 1):
        for way in ways:
            way.measure()


def _ratio(way: Way, to: Way) -> float:
    return median(one / other for one, other in zip(way.times[1:], to.times[1:], strict=True))


def _goal(promise: str, way: Way, to: Way, factor: float) -> Goal:
    found = _ratio(way, to)
    return Goal(promise.format(factor), f"{found:.2f} times", found <= factor)


def _print_ways(ways: Mapping[Way, Way]) -> None:
    """Each way, against the one that sends the same bytes ready-made."""
    rows = [(way.name, f"{median(way.times[1:]):.0f}", _ratio(way, ready)) for way, ready in ways.items()]
    title = f"Serving: processor time a request, medians of {ROUNDS} rounds"
    print_table(title, ("", "µs", "times ready-made"), rows)


def _print_compression(planner: Planner) -> None:
    """How small the plan with the most steps gets, and in what time, as it is sent and as what stays is kept."""
    plans = [planner.build_plan(PlanRequest(role=role, include_optional=True)) for role in planner.compiled.roles]
    plan = max(plans, key=lambda plan: plan.summary.steps)
    content = write_json(plan, {"self": PLANS})
    rows = [
        (coding.name, *_squeezed(coding.quickly, content), *_squeezed(coding.thoroughly, content)) for coding in CODINGS
    ]
    title = f"Compression: a plan of {plan.summary.steps} steps, {len(content):,} bytes"
    print_table(title, ("", "ms", "times smaller", "kept: ms", "times smaller"), rows)


def _squeezed(squeeze: Callable[[bytes], bytes], content: bytes) -> tuple[str, float]:
    begun = process_time()
    small = squeeze(content)
    for _ in range(REPEATED - 1):
        squeeze(content)
    return f"{(process_time() - begun) / REPEATED * 1000:.2f}", len(content) / len(small)
