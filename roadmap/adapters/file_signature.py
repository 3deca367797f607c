"""What tells without reading a graph's files whether they have changed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from roadmap.adapters.graph_files.source import SUFFIXES

MOST_FILES = 10_000
"""How many entries of a folder are looked at: a bound on what a look costs, some 10 µs each."""

Signature = tuple[tuple[str, int, int, int, int], ...]
"""Each file by its path, inode, size, and times of content and of status in nanoseconds; empty if there is none."""


def signature(path: Path) -> Signature:
    """The signature of a graph's folder or file. Links are followed, so that moving a link is a change too."""
    return tuple(sorted(islice(_files(path), MOST_FILES)))


def _files(path: Path) -> Iterator[tuple[str, int, int, int, int]]:
    try:
        if not path.is_dir():
            yield _look(str(path), path.stat())
            return
        for folder, _, names in os.walk(path, followlinks=False):
            for name in names:
                if name.endswith(SUFFIXES):
                    full = os.path.join(folder, name)  # noqa: PTH118 - a third of the cost of a Path
                    yield _look(full, os.stat(full))  # noqa: PTH116
    except OSError:
        # What goes away while it is looked at has another signature next time.
        return


def _look(name: str, found: os.stat_result) -> tuple[str, int, int, int, int]:
    return name, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns
