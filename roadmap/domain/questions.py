"""What a learner asks about a plan, as answered: what would it save to know this, and why is that in it, or not?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from roadmap.domain.plan import ChainLink, ChoiceMade

IN_PLAN = "in-plan"
KNOWN = "known"
IMPLIED = "implied"
OTHER_OPTION = "other-option"
AVOIDED = "avoided"
NOT_NEEDED = "not-needed"


@dataclass(frozen=True, slots=True)
class Saving:
    """What a plan would save if `units` were known too.

    `hours_saved` are those of this plan less those of the plan that would be made then. They are below 0 only where
    `avoid` rules out something preferred, and knowing this opens the way to it; `steps_saved` also where fewer hours
    take more steps. `finish_date` is that of the other plan, and `days_saved` the days of the calendar in between;
    None without a pace and a start.
    """

    units: tuple[str, ...]
    hours_saved: float
    steps_saved: int
    days_saved: int | None
    finish_date: date | None


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The savings of each thing asked about alone, in the order asked, and of all of them together, which may be more
    or less than their sum."""

    each: tuple[Saving, ...]
    together: Saving


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a unit is in a plan, or is not: one verdict, the same as a sentence, and the facts it is made of.

    position      in-plan: its place in the plan, from 1
    chain         the shortest way from the unit to what settles the verdict. in-plan: to the role, as the step has it;
                  implied: to the nearest declared unit; other-option: to who asks for the choice that went another
                  way; avoided: to who asks for the choice that could have led to it; not-needed: to the known unit
                  that could have needed it, or the role whose optional requirement may
    implied_by    implied: all declared units that build on it, the nearest first
    from_roles    known: the roles the learner comes from that have it; empty for what is declared
    choice        other-option: the choice that went another way
    extra_hours   other-option: how much longer the plan would get by taking the chain's way, preferences within its
                  choices aside
    avoided       avoided: a smallest set of avoided units that together close the chain's way
    optional      not-needed: whether an optional requirement of the role, not asked for, may need it
    """

    unit: str
    verdict: str
    sentence: str
    position: int | None = None
    chain: tuple[ChainLink, ...] = ()
    implied_by: tuple[str, ...] = ()
    from_roles: tuple[str, ...] = ()
    choice: ChoiceMade | None = None
    extra_hours: float | None = None
    avoided: tuple[str, ...] = ()
    optional: bool = False
