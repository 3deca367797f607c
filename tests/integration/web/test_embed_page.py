"""The page for frames: what is in it, who may put it there, and what it may do."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from roadmap.adapters.graph_shelf import GraphShelf
from roadmap.origins import Origins, OtherOrigins
from roadmap.web.app import create_app
from roadmap.web.embed.page import CHANGED
from tests.building.plans import planner
from tests.building.web import LIMITS, FixedClock, careers_app
from tests.contract.exporters.hostile import hostile_document

PAGE = "/embed/ml-engineer"
LMS = "https://lms.example"
VOID = {"meta", "link", "br"}


class Read(HTMLParser):
    """The elements of a page in order, each with its attributes; and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, tag: str) -> list[dict[str, Any]]:
        return [attributes for name, attributes in self.found if name == tag]


def policy_of(response: TestResponse) -> dict[str, str]:
    written = (part.split(" ", 1) for part in response.headers["Content-Security-Policy"].split("; "))
    return dict(written)


@pytest.fixture(scope="module")
def at_lms() -> FlaskClient:
    return careers_app(others=OtherOrigins(may_embed=Origins((LMS,)))).test_client()


def test_the_page_is_the_widget_with_what_the_address_asks_for(client: FlaskClient) -> None:
    query = "known=python,git@1&in_progress=docker@1&skipped=aws&prefer=azure&hours_per_week=7.5"
    shown = (
        "view=list&theme=dark&lang=de&show_known=true&include_optional=true&start_date=2027-01-04&deadline=2028-01-01"
    )
    response = client.get(f"{PAGE}?{query}&{shown}")
    assert (response.status_code, response.mimetype) == (200, "text/html")
    [element] = Read(response.text).all("learning-roadmap")
    assert element == {
        **{"role-id": "ml-engineer", "known": "git@1,python", "in-progress": "docker@1", "skipped": "aws"},
        **{"prefer": "azure", "hours-per-week": "7.5", "view": "list", "theme": "dark", "lang": "de"},
        **{"show-known": "true", "include-optional": "true", "start-date": "2027-01-04", "deadline": "2028-01-01"},
    }


def test_the_page_reads_without_a_script(client: FlaskClient) -> None:
    page = Read(client.get(f"{PAGE}?known=python&in_progress=docker@1&skipped=aws@1").text)
    plan = client.get("/v1/plans?role=ml-engineer&known=python").get_json()
    for step in plan["steps"]:
        assert step["name"] in page.text
        assert step["outcome"] in page.text
    assert len(page.all("li")) == len(plan["steps"])
    assert f"{plan['summary']['steps']} steps, {plan['summary']['hours']} hours." in page.text
    [link] = page.all("a")
    assert client.get(link["href"].removeprefix("http://localhost")).mimetype == "text/html"
    assert re.search(r"Docker[^·]*1[^·]*h · in progress", page.text)


def test_a_plan_with_nothing_left_says_so(client: FlaskClient) -> None:
    assert "Nothing is left to learn." in client.get(f"{PAGE}?from_roles=ml-engineer").text


def test_everything_it_loads_is_there(client: FlaskClient) -> None:
    page = Read(client.get(PAGE).text)
    loaded = [script["src"] for script in page.all("script")]
    loaded += [link["href"] for link in page.all("link") if link["rel"] == "stylesheet"]
    loaded = [urljoin(PAGE, path) for path in loaded]
    assert len(loaded) == 3
    for path in loaded:
        response = client.get(path)
        assert response.status_code == 200
        assert "immutable" in response.headers["Cache-Control"]


def test_nothing_in_it_is_inline(client: FlaskClient) -> None:
    response = client.get(PAGE)
    page = Read(response.text)
    assert not page.all("style")
    assert not [name for _, attributes in page.found for name in attributes if name == "style" or name.startswith("on")]
    assert all(script["src"] for script in page.all("script"))


def test_its_scripts_run_by_a_nonce_of_their_own(client: FlaskClient) -> None:
    first, second = client.get(PAGE), client.get(PAGE)
    nonces = []
    for response in (first, second):
        [nonce] = {script["nonce"] for script in Read(response.text).all("script")}
        assert len(nonce) >= 22
        assert policy_of(response)["script-src"] == f"'nonce-{nonce}'"
        nonces.append(nonce)
    assert nonces[0] != nonces[1]


def test_it_may_do_nothing_else(client: FlaskClient) -> None:
    response = client.get(PAGE)
    policy = policy_of(response)
    assert policy["default-src"] == policy["base-uri"] == policy["form-action"] == "'none'"
    assert policy["connect-src"] == policy["style-src"] == "'self'"
    assert "unsafe" not in response.headers["Content-Security-Policy"]
    assert "camera=()" in response.headers["Permissions-Policy"]
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_nobody_keeps_it_as_its_nonce_is_for_once(client: FlaskClient) -> None:
    response = client.get(PAGE, headers={"If-None-Match": "*"})
    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "no-store"
    assert "ETag" not in response.headers


@pytest.mark.parametrize(
    ("origins", "framers"),
    [
        (Origins(), "'self'"),
        (Origins((LMS, "http://localhost:3000")), f"'self' {LMS} http://localhost:3000"),
        (Origins(any=True), "*"),
    ],
    ids=["unset", "named", "any"],
)
def test_who_may_frame_it_is_set(origins: Origins, framers: str) -> None:
    client = careers_app(others=OtherOrigins(may_embed=origins)).test_client()
    for path in (PAGE, "/embed/nobody", f"{PAGE}?known=pyton", f"{PAGE}?x=1"):
        assert policy_of(client.get(path))["frame-ancestors"] == framers


@pytest.mark.parametrize("path", ["/docs", "/problems", "/v1/plans?role=ml-engineer&format=html"])
def test_no_other_page_may_be_framed(path: str) -> None:
    client = careers_app(others=OtherOrigins(may_embed=Origins(any=True))).test_client()
    assert policy_of(client.get(path))["frame-ancestors"] == "'none'"


def test_a_page_that_is_told_of_it_is_named(at_lms: FlaskClient) -> None:
    page = Read(at_lms.get(f"{PAGE}?parent_origin={LMS}").text)
    assert page.all("body")[0]["data-parent-origin"] == LMS
    assert page.all("html")[0]["data-height"] == "content"


def test_without_one_nobody_is_told(at_lms: FlaskClient) -> None:
    page = Read(at_lms.get(PAGE).text)
    assert "data-parent-origin" not in page.all("body")[0]
    assert page.all("html")[0]["data-height"] == "frame"


@pytest.mark.parametrize("origin", ["https://evil.example", f"{LMS}.evil.example", "http://lms.example"])
def test_an_origin_that_may_not_frame_it_is_told_nothing(at_lms: FlaskClient, origin: str) -> None:
    response = at_lms.get(f"{PAGE}?parent_origin={origin}")
    assert response.status_code == 400
    assert response.get_json()["errors"][0]["parameter"] == "parent_origin"
    assert "ROADMAP_EMBED_ORIGINS" in response.get_json()["detail"]


@pytest.mark.parametrize(
    "origin", ["*", "null", "", "lms.example", f"{LMS}/", "javascript:alert(1)", "https://LMS.example"]
)
def test_what_is_no_origin_is_refused_whoever_may_frame_it(origin: str) -> None:
    client = careers_app(others=OtherOrigins(may_embed=Origins(any=True))).test_client()
    response = client.get(PAGE, query_string={"parent_origin": origin})
    assert (response.status_code, response.get_json()["errors"][0]["parameter"]) == (400, "parent_origin")


def test_a_page_of_the_service_itself_may_be_told(client: FlaskClient) -> None:
    assert client.get(f"{PAGE}?parent_origin=http://localhost").status_code == 200


def test_a_role_that_does_not_exist_is_not_found(client: FlaskClient) -> None:
    response = client.get("/embed/ml-enginer")
    assert (response.status_code, response.mimetype) == (404, "application/problem+json")
    assert response.get_json()["errors"][0]["suggestions"][0] == "ml-engineer"


@pytest.mark.parametrize(
    ("query", "status", "parameter"),
    [
        ("known=pyton", 422, "known"),
        ("in_progress=pyton", 422, "in_progress"),
        ("skipped=python@9", 422, "skipped"),
        ("graph=none", 422, "graph"),
        ("role=ai-engineer", 400, "role"),
        ("format=svg", 400, "format"),
        ("theme=blue", 400, "theme"),
        ("view=tree", 400, "view"),
        ("lang=fr", 400, "lang"),
        ("show_known=yes", 400, "show_known"),
        ("hours_per_week=0", 400, "hours_per_week"),
        ("deadline=2027-01-04", 400, "start_date"),
    ],
)
def test_what_cannot_be_is_told_as_everywhere(client: FlaskClient, query: str, status: int, parameter: str) -> None:
    response = client.get(f"{PAGE}?{query}")
    assert (response.status_code, response.mimetype) == (status, "application/problem+json")
    assert response.get_json()["errors"][0]["parameter"] == parameter


def test_what_the_learner_changes_can_all_be_asked_for_again(client: FlaskClient) -> None:
    """The frame writes the members of the widget's state into its own address."""
    named = client.get(PAGE).text
    assert f'data-parameters="{CHANGED}"' in named
    state = ("targets", "known", "in_progress", "skipped", "prefer", "avoid", "from_roles", "days_off",
             "include_optional", "show_known", "graph", "start_date", "deadline", "strategy", "view",
             "hours_per_week")  # fmt: skip
    assert set(state) <= set(CHANGED.split(","))
    assert not {"parent_origin", "theme", "lang"} & set(CHANGED.split(","))


def test_hostile_names_stay_words() -> None:
    library = GraphShelf([planner(hostile_document())])
    client = create_app(library, LIMITS, None, FixedClock()).test_client()
    page = Read(client.get("/embed/hostile").text)
    assert {tag for tag, _ in page.found} <= {
        *("html", "head", "meta", "title", "link", "script", "body", "learning-roadmap"),
        *("main", "h1", "bdi", "p", "a", "ol", "li", "strong", "span", "br"),
    }
    assert len(page.all("script")) == 2
