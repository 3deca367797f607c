"""`roadmap compare`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
import orjson

from roadmap.cli.comparison_tables import comparison_parts
from roadmap.cli.options import graph_option, learner_options, open_library
from roadmap.cli.output import show
from roadmap.domain.plan import PlanRequest
from roadmap.insights.comparison import FEWEST_ROLES, MOST_ROLES
from roadmap.services.comparisons import compare_roles

TABLE, JSON = "table", "json"


@click.command(
    epilog="""\b
Examples:
  roadmap compare ai-engineer ml-engineer --from-role software-engineer
  roadmap compare ml-engineer data-scientist data-engineer --known python,sql@1 \\
      --hours-per-week 10
  roadmap compare ai-engineer ml-engineer --format json

A unit is one level of a skill (python@2); a skill's id alone (python) stands for all its levels.
Lists take commas, and options that take lists may be repeated.
"""
)
@click.argument("roles", nargs=-1)
@learner_options
@click.option(
    "--format",
    "format_name",
    type=click.Choice([TABLE, JSON]),
    default=TABLE,
    show_default=True,
    help="Tables to read, or what the REST API answers.",
)
@graph_option
@click.pass_obj
def compare(
    graph: Path | None,
    /,
    roles: tuple[str, ...],
    format_name: str,
    no_assume_prerequisites: bool,
    **asked: Any,
) -> None:
    """Compare ROLES, two to five of them: what they share, what only one of them needs, and a plan that keeps all of
    them open until the point where one has to decide."""
    if not FEWEST_ROLES <= len(roles) <= MOST_ROLES or len({*roles}) < len(roles):
        raise click.UsageError(f"Name {FEWEST_ROLES} to {MOST_ROLES} different roles (see: roadmap roles).")
    request = PlanRequest(assume_prerequisites=not no_assume_prerequisites, **asked)
    comparison = compare_roles(open_library(graph), None, roles, request)
    if format_name == JSON:
        click.echo(orjson.dumps(comparison), nl=False)
    else:
        show(comparison_parts(comparison))
