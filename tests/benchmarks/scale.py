"""The same plans inside ever larger graphs, up to a million units: what these cost to read, to open and to keep.

Each graph is read, and then opened, in a process of its own; plans are made in one process that has them all open, in
turns. Time is the processor's. Run as a module with what to do and a file, it does that and prints the figures as
JSON.
"""

from __future__ import annotations

import gc
import json
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from math import log2
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

import networkx as nx

from roadmap.adapters.graph_shelf import GraphShelf, load_graph, load_graphs
from roadmap.domain.plan import PlanRequest
from roadmap.exporters import BY_NAME
from roadmap.planning import Planner
from roadmap.planning.suggestions import suggest_units
from roadmap.services.catalogue import list_skills
from tests.benchmarks.growth import surrounded
from tests.benchmarks.report import Goal, print_table
from tests.building.large_graphs import generate
from tests.building.small_graphs import units_of

SIZES = (1_000, 10_000, 100_000, 1_000_000)
CORE = 400
ROUNDS = 9
LEARNERS = 40

WITHIN = 1.5
DOUBLED = 2.3
SHARE_OF_NETWORKX = 0.25
TIMES_FASTER = 10

Figures = dict[str, float]
Work = Callable[[], object]


def run() -> list[Goal]:
    """Print what graphs of all sizes cost to read, open and keep, and what a plan and a search in them take."""
    core = generate("curriculum", CORE, seed=1)
    with TemporaryDirectory() as folder:
        costs = {size: _costs(Path(folder), size) for size in SIZES}
        shelves = {size: load_graphs([_file(Path(folder), size)], Path(folder)) for size in SIZES}
        plans = _plans(shelves, units_of(core))
        looks = {size: _looks(shelf) for size, shelf in shelves.items()}
    _print_costs(costs)
    rows = [(size, *(f"{plans[size][name]:.3f}" for name in ("first", "then")), *looks[size]) for size in SIZES]
    head = ("units", "first plan ms", "then ms", "found ms", "suggested ms", "page ms")
    print_table("The same plan, a search, suggestions and a page of the list of skills, in graphs opened", head, rows)
    return [*_cost_goals(costs), *(_plan_goal(name, plans) for name in ("first", "then"))]


def _file(folder: Path, size: int) -> Path:
    return folder / f"{size}.json"


def _costs(folder: Path, size: int) -> dict[str, Figures]:
    """What a graph costs to read and keep, to open, and as a networkx graph of bare ids and edges."""
    file = _file(folder, size)
    file.write_text(json.dumps(surrounded(generate("curriculum", CORE, seed=1), size)), encoding="utf-8")
    return {what: _in_a_process(what, file) for what in WORK}


def _in_a_process(what: str, file: Path) -> Figures:
    command = [sys.executable, "-m", "tests.benchmarks.scale", what, str(file)]
    figures: Figures = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return figures


def _print_costs(costs: dict[int, dict[str, Figures]]) -> None:
    rows = [
        (
            size,
            *(f"{each[what]['seconds']:.3f}" for what in ("read", "open")),
            *(f"{each[what]['bytes'] / 1e6:.1f}" for what in ("read", "plan", "networkx")),
            f"{each['open']['file'] / 1e6:.1f}",
        )
        for size, each in costs.items()
    ]
    head = ("units", "read s", "opened s", "read, at most MB", "opened and planned MB", "networkx MB", "file MB")
    print_table("Graphs read from text and kept, then opened", head, rows)


def _cost_goals(costs: dict[int, dict[str, Figures]]) -> list[Goal]:
    largest = costs[SIZES[-1]]
    share = largest["plan"]["bytes"] / largest["networkx"]["bytes"]
    faster = largest["read"]["seconds"] / largest["open"]["seconds"]
    return [
        *(_doubling(name, what, figure, costs) for name, what, figure in DOUBLINGS),
        Goal(
            f"{SIZES[-1]:,} units opened and planned in take at most {SHARE_OF_NETWORKX:g} of networkx's memory",
            f"{share:.3f}",
            share <= SHARE_OF_NETWORKX,
        ),
        Goal(
            f"{SIZES[-1]:,} units are opened at least {TIMES_FASTER} times faster than they are read",
            f"{faster:.0f} times",
            faster >= TIMES_FASTER,
        ),
    ]


DOUBLINGS = (
    ("time to read", "read", "seconds"),
    ("memory to read", "read", "bytes"),
    ("time to open", "open", "seconds"),
)


def _doubling(name: str, what: str, figure: str, costs: dict[int, dict[str, Figures]]) -> Goal:
    """How a figure grows with each doubling between the two largest graphs, on average."""
    small, large = (costs[size][what][figure] for size in SIZES[-2:])
    grows = (large / small) ** (1 / log2(SIZES[-1] / SIZES[-2]))
    return Goal(
        f"twice the graph takes at most {DOUBLED} times the {name} ({SIZES[-2]:,} to {SIZES[-1]:,} units)",
        f"{grows:.2f} times",
        grows <= DOUBLED,
    )


def _plans(shelves: dict[int, GraphShelf], units: list[str]) -> dict[int, Figures]:
    random = Random(1)
    requests = [PlanRequest(role="wide", known=tuple(random.sample(units, 5))) for _ in range(LEARNERS)]
    found: dict[int, dict[str, list[float]]] = {size: {"first": [], "then": []} for size in shelves}
    for _ in range(ROUNDS):
        for size, shelf in shelves.items():
            fresh = Planner(shelf.planner().compiled)
            found[size]["first"].append(_time(partial(_write, fresh, requests[:1])))
            _write(fresh, requests)
            found[size]["then"].append(_time(partial(_write, fresh, requests)) / LEARNERS)
    return {size: {name: median(times) for name, times in each.items()} for size, each in found.items()}


def _write(planner: Planner, requests: list[PlanRequest]) -> None:
    for request in requests:
        BY_NAME["json"].export(planner.build_plan(request), {})


def _looks(shelf: GraphShelf) -> list[str]:
    """Times of what looks through a whole graph: a search for a name, what a mistyped one may have meant, a page."""
    compiled = shelf.planner().compiled
    works: list[Work] = [
        lambda: list_skills(shelf, query="around-777", limit=20),
        lambda: suggest_units(compiled, "arond-777"),
        lambda: list_skills(shelf, limit=20, offset=200),
    ]
    return [f"{median(_time(work) for _ in range(3)):.2f}" for work in works]


def _time(work: Work) -> float:
    start = process_time()
    work()
    return (process_time() - start) * 1000


def _plan_goal(name: str, plans: dict[int, Figures]) -> Goal:
    ratio = max(plans[size][name] / plans[SIZES[0]][name] for size in SIZES)
    what = {"first": "a first plan (goal compiled for it)", "then": "a plan"}[name]
    return Goal(
        f"{what} takes at most {WITHIN} times as long in {SIZES[-1]:,} units as in {SIZES[0]:,}",
        f"{ratio:.2f} times",
        ratio <= WITHIN,
    )


def _load(file: Path) -> Figures:
    """Load a graph by way of the cache beside it: read and kept the first time, opened from then on."""
    before, start = _memory("VmHWM"), process_time()
    load_graph(file, file.parent)
    seconds = process_time() - start
    kept = max(each.stat().st_size for each in file.parent.glob("*.graph"))
    return {"seconds": seconds, "bytes": _memory("VmHWM") - before, "file": kept}


def _plan(file: Path) -> Figures:
    """Open a graph and make a plan in it: the memory that is then in use, pages of the file included."""
    before = _memory("VmRSS")
    planner = load_graph(file, file.parent)
    _write(planner, [PlanRequest(role="wide")])
    return {"bytes": _memory("VmRSS") - before}


def _networkx(file: Path) -> Figures:
    """The same units and edges as a networkx graph: the memory of its own, pages of the file left out."""
    compiled = load_graph(file, file.parent).compiled
    gc.collect()
    before = _memory("RssAnon")
    graph: nx.DiGraph[str] = nx.DiGraph()
    ids = [unit.id for unit in compiled.units]
    graph.add_nodes_from(ids)
    for number, dependents in enumerate(compiled.dependents):
        graph.add_edges_from((ids[number], ids[dependent]) for dependent in dependents)
    del ids
    return {"bytes": _memory("RssAnon") - before}


def _memory(kind: str) -> float:
    """Memory of this process in bytes, as Linux tells it."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith(f"{kind}:"))


WORK = {"read": _load, "open": _load, "plan": _plan, "networkx": _networkx}

if __name__ == "__main__":
    print(json.dumps(WORK[sys.argv[1]](Path(sys.argv[2]))))
