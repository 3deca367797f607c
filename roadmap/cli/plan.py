"""`roadmap plan`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from roadmap.cli.options import (
    Day,
    graph_option,
    learner_options,
    open_library,
    read_days_off,
    words_option,
)
from roadmap.cli.output import UNBOUNDED, plain, show
from roadmap.cli.plan_table import plan_parts
from roadmap.domain.plan import PlanRequest
from roadmap.exporters import BY_NAME, EXPORTERS
from roadmap.planning.plan import Plan
from roadmap.services.plans import make_plan

TABLE = "table"


@click.command(
    epilog="""\b
Examples:
  roadmap plan ml-engineer --known python,git@1 --hours-per-week 10
  roadmap plan ai-engineer --from-role software-engineer --prefer go
  roadmap plan --target linear-algebra@2,statistics@1 --strategy foundations-first
  roadmap plan ml-engineer --hours-per-week 12 --start-date today \\
      --deadline 2027-06-30 --days-off sunday,2026-12-24/2027-01-02
  roadmap plan data-scientist --known python --what-if sql,statistics@1
  roadmap plan data-scientist -o plan.md

A unit is one level of a skill (python@2); a skill's id alone (python) stands for all its levels.
Lists take commas, and options that take lists may be repeated.
"""
)
@click.argument("role", required=False)
@words_option("--target", "targets", metavar="UNIT", help_text="Units or skills to reach, with a role or without.")
@learner_options
@click.option("--start-date", type=Day(), help="The first day of study: YYYY-MM-DD, or today.")
@click.option("--deadline", type=Day(), help="The day to be ready by.")
@words_option("--days-off", metavar="DAYS", help_text="Days without study: sunday, 2026-12-25, 2026-12-24/2027-01-02.")
@words_option("--what-if", metavar="UNIT", help_text="Units or skills to tell the savings of, if you knew them too.")
@click.option(
    "--format",
    "format_name",
    type=click.Choice([TABLE, *BY_NAME]),
    help="What to write. Otherwise: by the ending of --output, or a table.",
)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to a file.")
@graph_option
@click.pass_obj
def plan(graph: Path | None, /, format_name: str | None, output: Path | None, **asked: Any) -> None:
    """Plan what to learn for ROLE, in an order in which nothing comes before its prerequisites."""
    request = _request(**asked)
    made = make_plan(open_library(graph), None, request)
    _write(made, format_name or _format_of(output), output)


def _request(
    *,
    no_assume_prerequisites: bool,
    start_date: date | None,
    deadline: date | None,
    days_off: tuple[str, ...],
    **asked: Any,
) -> PlanRequest:
    if not asked["role"] and not asked["targets"]:
        raise click.UsageError("Name a role (see: roadmap roles) or a --target.")
    for option, given in (("--deadline", deadline), ("--days-off", days_off)):
        if given and start_date is None:
            raise click.UsageError(f"{option} needs --start-date (it may be: today).")
    return PlanRequest(
        assume_prerequisites=not no_assume_prerequisites,
        start_date=start_date,
        deadline=deadline,
        days_off=read_days_off(days_off),
        **asked,
    )


def _format_of(output: Path | None) -> str:
    """The format with the longest ending that a file's name has; a table for none."""
    name = "" if output is None else output.name
    found = (exporter for exporter in EXPORTERS if name.endswith(exporter.suffix))
    best = max(found, key=lambda exporter: len(exporter.suffix), default=None)
    return best.name if best else TABLE


def _write(plan: Plan, format_name: str, output: Path | None) -> None:
    if format_name == TABLE and output is None:
        show(plan_parts(plan))
        return
    written = (
        plain(plan_parts(plan, width=UNBOUNDED)).encode() if format_name == TABLE else _exported(plan, format_name)
    )
    if output is None:
        click.echo(written, nl=False)
    else:
        output.write_bytes(written)


def _exported(plan: Plan, format_name: str) -> bytes:
    return BY_NAME[format_name].export(plan, {})
