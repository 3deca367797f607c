"""`roadmap rank`: which role to choose."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click
import orjson

from roadmap.adapters.system_clock import SystemClock
from roadmap.cli.options import Day, Figures, HoursPerWeek, graph_option, open_library, read_days_off, words_option
from roadmap.cli.output import show
from roadmap.cli.rank_table import ranking_parts
from roadmap.domain.axis import AXIS_NAMES
from roadmap.domain.plan import PlanRequest
from roadmap.insights.ranking import TERMS, RankingRequest
from roadmap.insights.ranking.request import HEAVIEST, STRONGEST
from roadmap.services.rankings import rank_roles

WEIGHTS = ", ".join(f"{term.name} {term.weight}" for term in TERMS)


@click.command(
    epilog="""\b
Examples:
  roadmap rank --from-role software-engineer --preference mathematics=-0.8
  roadmap rank --known statistics,python@1 --preference mathematics=0.8,people=0.3 \\
      --hours-per-week 10 --deadline 2028-06-30
  roadmap rank --role ai-engineer,ml-engineer --weight fit=20,entry=0 --format json

Preferences go from -1 (rather not) to 1 (gladly). Each column under a term is what that term adds to the score.
"""
)
@words_option("--known", metavar="UNIT", help_text="Units or skills you know already.")
@words_option("--from-role", "from_roles", metavar="ROLE", help_text="A role you have: you know what it needs.")
@click.option("--no-assume-prerequisites", is_flag=True, help="Do not take what --known builds on for known.")
@click.option("--hours-per-week", type=HoursPerWeek(), help="How much you study: adds weeks and dates.")
@click.option("--start-date", type=Day(), help="The first day of study: YYYY-MM-DD. Otherwise: today.")
@click.option("--deadline", type=Day(), help="The day to be ready by.")
@words_option("--days-off", metavar="DAYS", help_text="Days without study: sunday, 2026-12-25, 2026-12-24/2027-01-02.")
@click.option(
    "--preference",
    "preferences",
    type=Figures("axis", AXIS_NAMES, -STRONGEST, STRONGEST),
    multiple=True,
    metavar="AXIS=NUMBER",
    help=f"What you like or dislike, from -1 to 1: {', '.join(AXIS_NAMES)}.",
)
@click.option(
    "--weight",
    "weights",
    type=Figures("term", [term.name for term in TERMS], 0, HEAVIEST),
    multiple=True,
    metavar="TERM=NUMBER",
    help=f"What a term of the score counts for. Otherwise: {WEIGHTS}.",
)
@words_option("--role", "roles", metavar="ROLE", help_text="Rank only these roles.")
@click.option("--format", "format_name", type=click.Choice(["table", "json"]), default="table", show_default=True)
@graph_option
@click.pass_obj
def rank(graph: Path | None, /, format_name: str, **asked: Any) -> None:
    """Rank the roles for you: by what you know, the time you have, and what you like."""
    request = _request(**asked)
    rankings = rank_roles(open_library(graph), None, request, SystemClock())
    if format_name == "json":
        click.echo(orjson.dumps(rankings), nl=False)
    else:
        show(ranking_parts(rankings, request.learner))


def _request(
    *,
    roles: tuple[str, ...],
    preferences: tuple[tuple[tuple[str, float], ...], ...],
    weights: tuple[tuple[tuple[str, float], ...], ...],
    no_assume_prerequisites: bool,
    days_off: tuple[str, ...],
    **learner: Any,
) -> RankingRequest:
    return RankingRequest(
        learner=PlanRequest(
            assume_prerequisites=not no_assume_prerequisites, days_off=read_days_off(days_off), **learner
        ),
        roles=roles,
        preferences=_together("--preference", preferences),
        weights=_together("--weight", weights),
    )


def _together(option: str, given: tuple[tuple[tuple[str, float], ...], ...]) -> Mapping[str, float]:
    figures: dict[str, float] = {}
    for name, figure in (pair for pairs in given for pair in pairs):
        if name in figures:
            raise click.BadParameter(f"{name} is given twice.", param_hint=f"'{option}'")
        figures[name] = figure
    return figures
