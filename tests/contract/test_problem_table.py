"""The table of problems has a row for everything that can reach the web, and a page for every row."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from roadmap import errors
from roadmap.web import refusals
from roadmap.web.problem_types import BY_NAME, INTERNAL, PROBLEM_TYPES
from roadmap.web.problems import TABLE, Row

AT_START = (errors.SettingError, errors.DefectiveGraphError)
"""Errors of those who run the service: they are raised before it serves, and reach no one over the web."""

ON_THE_COMMAND_LINE = (errors.BatchFileError,)
"""Errors of commands that write files: the web writes none."""


def leaves(root: type[Exception]) -> Iterator[type[Exception]]:
    below = root.__subclasses__()
    for one in below:
        yield from leaves(one)
    if not below:
        yield root


def row_for(exception: type[Exception]) -> Row:
    return next(row for row in TABLE if issubclass(exception, row.exception))


def own_leaves() -> list[type[Exception]]:
    found = [*leaves(errors.RoadmapError), *leaves(refusals.RefusedRequestError)]
    return [
        error
        for error in found
        if error.__module__.startswith("roadmap.") and error not in (*AT_START, *ON_THE_COMMAND_LINE)
    ]


@pytest.mark.parametrize("exception", own_leaves(), ids=lambda exception: exception.__name__)
def test_every_error_that_can_reach_the_web_has_a_row(exception: type[Exception]) -> None:
    assert row_for(exception).problem is not INTERNAL


def test_every_type_is_used_and_named_once() -> None:
    assert {row.problem.name for row in TABLE} == set(BY_NAME)
    assert len(BY_NAME) == len(PROBLEM_TYPES)
    assert len({problem.title for problem in PROBLEM_TYPES}) == len(PROBLEM_TYPES)


def test_special_rows_come_before_general_ones() -> None:
    for n, row in enumerate(TABLE):
        assert not [above for above in TABLE[:n] if issubclass(row.exception, above.exception)]


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.exception.__name__)
def test_every_row_has_a_page(client: FlaskClient, row: Row) -> None:
    response = client.get(f"/problems/{row.problem.name}")
    assert (response.status_code, response.mimetype) == (200, "text/html")
    assert row.problem.title in response.text
