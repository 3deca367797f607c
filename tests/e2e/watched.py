"""A browser's page under watch: what it asks for, and what it complains of."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

AXE_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@dataclass
class WatchedPage:
    """A page, the addresses it asked for, and its console, which tells what a policy stopped too."""

    page: Page
    requests: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)


@contextmanager
def watched_page(browser: Browser, **settings: Any) -> Iterator[WatchedPage]:
    """A new page with a profile of its own, set up as Playwright's contexts are."""
    context = browser.new_context(**settings)
    watched = WatchedPage(context.new_page())
    watched.page.on("request", lambda request: watched.requests.append(request.url))
    watched.page.on("console", lambda message: watched.console.append(message.text))
    watched.page.on("pageerror", lambda error: watched.console.append(str(error)))
    yield watched
    context.close()


def violations(page: Page, readers: Path) -> list[str]:
    """What axe-core finds wrong in a page, one line each: the rule and where."""
    if not page.evaluate("'axe' in window"):
        page.evaluate((readers / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate("rules => axe.run(document, {runOnly: rules})", AXE_RULES)
    return [
        f"{violation['id']}: {node['target']} {node['failureSummary']}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


def overflows(page: Page) -> bool:
    """Whether a page scrolls sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
