"""Which roles an advert describes: its skills beside those of each role, weighed by how much each tells roles apart.

A role and an advert are vectors over skills, and their likeness is the cosine of the angle between them, each skill
weighted by the logarithm of how few roles share it (tf-idf: K. Spärck Jones, "A statistical interpretation of term
specificity", 1972). Confidences are the likenesses put through a softmax.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log, sqrt

from roadmap.domain.requirement import units_named
from roadmap.domain.role import Role
from roadmap.insights.adverts.demands import Demand
from roadmap.planning import Planner

ESSENTIAL, OPTIONAL, UNDERLYING = 1.0, 0.35, 0.3
"""What a skill weighs in a role: asked for outright, welcome, or needed for what is asked for."""

DEMANDED, WISHED = 1.0, 0.5
"""What a skill weighs in an advert."""

NAMED = 0.12
"""What a role gains by being named in the text."""

SHARPNESS = 14.0
"""How steeply confidence follows likeness."""

MOST_TOLD = 8
"""How many skills are told for and against a role."""


@dataclass(frozen=True, slots=True)
class RoleFit:
    """How well a role fits an advert. `confidence` is in [0, 1], and of all roles 1 together; `supporting` are skills
    of the advert that speak for it, `opposing` ones that it has no use for, the most telling first."""

    role: Role
    confidence: float
    likeness: float
    supporting: tuple[str, ...]
    opposing: tuple[str, ...]


class Profiles:
    """The roles of a graph as vectors over skills."""

    def __init__(self, planner: Planner) -> None:
        self.roles = tuple(planner.compiled.roles.values())
        plain = [_weights(planner, role) for role in self.roles]
        self.rarity = _rarity(plain)
        self.vectors = [self._scaled(weights) for weights in plain]

    def fits(self, demands: Iterable[Demand], named: Mapping[str, int]) -> list[RoleFit]:
        """All roles, the best first; ties by id. `named` counts how often the text names each role."""
        asked = self._scaled({demand.skill.id: WISHED if demand.wished else DEMANDED for demand in demands})
        likeness = [
            self._likeness(vector, asked) + NAMED * bool(named.get(role.id))
            for role, vector in zip(self.roles, self.vectors, strict=True)
        ]
        shares = _softmax(likeness) if asked else [0.0] * len(self.roles)
        fits = [
            RoleFit(role, share, like, *_told(vector, asked))
            for role, share, like, vector in zip(self.roles, shares, likeness, self.vectors, strict=True)
        ]
        return sorted(fits, key=lambda fit: (-fit.likeness, fit.role.id))

    def likeness_of(self, one: Role, other: Role) -> float:
        """How like two roles are to each other, in [0, 1]."""
        vectors = [self.vectors[self.roles.index(role)] for role in (one, other)]
        return self._likeness(*vectors)

    def _scaled(self, weights: Mapping[str, float]) -> dict[str, float]:
        scaled = {skill: weight * self.rarity.get(skill, 0.0) for skill, weight in weights.items()}
        length = sqrt(sum(weight * weight for weight in scaled.values())) or 1.0
        return {skill: weight / length for skill, weight in scaled.items() if weight}

    def _likeness(self, vector: Mapping[str, float], asked: Mapping[str, float]) -> float:
        return sum(weight * vector.get(skill, 0.0) for skill, weight in asked.items())


def _weights(planner: Planner, role: Role) -> dict[str, float]:
    compiled = planner.compiled
    weights: dict[str, float] = {
        compiled.units[number].skill.id: UNDERLYING for number in planner.units_of_role(role.id)
    }
    for requirements, weight in ((role.optional, OPTIONAL), (role.essential, ESSENTIAL)):
        for unit in units_named(requirements):
            skill: str = compiled.units[compiled.number[unit]].skill.id
            weights[skill] = max(weight, weights.get(skill, 0.0))
    return weights


def _rarity(roles: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """By skill: the logarithm of the number of roles over the sum of the weights it has in them."""
    total: dict[str, float] = {}
    for weights in roles:
        for skill, weight in weights.items():
            total[skill] = total.get(skill, 0.0) + weight
    return {skill: log(1 + len(roles) / weight) for skill, weight in total.items()}


def _softmax(likeness: Sequence[float]) -> list[float]:
    highest = max(likeness, default=0.0)
    powers = [exp(SHARPNESS * (like - highest)) for like in likeness]
    whole = sum(powers)
    return [power / whole for power in powers]


def _told(vector: Mapping[str, float], asked: Mapping[str, float]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    gains = {skill: weight * vector[skill] for skill, weight in asked.items() if skill in vector}
    missing = {skill: weight for skill, weight in asked.items() if skill not in vector}
    return _most(gains), _most(missing)


def _most(weights: Mapping[str, float]) -> tuple[str, ...]:
    return tuple(sorted(weights, key=lambda skill: (-weights[skill], skill))[:MOST_TOLD])
