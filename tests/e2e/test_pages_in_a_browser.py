"""The service's own pages in a browser: what people do with them, with a mouse, with keys alone, and on any screen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.xdist_group("pages")

RANKED = "/which-role?mathematics=-1&product=1&known=python&hours_per_week=10"
COMPARED = "/compare?roles=ai-engineer,ml-engineer&known=git@1&hours_per_week=10"
ROADMAP = "/roadmap?role=ml-engineer&known=git@1&hours_per_week=10&start_date=2027-01-04"
PAGES = ["/", "/roadmap", ROADMAP, f"{ROADMAP}&view=list", "/which-role", RANKED, "/compare", COMPARED,
         "/compare?roles=ai-engineer,ml-engineer,data-scientist", "/advert", "/docs", "/problems"]  # fmt: skip
WRONG = ["/roadmap?role=ml-enginer&known=pyton", "/nothing-here"]
WIDTHS = [320, 768, 1280, 2560]


@dataclass
class Visit:
    """A page of the service, with what its console said and which other addresses were asked for something."""

    page: Page
    service: str
    console: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        """Open a page and wait until it has what it asked for."""
        self.page.goto(self.service + path, wait_until="networkidle")
        return self.page

    def asked(self) -> dict[str, list[str]]:
        """The query of the page's address, each value a list."""
        query = parse_qs(urlsplit(self.page.url).query)
        return {name: values[0].split(",") for name, values in query.items()}

    def focused(self) -> str:
        """The name of what has the focus."""
        return self.page.evaluate("document.activeElement.textContent.trim() || document.activeElement.id")


def _watch(page: Page, service: str) -> Visit:
    visit = Visit(page, service)
    page.on("console", lambda message: visit.console.append(message.text))
    page.on("pageerror", lambda error: visit.console.append(str(error)))
    page.on("request", lambda request: request.url.startswith(service) or visit.foreign.append(request.url))
    return visit


@pytest.fixture
def visit(browser: Browser, service: str) -> Iterator[Visit]:
    """A visitor with a window of some size, who finds nothing to complain of in the console."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    visit = _watch(context.new_page(), service)
    yield visit
    context.close()
    assert (visit.console, visit.foreign) == ([], [])


def test_a_role_is_chosen_and_its_roadmap_kept_by_its_address(visit: Visit, browser: Browser) -> None:
    page = visit.open("/")
    page.get_by_role("link", name="Machine-learning engineer", exact=True).click()
    page.wait_for_url("**/roadmap?role=ml-engineer**")
    expect(page.locator("learning-roadmap").get_by_text("hours left").first).to_be_visible()

    page.get_by_label("What you know already").fill("pyth")
    page.get_by_role("option", name="Python").first.click()
    page.get_by_label("Level of Python").select_option("1")
    page.get_by_label("Hours a week").fill("20")
    page.get_by_label("Hours a week").press("Tab")
    page.get_by_label("Order").select_option("quick-wins")
    expect(page.locator("#permalink")).to_have_value(page.url)
    asked = visit.asked()
    assert (asked["known"], asked["hours_per_week"], asked["strategy"]) == (["python@1"], ["20"], ["quick-wins"])

    page.get_by_role("button", name="List").click()
    page.get_by_role("checkbox", name="Known: Algebra").first.check()
    expect(page.get_by_role("button", name="Remove Algebra")).to_be_visible()
    asked = visit.asked()
    assert (set(asked["known"]), asked["view"]) == ({"python@1", "algebra@1"}, ["list"])
    address, kept = page.url, _left(page)

    other = browser.new_page()
    again = _watch(other, visit.service)
    again.open(address.removeprefix(visit.service))
    expect(other.locator("learning-roadmap").get_by_text("hours left").first).to_be_visible()
    assert (other.url, _left(other)) == (address, kept)
    other.close()

    visit.open("/")
    page.get_by_role("link", name="Machine-learning engineer").first.click()
    page.wait_for_url(address)


def _left(page: Page) -> list[str]:
    """The figures and the units of a roadmap that is shown as a list."""
    return page.locator("learning-roadmap").evaluate(
        "({shadowRoot}) => [...shadowRoot.querySelectorAll('.figures, li[data-status=todo], li[data-status=ready]')]"
        ".map(one => one.textContent)"
    )


def test_the_formats_and_the_snippets_follow_what_is_shown(visit: Visit) -> None:
    page = visit.open("/roadmap?role=ai-engineer")
    page.get_by_label("Hours a week").fill("7")
    page.get_by_label("Hours a week").press("Tab")
    markdown = page.get_by_role("link", name="Markdown")
    expect(markdown).to_have_attribute(
        "href", f"{visit.service}/v1/plans?role=ai-engineer&hours_per_week=7&format=markdown"
    )
    expect(page.locator("#as-element")).to_contain_text('<learning-roadmap role-id="ai-engineer" hours-per-week="7">')
    expect(page.locator("#as-frame")).to_contain_text(f"{visit.service}/embed/ai-engineer?hours_per_week=7")
    with page.expect_navigation():
        page.reload()
    expect(page.locator("#as-element")).to_contain_text('hours-per-week="7"')


def test_the_questions_lead_to_a_ranking_by_keys_alone(visit: Visit) -> None:
    page = visit.open("/which-role")
    assert page.locator(".question:visible").count() == 1
    page.keyboard.press("Tab")
    assert visit.focused() == "Skip to the content"
    page.locator(".question:visible input:checked").focus()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    expect(page.locator("#how-far")).to_have_text("Question 2 of 8")
    for _ in range(5):
        page.keyboard.press("Enter")
    page.keyboard.type("statis")
    expect(page.get_by_role("option", name="Statistics")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Remove Statistics")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("#how-far")).to_have_text("Question 8 of 8")
    page.keyboard.type("12")
    page.keyboard.press("Enter")
    page.wait_for_url("**/which-role?**")
    asked = visit.asked()
    assert (asked["mathematics"], asked["known"], asked["hours_per_week"]) == (["-1"], ["statistics"], ["12"])
    expect(page.get_by_role("heading", level=1)).to_contain_text("suits you best")
    page.get_by_role("link", name="See its roadmap").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/roadmap?role=**")
    assert visit.asked()["known"] == ["statistics"]


def test_the_questions_can_be_gone_back_over(visit: Visit) -> None:
    page = visit.open("/which-role")
    page.get_by_text("Much more").first.click()
    page.get_by_role("button", name="Next").click()
    page.get_by_role("button", name="Back").click()
    assert page.get_by_role("radio", name="Much more").first.is_checked()


def test_skills_are_found_ticked_and_taken_off_by_keys_alone(visit: Visit) -> None:
    page = visit.open("/roadmap?role=ai-engineer")
    field = page.get_by_label("What you know already")
    field.focus()
    page.keyboard.type("p")
    expect(field).to_have_attribute("aria-expanded", "true")
    first = field.get_attribute("aria-activedescendant")
    page.keyboard.press("ArrowDown")
    assert field.get_attribute("aria-activedescendant") != first
    page.keyboard.press("ArrowUp")
    assert field.get_attribute("aria-activedescendant") == first
    page.keyboard.press("Escape")
    expect(field).to_have_attribute("aria-expanded", "false")
    field.fill("git")
    expect(field).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.ariaLabel") == "Remove Git"
    assert visit.asked()["known"] == ["git"]
    page.keyboard.press("Enter")
    assert "known" not in visit.asked()
    assert visit.focused() == "known"
    field.fill("zzzzzz")
    expect(page.get_by_role("option", name="Nothing is called that here.")).to_be_visible()


def test_an_advert_is_read_and_leads_to_a_roadmap(visit: Visit) -> None:
    page = visit.open("/advert")
    page.get_by_role("link", name="Try it with a sample").click()
    page.get_by_label("What you know already").fill("Docker")
    page.get_by_role("option", name="Docker").click()
    page.get_by_role("button", name="Read it").click()
    page.wait_for_selector(".advert-text mark")
    assert urlsplit(page.url).query == ""
    marked = page.eval_on_selector_all("mark[title]", "marks => marks.map(mark => mark.textContent)")
    assert {"Python", "SQL", "AWS"} <= set(marked)
    text = page.locator(".advert-text").text_content()
    assert text is not None
    assert text.startswith("Tidewater Freight")
    page.get_by_role("link", name="The roadmap to this job").click()
    page.wait_for_url("**/roadmap?**")
    expect(page.locator("learning-roadmap").get_by_text("hours left").first).to_be_visible()
    assert visit.asked()["known"] == ["docker"]


def test_no_fewer_and_no_more_roles_are_compared_than_can_be(visit: Visit) -> None:
    page = visit.open("/compare")
    button = page.get_by_role("button", name="Compare")
    expect(button).to_be_disabled()
    page.get_by_label("AI engineer").first.check()
    page.get_by_label("Data scientist").first.check()
    button.click()
    page.wait_for_url("**/compare?**")
    expect(page.locator(".venn svg")).to_be_visible()


def test_a_mistake_is_put_right_by_a_click(browser: Browser, service: str) -> None:
    page = browser.new_page()
    page.goto(f"{service}/roadmap?role=ml-engineer&known=pyton")
    page.get_by_role("link", name="python", exact=True).click()
    page.wait_for_url("**/roadmap?role=ml-engineer&known=python")
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_page(browser: Browser, service: str, axe: Path, scheme: Any) -> None:
    context = browser.new_context(color_scheme=scheme, reduced_motion="reduce", bypass_csp=True)
    page = context.new_page()
    found = {}
    for path in [*PAGES, *WRONG]:
        page.goto(service + path, wait_until="networkidle")
        found[path] = _violations(page, axe)
    page.goto(f"{service}/advert?sample=1")
    page.get_by_role("button", name="Read it").click()
    page.wait_for_selector(".advert-text mark")
    found["/advert, read"] = _violations(page, axe)
    context.close()
    assert {path: violations for path, violations in found.items() if violations} == {}


def _violations(page: Page, axe: Path) -> list[str]:
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    page.add_script_tag(path=axe)
    return page.evaluate(
        "async () => (await axe.run()).violations.flatMap(({id, nodes}) => nodes.map(({html}) => `${id}: ${html}`))"
    )


def test_no_page_scrolls_sideways_on_any_screen_or_says_anything_in_the_console(visit: Visit) -> None:
    wider = []
    for path in PAGES:
        page = visit.open(path)
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            if page.evaluate("document.documentElement.scrollWidth") > width:
                wider.append((path, width))
    assert wider == []


@pytest.mark.parametrize("path", ["/roadmap?role=ml-engineer&hours_per_week=10", "/which-role", "/compare"])
def test_pages_are_of_use_without_a_script(browser: Browser, service: str, path: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(service + path)
    page.locator("#known").fill("Python, git@1")
    for box in page.locator('input[name="roles"]').all()[:2]:
        box.check()
    page.locator("form .submit button").first.click()
    asked = parse_qs(urlsplit(page.url).query)
    assert asked["known"] == ["Python, git@1"]
    assert page.locator("main").get_by_text("Machine learning").first.is_visible() or path != "/roadmap"
    assert page.get_by_role("alert").count() == 0
    context.close()
