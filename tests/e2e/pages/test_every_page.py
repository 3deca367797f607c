"""What holds for every page: nobody is kept out, nothing sticks out, and no script is needed."""

from __future__ import annotations

import subprocess
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.pages.conftest import Visit
from tests.e2e.programs import needed
from tests.e2e.watched import overflows, violations, watched_page
from tests.e2e.widget.test_files import TYPES

pytestmark = pytest.mark.xdist_group("pages")

SCRIPTS = Path(__file__).parents[3] / "roadmap" / "web" / "ui" / "assets"

REFERENCE = "/docs"
ABRIDGE = "for (const one of [...document.querySelectorAll('article')].slice(3)) one.remove()"
"""Its articles are made alike: three stand for all, which would take axe-core 20 seconds."""

READ = "/advert?sample=1"
RANKED = "/which-role?mathematics=-1&product=1&known=python&hours_per_week=10"
COMPARED = "/compare?roles=ai-engineer,ml-engineer&known=git@1&hours_per_week=10"
ROADMAP = "/roadmap?role=ml-engineer&known=git@1&hours_per_week=10&start_date=2027-01-04"
PAGES = ["/", "/roadmap", ROADMAP, f"{ROADMAP}&view=list", "/which-role", RANKED, "/compare", COMPARED,
         "/compare?roles=ai-engineer,ml-engineer,data-scientist", "/advert", REFERENCE, "/problems"]  # fmt: skip
WRONG = ["/roadmap?role=ml-enginer&known=pyton", "/nothing-here"]
WIDTHS = [320, 768, 1280, 2560]


def test_axe_finds_nothing_on_any_page(browser: Browser, service: str, readers: Path) -> None:
    """In the light everything, in the dark the contrast again: nothing else depends on it."""
    found = {}
    with watched_page(browser, reduced_motion="reduce") as watched:
        page = watched.page
        for path in [*PAGES, *WRONG, READ]:
            page.goto(service + path, wait_until="load")
            if path == READ:
                page.get_by_role("button", name="Read it").click()
                page.wait_for_selector(".advert-text mark")
            if "role=ml-engineer" in path and "compare" not in path:
                Visit(page, service).sees_roadmap()
            _unfold(page)
            if path == REFERENCE:
                page.evaluate(ABRIDGE)
            found[path] = [*violations(page, readers), *_contrast_in_the_dark(page)]
    assert {path: faults for path, faults in found.items() if faults} == {}


def _contrast_in_the_dark(page: Page) -> list[str]:
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    faults: list[str] = page.evaluate(
        "async () => (await axe.run(document, {runOnly: {type: 'rule', values: ['color-contrast']}}))"
        ".violations.flatMap(({nodes}) => nodes.map(({html}) => html))"
    )
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    return faults


def test_no_page_scrolls_sideways_on_any_screen(visit: Visit) -> None:
    wider = []
    for path in PAGES:
        visit.page.goto(visit.service + path)
        page = visit.page
        _unfold(page)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            if overflows(page):
                wider.append((path, width))
    assert wider == []


@pytest.mark.parametrize("path", ["/roadmap?role=ml-engineer&hours_per_week=10", "/which-role", "/compare"])
def test_pages_are_of_use_without_a_script(browser: Browser, service: str, path: str) -> None:
    with watched_page(browser, java_script_enabled=False) as watched:
        page = watched.page
        page.goto(service + path)
        page.locator("#known").fill("Python, git@1")
        for box in page.locator('input[name="roles"]').all()[:2]:
            box.check()
        page.locator("form .submit button").first.click()
        assert parse_qs(urlsplit(page.url).query)["known"] == ["Python, git@1"]
        expect(page.locator(".figures").first).to_be_visible()
        assert page.get_by_role("alert").count() == 0


def test_the_types_of_the_scripts_hold(typescript: Path) -> None:
    command = [needed("npm"), "exec", "--", "tsc", *TYPES, *map(str, SCRIPTS.glob("*.js"))]
    done = subprocess.run(command, cwd=typescript, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def _unfold(page: Page) -> None:
    """Open all that can be opened, so that it is looked at too."""
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
