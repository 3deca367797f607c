"""A fixed set of plans, refusals and defects, written out: the same from every process (`python -m` prints it)."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.domain.graph.defects import find_defects
from roadmap.domain.plan import PlanRequest
from roadmap.errors import ImpossibleRequestError
from roadmap.planning.ordering import STRATEGIES
from tests.building.documents import any_of, document, role, skill
from tests.building.large_graphs import SHAPES, generate
from tests.building.plans import canonical_dump, planner
from tests.building.small_graphs import units_of


def everything() -> str:
    """All of it, a line each."""
    return "\n".join([*_plans(), *_hard_choices(), *_refusals(), *_defects()])


def _plans() -> Iterator[str]:
    for shape in sorted(SHAPES):
        made = generate(shape, 120, seed=1)
        makes = planner(made)
        known, some = tuple(units_of(made)[::5]), tuple(units_of(made)[::7])
        for strategy in STRATEGIES:
            request = PlanRequest(role="wide", known=known, prefer=some, strategy=strategy.name, hours_per_week=7.5)
            yield canonical_dump(makes.build_plan(request))


def _hard_choices() -> Iterator[str]:
    """More combinations than are compared one by one, all of them as good."""
    skills = [skill(f"{letter}{number}", 1 + number % 3) for letter in "abcdefgh" for number in range(6)]
    choices = [any_of(*(f"{letter}{number}" for number in range(6)), count=2) for letter in "abcdefgh"]
    top = [skill("top", 1, requires=[any_of("a1", "b1", "c1")]), skill("end", 1, requires=[any_of("top", "h0")])]
    made = document([*skills, *top], [role("goal", "end", *choices, any_of("a2", "b2", "h3"))])
    yield canonical_dump(planner(made).build_plan(PlanRequest(role="goal")))


def _refusals() -> Iterator[str]:
    made = generate("layered", 120, seed=2)
    for names in (("known", "pyhton@7"), ("avoid", *units_of(made)[::2]), ("targets", "skill-1000")):
        try:
            planner(made).build_plan(PlanRequest(role="wide", **{names[0]: names[1:]}))
        except ImpossibleRequestError as refused:
            yield str(refused)


def _defects() -> Iterator[str]:
    """A knot of rings that much else hangs on, and some dangling references."""
    knot = ("alpha", "beta", "gamma", "delta")
    rings = [skill(name, requires=[other for other in knot if other != name]) for name in knot]
    others = [skill(f"other-{number}", requires=[*knot, f"nothing-{number}"]) for number in range(20)]
    yield from map(str, find_defects(document([*rings, *others])))


if __name__ == "__main__":
    print(everything(), end="")  # noqa: T201
