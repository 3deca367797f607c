"""What holds for any advert: evidence points at the words named, and no text makes reading slow."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.insights.adverts.phrases import Phrases
from roadmap.insights.adverts.words import words_of
from tests.building.adverts import SKILLS, read, reader

NAMES = {
    str(name["text"] if isinstance(name, dict) else name): skill["id"]
    for skill in SKILLS
    for name in (skill["name"], *skill["aliases"])
}
TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=40)
PIECES = st.one_of(
    TEXT, st.sampled_from(sorted(NAMES)), st.sampled_from([", ", " or ", "\n- ", "<li>", "&amp;", "</p>"])
)

MOST_TIMES = 75
"""How much longer a text of 200 KB may take than one of 4 KB, which is a forty-ninth of it."""


@pytest.fixture
def without_collector() -> Iterator[None]:
    """No garbage is collected meanwhile: what that takes depends on all that other tests have left."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def named(stretch: str) -> set[str]:
    """The skills that a stretch of text names as a whole."""
    plain = stretch.lower()
    words = words_of(plain)
    found = Phrases((name, skill) for name, skill in NAMES.items()).find(plain, words)
    return {each.meaning for each in found if (each.first, each.end) == (0, len(words))}


@given(st.lists(PIECES, max_size=12).map("".join))
def test_evidence_points_at_the_words_that_name_the_skill(text: str) -> None:
    reading = read(text)
    for demand in reading.demands:
        for mention in demand.mentions:
            start, end = reading.words[mention.first][0], reading.words[mention.end - 1][1]
            first, last = reading.source.span(start, end)
            assert 0 <= first < last <= len(text)
            stretch = text[first:last]
            assert demand.skill.id in named(stretch) or "<" in stretch or "&" in stretch or not stretch.isascii()


@given(st.lists(PIECES, max_size=12).map("".join))
def test_the_same_text_is_read_the_same_way(text: str) -> None:
    one, other = read(text), read(text)
    assert one.demands == other.demands
    assert one.roles == other.roles


@given(st.lists(PIECES, max_size=12).map("".join))
def test_confidences_are_shares(text: str) -> None:
    roles = read(text).roles
    assert all(0 <= fit.confidence <= 1 for fit in roles)
    assert sum(fit.confidence for fit in roles) == pytest.approx(1) or not any(fit.confidence for fit in roles)
    assert [fit.likeness for fit in roles] == sorted((fit.likeness for fit in roles), reverse=True)


@pytest.mark.parametrize(
    "piece",
    [
        *("Python, ", "Python or ", "scikit-learn ", "machine learning ", "Go ", "no Python ", "strong Python ("),
        *("Python: nice to have; ", "- Python\n", "<li>Go", "&amp;", "5 years ", "Nice to have:\n", "Zzz, ", "x"),
        *("a plus Python ", "ideally "),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("without_collector")
def test_no_text_makes_reading_slow(piece: str) -> None:
    def seconds(size: int) -> float:
        text = (piece * (size // len(piece) + 1))[:size]
        begun = process_time()
        reader().read(text)
        return process_time() - begun

    seconds(4_096)
    short, long = min(seconds(4_096) for _ in range(5)), min(seconds(200_000) for _ in range(2))
    assert long < MOST_TIMES * short
