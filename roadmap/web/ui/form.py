"""What is asked of a page by a link or a form: read into the members of the API's requests, checked by its rules."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from flask import request
from marshmallow import Schema, ValidationError

from roadmap.domain.axis import AXIS_NAMES
from roadmap.services.spoken_skills import skill_ids
from roadmap.web.arguments import read_query
from roadmap.web.refusals import InvalidRequestError
from roadmap.web.schemas.queries import LONGEST_NUMBER, NUMBER
from roadmap.web.service import library

LISTS = frozenset(("roles", "targets", "known", "in_progress", "skipped", "prefer", "avoid", "from_roles", "days_off"))
NUMBERS = frozenset(("hours_per_week", *AXIS_NAMES))
FLAGS = frozenset(("include_optional", "assume_prerequisites", "show_known"))
SKILLS = ("known", "targets", "prefer", "avoid")
"""The lists in which people may write what a skill is called."""

PACE = ("known", "from_roles", "hours_per_week")
"""What every form asks about the learner."""


def asked_in_query(names: Collection[str]) -> dict[str, Any]:
    """The members of some names that the query has. Others are left aside: links that are passed on pick up more.

    MalformedRequestError if the query cannot be read.
    """
    return asked(read_query(request.query_string, LISTS), names)


def asked(fields: Mapping[str, str], names: Collection[str]) -> dict[str, Any]:
    """The members of some names that fields of a form say; what is left blank is not said."""
    members = {name: _value(name, fields[name]) for name in names if fields.get(name, "").strip()}
    graph = members.get("graph")
    for name in SKILLS:
        if name in members:
            members[name] = list(skill_ids(library(), graph, members[name]))
    return members


def picked(members: Mapping[str, Any], names: Iterable[str]) -> dict[str, Any]:
    """Those members that have one of some names."""
    return {name: members[name] for name in names if name in members}


def load(schema: type[Schema], members: Mapping[str, Any]) -> Any:
    """What members ask for, by the rules of the API. InvalidRequestError if they break them."""
    try:
        return schema().load(members)
    except ValidationError as error:
        raise InvalidRequestError("query", error.messages_dict, {}) from error


def _value(name: str, text: str) -> Any:
    if name in LISTS:
        return list(dict.fromkeys(word for word in map(str.strip, text.split(",")) if word))
    if name in NUMBERS:
        return _number(text.strip())
    return text.strip() in ("true", "on") if name in FLAGS else text.strip()


def _number(text: str) -> float | str:
    """The number, or what is written in its place, for the rules to refuse."""
    if len(text) > LONGEST_NUMBER or not NUMBER.fullmatch(text):
        return text
    return float(text)
