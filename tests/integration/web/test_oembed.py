"""oEmbed 1.0: what is told of the addresses of roadmaps."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.building.web import careers_app

HERE = "http://localhost"
FRAME = f"{HERE}/embed/ml-engineer"


class Frame(HTMLParser):
    """The attributes of the one element that there is."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.attributes: dict[str, str | None] = {}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert (tag, self.attributes) == ("iframe", {})
        self.attributes = dict(attrs)


def ask(client: FlaskClient, url: str, **asked: Any) -> TestResponse:
    return client.get("/oembed", query_string={"url": url, **asked})


def test_a_frame_is_told_of(client: FlaskClient) -> None:
    answer = ask(client, f"{FRAME}?known=python&view=list").get_json()
    assert (answer["type"], answer["version"]) == ("rich", "1.0")
    assert answer["title"] == "Roadmap: Machine-learning engineer"
    frame = Frame(answer["html"]).attributes
    assert frame["src"] == f"{FRAME}?known=python&view=list"
    assert frame["title"] == answer["title"]
    assert (frame["width"], frame["height"]) == (str(answer["width"]), str(answer["height"]))
    assert "style" not in frame
    assert client.get(str(frame["src"]).removeprefix(HERE)).status_code == 200


def test_a_frame_may_run_its_script_and_not_take_the_page_elsewhere(client: FlaskClient) -> None:
    sandbox = set(str(Frame(ask(client, FRAME).get_json()["html"]).attributes["sandbox"]).split())
    assert {"allow-scripts", "allow-same-origin", "allow-popups"} <= sandbox
    assert (
        not {"allow-top-navigation", "allow-top-navigation-by-user-activation", "allow-forms", "allow-modals"} & sandbox
    )


def test_the_page_of_a_roadmap_is_told_of_by_its_frame(client: FlaskClient) -> None:
    page = f"{HERE}/roadmap?role=ml-engineer&known=python,git@1&hours_per_week=&in_progress=docker&utm_source=x"
    frame = Frame(ask(client, page).get_json()["html"]).attributes
    assert frame["src"] == f"{FRAME}?known=git@1,python&in_progress=docker"


@pytest.mark.parametrize(
    ("room", "width", "height"),
    [({}, 960, 720), ({"maxwidth": 500}, 500, 720), ({"maxheight": 300}, 960, 300),
     ({"maxwidth": 5000, "maxheight": 5000}, 960, 720), ({"maxwidth": 1, "maxheight": 1}, 1, 1)],
)  # fmt: skip
def test_it_fits_into_the_room_there_is(client: FlaskClient, room: dict[str, int], width: int, height: int) -> None:
    answer = ask(client, FRAME, **room).get_json()
    assert (answer["width"], answer["height"]) == (width, height)


def test_the_picture_is_told_of_where_it_fits(client: FlaskClient) -> None:
    answer = ask(client, FRAME).get_json()
    assert (answer["thumbnail_width"], answer["thumbnail_height"]) == (1200, 630)
    picture = client.get(answer["thumbnail_url"].removeprefix(HERE))
    assert (picture.status_code, picture.mimetype) == (200, "image/png")
    for room in ({"maxwidth": 1199}, {"maxheight": 629}):
        assert not [name for name in ask(client, FRAME, **room).get_json() if name.startswith("thumbnail")]


def test_xml_says_the_same(client: FlaskClient) -> None:
    response = ask(client, FRAME, format="xml")
    assert response.mimetype == "text/xml"
    root = ElementTree.fromstring(response.data)
    assert root.tag == "oembed"
    told = ask(client, FRAME, format="json").get_json()
    assert {element.tag: element.text for element in root} == {name: str(value) for name, value in told.items()}


def test_accept_chooses_where_no_format_is_named(client: FlaskClient) -> None:
    for accept, media_type in (
        ("text/xml", "text/xml"),
        ("application/json", "application/json"),
        ("*/*", "application/json"),
    ):
        response = client.get("/oembed", query_string={"url": FRAME}, headers={"Accept": accept})
        assert response.mimetype == media_type
    named = client.get("/oembed", query_string={"url": FRAME, "format": "json"}, headers={"Accept": "text/xml"})
    assert named.mimetype == "application/json"
    assert client.get("/oembed", query_string={"url": FRAME}, headers={"Accept": "image/png"}).status_code == 406


@pytest.mark.parametrize(
    "url",
    [
        *("https://elsewhere.example/embed/ml-engineer", "http://localhost.evil.example/embed/ml-engineer"),
        *("http://localhost:8000/embed/ml-engineer", "http://user@localhost/embed/ml-engineer", "/embed/ml-engineer"),
        *("ftp://localhost/embed/ml-engineer", "javascript:alert(1)", "http://[localhost/embed/ml-engineer", "x"),
        *(
            HERE,
            f"{HERE}/",
            f"{HERE}/embed/",
            f"{HERE}/embed",
            f"{HERE}/docs",
            f"{HERE}/roadmap",
            f"{HERE}/roadmap?role=",
        ),
        *(
            f"{HERE}/embed/nobody",
            f"{HERE}/embed/roadmap.js",
            f"{HERE}/embed/ml-engineer/x",
            f"{HERE}/xembed/ml-engineer",
        ),
        *(f"{FRAME}?known=pyton", f"{FRAME}?known=%zz", f"{FRAME}?graph=none", f"{FRAME}?x=1", f"{FRAME}?view=tree"),
        *(f"{FRAME}?theme=dark&theme=light", f"{FRAME}?avoid=docker", f"{HERE}/roadmap?role=nobody"),
    ],
)
def test_what_is_no_roadmap_of_this_service_is_not_found(client: FlaskClient, url: str) -> None:
    response = ask(client, url)
    assert (response.status_code, response.mimetype) == (404, "application/problem+json")
    assert response.get_json()["errors"][0]["parameter"] == "url"


@pytest.mark.parametrize("form", ["yaml", "JSON", "", "jsonp"])
def test_a_format_that_is_not_offered_is_501_as_the_standard_has_it(client: FlaskClient, form: str) -> None:
    response = ask(client, FRAME, format=form)
    assert (response.status_code, response.mimetype) == (501, "application/problem+json")
    assert response.get_json()["type"] == f"{HERE}/problems/format-not-offered"


@pytest.mark.parametrize(
    ("query", "parameter"),
    [("", "url"), ("url=", "url"), (f"url={FRAME}&maxwidth=0", "maxwidth"), (f"url={FRAME}&maxheight=1.5", "maxheight"),
     (f"url={FRAME}&callback=x", "callback")],
)  # fmt: skip
def test_what_breaks_the_contract_is_refused(client: FlaskClient, query: str, parameter: str) -> None:
    response = client.get(f"/oembed?{query}")
    assert response.status_code == 400
    assert response.get_json()["errors"][0]["parameter"] == parameter


def test_a_service_behind_a_path_knows_its_own_address() -> None:
    client = careers_app("https://learn.example/roadmaps").test_client()
    here = "https://learn.example/roadmaps/embed/ml-engineer"
    assert Frame(ask(client, here).get_json()["html"]).attributes["src"] == here
    assert Frame(ask(client, here.replace("https", "http")).get_json()["html"]).attributes["src"] == here
    assert ask(client, "https://learn.example/embed/ml-engineer").status_code == 404
    assert ask(client, FRAME).status_code == 404


def test_the_page_names_where_to_ask(client: FlaskClient) -> None:
    class Links(HTMLParser):
        found: dict[str, str] = {}  # noqa: RUF012

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            given = dict(attrs)
            if tag == "link" and given.get("rel") == "alternate":
                self.found[str(given["type"])] = str(given["href"])

    links = Links()
    links.feed(client.get("/embed/ml-engineer?known=python,git@1&theme=dark").text)
    for media_type, form in (("application/json+oembed", "application/json"), ("text/xml+oembed", "text/xml")):
        response = client.get(links.found[media_type].removeprefix(HERE))
        assert (response.status_code, response.mimetype) == (200, form)
        assert "known=git@1,python&amp;theme=dark" in response.text.replace("&amp;amp;", "&amp;")
