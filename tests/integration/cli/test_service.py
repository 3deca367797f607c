"""`roadmap openapi` and `roadmap serve`."""

import os
import signal
import socket
import subprocess
import sys
import time
from urllib.error import URLError
from urllib.request import urlopen

import pytest
import yaml

from tests.integration.cli.conftest import one_line


def test_the_contract_is_printed(process):
    result = process("openapi")
    assert (result.returncode, result.stderr) == (0, b"")
    assert yaml.safe_load(result.stdout)["openapi"].startswith("3.1")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--port", "eighty"), "'eighty' is not a valid integer"),
        (("--port", "70000"), "70000 is not in the range"),
        (("--workers", "0"), "0 is not in the range"),
        (("--graph", "/nowhere"), "/nowhere: No such file or directory"),
    ],
)
def test_what_cannot_be_served_is_said_in_one_line(roadmap, arguments, words):
    assert words in one_line(roadmap("serve", *arguments))


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def answer(url, seconds=30):
    """The body of an address, once there is something that answers."""
    end = time.monotonic() + seconds
    while True:
        try:
            with urlopen(url, timeout=5) as response:
                return response.read()
        except (URLError, ConnectionError):
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


def test_the_service_answers_until_it_is_interrupted(careers):
    port = free_port()
    command = [sys.executable, "-m", "roadmap", "serve", "--port", str(port), "--workers", "1", "--graph", str(careers)]
    environment = {**os.environ, "ROADMAP_GRAPHS": "/nowhere"}
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            assert b"Careers in miniature" in answer(f"http://127.0.0.1:{port}/v1/graphs")
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(timeout=30)
    assert server.returncode == 0
