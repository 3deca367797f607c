"""Plans as GraphML, which Gephi, yEd, igraph and networkx read: steps are nodes, prerequisites edges."""

from __future__ import annotations

from collections.abc import Mapping

from roadmap.domain.graph.network import graphml, network_of
from roadmap.planning.plan import Plan


def export(plan: Plan, links: Mapping[str, str]) -> bytes:
    """Every step with its figures, every edge with its reason, and the plan's address if there is one."""
    address = {"self": links["self"]} if "self" in links else {}
    return graphml(network_of(plan.steps, plan.about | address))
