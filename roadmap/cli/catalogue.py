"""`roadmap roles`, `roadmap skills` and `roadmap skill`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from roadmap.cli.options import graph_option, open_library
from roadmap.cli.output import Column, Part, count, heading, line, show, table
from roadmap.domain.role import Fact
from roadmap.domain.skill import Alias
from roadmap.services.catalogue import (
    LevelView,
    RequirementView,
    RoleView,
    SkillView,
    list_roles,
    list_skills,
    show_role,
    show_skill,
)

ROLE_COLUMNS = (Column("Role", style="bold cyan"), Column("Name"), Column("Steps", "right"), Column("Hours", "right"))
SKILL_COLUMNS = (
    Column("Skill", style="bold cyan"),
    Column("Name"),
    Column("Track", style="dim"),
    Column("Levels", "right"),
    Column("Hours", "right"),
)


@click.command(epilog="\b\nExamples:\n  roadmap roles\n  roadmap roles ml-engineer")
@click.argument("role", required=False)
@graph_option
@click.pass_obj
def roles(graph: Path | None, /, role: str | None) -> None:
    """List the roles, or show all about ROLE: what it needs, why, and what is known about the job."""
    library = open_library(graph)
    if role is not None:
        show(_role(show_role(library, None, role)))
        return
    rows = [(found.id, found.name, found.steps, f"{found.hours:,}") for found in list_roles(library)]
    show([table(ROLE_COLUMNS, [rows])])


@click.command(epilog="\b\nExamples:\n  roadmap skills\n  roadmap skills k8s\n  roadmap skills --track mathematics")
@click.argument("query", default="")
@click.option("--track", default="", metavar="TRACK", help="Only skills of this track.")
@graph_option
@click.pass_obj
def skills(graph: Path | None, query: str, track: str) -> None:
    """List the skills, or those that QUERY finds by id, name or alias, best first."""
    found = list_skills(open_library(graph), None, query, track).skills
    rows = [(skill.id, skill.name, skill.track, skill.levels, f"{skill.hours:,}") for skill in found]
    show([table(SKILL_COLUMNS, [rows]) if rows else line("No skill is called anything like it.")])


@click.command(epilog="\b\nExample:\n  roadmap skill linear-algebra")
@click.argument("skill_id", metavar="SKILL")
@graph_option
@click.pass_obj
def skill(graph: Path | None, skill_id: str) -> None:
    """Show all about SKILL: its levels, what each builds on and why, what needs it, and where to learn it."""
    show(_skill(show_skill(open_library(graph), None, skill_id)))


def _role(role: RoleView) -> Iterator[Part]:
    yield line((role.name, "bold"), f" ({role.id})")
    yield from _texts(role.summary, _aliases(role.aliases))
    if role.specialism_of:
        yield line(f"A specialism of {role.specialism_of}")
    if role.background:
        yield line(f"People come from: {', '.join(role.background)}")
    yield line(f"From nothing: {count(role.steps, 'step')}, {role.hours:,} hours")
    yield from _requirements("Essential", role.essential)
    yield from _requirements("Optional", role.optional)
    if role.facts:
        yield heading("Facts")
        yield from (line(fact_in_words(fact)) for fact in role.facts)


def _skill(skill: SkillView) -> Iterator[Part]:
    yield line((skill.name, "bold"), f" ({skill.id}), {skill.track}")
    yield from _texts(skill.summary, _aliases(skill.aliases))
    for level in skill.levels:
        yield from _level(level)


def _level(level: LevelView) -> Iterator[Part]:
    yield heading(f"{level.unit}, {level.hours:,} hours")
    yield from _texts(level.outcome)
    yield from _requirements("Requires", level.requires)
    yield from _requirements("Better after", level.recommends)
    if level.needed_by:
        yield line(("Needed by: ", "dim"), ", ".join(level.needed_by))
    for resource in level.resources:
        cost = "" if resource.free else ", not free"
        yield line(f"- {resource.title} ({resource.kind}{cost}) ", (resource.url, "underline"))


def _texts(*texts: str) -> Iterator[Part]:
    yield from (line(text) for text in texts if text)


def _aliases(aliases: Iterable[Alias]) -> str:
    names = ", ".join(alias.text for alias in aliases)
    return f"Also called: {names}" if names else ""


def _requirements(title: str, requirements: Iterable[RequirementView]) -> Iterator[Part]:
    rows = [(describe(requirement), requirement.why) for requirement in requirements]
    if rows:
        yield table((Column(title, style="cyan"), Column("Why", wide=True)), [rows])


def describe(view: RequirementView) -> str:
    """A requirement in a few words: `aws@1 or gcp@1`."""
    if view.unit is not None:
        return view.unit
    options = [describe(option) if option.unit else f"({describe(option)})" for option in view.any_of]
    return " or ".join(options) if view.count == 1 else f"{view.count} of {', '.join(options)}"


def fact_in_words(fact: Fact) -> str:
    """A fact on one line: its kind, where and when it holds, what it states and who says so."""
    where = ", ".join(part for part in (fact.region, fact.date) if part)
    source = " ".join(part for part in (fact.source.title, fact.source.url) if part)
    return f"{fact.kind}{f' ({where})' if where else ''}: {fact.statement} [{source}]"
