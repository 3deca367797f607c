from __future__ import annotations

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

from flask.testing import FlaskClient

from roadmap.web.ui.sample import SAMPLE
from tests.building.html import Html
from tests.building.web import careers_app

ADVERT = "We 😀 need strong Python and SQL.\r\nNice to have: Docker.\r\nAWS or Azure. Experience with QuillDB."


def test_the_words_are_marked_where_the_api_finds_them(client: FlaskClient) -> None:
    html = client.post("/advert", data={"title": "", "text": ADVERT}).text
    text = ADVERT.replace("\r\n", "\n")
    said = client.post("/v1/job-ads", json={"text": text}).json
    marks = re.findall(r'<mark class="(\w+)" title="(.*?)">(.*?)</mark>', html)
    assert marks[:3] == [
        ("essential", "Python", "Python"),
        ("essential", "SQL", "SQL"),
        ("optional", "Docker", "Docker"),
    ]
    found = [place["text"] for one in (*said["skills"], *said["unknown_terms"]) for place in one["evidence"]]
    assert sorted(words for _, _, words in marks) == sorted(found)
    shown = html.partition('class="advert-text"')[2].partition(">")[2].partition("</div>")[0]
    assert unescape(re.sub(r"</?mark.*?>", "", shown)) == text


def test_the_plan_that_leads_there_is_linked_by_its_units(client: FlaskClient) -> None:
    page = Html(client.post("/advert", data={"text": ADVERT, "known": "Git", "hours_per_week": "5"}).text)
    link = next(link for link in page.links if link.startswith("/roadmap?targets="))
    query = parse_qs(urlsplit(link).query)
    assert (query["known"], query["hours_per_week"]) == (["git"], ["5"])
    assert {"python@2", "sql@2"} <= set(query["targets"][0].split(","))
    assert client.get(link).status_code == 200
    described = next(link for link in page.links if link.startswith("/roadmap?role="))
    assert parse_qs(urlsplit(described).query).keys() == {"role", "known", "hours_per_week"}


def test_nothing_of_the_advert_gets_into_an_address(client: FlaskClient) -> None:
    page = Html(client.post("/advert", data={"title": "Zauberlehrling", "text": f"{ADVERT} Zauberlehrling"}).text)
    assert not [link for link in page.links if "Zauberlehrling" in link]


def test_a_title_that_misleads_is_told(client: FlaskClient) -> None:
    data = {
        "title": "Data Scientist",
        "text": "You build retrieval-augmented generation with LLM prompts, Docker and AWS.",
    }
    said = client.post("/v1/job-ads", json=data).json
    assert said["title_mismatch"]
    assert said["title_mismatch"]["sentence"] in Html(client.post("/advert", data=data).text).text


def test_the_sample_can_be_loaded_and_read(client: FlaskClient) -> None:
    assert SAMPLE.text in unescape(client.get("/advert?sample=1").text)
    assert "<mark" in client.post("/advert", data={"title": SAMPLE.title, "text": SAMPLE.text}).text


def test_an_empty_advert_is_refused_and_what_was_said_is_kept(client: FlaskClient) -> None:
    response = client.post("/advert", data={"title": "Chef", "text": "", "known": "python"})
    assert response.status_code == 400
    assert 'value="Chef"' in response.text
    assert 'value="python" checked' in response.text


def test_an_advert_that_asks_for_nothing_has_no_roadmap(client: FlaskClient) -> None:
    response = client.post("/advert", data={"text": "A cook for our canteen."})
    assert response.status_code == 200
    assert "/roadmap?targets" not in response.text


def test_an_advert_may_be_as_long_as_in_the_api() -> None:
    client = careers_app(max_body=2_000).test_client()
    assert client.post("/advert", data={"text": "Python. " * 20_000}).status_code == 200
    assert client.post("/advert", data={"text": "Python. " * 150_000}).status_code == 413
