"""Verdicts as plain sentences, each made of the facts of its explanation and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from roadmap.domain.plan import ChainLink, ChoiceMade
from roadmap.planning.goal import TARGETS

REASONS = {"already-known": "known already", "preferred": "preferred", "fewest-hours": "the fewest hours"}
"""Why an option was chosen, in words. Where another one could be had, it was not the only one."""


def in_plan(unit: str, position: int, steps: int, chain: Sequence[ChainLink]) -> str:
    """`sql@1 is step 3 of 11: sql@2 needs it, which data-scientist asks for.`"""
    first, last = chain[0], chain[-1]
    asks = "you ask for" if last.needed_by == TARGETS else f"{last.needed_by} asks for"
    place = f"{unit} is step {position} of {steps}"
    if first is last:
        return f"{place}: {asks} it."
    if first.needed_by == last.unit:
        return f"{place}: {last.unit}, which {asks}, needs it."
    return f"{place}: {first.needed_by} needs it, on the way to {last.unit}, which {asks}."


def declared(unit: str) -> str:
    """`You said that you know git@1.`"""
    return f"You said that you know {unit}."


def known_from(unit: str, from_roles: Sequence[str]) -> str:
    """`You come from software-engineer: whoever is ready for that knows git@1.`"""
    return f"You come from {_all(from_roles)}: whoever is ready for that knows {unit}."


def implied(unit: str, nearest: str) -> str:
    """`You know python@2, which builds on python@1.`"""
    return f"You know {nearest}, which builds on {unit}."


def other_option(chain: Sequence[ChainLink], choice: ChoiceMade, extra_hours: float) -> str:
    """`For ai-engineer the plan takes go@1 (the fewest hours); with java@1 it would take 12 hours more.`"""
    unit, option = chain[0].unit, chain[-1].unit
    chosen = _all(option.requirement for option in choice.options if option.chosen)
    instead = f"with {unit}" if unit == option else f"with {option}, and {unit} for it,"
    plan = f"For {choice.needed_by} the plan takes {chosen} ({REASONS[choice.reason]})"
    return f"{plan}; {instead} it would {_take(extra_hours)}."


def avoided(unit: str, closed: str, units: Sequence[str]) -> str:
    """`You avoid java@1.`, or what that keeps from being learnt."""
    if (closed,) == units:
        return f"You avoid {unit}." if closed == unit else f"You avoid {closed}, without which nothing needs {unit}."
    rest = "" if closed == unit else f", and without it nothing needs {unit}"
    return f"Nothing leads to {closed} while you avoid {_all(units)}{rest}."


def not_needed(unit: str, role: str | None) -> str:
    """`Nothing that ml-engineer asks for needs go@1.`"""
    return f"Nothing that {'you ask' if role is None else f'{role} asks'} for needs {unit}."


def only_optional(unit: str, wanted: str, role: str) -> str:
    """`It takes an optional requirement of ml-engineer to need it: …`"""
    if wanted == unit:
        return f"{unit} is an optional requirement of {role}, and nothing else that was asked for needs it."
    return f"{wanted}, an optional requirement of {role}, may need {unit}; nothing else that was asked for does."


def settled_by(unit: str, owner: str) -> str:
    """`You know spark@1 already, and nothing else could need scala@1.`"""
    return f"You know {owner} already, and nothing else could need {unit}."


def _take(extra_hours: float) -> str:
    if not extra_hours:
        return "take just as many hours"
    hours = f"{abs(extra_hours):,} {'hour' if abs(extra_hours) == 1 else 'hours'}"
    return f"take {hours} {'more' if extra_hours > 0 else 'less'}"


def _all(words: Iterable[str]) -> str:
    return " and ".join(words)
