"""Reading one advert: the skills it asks for, the roles it describes, and what its title says of that."""

from __future__ import annotations

from dataclasses import dataclass

from roadmap.domain.role import Role
from roadmap.insights.adverts.choices import choices_of, rivals_of
from roadmap.insights.adverts.demands import Demand, demands_of
from roadmap.insights.adverts.layout import lay_out
from roadmap.insights.adverts.lexicon import skill_names
from roadmap.insights.adverts.mentions import Context
from roadmap.insights.adverts.remarks import remarks_of
from roadmap.insights.adverts.source import Source, read_source
from roadmap.insights.adverts.titles import RoleNames
from roadmap.insights.adverts.unknown_terms import UnknownTerm, unknown_terms
from roadmap.insights.adverts.verdict import Profiles, RoleFit
from roadmap.insights.adverts.words import words_of
from roadmap.planning import Planner

NEIGHBOURS = 0.55
"""How like two roles are that employers name by either title."""

CLEARLY = 0.08
"""By how much the likeness of the role described exceeds that of the title's where they are told to differ."""


@dataclass(frozen=True, slots=True)
class AdvertReading:
    """What an advert says.

    `demands` come in the order of their first mention; `choices` are groups of skills of which one will do; `roles`
    the best first; `title_role` is the role that the title names, and `described_role` another one that the text
    describes clearly better.
    """

    source: Source
    words: list[tuple[int, int]]
    demands: tuple[Demand, ...]
    choices: tuple[tuple[str, ...], ...]
    roles: tuple[RoleFit, ...]
    unknown_terms: tuple[UnknownTerm, ...]
    title_role: Role | None
    described_role: Role | None


class AdvertReader:
    """Reads adverts against one graph. Compiled once from it; reading changes nothing."""

    def __init__(self, planner: Planner) -> None:
        self._skills = skill_names(planner.compiled)
        self._roles = RoleNames(planner.compiled)
        self._profiles = Profiles(planner)
        self._rivals = rivals_of(planner.compiled)

    def read(self, text: str, title: str = "") -> AdvertReading:
        """Read an advert. Cost: linear in the length of the text."""
        source = read_source(text)
        words = words_of(source.plain)
        named, taken = self._roles.in_text(source, words)
        found = [name for name in self._skills.find(source.plain, words) if name.first not in taken]
        context = Context(source, words, lay_out(source, words), found)
        mentions = context.mentions()
        demands = demands_of(remarks_of(context, mentions))
        title_role = self._roles.title_role(title)
        fits = self._profiles.fits(demands, named)
        asked = sorted((mention for demand in demands for mention in demand.mentions), key=lambda one: one.first)
        return AdvertReading(
            source=source,
            words=[(word.start, word.end) for word in words],
            demands=tuple(demands),
            choices=tuple(choices_of(context, asked, self._rivals)),
            roles=tuple(fits),
            unknown_terms=tuple(unknown_terms(context, mentions)),
            title_role=title_role,
            described_role=self._described(title, title_role, fits),
        )

    def _described(self, title: str, title_role: Role | None, fits: list[RoleFit]) -> Role | None:
        """The role that the text describes, if it is clearly another one than the title speaks of."""
        if title_role is None or fits[0].role is title_role:
            return None
        best, own = fits[0], next(fit for fit in fits if fit.role is title_role)
        alike = self._profiles.likeness_of(best.role, title_role) >= NEIGHBOURS
        if alike or best.likeness - own.likeness <= CLEARLY or self._roles.speaks_for(title, best.role, title_role):
            return None
        return best.role
