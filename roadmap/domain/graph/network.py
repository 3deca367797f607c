"""The steps of a plan as a networkx graph, and the forms in which networkx hands one to other programs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import Any

import networkx as nx

from roadmap.domain.plan import Step
from roadmap.domain.text import legible

Attribute = str | int | float


def network_of(steps: Iterable[Step], about: Mapping[str, str]) -> nx.DiGraph[str]:
    """The steps as nodes, and an edge from each to every step that requires it; `about` says what of."""
    steps = tuple(steps)
    network: nx.DiGraph[str] = nx.DiGraph()
    network.graph.update(about)
    for step in steps:
        network.add_node(step.unit, **_attributes(step))
    for step in steps:
        required = (before for before in step.requires if before.unit in network)
        network.add_edges_from((before.unit, step.unit, {"why": before.why}) for before in required)
    return network


def graphml(network: nx.DiGraph[str]) -> bytes:
    """A network as GraphML, an XML format: control characters become U+FFFD, and line ends are of one kind."""
    written = BytesIO()
    nx.write_graphml_xml(_legible(network), written)
    return written.getvalue()


def node_link(network: nx.DiGraph[str]) -> dict[str, Any]:
    """A network as one object of nodes and links, as `networkx.node_link_graph` reads it."""
    linked: dict[str, Any] = nx.node_link_data(network, edges="edges")
    return linked


def _attributes(step: Step) -> dict[str, Attribute]:
    """What is said of a step; all but the dates, which only some plans have, stands at every step."""
    attributes: dict[str, Attribute] = {
        "label": f"{step.name} {step.level}",
        "position": step.position,
        "skill": step.skill,
        "level": step.level,
        "name": step.name,
        "track": step.track,
        "outcome": step.outcome,
        "hours": float(step.hours),
        "hours_before": float(step.hours_before),
        "stage": step.stage,
        "importance": step.importance,
        "blocking_factor": step.blocking_factor,
        "delay_factor": step.delay_factor,
    }
    return attributes | _dates(step)


def _dates(step: Step) -> dict[str, Attribute]:
    schedule = step.schedule
    if schedule is None:
        return {}
    if schedule.start is None or schedule.finish is None:
        return {"week": schedule.week}
    return {"week": schedule.week, "start": schedule.start.isoformat(), "finish": schedule.finish.isoformat()}


def _legible(network: nx.DiGraph[str]) -> nx.DiGraph[str]:
    clean: nx.DiGraph[str] = nx.DiGraph()
    clean.graph.update(_clean(network.graph))
    clean.add_nodes_from((node, _clean(attributes)) for node, attributes in network.nodes.items())
    clean.add_edges_from((*edge, _clean(attributes)) for edge, attributes in network.edges.items())
    return clean


def _clean(attributes: Mapping[str, Any]) -> dict[str, Any]:
    return {name: legible(value) if isinstance(value, str) else value for name, value in attributes.items()}
