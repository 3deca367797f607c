"""Clients generated from openapi.yaml are typed to the last, and make a plan against the running service."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.programs import needed

ROOT = Path(__file__).parents[2]
CONTRACT = ROOT / "openapi.yaml"
HERE = Path(__file__).parent


LINES_AS_TEXT = "content_type_overrides: {application/x-ndjson: text/plain}\n"
"""What the generator has to be told, as docs/batches.md says: it knows no media type for lines of JSON."""


def run(folder: Path, *command: str | Path) -> str:
    """What a command prints in a folder; it must succeed."""
    done = subprocess.run(list(map(str, command)), cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def check(said: dict[str, Any]) -> None:
    """What both clients print about the plans they made and the error they got."""
    assert said["role"] == "ml-engineer"
    assert said["first"] == said["ready"]
    assert said["same"] is True
    assert (said["saved"], said["verdict"]) == (10, "known")
    assert said["problem"] == 422
    assert said["suggestions"] == ["python"]
    assert said["batch"] == [["a", said["first"]], ["b", "python"]]


def test_a_python_client(tmp_path: Path, service: str) -> None:
    (tmp_path / "settings.yaml").write_text(f"post_hooks: []\n{LINES_AS_TEXT}")
    output = tmp_path / "roadmap_client"
    told = run(
        tmp_path, sys.executable, "-m", "openapi_python_client", "generate", "--path", CONTRACT,
        "--output-path", output, "--meta", "none", "--config", tmp_path / "settings.yaml", "--fail-on-warning",
    )  # fmt: skip
    assert "warning" not in told.lower()
    program = Path(shutil.copy(HERE / "python" / "make_plan.py", tmp_path))
    run(tmp_path, sys.executable, "-m", "mypy", "--strict", "--config-file=", output, program)
    check(json.loads(run(tmp_path, sys.executable, program, service)))


@pytest.mark.xdist_group("typescript")
def test_a_typescript_client(typescript: Path, service: str) -> None:
    npm = needed("npm")
    run(typescript, npm, "exec", "--", "openapi-typescript", CONTRACT, "--output", "roadmap.d.ts")
    run(typescript, npm, "exec", "--", "tsc", "--noEmit")
    run(typescript, npm, "exec", "--", "tsc", "--outDir", "built")
    check(json.loads(run(typescript, "node", Path("built") / "make_plan.js", service)))


@pytest.mark.parametrize("folder", ["typescript", "readers"])
def test_the_packages_are_locked_by_hash_and_not_by_address(folder: str) -> None:
    lock = json.loads((HERE / folder / "package-lock.json").read_text())
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert packages
    assert all(package["integrity"].startswith("sha512-") for package in packages.values())
    assert not [name for name, package in packages.items() if "resolved" in package]
