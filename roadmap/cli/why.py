"""`roadmap why`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from roadmap.cli.options import graph_option, open_library, words_option
from roadmap.cli.output import Part, line, show
from roadmap.domain.plan import PlanRequest
from roadmap.domain.questions import Explanation
from roadmap.services.plans import make_plan


@click.command(
    epilog="""\b
Examples:
  roadmap why ml-engineer linear-algebra@2
  roadmap why ml-engineer azure --known python,git@1 --prefer aws
  roadmap why data-analyst calculus kubernetes@1

A unit is one level of a skill (python@2); a skill's id alone (python) stands for all its levels.
"""
)
@click.argument("role")
@click.argument("units", metavar="UNIT...", nargs=-1, required=True)
@words_option("--known", metavar="UNIT", help_text="Units or skills you know already.")
@words_option("--from-role", "from_roles", metavar="ROLE", help_text="A role you have: you know what it needs.")
@words_option("--prefer", metavar="UNIT", help_text="Units or skills to take where there is a choice.")
@words_option("--avoid", metavar="UNIT", help_text="Units or skills never to take.")
@click.option("--include-optional", is_flag=True, help="Plan for the role's optional requirements too.")
@click.option("--no-assume-prerequisites", is_flag=True, help="Do not take what --known builds on for known.")
@graph_option
@click.pass_obj
def why(graph: Path | None, /, units: tuple[str, ...], no_assume_prerequisites: bool, **asked: Any) -> None:
    """Say why each UNIT is in the plan for ROLE, or why it is not, and which way leads from it."""
    request = PlanRequest(assume_prerequisites=not no_assume_prerequisites, why=units, **asked)
    show(_explanations(make_plan(open_library(graph), None, request).why))


def _explanations(explanations: Iterable[Explanation]) -> Iterator[Part]:
    for explanation in explanations:
        yield line((explanation.sentence, "bold"))
        for link in explanation.chain:
            yield line("- ", (link.unit, "cyan"), f" → {link.needed_by}", f": {link.why}" if link.why else "")
