"""The skill gap: the cheapest units that, with what is known, satisfy a goal and are closed under prerequisites."""

from roadmap.planning.gap.solve import Gap, GapSolver, Outcome, Settlement

__all__ = ["Gap", "GapSolver", "Outcome", "Settlement"]
