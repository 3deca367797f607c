"""Roles: the jobs that plans lead to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

from roadmap.domain.requirement import Requirement
from roadmap.domain.skill import Alias

RoleId = NewType("RoleId", str)

FACT_KINDS = ("pay", "demand", "entry", "background")


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact was found."""

    title: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """Something stated about a role, never without its source.

    `kind` is one of `FACT_KINDS`; `region` and `date` are as the source gives them, and None
    where it does not.
    """

    kind: str
    statement: str
    source: Source
    region: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Role:
    """A job: what it needs, what helps, and what is known about it.

    `specialism_of` names the role this one is a special case of; `background` the roles people come from.
    Both are for the reader: what the role needs is in `essential` and `optional` alone.
    """

    id: RoleId
    name: str
    summary: str
    essential: tuple[Requirement, ...]
    optional: tuple[Requirement, ...] = ()
    aliases: tuple[Alias, ...] = ()
    specialism_of: str | None = None
    background: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
