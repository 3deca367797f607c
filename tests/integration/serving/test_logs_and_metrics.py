"""What a running service writes and counts, as whoever operates it sees it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.building.servers import Client, Server
from tests.building.web import CAREERS
from tests.integration.serving.watching import metric, wait, wait_for_workers

SERVICE = {"ROADMAP_GRAPHS": str(CAREERS), "WEB_CONCURRENCY": "2"}
SECRETS = ("confidential", "127.0.0.1", "spyglass")


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with Server(measured=True, **SERVICE) as running:
        wait_for_workers(running)
        yield running


def lines(text: str) -> list[dict[str, Any]]:
    """Lines of JSON."""
    return [json.loads(line) for line in text.splitlines()]


def line_of(server: Server, request_id: str) -> dict[str, Any]:
    """The line of a request."""
    return next(line for line in lines(server.requests) if line["request_id"] == request_id)


def test_a_request_leaves_one_line(server: Server) -> None:
    with Client(server.port) as client:
        reply = client.ask("POST", "/v1/plans", b'{"role": "ml-engineer"}', X_Request_Id="one")
    line = line_of(server, "one")
    assert reply.headers["X-Request-Id"] == "one"
    assert (line["event"], line["level"], line["method"], line["route"]) == ("request", "info", "POST", "/v1/plans")
    assert (line["status"], line["bytes"]) == (200, len(reply.body))
    assert line["steps"] == len(json.loads(reply.body)["steps"])
    assert f"{line['graph']} {line['version']} {line['digest']}" in reply.headers["Roadmap-Graph"]
    assert 0 < line["ms"] < 60_000
    assert line["time"].endswith(("+00:00", "Z"))


def test_no_line_says_who_asked_or_for_what(server: Server) -> None:
    with Client(server.port) as client:
        client.get("/v1/skills?q=confidential", User_Agent="spyglass", X_Request_Id="two")
        client.get("/confidential", Referer="confidential")
        client.ask("POST", "/v1/plans", b'{"role": "confidential"}')
        client.ask("POST", "/v1/plans", b'{"role": confidential}', Cookie="confidential")
    assert line_of(server, "two")["route"] == "/v1/skills"
    said = server.requests
    assert not [secret for secret in SECRETS if secret in said]


def test_gunicorn_speaks_in_the_same_shape(server: Server) -> None:
    said = lines(server.log)
    assert any(line["event"].startswith("Listening at") for line in said)
    assert all({"event", "level", "time", "logger"} <= line.keys() for line in said)


def test_requests_are_counted_over_all_workers(server: Server) -> None:
    before = metric(server, 'roadmap_requests_total{method="GET",route="/v1/roles",status="200"}')
    for _ in range(40):
        with Client(server.port) as client:
            client.get("/v1/roles", Connection="close")
    name = 'roadmap_requests_total{method="GET",route="/v1/roles",status="200"}'
    wait(lambda: metric(server, name) == before + 40)
    assert metric(server, 'roadmap_request_seconds_count{route="/v1/roles"}') == before + 40
    assert metric(server, "roadmap_kept_answers_total") > 0
    assert metric(server, "roadmap_planner_lookups_total") > 0


def test_the_graphs_served_are_named(server: Server) -> None:
    with Client(server.port) as client:
        page = client.get("/metrics").body.decode()
        digest = client.get("/v1/roles").headers["Roadmap-Graph"].split()[2]
    assert f'roadmap_graph_info{{digest="{digest[:12]}",graph="tech-careers",version="2026.11"}} 2.0' in page


def test_the_log_can_be_for_people_or_quiet() -> None:
    with Server(measured=True, **SERVICE, ROADMAP_LOG_FORMAT="console") as server, Client(server.port) as client:
        client.get("/v1/roles")
    assert "/v1/roles" in server.requests
    assert "{" not in server.log
    with Server(measured=True, **SERVICE, ROADMAP_LOG_LEVEL="warning") as server, Client(server.port) as client:
        client.get("/v1/roles")
    assert server.requests == ""
