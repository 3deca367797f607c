"""Alternatives in an advert: "Java or Go", "one of AWS, Azure and GCP", "PyTorch/TensorFlow"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from roadmap.domain.graph.compiled import CompiledGraph
from roadmap.domain.requirement import Choice, Requirement, units_named
from roadmap.insights.adverts.listing import Link
from roadmap.insights.adverts.mentions import Context, Mention

EITHER = (
    ("one", "of"),
    ("any", "of"),
    ("either",),
    ("such", "as"),
    ("for", "example"),
    ("e", "g"),
    ("eg",),
    ("like",),
    ("whether",),
)
"""Words before a list that make its items alternatives or examples."""

BEFORE_LIST = 4
"""How many words before a list may say so: "one of the following:"."""


def rivals_of(compiled: CompiledGraph) -> frozenset[frozenset[str]]:
    """The pairs of skills that some choice in the graph offers as options: what a slash between them means."""
    requirements = (
        *(
            requirement
            for skill in compiled.skills.values()
            for level in skill.levels
            for requirement in level.requires
        ),
        *(requirement for role in compiled.roles.values() for requirement in (*role.essential, *role.optional)),
    )
    return frozenset(
        frozenset((one, other))
        for choice in requirements
        if isinstance(choice, Choice)
        for one, other in _pairs([_skills(option) for option in choice.options])
    )


def _skills(option: Requirement) -> set[str]:
    return {unit.partition("@")[0] for unit in units_named((option,))}


def _pairs(options: Sequence[set[str]]) -> Iterator[tuple[str, str]]:
    for number, option in enumerate(options):
        for other in options[number + 1 :]:
            yield from ((one, another) for one in option for another in other if one != another)


def choices_of(
    context: Context, mentions: Sequence[Mention], rivals: frozenset[frozenset[str]]
) -> list[tuple[Mention, ...]]:
    """The groups of mentions that an advert offers as alternatives, each of two skills or more, in order."""
    choices = []
    for run, links in _lists(context, mentions):
        for part, joined in _parts(run, links):
            chosen = _alternatives(context, part, joined, rivals)
            if len({mention.name.skill.id for mention in chosen}) > 1:
                choices.append(tuple(chosen))
    return choices


def _lists(context: Context, mentions: Sequence[Mention]) -> Iterator[tuple[list[Mention], list[Link]]]:
    """The runs of mentions that are listed together, with what joins each to the next."""
    run: list[Mention] = list(mentions[:1])
    joined: list[Link] = []
    for before, after in pairwise(mentions):
        found = context.link(before.end, after.first)
        if found is None:
            yield run, joined
            run, joined = [after], []
        else:
            run.append(after)
            joined.append(found)
    yield run, joined


def _parts(run: list[Mention], links: list[Link]) -> Iterator[tuple[list[Mention], list[Link]]]:
    """A list parted where "and" joins two items of it, if an "or" joins others."""
    splits = [number for number, link in enumerate(links) if link.additional]
    if not any(link.alternative for link in links):
        yield run, links
        return
    start = 0
    for split in (*splits, len(links)):
        yield run[start : split + 1], links[start:split]
        start = split + 1


def _alternatives(
    context: Context, part: list[Mention], links: list[Link], rivals: frozenset[frozenset[str]]
) -> list[Mention]:
    """Those items of a list that are alternatives, and none if it offers no choice."""
    if links and _is_announced(context, part[0].first):
        return part
    rival = [frozenset((one.name.skill.id, two.name.skill.id)) in rivals for one, two in pairwise(part)]
    ors = [number for number, link in enumerate(links) if link.alternative]
    if ors:
        return part[_first_alternative(ors[0], rival) : ors[-1] + 2]
    return part if links and all(link.slashed for link in links) and all(rival) else []


def _first_alternative(joined: int, rival: list[bool]) -> int:
    """The first item that is an alternative of those which the first "or" joins.

    In "A, B or C" it is A; but where B and C are rivals in the graph and A is not theirs, A is not meant: "Docker, AWS
    or Azure".
    """
    first = joined
    while first > 0 and (rival[first - 1] or not rival[joined]):
        first -= 1
    return first


def _is_announced(context: Context, first: int) -> bool:
    before = [word.form for word in context.words[max(0, first - BEFORE_LIST) : first]]
    return any(_holds(before, phrase) for phrase in EITHER)


def _holds(words: Sequence[str], phrase: tuple[str, ...]) -> bool:
    return any(tuple(words[start : start + len(phrase)]) == phrase for start in range(len(words)))
