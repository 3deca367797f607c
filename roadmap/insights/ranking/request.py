"""What a ranking is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from roadmap.domain.plan import PlanRequest

STRONGEST = 1
"""How far a preference goes, to either side."""

HEAVIEST = 100
"""The largest weight."""


@dataclass(frozen=True, slots=True)
class RankingRequest:
    """Who is asking, and what matters to them.

    learner      what is known, and the pace: a request for a plan that leaves open where it leads
    roles        the roles to rank; all of the graph's if there are none
    preferences  by axis, from -1 (rather not) to 1 (gladly); 0 where left out
    weights      by term, from 0 to 100; the term's own where left out

    Preferences and weights are read to two decimal places.
    """

    learner: PlanRequest = field(default_factory=PlanRequest)
    roles: tuple[str, ...] = ()
    preferences: Mapping[str, float] = field(default_factory=dict)
    weights: Mapping[str, float] = field(default_factory=dict)

    @property
    def waits_for_a_start(self) -> bool:
        """Whether something is asked that only a first day of study can answer, and none is given."""
        dated = self.learner.hours_per_week is not None or self.learner.deadline or self.learner.days_off.words()
        return bool(dated) and self.learner.start_date is None

    def starting(self, day: date) -> RankingRequest:
        """The same request with a first day of study."""
        return replace(self, learner=replace(self.learner, start_date=day))
