"""A ranking for reading on a terminal: the roles as a table, and why each stands where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from roadmap.cli.output import Column, Part, heading, line, room, table
from roadmap.domain.plan import PlanRequest
from roadmap.insights.ranking import TERMS, RoleRanking, RoleRankings


@dataclass(frozen=True, slots=True)
class RankColumn:
    """A column of roles, shown where a line has room for so many signs and some role has something to show in it."""

    column: Column
    cell: Callable[[RoleRanking], object]
    from_width: int = 0


def _added(term: str) -> Callable[[RoleRanking], object]:
    """What a term adds to the score of a role; None where it is left out."""
    return lambda ranking: next((f"{part.product:+.4f}" for part in ranking.terms if part.name == term), None)


COLUMNS = (
    RankColumn(Column("#", "right", "dim"), lambda ranking: ranking.position),
    RankColumn(Column("Role", style="bold cyan"), lambda ranking: ranking.role.id),
    RankColumn(Column("Score", "right", "bold"), lambda ranking: f"{ranking.score:.4f}"),
    *(RankColumn(Column(term.name.capitalize(), "right", "dim"), _added(term.name), 100) for term in TERMS),
    RankColumn(Column("Hours left", "right", "green"), lambda ranking: f"{ranking.hours_left:,}"),
    RankColumn(Column("Ready", "right"), lambda ranking: f"{ranking.readiness:.0%}"),
    RankColumn(Column("Weeks", "right"), lambda ranking: ranking.weeks, 80),
    RankColumn(Column("Finish"), lambda ranking: ranking.finish_date),
)


def ranking_parts(rankings: RoleRankings, learner: PlanRequest) -> Iterator[Part]:
    """Everything to show of a ranking on lines as wide as those of standard output."""
    yield from map(line, _asked(rankings, learner))
    if not rankings.rankings:
        yield line("There is no role to rank.")
        return
    columns = [column for column in COLUMNS if column.from_width <= room() and _says_something(column, rankings)]
    yield table(
        [column.column for column in columns],
        [[[column.cell(ranking) for column in columns] for ranking in rankings.rankings]],
    )
    for ranking in rankings.rankings:
        yield heading(f"{ranking.position}. {ranking.role.name}")
        yield from map(line, ranking.reasons)
        yield from (line((f"{fact.kind}: ", "dim"), fact.statement) for fact in ranking.facts if fact.kind == "entry")


def _says_something(column: RankColumn, rankings: RoleRankings) -> bool:
    return any(column.cell(ranking) is not None for ranking in rankings.rankings)


def _asked(rankings: RoleRankings, learner: PlanRequest) -> Iterator[str]:
    if learner.hours_per_week is not None:
        yield f"At {learner.hours_per_week:g} hours a week from {rankings.start_date}"
    if learner.deadline is not None:
        yield f"Deadline {learner.deadline}"
    liked = [f"{axis} {preference:+g}" for axis, preference in rankings.preferences.items() if preference]
    if liked:
        yield f"Preferences: {', '.join(liked)}"
