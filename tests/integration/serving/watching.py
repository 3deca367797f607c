"""Watching a service from outside: its metrics, its readiness, and waiting for either."""

from __future__ import annotations

import json
from collections.abc import Callable
from time import monotonic, sleep

from tests.building.servers import Client, Server


def wait(until: Callable[[], bool], seconds: float = 30) -> None:
    """Wait until something is so."""
    end = monotonic() + seconds
    while not until():
        assert monotonic() < end, "waited in vain"
        sleep(0.02)


def readiness(client: Client) -> object:
    """What the probe is told."""
    return json.loads(client.get("/readyz").body)


def wait_for_workers(server: Server) -> None:
    """Wait until both workers serve."""
    wait(lambda: metric(server, "roadmap_graph_info{") == 2)


def metric(server: Server, name: str) -> float:
    """The sum of a metric's samples, of all workers."""
    page = Client(server.port).get("/metrics", Connection="close").body.decode()
    return sum(float(line.rpartition(" ")[2]) for line in page.splitlines() if line.startswith(name))
