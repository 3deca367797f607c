"""The command line, called in this process or in one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from roadmap.cli import main

CAREERS = Path(__file__).parents[2] / "graphs" / "careers"

Command = Callable[..., Result]
Process = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def careers() -> Path:
    """The folder of the example graph."""
    return CAREERS


@pytest.fixture
def roadmap(careers: Path) -> Command:
    """Call the command in this process, on the example graph."""

    def call(*arguments: object, **environment: str) -> Result:
        runner = CliRunner(env={"ROADMAP_GRAPHS": str(careers), **environment})
        return runner.invoke(main, list(map(str, arguments)), catch_exceptions=False, prog_name="roadmap")

    return call


@pytest.fixture
def process(careers: Path) -> Process:
    """Call the command in a process of its own, with its output in a pipe."""

    def call(*arguments: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "roadmap", *map(str, arguments)]
        variables = {**os.environ, "ROADMAP_GRAPHS": str(careers), **environment}
        return subprocess.run(command, env=variables, capture_output=True, check=False, timeout=60)

    return call


def one_line(result: Result) -> str:
    """The error of a command that failed as it should: exit code 2, nothing printed, one line on standard error."""
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    assert result.stderr.startswith("roadmap: ")
    return result.stderr.removeprefix("roadmap: ").removesuffix("\n")
