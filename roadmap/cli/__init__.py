"""The `roadmap` command: what the service does, and a workbench for authors of graphs."""

from __future__ import annotations

import click

from roadmap import __version__
from roadmap.cli.catalogue import roles, skill, skills
from roadmap.cli.compare import compare
from roadmap.cli.graph import graph
from roadmap.cli.job_ad import job_ad
from roadmap.cli.options import graph_option
from roadmap.cli.plan import plan
from roadmap.cli.plan_batch import plan_batch
from roadmap.cli.program import Program
from roadmap.cli.rank import rank
from roadmap.cli.service import openapi, serve
from roadmap.cli.why import why


@click.group(
    cls=Program,
    epilog="""\b
Examples:
  roadmap roles
  roadmap plan ml-engineer --known python,git@1 --hours-per-week 10
  roadmap plan-batch learners.ndjson plans.ndjson
  roadmap why ml-engineer azure --known python
  roadmap rank --from-role software-engineer --preference mathematics=-0.8
  roadmap compare ai-engineer ml-engineer --from-role software-engineer
  roadmap skills "linear algebra"
  roadmap graph check my-graph/
""",
)
@click.version_option(__version__, message="%(prog)s %(version)s")
@graph_option
def main() -> None:
    """Learning roadmaps: what to learn for a role, in which order, given what you know already."""


for command in (plan, plan_batch, why, compare, rank, job_ad, roles, skills, skill, graph, openapi, serve):
    main.add_command(command)
