"""The skill gap: the cheapest units that, with what is known, satisfy a goal and are closed under prerequisites."""

from roadmap.planning.gap.solve import Gap, Settled, solve_gap

__all__ = ["Gap", "Settled", "solve_gap"]
