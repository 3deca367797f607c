"""Roles to compare on graphs small enough to try everything."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from hypothesis import strategies as st

from roadmap.domain.plan import PlanRequest
from roadmap.insights.comparison import Comparison, compare
from tests.building.documents import Document
from tests.building.plans import planner
from tests.building.rulebook import Requirement, Rulebook, Task, Units
from tests.building.small_graphs import documents, draw_role, draw_some, strategies, units_of


@dataclass(frozen=True)
class Contest:
    """Roles of a graph to compare, for a learner."""

    document: Document
    roles: tuple[str, ...]
    request: PlanRequest

    def but(self, roles: tuple[str, ...] | None = None, **changes: Any) -> Contest:
        """The same but for the sequence of the roles, or some members of the request."""
        return Contest(self.document, self.roles if roles is None else roles, replace(self.request, **changes))

    def compare(self) -> Comparison:
        """The comparison that a fresh planner makes."""
        return compare(planner(self.document), self.roles, self.request)

    @property
    def rules(self) -> Rulebook:
        """The graph as the rules see it."""
        return Rulebook(self.document)

    def wants(self, *names: str) -> list[Requirement]:
        """What roles ask for."""
        asked = [replace(self.request, role=name) for name in names]
        return [want for request in asked for want in self.rules.wants(request)]

    def task(self, *names: str, within: Units | None = None) -> Task:
        """Some of the roles together, as the rules see them; with nothing learnt but what is `within` some units."""
        rules = self.rules
        known = rules.known(self.request)
        avoid = rules.named(self.request.avoid) if within is None else frozenset(rules.hours) - within
        return Task(rules, self.wants(*names), known, rules.named(self.request.prefer), avoid - known)


@st.composite
def contests(draw: st.DrawFn, *, choices: bool = True, most: int = 3, **fixed: Any) -> Contest:
    """Two roles or more. `fixed` are members of the request that are not to be drawn, or lists of units to be."""
    made = draw(documents(choices=choices))
    units = units_of(made)
    more = [draw_role(draw, f"role-{n}", units, choices=choices) for n in range(draw(st.integers(0, most - 2)))]
    made["roles"].extend(more)
    names = draw(st.permutations([role["id"] for role in made["roles"]]))
    drawn = {
        "include_optional": draw(st.booleans()),
        "known": draw_some(draw, units),
        "assume_prerequisites": draw(st.booleans()),
        "strategy": draw(strategies),
    }
    members = {name: draw_some(draw, units) if value is ... else value for name, value in fixed.items()}
    return Contest(made, tuple(names), PlanRequest(**{**drawn, **members}))
