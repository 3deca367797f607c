"""The widget's files: typed, small, in every language complete, and what is vendored as it was published."""

from __future__ import annotations

import gzip
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from roadmap.web.embed.files import WIDGET
from tests.e2e.programs import needed
from tests.e2e.watched import watched_page

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "roadmap" / "web" / "embed" / "widget"

TYPES = (
    *("--noEmit", "--allowJs", "--checkJs", "--strict", "--skipLibCheck", "--noUnusedLocals", "--noUnusedParameters"),
    *("--target", "es2022", "--module", "es2022", "--moduleResolution", "bundler", "--lib", "es2023,dom,dom.iterable"),
)


@pytest.mark.xdist_group("typescript")
def test_the_types_of_the_widget_hold(typescript: Path) -> None:
    files = [*FOLDER.glob("*.js"), *FOLDER.glob("words/*.js"), *FOLDER.with_name("frame").glob("*.js")]
    command = [needed("npm"), "exec", "--", "tsc", *TYPES, *map(str, files)]
    done = subprocess.run(command, cwd=typescript, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_widget_is_small() -> None:
    """What a page loads for a learner who reads one language, each file compressed by itself."""
    loaded = [content for name, content in WIDGET.files.items() if name != "words/de.js" and not name.endswith(".txt")]
    assert sum(len(gzip.compress(content, 9)) for content in loaded) <= 40 * 1024


@pytest.mark.xdist_group("readers")
def test_what_is_vendored_is_as_it_was_published(readers: Path) -> None:
    """The lock holds the package to the integrity that the decision names."""
    published = readers / "node_modules" / "@dagrejs" / "dagre" / "dist" / "dagre.esm.js"
    assert WIDGET.files["vendor/dagre.js"] == published.read_bytes()
    lock = (readers / "package-lock.json").read_text(encoding="utf-8")
    decision = (ROOT / "docs" / "decisions" / "0016-layout-of-the-map.md").read_text(encoding="utf-8")
    integrity = decision.partition("`sha512-")[2].partition("`")[0]
    assert f'"integrity": "sha512-{integrity}"' in lock.partition('"node_modules/@dagrejs/dagre"')[2][:400]


@pytest.mark.xdist_group("browser")
def test_every_language_says_everything(browser: Browser, service: str) -> None:
    with watched_page(browser) as watched:
        blank = f"{service}/blank"  # a page of the service's own answers would forbid it scripts
        watched.page.route(blank, lambda route: route.fulfill(body="", content_type="text/html"))
        watched.page.goto(blank)
        folder = f"{service}/embed/{WIDGET.version}"
        load = "async address => (await import(address)).default"
        languages = watched.page.evaluate("async address => (await import(address)).LANGUAGES", f"{folder}/strings.js")
        assert languages == ["en", "de"]
        spoken = [watched.page.evaluate(load, f"{folder}/words/{language}.js") for language in languages]
    shapes = [{key: type(said) for key, said in words.items()} for words in spoken]
    assert shapes[0] == shapes[1]
    assert all(said for words in spoken for said in words.values())
