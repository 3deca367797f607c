"""PNG is the picture in pixels, where its extra is installed; where it is not, nothing speaks of it."""

from __future__ import annotations

import struct
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

from roadmap.domain.plan import PlanRequest
from roadmap.exporters import BY_NAME
from roadmap.exporters.png import MOST_PIXELS, ZOOM
from tests.building.documents import document, skill
from tests.building.plans import plan as plan_of
from tests.building.plans import planner
from tests.contract.exporters.hostile import hostile_document

ROOT = Path(__file__).parents[3]

WITHOUT = """
import sys
sys.modules["resvg_py"] = None
from roadmap.bootstrap import build_app
from roadmap.exporters import BY_NAME
client = build_app({"ROADMAP_LOG_LEVEL": "error"}).test_client()
contract = client.get("/openapi.json").json
print("png" in BY_NAME, "svg" in BY_NAME, "png" in contract["components"]["schemas"]["Format"]["enum"])
print(client.get("/v1/plans?role=ml-engineer&format=png").status_code)
print(client.get("/v1/plans?role=ml-engineer", headers={"Accept": "image/png"}).status_code)
print("png" in client.get("/v1/plans?role=ml-engineer").json["links"])
"""


def sizes(plan):
    """Width and height of the PNG (its IHDR chunk) and of the SVG."""
    written = BY_NAME["png"].export(plan, {})
    assert written.startswith(b"\x89PNG\r\n\x1a\n")
    assert written[12:16] == b"IHDR"
    picture = ElementTree.fromstring(BY_NAME["svg"].export(plan, {}))
    return struct.unpack(">II", written[16:24]), (int(picture.get("width")), int(picture.get("height")))


def test_a_small_picture_is_twice_as_sharp():
    (wide, high), (width, height) = sizes(plan_of(document([skill("a")], []), targets=("a",)))
    assert (wide, high) == (width * ZOOM, height * ZOOM)


def test_a_large_picture_has_no_more_pixels_than_are_drawn_soon(careers):
    (wide, high), (width, height) = sizes(careers.build_plan(PlanRequest(role="ml-engineer")))
    assert wide * high <= MOST_PIXELS * 1.01
    assert abs(wide / high - width / height) < 0.01


def test_hostile_texts_do_not_change_the_picture_s_size_or_fail():
    (wide, high), (width, height) = sizes(planner(hostile_document()).build_plan(PlanRequest(role="hostile")))
    assert abs(wide / high - width / height) < 0.5


def test_without_its_extra_the_format_is_not_offered():
    done = subprocess.run([sys.executable, "-c", WITHOUT], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.split() == ["False", "True", "False", "400", "406", "False"]
