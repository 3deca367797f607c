"""A batch over a real connection: in pieces as it is made, and no burden once its client is gone or asleep."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from time import monotonic, sleep

import pytest

from roadmap.adapters.shipped import shipped_graph

ROOT = Path(__file__).parents[2]
LISTENING = re.compile(r"Listening at: http://127\.0\.0\.1:(\d+)")
THREADS = 4
STALLED_AFTER = 3
BATCH = json.dumps({"defaults": {"role": "ml-engineer"}, "plans": [{}] * 1000}).encode()
"""Its answer is far longer than what the system keeps for a client that does not read."""


@dataclass(frozen=True)
class Worker:
    """The one worker of a running service, by its process, and the port it serves."""

    port: int
    process: int

    def send(self) -> socket.socket:
        """A connection on which a batch was asked for."""
        connection = socket.create_connection(("127.0.0.1", self.port))
        head = "POST /v1/plan-batches HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: "
        connection.sendall(f"{head}{len(BATCH)}\r\n\r\n".encode() + BATCH)
        return connection

    def ticks(self) -> int:
        """The time of the processor that it has had."""
        fields = Path(f"/proc/{self.process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return int(fields[11]) + int(fields[12])


@pytest.fixture(scope="module")
def worker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Worker]:
    folder = tmp_path_factory.mktemp("service")
    settings = folder / "settings.py"
    settings.write_text((ROOT / "roadmap" / "gunicorn.conf.py").read_text() + f"\nstalled_after = {STALLED_AFTER}\n")
    command = [sys.executable, "-m", "gunicorn", "--config", str(settings), "--bind", "127.0.0.1:0", "--workers", "1"]
    environment = {**os.environ, "ROADMAP_GRAPHS": str(shipped_graph())}
    log = folder / "log"
    with log.open("wb") as errors:
        process = subprocess.Popen([*command, "roadmap.wsgi:app"], cwd=ROOT, env=environment, stderr=errors)
    with process:
        while not (found := LISTENING.search(log.read_text())):
            sleep(0.05)
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        while not (workers := children.read_text(encoding="ascii").split()):
            sleep(0.05)
        healthy(int(found[1]), 30)
        yield Worker(int(found[1]), int(workers[0]))
        process.terminate()


def healthy(port: int, patience: float) -> float:
    """The seconds until the service answers a new connection."""
    begin = monotonic()
    connection = HTTPConnection("127.0.0.1", port, timeout=patience)
    connection.request("GET", "/healthz")
    assert connection.getresponse().status == 200
    connection.close()
    return monotonic() - begin


def test_the_answer_comes_in_pieces_while_it_is_made(worker: Worker) -> None:
    connection = HTTPConnection("127.0.0.1", worker.port)
    connection.request("POST", "/v1/plan-batches", BATCH, {"Content-Type": "application/json"})
    response = connection.getresponse()
    assert response.headers["Transfer-Encoding"] == "chunked"
    first = json.loads(response.readline())
    before = worker.ticks()
    lines = [first, *map(json.loads, response.read().splitlines())]
    assert [line["index"] for line in lines] == list(range(1000))
    assert worker.ticks() > before, "all plans were made before the first was sent"
    connection.close()


def test_once_its_client_is_gone_nothing_is_made_for_it(worker: Worker) -> None:
    connection = worker.send()
    assert connection.recv(1000)
    connection.close()
    sleep(0.5)
    before = worker.ticks()
    sleep(0.5)
    assert worker.ticks() - before <= 1


def test_clients_that_take_nothing_hold_the_service_for_a_while_only(worker: Worker) -> None:
    asleep = [worker.send() for _ in range(THREADS)]
    sleep(0.5)
    assert healthy(worker.port, 60) < 10 * STALLED_AFTER
    for connection in asleep:
        connection.close()
