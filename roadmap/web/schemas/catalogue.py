"""Graphs, skills and roles as answers, and the queries that ask for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from marshmallow import post_load, validate

from roadmap.web.schemas.fields import Amount, Answer, Count, Flag, Items, Matches, Part, Text, Word, parts
from roadmap.web.schemas.plan_requests import LONGEST_NAME, name_of
from roadmap.web.schemas.queries import Query, WrittenCount
from roadmap.web.schemas.vocabulary import AXIS, FACT_KIND, RESOURCE_KIND

LONGEST_LIST = 1000
PAGE = 100
WORDS = r"^[^\x00-\x1f\x7f]*$"
DIGEST = r"^[0-9a-f]{64}$"


def text(description: str, **kwargs: Any) -> Text:
    """A string that is always there, unless `allow_none`."""
    return Text(required=True, metadata={"description": description}, **kwargs)


def count(description: str, least: int = 0) -> Count:
    """A whole number that is always there."""
    return Count(required=True, validate=validate.Range(min=least), metadata={"description": description})


def amount(description: str, **kwargs: Any) -> Amount:
    """A number of hours, not negative, that is always there, unless `allow_none`."""
    return Amount(required=True, validate=validate.Range(min=0), metadata={"description": description}, **kwargs)


def texts(description: str) -> Items:
    """An array of strings that is always there."""
    return Items(Text(), required=True, metadata={"description": description})


def digest() -> Text:
    """The field for a graph's digest."""
    return Text(
        required=True,
        validate=Matches(DIGEST, "Must be 64 hexadecimal digits."),
        metadata={"description": "SHA-256 of the graph's canonical JSON: equal digests, equal graphs."},
    )


def axes(description: str) -> Items:
    """An array of axes that is always there."""
    return Items(Word(AXIS), required=True, metadata={"description": description})


class Track(Answer):
    """A family of skills."""

    id = text("The track's id.")
    name = text("The track's name.")
    axes = axes("What the hours of its skills count for, where a skill does not say otherwise.")


class Graph(Answer):
    """A skill graph in figures."""

    id = text("The graph's id.")
    name = text("The graph's name.")
    version = text("A calendar version, such as 2026.11.")
    licence = text("An SPDX identifier.")
    summary = text("What the graph covers.")
    digest = digest()
    default = Flag(required=True, metadata={"description": "Whether it is used where a request names no graph."})
    tracks = parts(Track, required=True)
    skills = count("How many skills it has.")
    units = count("How many units: levels of skills.")
    roles = count("How many roles.")
    hours = amount("The hours of all units together.")


class GraphList(Answer):
    """All graphs, the default one first."""

    graphs = parts(Graph, required=True)


class Alias(Answer):
    """Another name of a skill or role."""

    text = text("The name.")
    ambiguous = Flag(required=True, metadata={"description": "Whether it is an everyday word too, such as go."})


class Resource(Answer):
    """Something to learn from."""

    title = text("Its title.")
    url = text("Where it is.")
    kind = Word(RESOURCE_KIND, required=True)
    free = Flag(required=True, metadata={"description": "Whether it costs nothing."})


class Requirement(Answer):
    """What a unit or a role needs: one unit, or a choice among options, which may be choices themselves."""

    unit = text("The unit needed; null for a choice.", allow_none=True)
    any_of = Items(
        Part(lambda: Requirement()),  # noqa: PLW0108 - its name is not bound yet
        required=True,
        metadata={"description": "The options of a choice; empty for a unit."},
    )
    count = count("How many of the options are needed.", least=1)
    why = text("The reason, as a teacher would give it.")


class SkillSummary(Answer):
    """A skill in a list."""

    id = text("The skill's id.")
    name = text("The skill's name.")
    track = text("The id of its track.")
    summary = text("What it is.")
    aliases = parts(Alias, required=True)
    levels = count("How many levels it has.", least=1)
    hours = amount("The hours of all its levels.")


class SkillList(Answer):
    """Part of a list of skills."""

    skills = parts(SkillSummary, required=True)
    total = count("How many skills the whole list has.")
    limit = count("How many skills were asked for at most.", least=1)
    offset = count("How many were skipped.")


class Level(Answer):
    """One level of a skill, with what it builds on and what builds on it."""

    unit = text("The unit's id.")
    level = count("1 foundation, 2 working, 3 advanced.", least=1)
    outcome = text("What one can do afterwards.")
    hours = amount("The hours it takes someone who has the prerequisites.")
    requires = parts(Requirement, required=True)
    recommends = parts(Requirement, required=True)
    needed_by = texts("The units that name it as a prerequisite or an option.")
    resources = parts(Resource, required=True)


class Skill(Answer):
    """A skill with everything about it."""

    id = text("The skill's id.")
    name = text("The skill's name.")
    track = text("The id of its track.")
    axes = axes("What its hours count for when roles are ranked.")
    summary = text("What it is.")
    aliases = parts(Alias, required=True)
    levels = parts(Level, required=True)


class RoleSummary(Answer):
    """A role in a list."""

    id = text("The role's id.")
    name = text("The role's name.")
    summary = text("What the job is.")
    aliases = parts(Alias, required=True)
    specialism_of = text("The role this is a special case of.", allow_none=True)
    background = texts("The roles people come from.")
    steps = count("The steps of its plan from nothing, essentials alone.")
    hours = amount("The hours of that plan.")


class RoleList(Answer):
    """All roles, by name."""

    roles = parts(RoleSummary, required=True)


class Source(Answer):
    """Where a fact was found."""

    title = text("The source's title.")
    url = text("Where it is.", allow_none=True)


class Fact(Answer):
    """Something stated about a role, with its source."""

    kind = Word(FACT_KIND, required=True)
    statement = text("What is stated.")
    source = Part(Source, required=True)
    region = text("Where it holds, as the source gives it.", allow_none=True)
    date = text("When it was found, as the source gives it: a year, a month or a day.", allow_none=True)


class Role(RoleSummary):
    """A role with everything about it."""

    essential = parts(Requirement, required=True)
    optional = parts(Requirement, required=True)
    facts = parts(Fact, required=True)


class GraphQuery(Query):
    """The query of everything that belongs to a graph."""

    graph = name_of("The graph to look in; the default graph if left out.", "tech-careers")

    @post_load
    def pick(self, members: dict[str, Any], **kwargs: Any) -> str | None:
        """The id of the graph, if one was asked for."""
        del kwargs
        graph: str | None = members.get("graph")
        return graph


@dataclass(frozen=True, slots=True)
class SkillSearch:
    """A search for skills: words to look for (empty: all skills), a track, and which part of the list."""

    graph: str | None = None
    q: str = ""
    track: str = ""
    limit: int = PAGE
    offset: int = 0


class SkillsQuery(Query):
    """The query of a search for skills."""

    q = Text(
        validate=[
            validate.Length(1, LONGEST_NAME, error="Must have 1 to 100 characters."),
            Matches(WORDS, "Must not hold control characters."),
        ],
        metadata={"description": "Part of an id, a name or an alias; all skills if left out.", "examples": ["python"]},
    )
    track = name_of("Only skills of this track.", "software")
    graph = name_of("The graph to look in; the default graph if left out.", "tech-careers")
    limit = WrittenCount(
        validate=validate.Range(1, LONGEST_LIST, error=f"Must be 1 to {LONGEST_LIST}."),
        metadata={"description": f"The most skills to list; {PAGE} if left out.", "examples": [10]},
    )
    offset = WrittenCount(
        validate=validate.Range(0, 999_999_999),
        metadata={"description": "How many skills to skip; 0 if left out.", "examples": [0]},
    )

    @post_load
    def build(self, members: dict[str, Any], **kwargs: Any) -> SkillSearch:
        """The search that the parameters make."""
        del kwargs
        return SkillSearch(**members)
