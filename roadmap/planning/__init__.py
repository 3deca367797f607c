"""From a request to a plan: the gap, its order, its schedule and its reasons. `Planner.build_plan` is the entry."""

from roadmap.planning.planner import Planner

__all__ = ["Planner"]
