"""Print every table, then the goals; exit 1 if one is missed. Names of benchmarks as arguments run those alone.

`scale` takes minutes and gigabytes, and `debian` the package lists of a Debian machine: they run by name only.
"""

from __future__ import annotations

import sys

from tests.benchmarks import batch, browser, comparison, debian, growth, loading, order_quality, ranking, scale, speed
from tests.benchmarks.report import print_goals

BENCHMARKS = {
    "order": order_quality,
    "speed": speed,
    "ranking": ranking,
    "comparison": comparison,
    "growth": growth,
    "loading": loading,
    "batch": batch,
    "browser": browser,
}
BY_NAME_ONLY = {"scale": scale, "debian": debian}


def main(names: list[str]) -> int:
    """Run the benchmarks named, or all that need no name; the exit code."""
    every = BENCHMARKS | BY_NAME_ONLY
    goals = [goal for name in names or BENCHMARKS for goal in every[name].run()]
    print_goals(goals)
    return 0 if all(goal.met for goal in goals) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
