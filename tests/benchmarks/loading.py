"""How long a graph takes to load, and what it weighs, each time in a process of its own.

Time is the processor's, at its best of a few processes: loading waits for nothing, and a process that runs for a
second is interrupted more often on a busy machine than one that is over in a twentieth of it. Run as a module with a
file, it loads that graph and prints the figures as JSON.
"""

from __future__ import annotations

import json
import subprocess
import sys
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from roadmap.adapters.graph_shelf import load_graph
from tests.benchmarks.report import Goal, print_table
from tests.building.large_graphs import generate

SIZES = (1_000, 2_000, 5_000, 10_000, 20_000)
PROCESSES = 3

WITHIN = 2.0
"""Near-linear: what a unit of the largest graph may cost, in terms of one of the smallest."""

Figures = dict[str, float]


def run() -> list[Goal]:
    """Print load time and memory by the number of units."""
    with TemporaryDirectory() as folder:
        figures = {size: _load(Path(folder), size) for size in SIZES}
    rows = [
        (
            size,
            f"{each['seconds'] * 1000:.0f}",
            f"{each['seconds'] * 1e6 / size:.0f}",
            f"{each['bytes'] / 1e6:.1f}",
            f"{each['bytes'] / size / 1000:.2f}",
        )
        for size, each in figures.items()
    ]
    head = ("units", "ms", "us a unit", "MB", "KB a unit")
    print_table("Loading: one JSON file, read, checked and compiled", head, rows)
    return [_goal("time", "seconds", figures), _goal("memory", "bytes", figures)]


def _load(folder: Path, size: int) -> Figures:
    file = folder / f"{size}.json"
    file.write_text(json.dumps(generate("curriculum", size, seed=1)), encoding="utf-8")
    return min((_load_once(file) for _ in range(PROCESSES)), key=itemgetter("seconds"))


def _load_once(file: Path) -> Figures:
    command = [sys.executable, "-m", "tests.benchmarks.loading", str(file)]
    figures: Figures = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return figures


def _goal(what: str, figure: str, figures: dict[int, Figures]) -> Goal:
    first, last = (figures[size][figure] / size for size in (SIZES[0], SIZES[-1]))
    return Goal(
        f"a unit's load {what} in {SIZES[-1]:,} units is at most {WITHIN:g} times that in {SIZES[0]:,}",
        f"{last / first:.2f} times",
        last <= WITHIN * first,
    )


def _measure(file: Path) -> Figures:
    before, start = _memory(), process_time()
    load_graph(file)
    return {"seconds": process_time() - start, "bytes": _memory() - before}


def _memory() -> float:
    """The most memory this process has had, in bytes, as Linux tells it (`getrusage` would count the parent's)."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith("VmHWM:"))


if __name__ == "__main__":
    print(json.dumps(_measure(Path(sys.argv[1]))))
