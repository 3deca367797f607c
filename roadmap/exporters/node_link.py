"""Plans as node-link JSON, which networkx and D3 read: steps are nodes, prerequisites edges."""

from __future__ import annotations

from collections.abc import Mapping

import orjson

from roadmap.domain.graph.network import network_of, node_link
from roadmap.planning.plan import Plan


def export(plan: Plan, links: Mapping[str, str]) -> bytes:
    """Every step with its figures, every edge with its reason, and the plan's address if there is one."""
    address = {"self": links["self"]} if "self" in links else {}
    return orjson.dumps(node_link(network_of(plan.steps, plan.about | address)))
