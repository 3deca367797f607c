"""Programs that are not Python packages: what needs one that is missing is skipped, but in CI it fails."""

from __future__ import annotations

import os
import shutil

import pytest


def needed(*names: str) -> str:
    """The path of the first of these programs that there is."""
    found = next(filter(None, map(shutil.which, names)), None)
    if found is not None:
        return found
    missing = f"{' or '.join(names)} is not installed"
    if os.environ.get("CI"):
        pytest.fail(f"{missing}, and CI runs everything: see .ci/run")
    pytest.skip(missing)
