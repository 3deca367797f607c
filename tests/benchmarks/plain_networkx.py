"""The straightforward ways to a plan with networkx, to measure against."""

from __future__ import annotations

import itertools
import json
from typing import Any

import networkx as nx

from roadmap.domain.graph.compiled import CompiledGraph
from roadmap.domain.plan import PlanRequest
from roadmap.planning.plan import Plan

Member = dict[str, Any]


class PlainNetworkx:
    """The whole graph in networkx, as one would read it in, and two ways to plan on it for a role.

    It is spared all choices: the options that the role's plan from nothing chose are plain prerequisites here.
    """

    def __init__(self, compiled: CompiledGraph, made: Plan) -> None:
        self.role = made.role.id if made.role else ""
        self.graph = nx.DiGraph()
        for number, unit in enumerate(compiled.units):
            self.graph.add_node(unit.id, skill=unit.skill, level=unit.level)
            for before in compiled.prerequisites[number]:
                self.graph.add_edge(compiled.units[before].id, unit.id, why=compiled.reasons[before, number])
        for step in made.steps:
            self.graph.add_edges_from((before.unit, step.unit, {"why": before.why}) for before in step.requires)
        self.why = {step.unit: step.reason.chain[0].why for step in made.steps if len(step.reason.chain) == 1}

    def plan(self, request: PlanRequest) -> bytes:
        """Ancestors of the targets less what is known, sorted, as dicts, dumped."""
        steps: list[Member] = []
        hours = 0.0
        for unit in nx.lexicographical_topological_sort(self._gap(request)):
            steps.append(self._step(unit, len(steps) + 1, hours))
            hours += steps[-1]["hours"]
        return json.dumps({"steps": steps}).encode()

    def whole_plan(self, request: PlanRequest) -> bytes:
        """The same, with what else an answer of ours tells: stages, factors, what a step unlocks, the chain of
        reasons that it is there for, the critical path and the frontier."""
        gap = self._gap(request)
        stages = {unit: n for n, units in enumerate(nx.topological_generations(gap), 1) for unit in units}
        behind = {unit: n for n, units in enumerate(nx.topological_generations(gap.reverse()), 1) for unit in units}
        steps: list[Member] = []
        hours = 0.0
        for unit in nx.lexicographical_topological_sort(gap):
            step = self._step(unit, len(steps) + 1, hours)
            step["stage"] = stages[unit]
            step["delay_factor"] = stages[unit] + behind[unit] - 1
            step["blocking_factor"] = len(nx.descendants(gap, unit))
            step["unlocks"] = list(gap.successors(unit))
            step["reason"] = self._reason(gap, unit)
            steps.append(step)
            hours += step["hours"]
        for before, after in gap.edges:
            self.graph.edges[before, after]["hours"] = self.graph.nodes[after]["level"].hours
        answer = {
            "steps": steps,
            "critical_path": nx.dag_longest_path(gap, weight="hours"),
            "ready_now": [unit for unit, stage in stages.items() if stage == 1],
            "hours": hours,
        }
        return json.dumps(answer).encode()

    def _gap(self, request: PlanRequest) -> nx.DiGraph:
        known, needed = set(request.known), set(self.why)
        for unit in request.known:
            known |= nx.ancestors(self.graph, unit)
        for unit in self.why:
            needed |= nx.ancestors(self.graph, unit)
        return self.graph.subgraph(needed - known)

    def _step(self, unit: str, position: int, hours_before: float) -> Member:
        skill, level = self.graph.nodes[unit]["skill"], self.graph.nodes[unit]["level"]
        befores = self.graph.predecessors(unit)
        return {
            "position": position,
            "unit": unit,
            "skill": skill.id,
            "level": level.number,
            "name": skill.name,
            "track": skill.track,
            "outcome": level.outcome,
            "hours": level.hours / 100,
            "hours_before": hours_before,
            "requires": [{"unit": before, "why": self.graph.edges[before, unit]["why"]} for before in befores],
            "resources": [
                {"title": resource.title, "url": resource.url, "kind": resource.kind, "free": resource.free}
                for resource in level.resources
            ],
        }

    def _reason(self, gap: nx.DiGraph, unit: str) -> list[Member]:
        paths = nx.single_source_shortest_path(gap, unit)
        path = next(path for end, path in paths.items() if end in self.why)
        links = [
            {"unit": before, "needed_by": after, "why": self.graph.edges[before, after]["why"]}
            for before, after in itertools.pairwise(path)
        ]
        return [*links, {"unit": path[-1], "needed_by": self.role, "why": self.why[path[-1]]}]
