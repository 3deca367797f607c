"""Tables for a terminal, and goals that are met or missed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Goal:
    """Something the project promises, with the figure found."""

    promise: str
    found: str
    met: bool


def print_table(title: str, head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print rows under a head; text stands to the left, numbers to the right."""
    cells = [list(map(str, head)), *([_text(cell) for cell in row] for row in rows)]
    widths = [max(len(row[n]) for row in cells) for n in range(len(head))]
    left = [cells[1][n] == "" or not cells[1][n][0].isdigit() for n in range(len(head))]
    print(f"\n{title}\n")
    for number, row in enumerate(cells):
        columns = zip(row, widths, left, strict=True)
        line = (f"{cell:<{width}}" if to_left else f"{cell:>{width}}" for cell, width, to_left in columns)
        print("  ".join(line).rstrip())
        if number == 0:
            print("  ".join("-" * width for width in widths))


def _text(cell: object) -> str:
    return f"{cell:.2f}" if isinstance(cell, float) else str(cell)


def print_goals(goals: Iterable[Goal]) -> None:
    """Say of each goal whether it was met."""
    print("\nGoals\n")
    for goal in goals:
        print(f"{'met   ' if goal.met else 'MISSED'}  {goal.promise}: {goal.found}")
