"""What is in deploy/ works as it says."""

from __future__ import annotations

import json
import re
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter, sleep

import pytest
import yaml

from roadmap.config import ServerSettings
from tests.building.servers import Client, Server
from tests.building.web import CAREERS
from tests.e2e.programs import needed
from tests.integration.serving.load import clients, expect
from tests.integration.serving.nginx import running
from tests.integration.serving.watching import wait, wait_for_workers

ROOT = Path(__file__).parents[3]
DEPLOY = ROOT / "deploy"
SERVICE = {"ROADMAP_GRAPHS": str(CAREERS), "WEB_CONCURRENCY": "2", "ROADMAP_KEEPALIVE": "75"}
SLOW_CLIENTS = 60
SLOWLY = {"headers": "-H", "body": "-B", "reading": "-X"}


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with Server(**SERVICE) as started:
        wait_for_workers(started)
        yield started


@pytest.fixture(scope="module")
def port(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """nginx in front of a service."""
    with running(needed("nginx", "/usr/sbin/nginx"), tmp_path_factory.mktemp("nginx"), server.port) as found:
        yield found


def test_answers_come_through_nginx_as_they_are(server: Server, port: int) -> None:
    with Client(server.port) as direct, Client(port) as through:
        for coding in ("identity", "gzip", "zstd"):
            ours, theirs = (client.get("/v1/roles", Accept_Encoding=coding) for client in (direct, through))
            assert theirs.body == ours.body
            assert theirs.headers["ETag"] == ours.headers["ETag"]
            assert theirs.headers.get("Content-Encoding") == ours.headers.get("Content-Encoding")
        assert through.get("/healthz", X_Request_Id="through").headers["X-Request-Id"] == "through"


def test_metrics_are_not_shown_to_the_outside(port: int) -> None:
    with Client(port) as client:
        assert client.get("/metrics").status == 404


@pytest.mark.parametrize("way", SLOWLY)
def test_slow_clients_keep_nobody_waiting(port: int, way: str) -> None:
    command = [
        needed("slowhttptest"), SLOWLY[way], "-c", str(SLOW_CLIENTS), "-r", str(SLOW_CLIENTS), "-i", "1", "-l", "8",
        "-u", f"http://127.0.0.1:{port}/docs",
    ]  # fmt: skip
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as slow:
        sleep(2)
        times = []
        with Client(port) as client:
            for _ in range(20):
                begun = perf_counter()
                assert client.get("/healthz").status == 200
                times.append(perf_counter() - begun)
                sleep(0.05)
        slow.terminate()
    assert median(times) < 0.1


def test_restarts_are_not_seen_behind_nginx(tmp_path: Path) -> None:
    expected = expect([CAREERS])
    with Server(**SERVICE) as server, running(needed("nginx", "/usr/sbin/nginx"), tmp_path, server.port) as port:
        wait_for_workers(server)
        with clients(port, expected, count=2, pause=0.05) as seen:
            for _ in range(3):
                before = set(server.workers())
                server.signal(signal.SIGHUP)
                wait(lambda before=before: not before & set(server.workers()))
            sleep(1)
    assert (seen.lost, seen.wrong) == ([], [])


def manifests() -> list[dict]:
    """All of Kubernetes' manifests."""
    files = sorted((DEPLOY / "kubernetes").glob("*.yaml"))
    return [one for file in files for one in yaml.safe_load_all(file.read_text())]


def test_the_kustomization_names_every_manifest() -> None:
    names = {file.name for file in (DEPLOY / "kubernetes").glob("*.yaml")} - {"kustomization.yaml"}
    assert set(yaml.safe_load((DEPLOY / "kubernetes" / "kustomization.yaml").read_text())["resources"]) == names


def test_kubernetes_probes_ask_for_what_there_is_and_waits_out_the_requests() -> None:
    (deployment,) = (one for one in manifests() if one["kind"] == "Deployment")
    pod = deployment["spec"]["template"]["spec"]
    (container,) = pod["containers"]
    probes = {container[name]["httpGet"]["path"] for name in ("startupProbe", "readinessProbe", "livenessProbe")}
    assert probes == {"/readyz", "/healthz"}
    waits = int(container["lifecycle"]["preStop"]["exec"]["command"][1])
    assert pod["terminationGracePeriodSeconds"] > waits + ServerSettings().graceful_timeout
    assert container["securityContext"]["readOnlyRootFilesystem"]
    assert pod["securityContext"]["runAsNonRoot"]


def test_every_setting_that_is_deployed_is_documented() -> None:
    page = (ROOT / "docs" / "operations.md").read_text()
    compose = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
    named = set(compose["services"]["roadmap"]["environment"])
    for one in manifests():
        if one["kind"] == "Deployment":
            named |= {member["name"] for member in one["spec"]["template"]["spec"]["containers"][0]["env"]}
    assert [name for name in named if f"`{name}`" not in page] == []


def test_the_image_installs_by_hash_and_runs_as_nobody_special() -> None:
    text = (DEPLOY / "Containerfile").read_text()
    assert "--require-hashes" in text
    (user,) = re.findall(r"^USER (\d+)$", text, re.MULTILINE)
    assert int(user) > 0
    command = json.loads(re.findall(r"^CMD (\[.*\])$", text, re.MULTILINE)[0])
    assert command[:2] == ["roadmap", "serve"]
