"""Workers replaced, killed and stopped under load."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from threading import Thread
from time import sleep

import pytest

from tests.building.graph_versions import write_version
from tests.building.servers import Client, Reply, Server
from tests.building.web import CAREERS
from tests.integration.serving.load import clients, expect
from tests.integration.serving.watching import metric, wait, wait_for_workers

CLIENTS = 6
SERVICE = {"ROADMAP_GRAPHS": str(CAREERS), "WEB_CONCURRENCY": "2"}


def test_five_restarts_by_hup_under_load_lose_nothing() -> None:
    expected = expect([CAREERS])
    with Server(**SERVICE) as server:
        wait_for_workers(server)
        with clients(server.port, expected, CLIENTS) as seen:
            for _ in range(5):
                before = set(server.workers())
                server.signal(signal.SIGHUP)
                wait(lambda before=before: len(set(server.workers()) - before) == 2)
                wait(lambda before=before: not before & set(server.workers()))
        assert server.stop() == 0
    assert (seen.lost, seen.wrong) == ([], [])
    assert seen.answered >= CLIENTS


def test_hup_reads_the_graphs_again_where_files_are_not_followed(tmp_path: Path) -> None:
    served = write_version(tmp_path / "served", 0)
    with Server(ROADMAP_GRAPHS=str(served), ROADMAP_RELOAD_SECONDS="0", WEB_CONCURRENCY="2") as server:
        wait_for_workers(server)
        head = served / "graph.yaml"
        head.write_text(head.read_text().replace("Careers in miniature", "Other careers"))
        server.signal(signal.SIGHUP)
        wait(lambda: server.log.count("Worker exiting") == 2)
        with Client(server.port) as client:
            assert b"Other careers" in client.get("/v1/graphs").body


def test_a_worker_killed_under_load_costs_no_more_than_what_it_was_answering() -> None:
    expected = expect([CAREERS])
    with Server(**SERVICE) as server:
        wait_for_workers(server)
        with clients(server.port, expected, CLIENTS) as seen:
            sleep(0.5)
            for _ in range(3):
                victim = server.workers()[0]
                os.kill(victim, signal.SIGKILL)
                wait(lambda victim=victim: victim not in server.workers() and len(server.workers()) == 2)
                sleep(1)
        counted = metric(server, "roadmap_requests_total")
        assert seen.wrong == []
        assert len(seen.lost) <= 3 * CLIENTS, "each kill may cut the connections of one worker, once"
        assert seen.answered >= CLIENTS
        assert counted > 0
        wait(lambda: metric(server, "roadmap_graph_info{") == 2)


def test_the_requests_in_flight_when_it_is_told_to_stop_are_all_answered() -> None:
    body = b'{"job_ads": [%s]}' % b",".join([b'{"text": "We need Python, SQL and Docker. %s"}' % (b"Git. " * 500)] * 40)
    with Server(**SERVICE) as server:
        wait_for_workers(server)
        replies: list[Reply] = []
        threads = [Thread(target=_post, args=(server.port, body, replies)) for _ in range(CLIENTS)]
        for thread in threads:
            thread.start()
        sleep(0.3)
        assert len(replies) < CLIENTS, "they must still be in flight"
        assert server.stop() == 0
        for thread in threads:
            thread.join()
    assert [reply.status for reply in replies] == [200] * CLIENTS


def _post(port: int, body: bytes, replies: list[Reply]) -> None:
    with Client(port) as client:
        replies.append(client.ask("POST", "/v1/job-ads", body))


def test_workers_are_replaced_after_so_many_requests_and_go_on_counting(tmp_path: Path) -> None:
    expected = expect([CAREERS])
    with Server(**SERVICE, ROADMAP_MAX_REQUESTS="200", PROMETHEUS_MULTIPROC_DIR=str(tmp_path)) as server:
        wait_for_workers(server)
        first = set(server.workers())
        with clients(server.port, expected, CLIENTS) as seen:
            wait(lambda: server.log.count("Autorestarting") >= 4)
        wait(lambda: not first & set(server.workers()))
        wait(lambda: _counted(server) == seen.answered)
        slots = {file.stem.rpartition("_")[2] for file in tmp_path.glob("*.db")}
        assert slots <= {"0", "1", "2", "3"}
    assert (seen.lost, seen.wrong) == ([], [])
    assert not list(tmp_path.glob("*.db"))


def _counted(server: Server) -> float:
    """The requests counted, but those for the metrics themselves."""
    own = metric(server, 'roadmap_requests_total{method="GET",route="/metrics"')
    return metric(server, "roadmap_requests_total") - own


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGQUIT"])
def test_it_ends_by_each_signal_that_ends_it(name: str) -> None:
    with Server(**SERVICE) as server:
        wait_for_workers(server)
        server.signal(signal.Signals[name])
        assert server.stop() == 0
