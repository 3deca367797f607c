"""How long a graph takes to load, and what it weighs, each in a process of its own.

Run as a module with a file, it loads that graph and prints the figures as JSON.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from roadmap.adapters.graph_files import read_graph
from roadmap.domain.graph.compiled import compile_graph
from roadmap.planning import Planner
from tests.benchmarks.report import Goal, print_table
from tests.building.large_graphs import generate

SIZES = (1_000, 2_000, 5_000, 10_000, 20_000)
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
            f"{each['read'] * 1000:.0f}",
            f"{each['compile'] * 1000:.0f}",
            f"{each['seconds'] * 1e6 / size:.0f}",
            f"{each['bytes'] / 1e6:.1f}",
            f"{each['bytes'] / size / 1000:.2f}",
        )
        for size, each in figures.items()
    ]
    head = ("units", "read ms", "compile ms", "us a unit", "MB", "KB a unit")
    print_table("Loading: one JSON file, read, checked and compiled", head, rows)
    return [_goal("time", "seconds", figures), _goal("memory", "bytes", figures)]


def _load(folder: Path, size: int) -> Figures:
    file = folder / f"{size}.json"
    file.write_text(json.dumps(generate("curriculum", size, seed=1)), encoding="utf-8")
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
    before, start = _memory(), perf_counter()
    graph = read_graph(file)
    read = perf_counter()
    Planner(compile_graph(graph))
    end = perf_counter()
    return {"read": read - start, "compile": end - read, "seconds": end - start, "bytes": _memory() - before}


def _memory() -> float:
    """The most memory this process has had, in bytes, as Linux tells it (`getrusage` would count the parent's)."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith("VmHWM:"))


if __name__ == "__main__":
    print(json.dumps(_measure(Path(sys.argv[1]))))
