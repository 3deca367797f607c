"""A graph that changes under load: every answer is right for the version it names, and none is lost."""

from __future__ import annotations

import shutil
from pathlib import Path
from time import sleep

import pytest

from tests.building.graph_versions import SKILLS, put, skills_of, write_version
from tests.building.servers import Client, Server
from tests.integration.serving.load import clients, expect
from tests.integration.serving.watching import metric, readiness, wait, wait_for_workers

RELOADS = 50
FAST = {"ROADMAP_RELOAD_SECONDS": "0.05", "WEB_CONCURRENCY": "2"}


def test_fifty_reloads_under_load_lose_nothing_and_mix_nothing(tmp_path: Path) -> None:
    versions = [write_version(tmp_path / f"v{number}", number) for number in range(RELOADS + 1)]
    expected = expect(versions)
    served = write_version(tmp_path / "served", 0)
    with Server(ROADMAP_GRAPHS=str(served), **FAST) as server:
        wait_for_workers(server)
        with clients(server.port, expected, count=4) as seen:
            for number in range(1, RELOADS + 1):
                text = skills_of(number)
                if number % 2:
                    put(served, text)
                else:
                    (served / SKILLS).write_text(text[: len(text) // 2])
                    sleep(0.03)
                    (served / SKILLS).write_text(text)
                wait(lambda number=number: metric(server, "roadmap_graph_reloads_total") >= 2 * number)
        assert metric(server, "roadmap_graph_info{") == 2
        assert server.stop() == 0
    assert (seen.lost, seen.wrong) == ([], [])
    assert len(seen.versions) == RELOADS + 1
    assert seen.answered > 20 * RELOADS


@pytest.mark.parametrize("spoil", ["defective", "removed"])
def test_what_cannot_be_served_is_told_and_the_version_before_is_served_on(tmp_path: Path, spoil: str) -> None:
    served = write_version(tmp_path / "served", 0)
    later = write_version(tmp_path / "later", 1)
    expected = expect([served, later])
    with Server(measured=True, ROADMAP_GRAPHS=str(served), **FAST) as server:
        wait_for_workers(server)
        with Client(server.port) as client, clients(server.port, expected, count=4) as seen:
            if spoil == "removed":
                shutil.rmtree(served)
            else:
                put(served, skills_of(0).replace("hours: ", "hours: -", 2))
            wait(lambda: metric(server, "roadmap_graph_outdated{") == 1)
            wait(lambda: metric(server, "roadmap_graph_refusals_total") == 2)
            assert readiness(client) == {"state": "ready", "graphs": ["tech-careers"], "outdated": ["tech-careers"]}
            sleep(0.5)
            shutil.copytree(later, served, dirs_exist_ok=True)
            wait(lambda: metric(server, "roadmap_graph_reloads_total") == 2)
            assert readiness(client) == {"state": "ready", "graphs": ["tech-careers"], "outdated": []}
            assert metric(server, "roadmap_graph_outdated{") == 0
    assert (seen.lost, seen.wrong) == ([], [])
    assert len(seen.versions) == 2
    assert server.log.count('"event":"graph refused"') == 2 * (1 if spoil == "removed" else 2)
