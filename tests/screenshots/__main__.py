"""Pictures of every page of the service, in light and dark, on a desktop and on a phone: `make screenshots`."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright
from werkzeug.serving import make_server

from roadmap.bootstrap import build_app

FOLDER = Path(__file__).parents[2] / "docs" / "screenshots"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

LEARNER = "known=python,git@1&hours_per_week=10"
PAGES = {
    "home": "/",
    "roadmap": f"/roadmap?role=ai-engineer&{LEARNER}&start_date=2027-01-04",
    "no-role-yet": "/roadmap",
    "mistyped": "/roadmap?role=ai-engineer&known=pyton",
    "which-role": "/which-role",
    "ranked": f"/which-role?mathematics=-1&product=1&systems=0.5&{LEARNER}&start_date=2027-01-04",
    "compare": "/compare",
    "compared": "/compare?roles=ai-engineer,ml-engineer&from_roles=software-engineer&hours_per_week=10",
    "advert": "/advert?sample=1",
    "not-found": "/nothing-here",
    "reference": "/docs",
}
SCREENS = {"desktop": {"width": 1120, "height": 720}, "phone": {"width": 390, "height": 844}}
SCHEMES = ("light", "dark")


def main() -> None:
    """Take all pictures."""
    FOLDER.mkdir(exist_ok=True)
    with _service() as address, sync_playwright() as playwright:
        path = next(filter(None, map(shutil.which, BROWSERS)), None)
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for scheme in SCHEMES:
            for screen in SCREENS:
                _take_all(browser, address, scheme, screen)
        browser.close()


@contextmanager
def _service() -> Iterator[str]:
    """The service with the shipped graph, on a port of its own."""
    server = make_server("127.0.0.1", 0, build_app({}), threaded=True)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()


def _take_all(browser: Browser, address: str, scheme: Any, screen: str) -> None:
    context = browser.new_context(
        viewport=SCREENS[screen], color_scheme=scheme, locale="en-GB", reduced_motion="reduce"
    )
    page = context.new_page()
    for name, path in PAGES.items():
        page.goto(address + path, wait_until="networkidle")
        _take(page, f"{name}-{scheme}-{screen}")
        if name == "advert":
            page.get_by_role("button", name="Read it").click()
            page.wait_for_selector(".advert-text mark")
            _take(page, f"advert-read-{scheme}-{screen}")
    context.close()


def _take(page: Page, name: str) -> None:
    file = FOLDER / f"{name}.png"
    page.screenshot(path=file)
    print(f"{file.stat().st_size // 1024:>5} KB  {file.name}", file=sys.stderr)


if __name__ == "__main__":
    main()
