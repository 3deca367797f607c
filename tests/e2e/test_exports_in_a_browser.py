"""A browser shows plans: the same texts, no script run, no request made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from playwright.sync_api import Browser, Page, Route

from roadmap.domain.text import one_line
from roadmap.exporters import BY_NAME
from tests.contract.exporters.readers import names_of
from tests.e2e.exports import hostile_plan, hostile_service, written

pytestmark = pytest.mark.xdist_group("readers")

SITE = "https://plans.example"
PLAN = "/v1/plans?role=hostile"


@dataclass
class Watched:
    """A page, and all that it tried: requests, dialogs, and its console, which tells what a policy stopped too."""

    page: Page
    requests: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def open(self, address: str) -> None:
        """Open an address and leave its page the time to do what it does."""
        self.page.goto(address, wait_until="networkidle")

    def is_quiet(self, *expected: str) -> bool:
        """Whether nothing was asked for but what is expected, and nothing else happened."""
        return (self.requests, self.console, self.dialogs) == (list(expected), [], [])


@pytest.fixture
def watched(browser: Browser) -> Iterator[Watched]:
    context = browser.new_context(viewport={"width": 1000, "height": 900})
    seen = Watched(context.new_page())
    seen.page.on("request", lambda request: seen.requests.append(request.url))
    seen.page.on("console", lambda message: seen.console.append(message.text))
    seen.page.on("pageerror", lambda error: seen.console.append(str(error)))
    seen.page.on("dialog", lambda dialog: (seen.dialogs.append(dialog.message), dialog.dismiss()))
    client = hostile_service()
    context.route("**/*", lambda route: _answered(route, client))
    yield seen
    context.close()


def _answered(route: Route, client: FlaskClient) -> None:
    """What the service answers, its headers included, to requests for it; nothing to any other."""
    address = route.request.url
    if address.startswith("file:"):
        route.continue_()
    elif address == f"{SITE}/card":
        body = f"<!doctype html><title>Card</title><link rel=icon href='data:,'><img alt='' src='{PLAN}'>"
        policy = {"Content-Security-Policy": "default-src 'none'; img-src 'self' data:"}
        route.fulfill(body=body, headers={"Content-Type": "text/html", **policy})
    elif address.startswith(SITE):
        headers = {name: value for name, value in route.request.headers.items() if name == "accept"}
        response = client.get(address.removeprefix(SITE), headers=headers, base_url=SITE)
        route.fulfill(status=response.status_code, headers=dict(response.headers), body=response.data)
    else:
        route.abort()


def test_what_a_page_tries_is_seen(watched: Watched, tmp_path: Path) -> None:
    """Or the other tests would prove nothing."""
    file = tmp_path / "bad.html"
    file.write_text("<script>alert(1)</script><img src='https://evil.example/x.png'><style>p{}</style>")
    watched.open(file.as_uri())
    assert watched.dialogs == ["1"]
    assert "https://evil.example/x.png" in watched.requests
    file.write_text("<meta http-equiv=Content-Security-Policy content=\"default-src 'none'\"><script>alert(1)</script>")
    watched.open(file.as_uri())
    assert "Content Security Policy" in watched.console[-1]


@pytest.mark.parametrize("as_file", [False, True], ids=["answered", "as a file"])
@pytest.mark.parametrize(("form", "names"), [("svg", "g > title"), ("html", "ol > li > h3 label")])
def test_hostile_names_are_words_and_nothing_happens(
    watched: Watched, tmp_path: Path, form: str, names: str, as_file: bool
) -> None:
    plan = hostile_plan()
    address = f"{SITE}{PLAN}&format={form}"
    if as_file:
        file = tmp_path / f"plan.{form}"
        file.write_bytes(written(plan, form))
        address = file.as_uri()
    watched.open(address)
    texts = watched.page.eval_on_selector_all(names, "found => found.map(one => one.textContent)")
    shown = [one_line(text) for text in texts]
    wanted = names_of(plan)
    if form == "html":
        wanted = [f"{n} {name}" for n, name in enumerate(wanted, start=1)]
    assert shown == wanted
    assert watched.page.evaluate("document.querySelectorAll('script, iframe, img, image, object').length") == 0
    assert watched.is_quiet(address)


def test_the_style_sheet_of_the_page_counts(watched: Watched) -> None:
    watched.open(f"{SITE}{PLAN}&format=html")
    page = watched.page
    assert page.eval_on_selector("main", "main => getComputedStyle(main).maxWidth") == "800px"
    page.locator("input").first.check()
    struck = "label => getComputedStyle(label).textDecorationLine"
    assert page.locator("label").first.evaluate(struck) == "line-through"
    assert page.locator("label").nth(1).evaluate(struck) == "none"


def test_paper_shows_where_links_lead(watched: Watched) -> None:
    watched.open(f"{SITE}{PLAN}&format=html")
    after = "link => getComputedStyle(link, '::after').content"
    link = watched.page.locator(".resources a").first
    assert link.evaluate(after) == "none"
    watched.page.emulate_media(media="print")
    assert "https://example.org/" in link.evaluate(after)


def test_the_picture_follows_the_reader_into_the_dark(watched: Watched) -> None:
    watched.open(f"{SITE}{PLAN}&format=svg")
    colour = "paper => getComputedStyle(paper).fill"
    assert watched.page.eval_on_selector(".paper", colour) == "rgb(253, 253, 251)"
    watched.page.emulate_media(color_scheme="dark")
    assert watched.page.eval_on_selector(".paper", colour) == "rgb(20, 24, 28)"


def test_a_page_shows_the_picture_of_a_link(watched: Watched) -> None:
    """The link of a plan as the source of an image: browsers ask for images, and get the picture."""
    watched.open(f"{SITE}/card")
    size = watched.page.eval_on_selector("img", "img => [img.complete, img.naturalWidth, img.naturalHeight]")
    assert size[0]
    assert size[1] > size[2] > 100
    assert watched.is_quiet(f"{SITE}/card", f"{SITE}{PLAN}")


def test_a_browser_that_opens_a_link_gets_json(watched: Watched) -> None:
    response = watched.page.goto(f"{SITE}{PLAN}")
    assert response is not None
    assert response.headers["content-type"] == "application/json"


def test_mermaid_shows_hostile_names_as_they_are(watched: Watched, readers: Path) -> None:
    plan = hostile_plan()
    watched.page.set_content("<!doctype html><title>Mermaid</title><main></main>")
    watched.page.add_script_tag(path=readers / "node_modules" / "mermaid" / "dist" / "mermaid.min.js")
    labels = watched.page.evaluate(
        """async text => {
            mermaid.initialize({startOnLoad: false});
            document.querySelector("main").innerHTML = (await mermaid.render("plan", text)).svg;
            return [...document.querySelectorAll("g.node")].map(node => node.textContent);
        }""",
        BY_NAME["mermaid"].export(plan, {}).decode(),
    )
    shown = sorted(one_line(label.replace("\u2060", "")) for label in labels)
    wanted = zip(names_of(plan), plan.steps, strict=True)
    assert shown == sorted(one_line(f"{name}{step.hours} h") for name, step in wanted)
    assert watched.is_quiet()
