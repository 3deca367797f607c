"""`roadmap job-ad`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import orjson

from roadmap.cli.options import graph_option, open_library, words_option
from roadmap.cli.output import Column, Part, count, heading, line, show, table
from roadmap.cli.plan_table import plan_parts
from roadmap.domain.plan import PlanRequest
from roadmap.exporters import json
from roadmap.services.job_ad_answers import JobAdReading, SkillFound, Survey
from roadmap.services.job_ads import (
    JobAd,
    JobAdPlan,
    plan_for_job_ad,
    read_job_ad,
    survey_job_ads,
)

ROLES_SHOWN = 3
SKILLS_SHOWN = 40


@dataclass(frozen=True, slots=True)
class _Told:
    """What is printed: one advert's reading with its plan, if one was asked for, or a survey of several."""

    reading: JobAdReading | None = None
    planned: JobAdPlan | None = None
    survey: Survey | None = None


@click.command(
    epilog="""\b
Examples:
  roadmap job-ad advert.txt --title "Senior AI Engineer"
  roadmap job-ad advert.html --known python,sql@2
  roadmap job-ad adverts/*.txt --share 0.8
  xclip -o | roadmap job-ad -

With --known or --from-role, a plan to the advert follows. Several files are read one by one and told together.
"""
)
@click.argument("files", nargs=-1, required=True, type=click.File("rb"))
@click.option("--title", default="", help="The advert's title, if it does not stand in the file.")
@words_option("--known", metavar="UNIT", help_text="Units or skills you know already.")
@words_option("--from-role", "from_roles", metavar="ROLE", help_text="A role you have: you know what it needs.")
@click.option("--include-optional", is_flag=True, help="Plan for what would be nice to have too.")
@click.option(
    "--share",
    type=click.FloatRange(0, 1, min_open=True),
    default=0.8,
    show_default=True,
    help="Of several adverts, the share that the smallest set of skills is to meet.",
)
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", help="What to write.")
@graph_option
@click.pass_obj
def job_ad(graph: Path | None, /, files: tuple[Any, ...], title: str, share: float, form: str, **asked: Any) -> None:
    """Read job adverts in FILES: the skills they ask for, and the roles they really describe."""
    if title and len(files) > 1:
        raise click.UsageError("--title goes with one file.")
    library, request = open_library(graph), PlanRequest(**asked)
    adverts = [JobAd(_text(file), title) for file in files]
    if len(adverts) > 1:
        told = _Told(survey=survey_job_ads(library, None, adverts, share, request)[1])
    elif request.known or request.from_roles:
        told = _Told(*plan_for_job_ad(library, None, adverts[0], request))
    else:
        told = _Told(read_job_ad(library, None, adverts[0]))
    if form == "json":
        click.echo(_json(told))
    else:
        show(_parts(told))


def _text(file: Any) -> str:
    """A file's text; a byte order mark is left out, and what is not UTF-8 refused."""
    try:
        return str(file.read().decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise click.ClickException(f"{file.name} is not UTF-8.") from error


def _json(told: _Told) -> bytes:
    members: dict[str, Any] = {"job_ad": told.reading, "survey": told.survey}
    if told.planned is not None:
        members["plan"] = orjson.Fragment(json.export(told.planned.plan, {}))
    return orjson.dumps({name: value for name, value in members.items() if value is not None})


def _parts(told: _Told) -> Iterator[Part]:
    if told.survey is not None:
        yield from _survey_parts(told.survey)
    if told.reading is not None:
        yield from _reading_parts(told.reading)
    if told.planned is not None:
        yield heading("The way there")
        yield from plan_parts(told.planned.plan)


def _reading_parts(reading: JobAdReading) -> Iterator[Part]:
    if reading.title_mismatch is not None:
        yield line((reading.title_mismatch.sentence, "yellow"))
    yield heading("Roles")
    yield table(
        [Column("sure", "right"), Column("role", style="bold"), Column("because of", wide=True)],
        [[(f"{fit.confidence:.0%}", fit.role.name, ", ".join(fit.supporting)) for fit in reading.roles[:ROLES_SHOWN]]],
    )
    yield heading("Skills")
    yield table(
        [Column("skill", style="bold"), Column("level", "right"), Column("importance"), Column("words", wide=True)],
        [list(map(_skill_row, reading.skills))],
    )
    for choice in reading.choices:
        yield line(f"One of: {', '.join(choice.any_of)}")
    if reading.unknown_terms:
        yield line(f"Not in the graph: {', '.join(term.term for term in reading.unknown_terms)}")


def _skill_row(found: SkillFound) -> tuple[object, ...]:
    level = f"{found.level}" if found.level_stated else f"({found.level})"
    return found.skill, level, found.importance, ", ".join(dict.fromkeys(place.text for place in found.evidence))


def _survey_parts(survey: Survey) -> Iterator[Part]:
    fewest = survey.smallest_set
    names = ", ".join(skill.name for skill in fewest.skills) or "nothing more"
    verb = "meets" if len(fewest.skills) == 1 else "meet"
    yield line(
        f"{count(len(fewest.skills), 'skill')} {verb} {fewest.job_ads_met} of {survey.job_ads} adverts: {names}."
    )
    if not fewest.exact:
        yield line("There may be a smaller set: the search was cut short.")
    yield heading("Asked for")
    yield table(
        [
            Column("share", "right"),
            Column("skill", style="bold"),
            Column("essential", "right"),
            Column("optional", "right"),
        ],
        [
            [
                (f"{asked.share:.0%}", asked.skill, asked.essential, asked.optional)
                for asked in survey.skills[:SKILLS_SHOWN]
            ]
        ],
    )
