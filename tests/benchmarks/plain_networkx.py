"""The straightforward way to a plan with networkx, to measure against."""

from __future__ import annotations

import json
from typing import Any

import networkx as nx

from roadmap.domain.graph.compiled import CompiledGraph
from roadmap.domain.plan import PlanRequest
from roadmap.planning.plan import Plan

Member = dict[str, Any]


class PlainNetworkx:
    """Ancestors of the targets less what is known, sorted, as dicts, dumped.

    It is spared all choices: its graph of a role has the options that the role's plan from nothing chose as plain
    prerequisites. What does not change is prepared, as one would: the graph, and each unit's static members.
    """

    def __init__(self, compiled: CompiledGraph, made: Plan) -> None:
        steps = {step.unit: step for step in made.steps}
        self.graph = nx.DiGraph()
        self.graph.add_nodes_from(steps)
        self.graph.add_edges_from((before.unit, step.unit) for step in made.steps for before in step.requires)
        self.targets = [step.unit for step in made.steps if len(step.reason.chain) == 1]
        self.members = {unit: _static_members(compiled, unit, steps[unit].requires) for unit in steps}

    def plan(self, request: PlanRequest) -> bytes:
        """The plan of a learner who knows some units, as JSON."""
        known = set(request.known).union(*(nx.ancestors(self.graph, unit) for unit in request.known))
        needed = set(self.targets).union(*(nx.ancestors(self.graph, unit) for unit in self.targets))
        gap = self.graph.subgraph(needed - known)
        steps, hours = [], 0.0
        for position, unit in enumerate(nx.lexicographical_topological_sort(gap), 1):
            members = self.members[unit]
            steps.append({"position": position, **members, "hours_before": hours})
            hours += members["hours"]
        return json.dumps({"steps": steps}).encode()


def _static_members(compiled: CompiledGraph, name: str, requires: Any) -> Member:
    unit = compiled.units[compiled.number[name]]
    return {
        "unit": name,
        "name": unit.skill.name,
        "track": unit.skill.track,
        "outcome": unit.level.outcome,
        "hours": unit.level.hours / 100,
        "requires": [{"unit": before.unit, "why": before.why} for before in requires],
        "resources": [
            {"title": resource.title, "url": resource.url, "kind": resource.kind, "free": resource.free}
            for resource in unit.level.resources
        ],
    }
