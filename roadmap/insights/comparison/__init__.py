"""Two to five roles side by side, and one plan that keeps all of them open. `compare` is the entry."""

from roadmap.insights.comparison.answer import Comparison
from roadmap.insights.comparison.compare import FEWEST_ROLES, MOST_ROLES, compare

__all__ = ["FEWEST_ROLES", "MOST_ROLES", "Comparison", "compare"]
