"""How long the widget takes to show a map, in the system's Chromium."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Route, sync_playwright
from werkzeug.test import Client

from roadmap.bootstrap import build_app
from roadmap.web.embed.files import WIDGET
from tests.benchmarks.report import Goal, print_table
from tests.building.large_graphs import generate

SITE = "https://roadmap.example"
ROUNDS = 11
SCRIPT = 300
FIRST_MAP = 1500
UNITS = 500
"""Of the large graph; the map shows all of them."""

LISTEN = """
window.shown = new Promise((told, failed) => {
  addEventListener("roadmap:error", event => failed(new Error(event.detail.problem.detail)), {once: true});
  const drawn = () => requestAnimationFrame(() => setTimeout(() => told(performance.now())));
  addEventListener("roadmap:load", drawn, {once: true});
});
"""


def run() -> list[Goal]:
    """Print, for two maps, the processor time of the page's main thread, which is scripts and all they cause, and the
    time from opening the page to the map, in ms."""
    with TemporaryDirectory() as folder, _chromium() as browser:
        large = Path(folder) / "large.json"
        document = generate("curriculum", UNITS, seed=1)
        large.write_text(json.dumps(document), encoding="utf-8")
        everything = ",".join(skill["id"] for skill in document["skills"])
        maps = {
            "AI engineer": ({}, 'role-id="ai-engineer"'),
            f"{UNITS} units": ({"ROADMAP_GRAPHS": str(large)}, f'targets="{everything}"'),
        }
        found = {name: _measured(browser, *asked) for name, asked in maps.items()}
    rows = [(name, cards, f"{script:.0f}", f"{shown:.0f}") for name, (cards, script, shown) in found.items()]
    print_table("The widget's first map, milliseconds", ("", "cards", "main thread", "shown after"), rows)
    script, shown = found["AI engineer"][1], found[f"{UNITS} units"][2]
    return [
        Goal(f"the map of the AI engineer takes less than {SCRIPT} ms of script", f"{script:.0f} ms", script < SCRIPT),
        Goal(f"a map of {UNITS} units is shown within {FIRST_MAP} ms", f"{shown:.0f} ms", shown <= FIRST_MAP),
    ]


@contextmanager
def _chromium() -> Iterator[Browser]:
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


def _measured(browser: Browser, environment: dict[str, str], attributes: str) -> tuple[int, float, float]:
    """How many cards there are, and the medians; the first round, in which the service makes its goal, is left out."""
    client = Client(build_app({"ROADMAP_LOG_LEVEL": "warning", **environment}))
    rounds = [_round(browser, client, attributes) for _ in range(ROUNDS)][1:]
    return rounds[0][0], median(script for _, script, _ in rounds), median(shown for _, _, shown in rounds)


def _round(browser: Browser, client: Client, attributes: str) -> tuple[int, float, float]:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    html = (
        f"<!doctype html><title>Course</title><link rel=icon href='data:,'><script type=module "
        f"src='/embed/{WIDGET.version}/roadmap.js'></script><learning-roadmap view=map {attributes}></learning-roadmap>"
    )
    page.route("**/*", lambda route: _answer(route, client, html))
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.add_init_script(LISTEN)
    page.goto(f"{SITE}/course")
    shown = page.evaluate("shown")
    metrics = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
    cards = page.locator(".card").count()
    page.close()
    return cards, metrics["TaskDuration"] * 1000, shown


def _answer(route: Route, client: Client, html: str) -> None:
    path = route.request.url.removeprefix(SITE)
    if path == "/course":
        route.fulfill(body=html, content_type="text/html")
        return
    body = route.request.post_data_buffer
    headers = {"Content-Type": "application/json"} if body else {}
    answer = client.open(path, method=route.request.method, data=body, base_url=SITE, headers=headers)
    route.fulfill(status=answer.status_code, headers=dict(answer.headers), body=answer.data)
