"""The smallest set of skills that meets a share of adverts, against trying every set."""

from __future__ import annotations

from itertools import combinations
from math import ceil

from hypothesis import given
from hypothesis import strategies as st

from roadmap.insights.adverts.reading import AdvertReading
from roadmap.insights.adverts.survey import cover, skill_demand
from tests.building.adverts import read

NAMES = {
    "python": "Python",
    "sql": "SQL",
    "docker": "Docker",
    "java": "Java",
    "azure": "Azure",
    "statistics": "Statistics",
}
HOURS = {skill: 10 * number for number, skill in enumerate(NAMES, 1)}
SKILLS = st.sampled_from(sorted(NAMES))


@st.composite
def adverts(draw: st.DrawFn) -> str:
    """An advert that demands some skills, some of them as a choice, and wishes for others."""
    musts = draw(st.lists(SKILLS, max_size=3, unique=True))
    choice = draw(st.lists(SKILLS, min_size=2, max_size=3, unique=True))
    wishes = draw(st.lists(SKILLS, max_size=2, unique=True))
    lines = ["Must have", *(f"- {NAMES[skill]}" for skill in musts)]
    lines += [f"- {' or '.join(NAMES[skill] for skill in choice)}"] if draw(st.booleans()) else []
    lines += ["Nice to have", *(f"- {NAMES[skill]}" for skill in wishes)]
    return "\n".join(lines)


def meets(reading: AdvertReading, skills: set[str]) -> bool:
    """Whether skills are all that an advert demands."""
    essential = {str(demand.skill.id) for demand in reading.demands if not demand.wished}
    in_choices = {skill for choice in reading.choices for skill in choice if skill in essential}
    choices_met = all(set(choice) & essential & skills or not set(choice) & essential for choice in reading.choices)
    return choices_met and essential - in_choices <= skills


@given(st.lists(adverts(), min_size=1, max_size=5), st.sampled_from([0.2, 0.5, 0.8, 1.0]), st.sets(SKILLS, max_size=2))
def test_the_smallest_set_is_the_smallest(texts: list[str], share: float, known: set[str]) -> None:
    readings = [read(text) for text in texts]
    found = cover(readings, share, known, HOURS)
    needed = ceil(share * len(readings) - 1e-9)
    enough = [
        (len(chosen), sum(HOURS[skill] for skill in chosen), chosen)
        for size in range(len(NAMES) + 1)
        for chosen in combinations(sorted(NAMES), size)
        if sum(meets(reading, {*chosen, *known}) for reading in readings) >= needed
    ]
    assert found.exact
    assert found.skills == min(enough)[2]
    assert found.met == sum(meets(reading, {*found.skills, *known}) for reading in readings) >= needed


@given(st.lists(adverts(), min_size=1, max_size=5))
def test_every_advert_that_asks_for_a_skill_is_counted(texts: list[str]) -> None:
    readings = [read(text) for text in texts]
    for count in skill_demand(readings):
        asking = [demand.wished for reading in readings for demand in reading.demands if demand.skill == count.skill]
        assert (count.essential, count.optional) == (asking.count(False), asking.count(True))
        assert count.share == len(asking) / len(readings)
