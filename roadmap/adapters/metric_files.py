"""Where gunicorn's workers keep their metrics: a folder of the server's own, with a set of files for each slot.

A worker writes to the files of a slot, not of its process id. One that takes the place of another goes on counting in
that one's files, so that counts never fall, nothing is left of workers that died, and there are never more files than
for as many workers as ran at once.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from prometheus_client import multiprocess, values

FOLDER = "PROMETHEUS_MULTIPROC_DIR"
OWNER = "ROADMAP_METRICS_OWNER"
"""The process whose folder it is: a server started by another one (USR2) makes one of its own."""

PREFIX = "roadmap-metrics-"
IN_MEMORY = Path("/dev/shm")  # noqa: S108 - only the parent of a folder that mkdtemp makes


def make_folder() -> None:
    """Make the folder, readable for nobody else, unless this process has made it before. One that was named from
    outside is used as it is, emptied of what an earlier server left."""
    owner = os.environ.get(OWNER)
    if owner == str(os.getpid()):
        return
    named = os.environ.get(FOLDER) if owner is None else None
    if named is None:
        parent = IN_MEMORY if os.access(IN_MEMORY, os.W_OK | os.X_OK) else None
        named = tempfile.mkdtemp(prefix=PREFIX, dir=parent)
    for left in Path(named).glob("*.db"):
        left.unlink()
    os.environ[FOLDER] = named
    os.environ[OWNER] = str(os.getpid())


def remove_folder() -> None:
    """Remove it when the server ends; its files alone where it was named from outside."""
    if os.environ.get(OWNER) != str(os.getpid()):
        return
    folder = Path(os.environ[FOLDER])
    if folder.name.startswith(PREFIX):
        shutil.rmtree(folder, ignore_errors=True)
    for left in folder.glob("*.db"):
        left.unlink(missing_ok=True)


def free_slot(taken: Iterable[int]) -> int:
    """The first slot that no living worker has."""
    used = set(taken)
    return next(slot for slot in range(len(used) + 1) if slot not in used)


def claim(slot: int) -> None:
    """Have all metrics of this process written to the files of a slot. To be called before any metric is made."""
    values.ValueClass = values.MultiProcessValue(process_identifier=lambda: slot)


def release(slot: int) -> None:
    """Forget what the worker of a slot was doing; what it has counted stays."""
    multiprocess.mark_process_dead(slot)
