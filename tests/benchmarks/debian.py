"""A real graph that nobody made for learning: Debian's packages and what they depend on, from this machine's lists.

As it stands it has cycles, and is refused with every one of them; with packages that need each other made one, it is
planned on. Needs `apt-cache` and package lists (`apt-get update`).
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

import networkx as nx

from roadmap.adapters.graph_files import read_graph
from roadmap.adapters.graph_shelf import load_graph
from roadmap.domain.plan import PlanRequest
from roadmap.errors import DefectiveGraphError
from roadmap.planning import Planner
from roadmap.planning.plan import Plan
from tests.benchmarks.report import Goal, print_table
from tests.building.debian import Package, condensed, graph_of, id_of, network, packages

WANTED = ("curl", "git", "python3-scipy", "firefox-esr", "libreoffice-writer", "gimp")
"""Packages to plan for: from a few dozen dependencies to some hundred, with choices of every kind."""

TIMES_FASTER = 10


def run() -> list[Goal]:
    """Print what the packages cost to read, how many cycles were found, and plans of some packages."""
    listed = subprocess.run(["apt-cache", "dumpavail"], capture_output=True, check=True, text=True).stdout
    found = packages(listed)
    acyclic = condensed(found)
    with TemporaryDirectory() as name:
        folder = Path(name)
        reported = _cycles_reported(folder, found)
        file = _write(folder, acyclic)
        seconds, planner = zip(*(_load(file) for _ in range(2)), strict=True)
    rows = [
        ("packages", f"{len(found):,}"),
        ("edges", f"{network(found).number_of_edges():,}"),
        ("packages on cycles", f"{sum(map(len, _tangles(found))):,}"),
        ("units when condensed", f"{len(acyclic):,}"),
        ("seconds to read", f"{seconds[0]:.2f}"),
        ("seconds to open", f"{seconds[1]:.3f}"),
    ]
    print_table("Debian's packages as a graph", ("what", "figure"), rows)
    return [_cycle_goal(found, reported), _opened_goal(*seconds), _plans_goal(planner[1], acyclic)]


def _write(folder: Path, found: Mapping[str, Package]) -> Path:
    file = folder / f"{len(found)}.json"
    file.write_text(json.dumps(graph_of(found.values())), encoding="utf-8")
    return file


def _load(file: Path) -> tuple[float, Planner]:
    start = process_time()
    planner = load_graph(file, file.parent)
    return process_time() - start, planner


def _cycles_reported(folder: Path, found: Mapping[str, Package]) -> list[list[str]]:
    """The cycles that reading the graph tells of, each as the ids on it."""
    try:
        read_graph(_write(folder, found))
    except DefectiveGraphError as error:
        return [_ids(defect.message) for defect in error.defects]
    return []


def _ids(message: str) -> list[str]:
    return [unit.removesuffix("@1") for unit in message.rpartition(": ")[2].split(" → ")]


def _tangles(found: Mapping[str, Package]) -> list[set[str]]:
    return [members for members in nx.strongly_connected_components(network(found)) if len(members) > 1]


def _cycle_goal(found: Mapping[str, Package], reported: list[list[str]]) -> Goal:
    """Whether there is one cycle for each set of packages that need each other, and each goes round by its edges."""
    edges = {(id_of(one), id_of(other)) for one, other in network(found).edges}
    sound = [cycle for cycle in reported if cycle[0] == cycle[-1] and edges.issuperset(pairwise(cycle))]
    tangles = [{id_of(name) for name in members} for members in _tangles(found)]
    told = [members for members in tangles if any(members.issuperset(cycle) for cycle in sound)]
    return Goal(
        "each set of packages that need each other is reported, once, with an actual cycle",
        f"{len(told)} of {len(tangles)}, with {len(reported)} reports",
        len(told) == len(tangles) == len(sound) == len(reported),
    )


def _opened_goal(read: float, opened: float) -> Goal:
    faster = read / opened
    return Goal(
        f"the condensed graph is opened at least {TIMES_FASTER} times faster than it is read",
        f"{faster:.0f} times",
        faster >= TIMES_FASTER,
    )


def _plans_goal(planner: Planner, found: Mapping[str, Package]) -> Goal:
    """Print the plans, and whether each has all that its packages need, and nothing before what it needs."""
    by_id = {id_of(name): each for name, each in found.items()}
    rows, right = [], 0
    for name in WANTED:
        start = process_time()
        plan = planner.build_plan(PlanRequest(targets=(id_of(name),)))
        took = (process_time() - start) * 1000
        goal = plan.template.goal
        rows.append((name, len(plan.steps), len(goal.units), goal.owners.bit_count(), f"{took:.0f}"))
        right += _complete(plan, by_id)
    print_table("Plans for packages", ("package", "steps", "could need", "with choices", "first plan ms"), rows)
    return Goal(
        "a plan has all that its packages need, each after it", f"{right} of {len(WANTED)}", right == len(WANTED)
    )


def _complete(plan: Plan, by_id: Mapping[str, Package]) -> bool:
    before: set[str] = set()
    for unit in plan.unit_ids:
        skill = unit.removesuffix("@1")
        if not all(before.intersection(map(id_of, need)) for need in by_id[skill].needs):
            return False
        before.add(skill)
    return True
