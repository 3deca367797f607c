"""Processes that tests start."""

from __future__ import annotations

import os
import signal


def unmeasured(**variables: str) -> dict[str, str]:
    """The environment of a program whose lines nobody counts: other tests cover them, and counting takes as long again
    in one that works hard or is started again and again."""
    return {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")} | variables


def heed_ctrl_c() -> None:
    """Undo what a test run in the background of a shell passes on: that Ctrl-C is ignored. To be run in the process."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
