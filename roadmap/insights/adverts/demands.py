"""What an advert demands: each skill it asks for, how well, whether it must be, and the words that say so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from roadmap.domain.skill import Skill
from roadmap.insights.adverts.mentions import Mention
from roadmap.insights.adverts.remarks import Remark


@dataclass(frozen=True, slots=True)
class Demand:
    """A skill that an advert asks for. `level` is what the words say, None where they do not; `wished` when it would be
    nice and need not be; `mentions` the places that say so."""

    skill: Skill
    level: int | None
    wished: bool
    mentions: tuple[Mention, ...]


def demands_of(remarks: Iterable[Remark]) -> list[Demand]:
    """The skills asked for, in the order in which they are first named.

    A skill that is demanded once is demanded, and as deep as it is demanded anywhere; what is said of it as a wish
    counts where it is nothing but one.
    """
    by_skill: dict[str, list[Remark]] = {}
    for remark in remarks:
        if not remark.declined:
            by_skill.setdefault(remark.mention.name.skill.id, []).append(remark)
    return [_demand(told) for told in by_skill.values()]


def _demand(remarks: list[Remark]) -> Demand:
    skill = remarks[0].mention.name.skill
    wished = all(remark.wished for remark in remarks)
    levels = [remark.level for remark in remarks if remark.level is not None and (wished or not remark.wished)]
    level = min(max(levels), skill.levels[-1].number) if levels else None
    return Demand(skill, level, wished, tuple(remark.mention for remark in remarks))
