from __future__ import annotations

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from roadmap.web.openapi import openapi_document
from roadmap.web.problem_types import PROBLEM_TYPES, ProblemType
from tests.building.html import Html

PAGES = ["/docs", "/problems", *(f"/problems/{problem.name}" for problem in PROBLEM_TYPES)]


@pytest.mark.parametrize("path", PAGES)
def test_pages_load_nothing_but_their_style(client: FlaskClient, path: str) -> None:
    response = client.get(path)
    page = Html(response.text)
    assert {path.rpartition("/")[2] for path in page.loaded} == {"icon.svg", "site.css", "reference.css"}
    assert all(client.get(path).status_code == 200 for path in page.loaded)
    assert "<script" not in response.text
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("path", PAGES)
def test_pages_are_well_formed_and_their_links_lead_somewhere(client: FlaskClient, path: str) -> None:
    page = Html(client.get(path).text)
    assert page.open == []
    assert len(page.ids) == len(set(page.ids))
    for link in page.links:
        if link.startswith("#"):
            assert link[1:] in page.ids
        else:
            assert client.get(link).status_code == 200


def test_the_reference_shows_every_operation_parameter_and_schema(app: Flask, client: FlaskClient) -> None:
    document, page = openapi_document(app), Html(client.get("/docs").text)
    for path, item in document["paths"].items():
        for operation in item.values():
            assert operation["operationId"] in page.ids
            assert operation["summary"] in page.text
            assert path in page.text
            assert all(parameter["name"] in page.text for parameter in operation.get("parameters", []))
    assert {f"schema-{name}" for name in document["components"]["schemas"]} <= set(page.ids)


def test_code_in_descriptions_is_marked_up(client: FlaskClient) -> None:
    assert "`" not in Html(client.get("/docs").text).text


@pytest.mark.parametrize("problem", PROBLEM_TYPES, ids=lambda problem: problem.name)
def test_a_problem_has_a_page_that_explains_it(client: FlaskClient, problem: ProblemType) -> None:
    text = re.sub(r"\s+", " ", Html(client.get(f"/problems/{problem.name}").text).text)
    for words in (problem.title, problem.means, problem.comes, problem.mend):
        assert re.sub(r"\s+", " ", words.replace("`", "")) in text


def test_the_styles_are_small_and_know_the_dark(client: FlaskClient) -> None:
    page = Html(client.get("/docs").text)
    styles = [client.get(path).text for path in page.loaded if path.endswith(".css")]
    assert sum(map(len, styles)) < 32_000
    assert any("prefers-color-scheme:dark" in style for style in styles)
