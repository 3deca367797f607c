"""Somebody who visits the service's own pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.watched import watched_page


@dataclass
class Visit:
    """A visitor's window, and the address of the service."""

    page: Page
    service: str

    def open(self, path: str) -> Page:
        """Open a page and wait until it has what it asked for."""
        self.page.goto(self.service + path, wait_until="networkidle")
        return self.page

    def asked(self) -> dict[str, list[str]]:
        """The query of the page's address, each value a list."""
        query = parse_qs(urlsplit(self.page.url).query)
        return {name: values[0].split(",") for name, values in query.items()}

    def focused(self) -> str:
        """What the focus is on, by its words or its id."""
        found: str = self.page.evaluate("document.activeElement.textContent.trim() || document.activeElement.id")
        return found

    def sees_roadmap(self) -> None:
        """Wait until the roadmap is shown."""
        expect(self.page.locator("learning-roadmap").locator("strong", has_text="hours left")).to_be_visible()

    def left(self) -> list[str]:
        """The figures and the units left of a roadmap shown as a list, once it has what it asked for."""
        self.page.wait_for_load_state("networkidle")
        shown = self.page.locator("learning-roadmap").locator(
            ".figures:has(strong), li[data-status=todo], li[data-status=ready]"
        )
        return shown.all_text_contents()


@pytest.fixture
def visit(browser: Browser, service: str) -> Iterator[Visit]:
    """A visitor who finds nothing said in the console, and nothing asked of anybody else."""
    with watched_page(browser, viewport={"width": 1280, "height": 900}, reduced_motion="reduce") as watched:
        yield Visit(watched.page, service)
    assert watched.console == []
    assert [address for address in watched.requests if not address.startswith(service)] == []
