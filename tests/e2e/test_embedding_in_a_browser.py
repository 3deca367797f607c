"""Roadmaps in pages of other origins, in a real browser: who is told what, and who is kept out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

import pytest
from flask import Flask, Response
from playwright.sync_api import Browser, BrowserContext, Frame, Page
from werkzeug.serving import WSGIRequestHandler, make_server

from roadmap.origins import OtherOrigins, parse_origins
from tests.building.web import careers_app

pytestmark = pytest.mark.xdist_group("readers")

PATIENCE = 500
"""How often to look, fifty times a second."""

EMBEDDING = Path(__file__).parents[2] / "docs" / "embedding.md"

REFUSED = "chrome-error://chromewebdata/"

LISTENING = """<!doctype html><title>Host</title><link rel=icon href=data:,>
<script>
const got = [];
addEventListener("message", ({origin, data}) => got.push({origin, ...data}));
</script>"""

RESIZED = """<script>
addEventListener("message", (event) => {
  if (event.data.type !== "roadmap:resize") return;
  for (const frame of document.querySelectorAll("iframe"))
    if (frame.contentWindow === event.source) frame.height = event.data.height;
});
</script>"""


@dataclass
class Host:
    """Pages of an origin of their own, by path: their HTML and the policy they are under."""

    origin: str = ""
    pages: dict[str, tuple[str, str]] = field(default_factory=dict)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer with a page."""
        html, policy = self.pages.get(environ["PATH_INFO"], ("", ""))
        headers = {"Content-Type": "text/html", **({"Content-Security-Policy": policy} if policy else {})}
        return Response(html, 200 if html else 404, headers)(environ, start_response)


@dataclass
class World:
    """A service, and two hosts that may have roadmaps in their pages or not; what a browser complained of."""

    context: BrowserContext
    site: str
    service: Flask
    lms: Host
    evil: Host
    complaints: list[str] = field(default_factory=list)

    @property
    def frame(self) -> str:
        """The address of a roadmap for frames."""
        return f"{self.site}/embed/ml-engineer"

    def open(self, address: str) -> Page:
        """Open an address."""
        page = self.context.new_page()
        page.on("console", lambda message: self.complaints.append(message.text))
        page.goto(address)
        return page

    def host(self, host: Host, html: str, policy: str = "") -> Page:
        """Open a page of a host."""
        host.pages["/page"] = (html, policy)
        return self.open(f"{host.origin}/page")


@contextmanager
def served(app: WSGIApplication) -> Iterator[str]:
    """The origin of a server for an app. Real ones, as answers that Playwright puts in may be read by every page."""
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=Silent)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


class Silent(WSGIRequestHandler):
    """Writes no log."""

    def log(self, type: str, message: str, *args: Any) -> None:
        """Write nothing."""


@contextmanager
def world_of(browser: Browser, embed: str, call: str) -> Iterator[World]:
    """A world whose service is set up so: `{lms}` stands for the origin of the LMS."""
    lms, evil = Host(), Host()
    with served(lms) as lms.origin, served(evil) as evil.origin:
        others = OtherOrigins(*(parse_origins(setting.format(lms=lms.origin)) for setting in (embed, call)))
        service = careers_app(others=others)
        with served(service) as site, browser.new_context(viewport={"width": 1000, "height": 900}) as context:
            yield World(context, site, service, lms, evil)


@pytest.fixture
def world(browser: Browser) -> Iterator[World]:
    """A service that the LMS may frame and call."""
    with world_of(browser, "{lms}", "{lms}") as made:
        yield made


@pytest.fixture
def open_world(browser: Browser) -> Iterator[World]:
    """A service that everybody may frame and call."""
    with world_of(browser, "*", "*") as made:
        yield made


@pytest.fixture
def closed_world(browser: Browser) -> Iterator[World]:
    """A service as it is set up unasked."""
    with world_of(browser, "", "") as made:
        yield made


def framed(source: str, attributes: str = "width=900 height=300") -> str:
    return f'{LISTENING}{RESIZED}<iframe src="{source}" {attributes}></iframe>'


def frame_of(page: Page) -> Frame:
    [frame] = page.main_frame.child_frames
    return frame


def got(page: Page, **wanted: Any) -> list[dict[str, Any]]:
    """The messages that a page was sent, of a kind."""
    messages: list[dict[str, Any]] = page.evaluate("got")
    return [message for message in messages if all(message.get(name) == value for name, value in wanted.items())]


def until(where: Frame | Page, script: str) -> None:
    """Wait for something to be true. Playwright's own way runs text as a script, which our policy stops."""
    for _ in range(PATIENCE):
        if where.evaluate(script):
            return
        where.wait_for_timeout(20)
    raise AssertionError(script)


def loaded(where: Frame | Page) -> None:
    """Wait for the plan."""
    until(where, "document.querySelector('learning-roadmap')?.plan")


def tick(frame: Frame | Page, unit: str) -> None:
    """Mark a unit of the list known, as a learner does."""
    frame.locator(f"learning-roadmap [data-unit='{unit}'] input[type=checkbox]").first.check()
    until(frame, f"document.querySelector('learning-roadmap').plan.steps.every((step) => step.unit !== '{unit}')")


def test_a_named_page_is_told_how_high_its_frame_wants_to_be(world: World) -> None:
    page = world.host(world.lms, framed(f"{world.frame}?view=list&parent_origin={world.lms.origin}"))
    loaded(frame_of(page))
    until(page, "document.querySelector('iframe').height > 300")
    [ours] = got(page, type="roadmap:resize")
    [lti] = got(page, subject="lti.frameResize")
    assert ours["origin"] == lti["origin"] == world.site
    assert ours["height"] == lti["height"] == frame_of(page).evaluate("document.documentElement.scrollHeight")
    assert page.locator("iframe").get_attribute("height") == str(ours["height"])
    assert world.complaints == []


def test_heights_follow_the_content_and_never_each_other(world: World) -> None:
    page = world.host(world.lms, framed(f"{world.frame}?view=map&parent_origin={world.lms.origin}"))
    frame = frame_of(page)
    loaded(frame)
    until(page, "got.some((one) => one.type === 'roadmap:resize')")
    [first] = got(page, type="roadmap:resize")
    for height in (100, 2000):
        page.evaluate("height => document.querySelector('iframe').height = height", height)
        page.wait_for_timeout(200)
    assert got(page, type="roadmap:resize") == [first]
    page.evaluate("document.querySelector('iframe').width = 400")
    frame.locator("learning-roadmap button[data-view=list]").click()
    until(page, "got.filter((one) => one.type === 'roadmap:resize').length > 1")
    page.wait_for_timeout(500)
    assert len(got(page, type="roadmap:resize")) <= 4


def test_a_named_page_is_told_what_the_learner_does(world: World) -> None:
    page = world.host(world.lms, framed(f"{world.frame}?view=list&parent_origin={world.lms.origin}"))
    frame = frame_of(page)
    loaded(frame)
    tick(frame, "python@1")
    frame.locator("learning-roadmap [data-unit='docker@1'] .open").first.click()
    until(page, "got.some((one) => one.type === 'roadmap:open')")
    assert got(page, type="roadmap:load")[0]["detail"]["plan"]["role"]["id"] == "ml-engineer"
    [change] = got(page, type="roadmap:change")
    assert (change["origin"], change["detail"]["known"]) == (world.site, ["python@1"])
    [opened] = got(page, type="roadmap:open")
    assert opened["detail"] == {"unit": "docker@1", "skill": "docker", "level": 1}


def test_the_address_of_the_frame_keeps_what_the_learner_does(world: World) -> None:
    page = world.host(world.lms, framed(f"{world.frame}?view=list&theme=dark&parent_origin={world.lms.origin}"))
    frame = frame_of(page)
    loaded(frame)
    tick(frame, "python@1")
    asked = parse_qs(urlsplit(frame.url).query)
    shown = {"view": ["list"], "theme": ["dark"], "parent_origin": [world.lms.origin]}
    assert asked == {**shown, "known": ["python@1"]}
    again = world.open(frame.url)
    loaded(again)
    assert again.locator("learning-roadmap").get_attribute("known") == "python@1"


def test_without_a_name_nobody_is_told_anything(world: World) -> None:
    page = world.host(world.lms, framed(f"{world.frame}?view=list"))
    frame = frame_of(page)
    loaded(frame)
    tick(frame, "python@1")
    assert "known=python@1" in frame.url
    assert got(page) == []


def test_a_page_that_names_another_is_told_nothing(open_world: World) -> None:
    source = f"{open_world.frame}?view=list&parent_origin={open_world.lms.origin}"
    page = open_world.host(open_world.evil, framed(source))
    loaded(frame_of(page))
    tick(frame_of(page), "python@1")
    assert got(page) == []


@pytest.mark.parametrize("asked", ["", "?parent_origin={lms}", "?parent_origin={evil}"])
def test_a_page_that_may_not_frame_it_shows_nothing(world: World, asked: str) -> None:
    query = asked.format(lms=world.lms.origin, evil=world.evil.origin)
    page = world.host(world.evil, framed(f"{world.frame}{query}"))
    assert frame_of(page).url == REFUSED
    assert "frame-ancestors" in " ".join(world.complaints)
    assert got(page) == []


def test_a_page_around_the_page_must_be_allowed_too(world: World) -> None:
    world.lms.pages["/inner"] = (framed(world.frame), "")
    page = world.host(world.evil, framed(f"{world.lms.origin}/inner"))
    assert frame_of(page).child_frames[0].url == REFUSED


def test_nobody_else_may_frame_it_unless_that_is_set(closed_world: World) -> None:
    page = closed_world.host(closed_world.lms, framed(closed_world.frame))
    assert frame_of(page).url == REFUSED


def test_the_frame_that_oembed_tells_of_works(open_world: World) -> None:
    asked = {"url": open_world.frame, "maxwidth": "600"}
    answer = open_world.service.test_client().get("/oembed", query_string=asked, base_url=open_world.site)
    page = open_world.host(open_world.lms, f"{LISTENING}{answer.get_json()['html']}")
    loaded(frame_of(page))
    box = frame_of(page).frame_element().bounding_box()
    assert box is not None
    assert (box["width"], box["height"]) == (600, 720)
    assert open_world.complaints == []


@pytest.mark.parametrize("call", ["*", "{lms}"])
def test_a_frame_without_an_origin_needs_a_service_that_any_may_call(browser: Browser, call: str) -> None:
    """As WordPress puts pages that it does not know into frames: with scripts, and nothing else."""
    with world_of(browser, "*", call) as world:
        page = world.host(world.lms, framed(world.frame, 'width=900 height=600 sandbox="allow-scripts"'))
        if call == "*":
            loaded(frame_of(page))
        else:
            frame_of(page).locator("learning-roadmap [role=alert]").wait_for()


def element(world: World) -> str:
    """A page with the element."""
    return (
        f'<!doctype html><link rel=icon href=data:,><script type="module" src="{world.site}/embed/roadmap.js"></script>'
        "<learning-roadmap role-id='ml-engineer' view='list'></learning-roadmap>"
    )


def test_the_element_works_in_a_page_that_may_call_the_service(world: World) -> None:
    page = world.host(world.lms, element(world))
    loaded(page)
    assert page.locator("learning-roadmap li").count() > 10
    assert world.complaints == []


def test_the_element_is_kept_out_of_a_page_that_may_not(world: World) -> None:
    page = world.host(world.evil, element(world))
    page.locator("learning-roadmap [role=alert]").wait_for()
    assert "CORS" in " ".join(world.complaints)


def test_nobody_may_call_a_service_unless_that_is_set(closed_world: World) -> None:
    page = closed_world.host(closed_world.lms, element(closed_world))
    page.locator("learning-roadmap [role=alert]").wait_for()


def test_problems_and_tags_can_be_read(world: World) -> None:
    page = world.host(world.lms, LISTENING)
    problem = page.evaluate("async address => (await fetch(address)).json()", f"{world.site}/v1/plans?role=nobody")
    assert problem["status"] == 422
    tag = page.evaluate("async address => (await fetch(address)).headers.get('ETag')", f"{world.site}/v1/roles")
    assert tag
    body = """async address => (await fetch(address, {
        method: "POST", headers: {"Content-Type": "application/json"}, body: '{"role": "ml-engineer"}',
    })).status"""
    assert page.evaluate(body, f"{world.site}/v1/plans") == 200


@pytest.mark.parametrize("left_out", ["", "script-src", "connect-src"])
def test_the_element_needs_two_lines_of_a_strict_policy(world: World, left_out: str) -> None:
    """Those that docs/embedding.md names, and no fewer."""
    lines = [f"{line} {world.site}" for line in ("script-src", "connect-src") if line != left_out]
    page = world.host(world.lms, element(world), "; ".join(["default-src 'none'", "img-src data:", *lines]))
    if left_out:
        assert "Content Security Policy" in " ".join(world.complaints)
        return
    loaded(page)
    assert page.locator("learning-roadmap li").count() > 10
    assert world.complaints == []


def test_the_page_alone_fills_its_frame_and_is_quiet(closed_world: World) -> None:
    page = closed_world.open(f"{closed_world.frame}?known=python")
    loaded(page)
    assert closed_world.complaints == []
    assert page.evaluate("document.documentElement.scrollHeight === innerHeight")
    assert page.evaluate("document.querySelector('learning-roadmap').offsetHeight === innerHeight")


def test_nothing_inline_runs_on_the_page(closed_world: World) -> None:
    page = closed_world.open(closed_world.frame)
    page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "window.ran = true";
            document.body.append(script);
            document.body.insertAdjacentHTML("beforeend", "<img src=x onerror='ran = true'><p style='color: red'>x");
        }"""
    )
    page.wait_for_timeout(200)
    assert page.evaluate("window.ran") is None
    assert len([line for line in closed_world.complaints if "Content Security Policy" in line]) >= 3


def test_states_are_written_as_the_page_reads_them(closed_world: World) -> None:
    page = closed_world.open(closed_world.frame)
    module = page.locator("script[src*=frame]").evaluate("script => script.src.replace('frame.js', 'address.js')")

    def address_of(query: str, state: dict[str, Any]) -> str:
        script = "async ([module, ...given]) => (await import(module)).addressOf(...given)"
        given = [module, f"{closed_world.frame}{query}", state, ["known", "view", "include_optional", "pace"]]
        written: str = page.evaluate(script, given)
        return written.removeprefix(f"{closed_world.site}/embed/")

    here = "?known=git@1&theme=dark&view=map"
    assert address_of(here, {}) == "ml-engineer?known=git@1&theme=dark&view=map"
    assert address_of(here, {"known": ["a@1", "b"]}) == "ml-engineer?known=a@1,b&theme=dark&view=map"
    assert address_of(here, {"known": [], "view": None}) == "ml-engineer?theme=dark"
    assert address_of(here, {"view": "", "include_optional": True, "pace": 7.5}) == (
        "ml-engineer?known=git@1&theme=dark&include_optional=true&pace=7.5"
    )
    assert address_of(here, {"known": ["a,b&c=d#e"]}) == "ml-engineer?known=a,b%26c%3Dd%23e&theme=dark&view=map"
    assert address_of(here, {"role": "a/b $&"}) == "a%2Fb%20%24%26?known=git@1&theme=dark&view=map"
    assert address_of(here, {"theme": "light", "x": 1}) == f"ml-engineer{here}"
    assert address_of(here, {"known": ["x" * 90] * 100}) == f"ml-engineer{here}"


def shown(world: World) -> dict[str, str]:
    """The pages that docs/embedding.md shows, by a word in them, for the origins that there are."""
    blocks = re.findall(r"```html\n(.*?)```", EMBEDDING.read_text(encoding="utf-8"), re.DOTALL)
    here = [
        block.replace("https://roadmap.example", world.site).replace("https://lms.example", world.lms.origin)
        for block in blocks
    ]
    head = "<!doctype html><title>Host</title><link rel=icon href=data:,>"
    words = {"element": 'known="python,git@1"', "frame": 'height="720" loading', "told": "addEventListener(\"message\"",
             "kept": "getItem"}  # fmt: skip
    return {name: next(head + block for block in here if word in block) for name, word in words.items()}


def test_the_element_that_is_shown_works(world: World) -> None:
    page = world.host(world.lms, shown(world)["element"])
    loaded(page)
    assert page.evaluate("document.querySelector('learning-roadmap').state.known") == ["python", "git@1"]
    assert world.complaints == []


def test_the_frame_that_is_shown_works(world: World) -> None:
    page = world.host(world.lms, shown(world)["frame"])
    loaded(frame_of(page))
    assert world.complaints == []


def test_the_page_that_listens_to_a_frame_works(world: World) -> None:
    page = world.host(world.lms, shown(world)["told"])
    frame = frame_of(page)
    loaded(frame)
    until(page, "document.querySelector('iframe').height !== '720'")
    tick(frame, "python@1")
    until(page, "localStorage.getItem('roadmap')")
    assert page.evaluate("JSON.parse(localStorage.getItem('roadmap')).known") == ["python@1"]
    assert world.complaints == []


def test_the_page_that_keeps_what_a_learner_does_works(world: World) -> None:
    script = f'<script type="module" src="{world.site}/embed/roadmap.js"></script>'
    page = world.host(world.lms, shown(world)["kept"] + script)
    loaded(page)
    page.locator("learning-roadmap button[data-view=list]").click()
    tick(page, "python@1")
    page.reload()
    loaded(page)
    assert page.evaluate("document.querySelector('learning-roadmap').state.known") == ["python@1"]
