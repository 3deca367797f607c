"""Why a unit is in a plan, or is not. `explain` is the entry."""

from roadmap.insights.why.explain import explain

__all__ = ["explain"]
