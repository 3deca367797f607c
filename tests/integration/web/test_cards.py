"""The picture of a role, and what is told of its pages where they are shared."""

from __future__ import annotations

import re
import struct
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient

from roadmap.adapters.graph_shelf import GraphShelf, load_graphs
from roadmap.domain.plan import PlanRequest
from roadmap.exporters.svg.role_card import HEIGHT, WIDTH, draw_role_card
from roadmap.web.app import create_app
from roadmap.web.cards import MOST_KEPT, Kept
from tests.building.documents import document, skill
from tests.building.plans import planner
from tests.building.web import CAREERS, LIMITS, FixedClock
from tests.contract.exporters.hostile import hostile_document

ROOT = Path(__file__).parents[3]
SVG = "{http://www.w3.org/2000/svg}"


def texts(svg: bytes) -> list[str]:
    return ["".join(text.itertext()) for text in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def test_a_card_says_what_a_role_takes(client: FlaskClient) -> None:
    response = client.get("/cards/ml-engineer.svg")
    assert (response.status_code, response.mimetype) == (200, "image/svg+xml")
    role = client.get("/v1/roles/ml-engineer").get_json()
    said = " ".join(texts(response.data))
    assert role["name"] in said
    weeks = -(-role["hours"] // 10)
    assert f"{role['hours']}hours{role['steps']}steps{weeks}weeks at 10 hours a week" in said


def test_a_card_is_as_large_as_networks_show_it(client: FlaskClient) -> None:
    response = client.get("/cards/ml-engineer.png")
    assert (response.status_code, response.mimetype) == (200, "image/png")
    assert struct.unpack(">II", response.data[16:24]) == (WIDTH, HEIGHT) == (1200, 630)
    assert len(response.data) < 100_000


def test_a_card_loads_nothing_and_runs_nothing(client: FlaskClient) -> None:
    for form in ("svg", "png"):
        policy = client.get(f"/cards/ml-engineer.{form}").headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'; ")
        assert "script" not in policy


@pytest.mark.parametrize(
    ("path", "status"),
    [("/cards/nobody.png", 404), ("/cards/ml-engineer.gif", 404), ("/cards/ml-engineer", 404),
     ("/cards/ml-engineer.png?graph=none", 422), ("/cards/ml-engineer.png?x=1", 400)],
)  # fmt: skip
def test_what_there_is_no_card_of_is_told_as_everywhere(client: FlaskClient, path: str, status: int) -> None:
    response = client.get(path)
    assert (response.status_code, response.mimetype) == (status, "application/problem+json")


def test_the_strip_has_the_tracks_by_their_hours() -> None:
    plan = load_graphs([CAREERS]).planner().build_plan(PlanRequest(role="ml-engineer"))
    picture = ElementTree.fromstring(draw_role_card(plan))
    [strip] = [group for group in picture.iter(f"{SVG}g") if group.get("clip-path")]
    widths = [float(part.get("width", "0")) for part in strip.findall(f"{SVG}rect")]
    hours: dict[str, float] = {}
    for step in plan.steps:
        hours[step.track] = hours.get(step.track, 0) + step.hours
    wanted = sorted(hours.values(), reverse=True)
    assert len(widths) == len(wanted)
    assert abs(sum(widths) - 1056) < 1
    assert widths == pytest.approx([1056 * part / sum(wanted) for part in wanted], abs=8)


@pytest.mark.parametrize(
    "name", ["X", "Very long name of a role " * 12, "W" * 300, "工程师" * 60, "<b>&amp;\x00\u202e"]
)
def test_every_name_stays_on_the_card(name: str) -> None:
    made = document([skill("a")], [{"id": "role", "name": name, "essential": [{"unit": "a@1", "why": "x"}]}])
    card = draw_role_card(planner(made).build_plan(PlanRequest(role="role")))
    lines = [text for text in ElementTree.fromstring(card).iter(f"{SVG}text") if float(text.get("y", "0")) < 330]
    assert 2 <= len(lines) <= 3


def test_a_role_that_needs_nothing_has_a_card_too() -> None:
    made = document([skill("a")], [{"id": "role", "name": "Role", "essential": [{"unit": "a@1", "why": "x"}]}])
    card = draw_role_card(planner(made).build_plan(PlanRequest(role="role", known=("a",))))
    assert "0hours0steps0weeks at 10 hours a week" in texts(card)


def test_hostile_texts_stay_texts() -> None:
    library = GraphShelf([planner(hostile_document())])
    client = create_app(library, LIMITS, None, FixedClock()).test_client()
    picture = ElementTree.fromstring(client.get("/cards/hostile.svg").data)
    assert {element.tag.removeprefix(SVG) for element in picture.iter()} <= {
        *("svg", "title", "style", "defs", "pattern", "rect", "path", "g", "text", "tspan", "clipPath"),
    }
    assert client.get("/cards/hostile.png").status_code == 200


def test_the_pictures_drawn_last_are_kept_and_no_more() -> None:
    kept, drawn = Kept(), []

    def ask(role: int) -> bytes:
        return kept.get(("digest", str(role), "png"), lambda: drawn.append(role) or b"%d" % role)

    for role in (*range(MOST_KEPT), 0, MOST_KEPT, 0, 1):
        assert ask(role) == b"%d" % role
    assert drawn == [*range(MOST_KEPT), MOST_KEPT, 1]
    assert len(kept.pictures) == MOST_KEPT


def test_pages_tell_networks_of_the_picture(client: FlaskClient) -> None:
    page = client.get("/embed/ml-engineer").text
    told = dict(re.findall(r'<meta (?:property|name)="((?:og|twitter):[^"]*)" content="([^"]*)">', page))
    assert told["og:title"] == "Roadmap: Machine-learning engineer"
    assert told["og:url"] == "http://localhost/embed/ml-engineer"
    assert told["og:image"] == "http://localhost/cards/ml-engineer.png"
    assert (told["og:image:width"], told["og:image:height"]) == ("1200", "630")
    assert told["og:image:alt"]
    assert told["twitter:card"] == "summary_large_image"


WITHOUT = """
import sys
sys.modules["resvg_py"] = None
from roadmap.bootstrap import build_app
client = build_app({}).test_client()
page = client.get("/embed/ml-engineer").text
print("og:image" in page, "summary_large_image" in page, "og:title" in page)
print(client.get("/cards/ml-engineer.png").status_code, client.get("/cards/ml-engineer.svg").status_code)
print("thumbnail_url" in client.get("/oembed?url=http://localhost/embed/ml-engineer").json)
"""


def test_without_the_extra_there_is_no_picture_and_nothing_speaks_of_one() -> None:
    run = subprocess.run([sys.executable, "-c", WITHOUT], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["False", "False", "True", "404", "200", "False"]
