"""What a unit or a role needs: a unit, or a choice among options."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UnitRequirement:
    """One unit that must be known, and the reason a teacher would give."""

    unit: str
    why: str


@dataclass(frozen=True, slots=True)
class Choice:
    """At least `count` of the options must be known. An option is a unit or another choice."""

    options: tuple[Requirement, ...]
    count: int
    why: str


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A soft edge: orders this unit first where both are in a plan, and never adds it."""

    unit: str
    why: str


Requirement = UnitRequirement | Choice


def units_named(requirements: Iterable[Requirement]) -> Iterator[str]:
    """Every unit the requirements name, inside choices too, in the order written."""
    for requirement in requirements:
        if isinstance(requirement, UnitRequirement):
            yield requirement.unit
        else:
            yield from units_named(requirement.options)


def describe(requirement: Requirement) -> str:
    """A requirement in a few words.

    >>> describe(Choice((UnitRequirement("aws@1", ""), UnitRequirement("gcp@1", "")), 1, ""))
    'aws@1 or gcp@1'
    """
    if isinstance(requirement, UnitRequirement):
        return requirement.unit
    words = [
        f"({describe(option)})" if isinstance(option, Choice) else describe(option) for option in requirement.options
    ]
    if requirement.count == 1:
        return " or ".join(words)
    return f"{requirement.count} of {', '.join(words)}"
