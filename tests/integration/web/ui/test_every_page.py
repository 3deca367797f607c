"""What the service's own pages have in common, as they leave the server."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient

from roadmap.adapters.graph_shelf import GraphShelf
from roadmap.web.app import create_app
from tests.building.html import Html
from tests.building.plans import planner
from tests.building.web import LIMITS, FixedClock
from tests.contract.exporters.hostile import TEXTS, hostile_document

ROADMAP = "/roadmap?role=ml-engineer&known=git@1&hours_per_week=10&start_date=2027-01-04"
RANKED = "/which-role?mathematics=-1&product=1&known=python&hours_per_week=10&deadline=2027-12-31"
COMPARED = "/compare?roles=ai-engineer,ml-engineer&known=git@1&hours_per_week=10"
PAGES = ["/", "/?hours_per_week=5", "/roadmap", ROADMAP, "/roadmap?targets=python@2", "/which-role", RANKED, "/compare",
         COMPARED, "/compare?roles=ai-engineer,ml-engineer,data-scientist", "/advert", "/advert?sample=1"]  # fmt: skip
HOSTILE = ["/", "/roadmap?role=hostile&known=skill-3&hours_per_week=10", "/which-role?known=skill-3",
           "/compare?roles=hostile,role-4", "/compare?roles=role-1,role-2,role-3"]  # fmt: skip
BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


@pytest.mark.parametrize("path", PAGES)
def test_pages_load_nothing_but_files_of_the_service(client: FlaskClient, path: str) -> None:
    response = client.get(path)
    page = Html(response.text)
    for address in (*page.loaded, *page.scripts):
        assert client.get(address, follow_redirects=True).status_code == 200
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("path", PAGES)
def test_pages_are_well_formed_and_their_links_lead_somewhere(client: FlaskClient, path: str) -> None:
    page = Html(client.get(path).text)
    assert page.open == []
    assert len(page.ids) == len(set(page.ids))
    for link in {link for link in page.links if link.startswith("/")}:
        assert client.get(link).status_code == 200
    assert all(link[1:] in page.ids for link in page.links if link.startswith("#"))


@pytest.mark.parametrize("path", PAGES)
def test_pages_say_what_they_are_for(client: FlaskClient, path: str) -> None:
    html = client.get(path).text
    title = html.partition("<title>")[2].partition("</title>")[0]
    about = html.partition('<meta name="description" content="')[2].partition('"')[0]
    assert title.endswith(" · Roadmap")
    assert 40 < len(about) < 200
    assert Html(html).tags.count("h1") == 1


@pytest.mark.parametrize("path", HOSTILE)
def test_hostile_names_are_words(path: str) -> None:
    library = GraphShelf([planner(hostile_document())])
    client = create_app(library, LIMITS, None, FixedClock()).test_client()
    response = client.get(path)
    assert response.status_code == 200
    page = Html(response.text)
    assert page.open == []
    assert not {"img", "iframe", "object", "i", "style"} & set(page.tags)
    assert all(script.startswith(("/assets/", "/embed/")) for script in page.scripts)
    assert not [link for link in page.links if not link.startswith(("/", "#", "http://localhost/"))]


def test_a_hostile_advert_is_words(client: FlaskClient) -> None:
    for text in TEXTS:
        response = client.post("/advert", data={"title": text, "text": f"{text} Must have: Python. {text}"})
        page = Html(response.text)
        assert page.open == []
        assert not {"img", "iframe", "style"} & set(page.tags)
        assert all(script.startswith("/assets/") for script in page.scripts)


@pytest.mark.parametrize("path", ["/nothing-here", "/problems/nothing", "/assets/0/site.css", "/roadmap/"])
def test_who_reads_pages_gets_a_page_of_what_is_not_there(client: FlaskClient, path: str) -> None:
    response = client.get(path, headers=BROWSER)
    assert (response.status_code, response.mimetype) == (404, "text/html")
    assert response.headers["Cache-Control"] == "no-store"
    assert "There is nothing at this address" in Html(response.text).text


ASKED_BY_PROGRAMS = [
    ("/nothing-here", "*/*"),
    ("/nothing-here", "application/json"),
    ("/v1/nothing", "text/html,*/*"),
    ("/v1/roles/nothing", "text/html,*/*"),
]


@pytest.mark.parametrize(("path", "accept"), ASKED_BY_PROGRAMS)
def test_programs_and_the_api_get_the_problem(client: FlaskClient, path: str, accept: str) -> None:
    response = client.get(path, headers={"Accept": accept})
    assert (response.status_code, response.mimetype) == (404, "application/problem+json")


def test_a_query_that_cannot_be_read_is_told_on_a_page(client: FlaskClient) -> None:
    response = client.get("/roadmap?role=a&role=b")
    assert (response.status_code, response.mimetype) == (400, "text/html")
    assert "given twice" in response.text


def test_links_that_picked_something_up_on_their_way_still_work(client: FlaskClient) -> None:
    assert client.get("/roadmap?role=ml-engineer&utm_source=letter&fbclid=1").status_code == 200


def test_pages_are_made_for_one_reader_and_their_files_for_all(client: FlaskClient) -> None:
    """A page has a nonce, which must not be kept; its files change their address when they change."""
    page = client.get(ROADMAP)
    assert page.headers["Cache-Control"] == "no-store"
    assert client.post("/advert", data={"text": "Python"}).headers["Cache-Control"] == "no-store"
    files = [address for address in (*Html(page.text).loaded, *Html(page.text).scripts) if "oembed" not in address]
    assert len(files) == 4
    for address in files:
        assert client.get(address).headers["Cache-Control"] == "public, max-age=31536000, immutable"


def test_scripts_run_by_the_nonce_of_their_page_alone(client: FlaskClient) -> None:
    first, second = client.get("/"), client.get("/")
    nonces = [re.findall(r'nonce="(.*?)"', page.text) for page in (first, second)]
    assert nonces[0] != nonces[1]
    assert f"script-src 'nonce-{nonces[0][0]}';" in first.headers["Content-Security-Policy"]
