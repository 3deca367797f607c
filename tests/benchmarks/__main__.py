"""Print every table, then the goals; exit 1 if one is missed. Names of benchmarks as arguments run those alone."""

from __future__ import annotations

import sys

from tests.benchmarks import batch, browser, comparison, growth, loading, order_quality, ranking, serving, speed
from tests.benchmarks.report import print_goals

BENCHMARKS = {
    "order": order_quality,
    "speed": speed,
    "serving": serving,
    "ranking": ranking,
    "comparison": comparison,
    "growth": growth,
    "loading": loading,
    "batch": batch,
    "browser": browser,
}


def main(names: list[str]) -> int:
    """Run the benchmarks named, or all of them; the exit code."""
    goals = [goal for name in names or BENCHMARKS for goal in BENCHMARKS[name].run()]
    print_goals(goals)
    return 0 if all(goal.met for goal in goals) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
