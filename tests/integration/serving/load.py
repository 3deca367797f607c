"""Clients that ask a service all at once, and answers that are right or wrong by the version they name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from threading import Event, Thread

from roadmap.adapters.graph_shelf import GraphShelf, load_graph
from roadmap.web.app import create_app
from tests.building.servers import Client, LostError, Reply
from tests.building.web import LIMITS, FixedClock

Asked = tuple[str, str, bytes]

REQUESTS: Sequence[Asked] = (
    ("GET", "/v1/plans?role=ml-engineer", b""),
    ("GET", "/v1/plans?role=ai-engineer&known=python&format=csv", b""),
    ("POST", "/v1/plans", b'{"role": "data-scientist", "known": ["git"], "hours_per_week": 10}'),
    ("POST", "/v1/comparisons", b'{"roles": ["ml-engineer", "ai-engineer"]}'),
    ("GET", "/v1/roles", b""),
    ("GET", "/v1/skills/python", b""),
)


@dataclass(frozen=True)
class Expected:
    """The right bytes of every answer, by version and request."""

    bodies: Mapping[tuple[str, Asked], bytes]

    def is_right(self, asked: Asked, reply: Reply) -> bool:
        """Whether an answer has the bytes of the version it names."""
        named = reply.headers.get("Roadmap-Graph", "").rpartition(" ")[2]
        return reply.status == 200 and self.bodies.get((named, asked)) == reply.body


def expect(folders: Iterable[Path]) -> Expected:
    """What a service of each version answers, from one that serves nothing else."""
    return Expected({key: body for folder in folders for key, body in _bodies(folder)})


def _bodies(folder: Path) -> Iterator[tuple[tuple[str, Asked], bytes]]:
    planner = load_graph(folder)
    client = create_app(GraphShelf([planner]), LIMITS, None, FixedClock()).test_client()
    for asked in REQUESTS:
        method, target, body = asked
        kind = "application/json" if body else None
        yield (planner.compiled.digest, asked), client.open(target, method=method, data=body, content_type=kind).data


@dataclass
class Seen:
    """What came of the requests: how many were answered, by version, and those that were wrong or lost."""

    versions: Counter[str] = field(default_factory=Counter)
    wrong: list[tuple[Asked, Reply]] = field(default_factory=list)
    lost: list[LostError] = field(default_factory=list)

    @property
    def answered(self) -> int:
        """How many answers came."""
        return self.versions.total()


@contextmanager
def clients(port: int, expected: Expected, count: int = 8, pause: float = 0) -> Iterator[Seen]:
    """Clients that ask until the block ends, with a pause (seconds) after each answer; what they saw is whole then."""
    seen, over = Seen(), Event()
    threads = [Thread(target=_ask, args=(Client(port), expected, seen, over, Random(n), pause)) for n in range(count)]
    for thread in threads:
        thread.start()
    try:
        yield seen
    finally:
        over.set()
        for thread in threads:
            thread.join()


def _ask(client: Client, expected: Expected, seen: Seen, over: Event, random: Random, pause: float) -> None:
    while not over.wait(pause):
        asked = random.choice(REQUESTS)
        try:
            reply = client.ask(*asked)
        except LostError as lost:
            seen.lost.append(lost)
            continue
        seen.versions[reply.headers.get("Roadmap-Graph", "")] += 1
        if not expected.is_right(asked, reply):
            seen.wrong.append((asked, reply))
    client.close()
