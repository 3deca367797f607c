from __future__ import annotations

import pytest

from roadmap.adapters.graph_shelf import load_graphs
from roadmap.services.spoken_skills import skill_ids, skill_levels, spoken
from tests.building.web import CAREERS

LIBRARY = load_graphs([CAREERS])


@pytest.mark.parametrize(
    ("word", "reference"),
    [
        ("python", "python"),
        ("python@2", "python@2"),
        ("Python", "python"),
        ("LINEAR ALGEBRA", "linear-algebra"),
        ("matrix algebra@2", "linear-algebra@2"),
        ("python@9", "python@9"),
        ("cookery", "cookery"),
    ],
)
def test_a_word_stands_for_what_is_called_so(word: str, reference: str) -> None:
    assert skill_ids(LIBRARY, None, [word]) == (reference,)


def test_what_is_said_twice_is_known_once() -> None:
    assert skill_ids(LIBRARY, None, ["Git", "git"]) == ("git",)


def test_where_there_is_no_such_graph_words_stay_as_they_are() -> None:
    assert skill_ids(LIBRARY, "cookery", ["Git"]) == ("Git",)
    assert spoken(LIBRARY, "cookery", "git") == "git"


def test_units_are_spoken_with_their_level() -> None:
    assert spoken(LIBRARY, None, "linear-algebra@2") == "Linear algebra, level 2 (working)"
    assert spoken(LIBRARY, None, "linear-algebra") == "Linear algebra"
    assert spoken(LIBRARY, None, "cookery@1") == "cookery@1"


def test_levels_are_counted() -> None:
    assert [skill_levels(LIBRARY, None, word) for word in ("linear-algebra@1", "git", "cookery")] == [3, 2, 0]
