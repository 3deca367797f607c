"""A graph and a request on it: what most rules are about."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from roadmap.domain.plan import PlanRequest
from roadmap.planning.plan import Plan
from tests.building.documents import Document
from tests.building.plans import planner
from tests.building.rulebook import Rulebook, Task, task


@dataclass(frozen=True)
class Case:
    """A graph's document and a request for a plan on it."""

    document: Document
    request: PlanRequest

    def but(self, **changes: Any) -> Case:
        """The same graph and request but for some members of the request."""
        return Case(self.document, replace(self.request, **changes))

    def plan(self) -> Plan:
        """The plan that a fresh planner makes."""
        return planner(self.document).build_plan(self.request)

    @property
    def rules(self) -> Rulebook:
        """The graph as the rules see it."""
        return Rulebook(self.document)

    @property
    def task(self) -> Task:
        """The request as the rules see it."""
        return task(self.rules, self.request)
