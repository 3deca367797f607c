"""Two or three sentences on why a role stands where it stands, made of the terms that set it apart from the others."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from roadmap.domain.axis import AXES, Axis
from roadmap.domain.skill import from_hours, to_hours
from roadmap.insights.ranking.terms import Contender, Contest, Contribution

FEWEST, MOST = 2, 3
"""How many sentences are said."""

WORTH_SAYING = Decimal("0.05")
"""How far a term must take a role from the others, in points of the score, to get a third sentence."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A contender with what each term adds to its score."""

    contender: Contender
    parts: tuple[Contribution, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A contender to speak of, the others that were ranked with it, and what was asked."""

    own: Contender
    others: Sequence[Contender]
    asked: Contest


def reasons(own: Scored, others: Sequence[Scored], asked: Contest) -> tuple[str, ...]:
    """The sentences, beginning with the term that sets the role most apart. Ties keep the order of the terms."""
    case = Case(own.contender, [other.contender for other in others], asked)
    pulls = {part.name: _pull(position, own, others) for position, part in enumerate(own.parts)}
    strongest = sorted(pulls, key=lambda name: -pulls[name])
    spoken = [(pulls[name], sentence) for name in strongest if (sentence := SENTENCES[name](case))]
    return tuple(sentence for n, (pull, sentence) in enumerate(spoken[:MOST]) if n < FEWEST or pull >= WORTH_SAYING)


def _pull(position: int, own: Scored, others: Sequence[Scored]) -> Decimal:
    """How far a term takes a role from the mean of the others."""
    product = own.parts[position].product
    return abs(product - _mean([other.parts[position].product for other in others]))


def _mean(numbers: Sequence[Decimal]) -> Decimal:
    return sum(numbers, Decimal(0)) / max(1, len(numbers))


def _nearness(case: Case) -> str | None:
    left = case.own.effort.hours
    if not left:
        return "Nothing is left to learn."
    less = _compared(left, [other.effort.hours for other in case.others], "fewer than for", "more than for")
    same = "as many as for any other role ranked" if case.others else None
    verb = "is" if left == 1 else "are"
    return f"{_hours(left)} {verb} left{_clause(less or same)}."


def _readiness(case: Case) -> str | None:
    known, left = case.own.effort.known_hours, case.own.effort.hours
    needed = _hours(from_hours(to_hours(known) + to_hours(left)))
    if not left:
        return f"You know all of its {needed} already."
    return f"You know {known:,} of its {needed} already." if known else f"You know none of its {needed} yet."


def _fit(case: Case) -> str | None:
    """Of the preference that takes the role furthest from the others, and of the next if it is worth saying."""
    stated = [axis for axis in AXES if case.asked.preferences[axis.name]]
    if not stated:
        return None
    first, *rest = sorted(stated, key=lambda axis: _lean(case, axis), reverse=True)
    spends = f"It spends {_share(case, first)} of its hours on {first.called}"
    if not rest or _lean(case, rest[0])[0] < WORTH_SAYING:
        return f"{spends}, which {_wish(case, first)}."
    also = f"{_share(case, rest[0])} on {rest[0].called}"
    if _wish(case, first) == _wish(case, rest[0]):
        return f"{spends} and {also}, both of which {_wish(case, first)}."
    return f"{spends}, which {_wish(case, first)}, and {also}, which {_wish(case, rest[0])}."


def _lean(case: Case, axis: Axis) -> tuple[Decimal, Decimal]:
    """How far a preference takes a role from the mean of the others, and how strong it is."""
    preference, trait = case.asked.preferences[axis.name], case.own.profile.traits[axis.name]
    return abs(preference * (trait - _mean(_traits(case, axis)))), abs(preference)


def _wish(case: Case, axis: Axis) -> str:
    return "you like" if case.asked.preferences[axis.name] > 0 else "you would rather avoid"


def _traits(case: Case, axis: Axis) -> list[Decimal]:
    return [other.profile.traits[axis.name] for other in case.others]


def _share(case: Case, axis: Axis) -> str:
    share = case.own.profile.shares[axis.name]
    if not share:
        return "none"
    percent = _percent(share)
    return f"only {percent}" if case.own.profile.traits[axis.name] < _mean(_traits(case, axis)) else percent


def _deadline(case: Case) -> str | None:
    effort, pace, deadline = case.own.effort, case.asked.learner.hours_per_week, case.asked.learner.deadline
    if pace is None or deadline is None or effort.finish_date is None or not effort.hours:
        return None
    ready = f"At {_hours(pace)} a week you are ready on {effort.finish_date}"
    if effort.feasible:
        return f"{ready}, {'the day of' if effort.finish_date == deadline else 'before'} your deadline."
    late = f"{ready}, {_days((effort.finish_date - deadline).days)} after your deadline"
    needed = effort.hours_per_week_needed
    return f"{late}, which leaves no day for study." if needed is None else f"{late}; {_hours(needed)} a week would do."


def _entry(case: Case) -> str | None:
    entry, others = case.own.profile.entry, [other.profile.entry.difficulty for other in case.others]
    level = _compared(entry.difficulty, others, "easier to enter than", "harder to enter than")
    advanced = _percent(Decimal(str(entry.advanced_share))) if entry.advanced_share else "none"
    figures = f"{_hours(entry.hours)} from nothing, {advanced} of its units advanced."
    if not others:
        return f"Entering it takes {figures}"
    return f"It is {level or 'as easy to enter as any other role ranked'}: {figures}"


def _compared(own: float, others: Sequence[float], below: str, above: str) -> str | None:
    """How many of the others a figure is below or above, whichever are more; None if it equals all of them."""
    more, fewer = sum(own < other for other in others), sum(own > other for other in others)
    if not more and not fewer:
        return None
    count, words = (more, below) if more >= fewer else (fewer, above)
    if count < len(others):
        return f"{words} {count} of the {len(others)} others"
    return f"{words} {'the other role' if count == 1 else 'any other role ranked'}"


def _clause(words: str | None) -> str:
    return f", {words}" if words else ""


def _hours(hours: float) -> str:
    return f"{int(hours) if hours == int(hours) else hours:,} hour{'' if hours == 1 else 's'}"


def _days(days: int) -> str:
    return f"{days:,} day{'' if days == 1 else 's'}"


def _percent(share: Decimal) -> str:
    return f"{int(share * 100)} %" if share >= Decimal("0.01") else "less than 1 %"


SENTENCES: Mapping[str, Callable[[Case], str | None]] = {
    "nearness": _nearness,
    "readiness": _readiness,
    "fit": _fit,
    "deadline": _deadline,
    "entry": _entry,
}
"""What is said of each term; None where there is nothing to say."""
