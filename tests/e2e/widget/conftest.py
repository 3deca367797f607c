"""The widget in a page that somebody else wrote."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page

from tests.e2e.conftest import PLATFORM
from tests.e2e.watched import WatchedPage, watched_page

Open = Callable[..., "Host"]


class Host:
    """A page of a course platform with the widget in it."""

    def __init__(self, watched: WatchedPage) -> None:
        self.page: Page = watched.page
        self.requests = watched.requests
        self.console = watched.console

    @property
    def widget(self) -> Locator:
        """The first widget of the page."""
        return self.page.locator("learning-roadmap").first

    def attribute(self, name: str) -> str | None:
        """What an attribute of the widget says."""
        return self.widget.get_attribute(name)

    def events(self, name: str) -> list[Any]:
        """The details of all events of a name that reached the document, the plans of `load` by their steps."""
        return [detail for said, detail in self.page.evaluate("told") if said == f"roadmap:{name}"]

    def card(self, unit: str) -> Locator:
        """The card of a unit on the map."""
        return self.widget.locator(f".card[data-unit='{unit}']")

    def row(self, unit: str) -> Locator:
        """The row of a unit in the list."""
        return self.widget.locator(f"li[data-unit='{unit}']")


LISTEN = """
window.told = [];
for (const name of ["load", "change", "open", "error"])
  document.addEventListener(`roadmap:${name}`, event =>
    told.push([event.type, event.detail.plan ? event.detail.plan.steps.map(step => step.unit) : event.detail]));
"""


@pytest.fixture
def host(browser: Browser, service: str) -> Iterator[Open]:
    """Opens a page of another origin with widgets of these attributes, once all have a plan or say why not."""
    with ExitStack() as stack:

        def open_host(*widgets: str, policy: str | None = None, html: str = "", **settings: Any) -> Host:
            settings = {"viewport": {"width": 1280, "height": 800}, **settings}
            found = Host(stack.enter_context(watched_page(browser, **settings)))
            elements = "".join(f"<learning-roadmap {attributes}></learning-roadmap>" for attributes in widgets)
            body = (
                f"<!doctype html><html lang=en {html}><meta charset=utf-8><title>Course</title>"
                "<meta name=viewport content='width=device-width'><link rel=icon href='data:,'>"
                f"<script type=module src='{service}/embed/roadmap.js'></script><main><h1>Course</h1>{elements}</main>"
            )
            headers = {"Content-Type": "text/html", **({"Content-Security-Policy": policy} if policy else {})}
            found.page.add_init_script(LISTEN)
            found.page.route(f"{PLATFORM}/course", lambda route: route.fulfill(body=body, headers=headers))
            found.page.goto(f"{PLATFORM}/course")
            found.page.wait_for_function("count => told.length >= count", arg=len(widgets), timeout=10_000)
            return found

        yield open_host
