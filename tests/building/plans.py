"""Plans from documents in one call, and what tests look at in them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from statistics import fmean
from typing import Any

import networkx as nx

from roadmap.domain.graph.compiled import CompiledGraph, compile_graph
from roadmap.domain.graph.document import from_document
from roadmap.domain.plan import PlanRequest, Step
from roadmap.planning import Planner
from roadmap.planning.plan import Plan
from tests.building.documents import Document


def compiled(document: Document) -> CompiledGraph:
    """The compiled graph of a document."""
    return compile_graph(from_document(document))


def planner(document: Document) -> Planner:
    """A planner that remembers nothing yet."""
    return Planner(compiled(document))


def plan(document: Document, **request: Any) -> Plan:
    """The plan that a fresh planner makes for a request, given by its members."""
    return planner(document).build_plan(PlanRequest(**request))


def edges(steps: Iterable[Step]) -> nx.DiGraph:
    """The steps of a plan, and an edge from each to every step that requires it."""
    steps = tuple(steps)
    graph = nx.DiGraph()
    graph.add_nodes_from((step.unit, {"hours": step.hours}) for step in steps)
    graph.add_edges_from((before.unit, step.unit) for step in steps for before in step.requires if before.unit in graph)
    return graph


def recommendations(made: Plan) -> nx.DiGraph:
    """The steps of a plan, and an edge from each to every step that it is recommended before."""
    compiled, graph = made.compiled, nx.DiGraph()
    graph.add_nodes_from(made.unit_ids)
    for unit in made.unit_ids:
        soft = (compiled.units[number].id for number in compiled.recommended[compiled.number[unit]])
        graph.add_edges_from((before, unit) for before in soft if before in graph)
    return graph


def mean_distance(graph: nx.DiGraph, order: Iterable[str]) -> float:
    """The mean number of steps from a unit to one that requires it, over the edges of a graph in some order."""
    position = {unit: place for place, unit in enumerate(order)}
    return fmean(position[after] - position[before] for before, after in graph.edges)


def steps_to_first_use(graph: nx.DiGraph, order: Iterable[str]) -> list[int]:
    """The number of steps from each unit that others require to the first of these, in some order of a graph."""
    position = {unit: place for place, unit in enumerate(order)}
    return [min(position[after] for after in graph[unit]) - position[unit] for unit in graph if graph[unit]]


def canonical_dump(made: Plan) -> str:
    """Everything a plan says, as JSON with a fixed order of members."""
    everything = {
        "steps": [asdict(step) for step in made.steps],
        "choices": [asdict(choice) for choice in made.choices],
        "ready_now": made.ready_now,
        "critical_path": made.critical_path,
        "known": asdict(made.known),
        "summary": asdict(made.summary),
        "digest": made.compiled.digest,
    }
    return json.dumps(everything, sort_keys=True, default=str)
