"""The service as it really runs: gunicorn in a process of its own, on a port of its own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.building.web import CAREERS

ROOT = Path(__file__).parents[2]
LISTENING = re.compile(r"Listening at: (http://\S+)")


@pytest.fixture(scope="session")
def service() -> Iterator[str]:
    """The address of a running service with the graph of careers."""
    settings = ["--config", str(ROOT / "roadmap" / "gunicorn.conf.py"), "--bind", "127.0.0.1:0"]
    process = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", *settings, "roadmap.wsgi:app"],
        cwd=ROOT,
        env={**os.environ, "ROADMAP_GRAPHS": str(CAREERS), "WEB_CONCURRENCY": "1"},
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    with process, process.stderr as log:
        found = next(filter(None, map(LISTENING.search, log)))
        yield found[1]
        process.terminate()
        log.read()
