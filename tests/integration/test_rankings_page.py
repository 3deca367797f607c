"""What docs/rankings.md says is what the code does."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from roadmap.domain.axis import AXES
from roadmap.insights.ranking import TERMS
from roadmap.insights.ranking.reasons import WORTH_SAYING
from roadmap.web.examples import example_of

PAGE = (Path(__file__).parents[2] / "docs" / "rankings.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| (.*) \|$", re.MULTILINE)
FIGURE = re.compile(r"−?\d+(?:\.\d+)?")


def rows() -> dict[str, list[str]]:
    """The cells of all tables by the first of their row."""
    cells = ([cell.strip() for cell in row.split("|")] for row in ROW.findall(PAGE))
    return {first.strip("`"): rest for first, *rest in cells}


def last_figure(cell: str) -> float:
    return float(FIGURE.findall(cell)[-1].replace("−", "-"))


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.name)
def test_the_weights_are_those_of_the_code(term: Any) -> None:
    assert f"| `{term.name}` | {term.weight} |" in PAGE


@pytest.mark.parametrize("axis", AXES, ids=lambda axis: axis.name)
def test_the_axes_are_those_of_the_code(axis: Any) -> None:
    assert f"| `{axis.name}` | {axis.called} |" in PAGE


def test_the_bound_of_a_third_sentence_is_that_of_the_code() -> None:
    assert f"a difference of {WORTH_SAYING} or more" in PAGE


def test_the_example_is_the_one_of_the_contract() -> None:
    table = rows()
    for column, ranking in enumerate(example_of("rankRoles")["answer"]["rankings"]):
        assert last_figure(table["score"][column]) == ranking["score"]
        for term in ranking["terms"]:
            assert last_figure(table[term["name"]][column]) == term["value"]
        needed = ranking["hours_left"] + ranking["known_hours"]
        assert table["hours left, of all"][column] == f"{ranking['hours_left']} of {needed}"
        traits = (ranking["traits"]["mathematics"], ranking["traits"]["product"])
        assert table["traits mathematics, product"][column] == f"{traits[0]}, {traits[1]}"
