from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from flask import Flask
from flask.testing import FlaskClient

from roadmap.web.openapi import openapi_document
from roadmap.web.problem_types import PROBLEM_TYPES, ProblemType

PAGES = ["/docs", "/problems", *(f"/problems/{problem.name}" for problem in PROBLEM_TYPES)]


class Page(HTMLParser):
    """A page's ids, links, tags that stand open, and things it would load."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        assert not {"style", "onclick", "onload"} & set(given)
        if given.get("id"):
            self.ids.append(str(given["id"]))
        if tag == "a":
            self.links.append(str(given["href"]))
        elif given.get("href") or given.get("src"):
            self.loaded.append(str(given.get("href") or given.get("src")))
        if tag not in ("meta", "link", "img", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("path", PAGES)
def test_pages_load_nothing_but_their_style(client: FlaskClient, path: str) -> None:
    response = client.get(path)
    page = Page(response.text)
    assert set(page.loaded) == {"data:,", "/style.css"}
    assert "<script" not in response.text
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("path", PAGES)
def test_pages_are_well_formed_and_their_links_lead_somewhere(client: FlaskClient, path: str) -> None:
    page = Page(client.get(path).text)
    assert page.open == []
    assert len(page.ids) == len(set(page.ids))
    for link in page.links:
        if link.startswith("#"):
            assert link[1:] in page.ids
        else:
            assert client.get(link).status_code == 200


def test_the_reference_shows_every_operation_parameter_and_schema(app: Flask, client: FlaskClient) -> None:
    document, page = openapi_document(app), Page(client.get("/docs").text)
    for path, item in document["paths"].items():
        for operation in item.values():
            assert operation["operationId"] in page.ids
            assert operation["summary"] in page.text
            assert path in page.text
            assert all(parameter["name"] in page.text for parameter in operation.get("parameters", []))
    assert {f"schema-{name}" for name in document["components"]["schemas"]} <= set(page.ids)


def test_code_in_descriptions_is_marked_up(client: FlaskClient) -> None:
    assert "`" not in Page(client.get("/docs").text).text


@pytest.mark.parametrize("problem", PROBLEM_TYPES, ids=lambda problem: problem.name)
def test_a_problem_has_a_page_that_explains_it(client: FlaskClient, problem: ProblemType) -> None:
    text = re.sub(r"\s+", " ", Page(client.get(f"/problems/{problem.name}").text).text)
    for words in (problem.title, problem.means, problem.comes, problem.mend):
        assert re.sub(r"\s+", " ", words.replace("`", "")) in text


def test_the_root_leads_to_the_reference(client: FlaskClient) -> None:
    assert client.get("/").headers["Location"] == "/docs"


def test_the_style_is_small_and_knows_the_dark(client: FlaskClient) -> None:
    style = client.get("/style.css").text
    assert len(style) < 8_000
    assert "prefers-color-scheme: dark" in style
