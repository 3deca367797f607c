"""Requirements in words."""

from __future__ import annotations

import pytest

from roadmap.domain.requirement import Choice, Requirement, UnitRequirement, describe, units_named

A, B, C = (UnitRequirement(f"{name}@1", "") for name in "abc")


@pytest.mark.parametrize(
    ("requirement", "words"),
    [
        (A, "a@1"),
        (Choice((A, B), 1, ""), "a@1 or b@1"),
        (Choice((A, B, C), 2, ""), "2 of a@1, b@1, c@1"),
        (Choice((A, Choice((B, C), 2, "")), 1, ""), "a@1 or (2 of b@1, c@1)"),
        (Choice((Choice((A, B), 1, ""), C), 2, ""), "2 of (a@1 or b@1), c@1"),
    ],
)
def test_a_requirement_is_described_in_a_few_words(requirement: Requirement, words: str) -> None:
    assert describe(requirement) == words


def test_all_units_of_requirements_are_named_in_the_order_written() -> None:
    assert list(units_named([Choice((B, Choice((C, A), 1, "")), 1, ""), A])) == ["b@1", "c@1", "a@1", "a@1"]
