"""The service as it really runs: gunicorn in a process of its own, on a port of its own."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.building.web import CAREERS
from tests.e2e.programs import needed

ROOT = Path(__file__).parents[2]
PLATFORM = "https://lms.example"
"""The origin of other people's pages, which may call the API."""

ASKS = "LocalNetworkAccessChecks"
"""What asks the user whether a page of another origin may reach this machine, where the service runs in tests."""

LISTENING = re.compile(r"Listening at: (http://\S+)")


@pytest.fixture(scope="session")
def service() -> Iterator[str]:
    """The address of a running service with the graph of careers."""
    settings = ["--config", str(ROOT / "roadmap" / "gunicorn.conf.py"), "--bind", "127.0.0.1:0"]
    process = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", *settings, "roadmap.wsgi:app"],
        cwd=ROOT,
        env={**os.environ, "ROADMAP_GRAPHS": str(CAREERS), "ROADMAP_CORS_ORIGINS": PLATFORM, "WEB_CONCURRENCY": "2"},
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    with process, process.stderr as log:
        found = next(filter(None, map(LISTENING.search, log)))
        yield found[1]
        process.terminate()
        log.read()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    path = needed("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", f"--disable-features={ASKS}"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def readers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the readers that are JavaScript, installed."""
    return _installed("readers", tmp_path_factory)


@pytest.fixture(scope="session")
def typescript(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the TypeScript compiler and what the generated client needs, installed."""
    return _installed("typescript", tmp_path_factory)


def _installed(name: str, folders: pytest.TempPathFactory) -> Path:
    """A copy of a folder of this one, with the packages that its lock names."""
    npm = needed("npm")
    folder = folders.mktemp(name)
    for file in (Path(__file__).parent / name).iterdir():
        if file.is_file():
            shutil.copy(file, folder)
    subprocess.run(
        [npm, "ci", "--no-audit", "--no-fund", "--ignore-scripts"], cwd=folder, capture_output=True, check=True
    )
    return folder
