"""The page of a roadmap: form, address and roadmap say the same."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.pages.conftest import Visit
from tests.e2e.watched import watched_page

pytestmark = pytest.mark.xdist_group("pages")


def test_a_role_is_chosen_and_its_roadmap_kept_by_its_address(visit: Visit, browser: Browser) -> None:
    page = visit.open("/")
    page.get_by_role("link", name="Machine-learning engineer", exact=True).click()
    page.wait_for_url("**/roadmap?role=ml-engineer**")
    visit.sees_roadmap()

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
    page.get_by_role("checkbox", name="Known: School algebra").first.check()
    expect(page.get_by_role("button", name="Remove School algebra")).to_be_visible()
    asked = visit.asked()
    assert (set(asked["known"]), asked["view"]) == ({"python@1", "algebra@1"}, ["list"])
    address, kept = page.url, visit.left()

    with watched_page(browser, viewport={"width": 1280, "height": 900}) as other:
        again = Visit(other.page, visit.service)
        again.open(address.removeprefix(visit.service))
        again.sees_roadmap()
        assert (other.page.url, again.left()) == (address, kept)

    visit.open("/")
    page.get_by_role("link", name="Machine-learning engineer").first.click()
    page.wait_for_url(address)


def test_the_formats_and_the_snippets_follow_what_is_shown(visit: Visit) -> None:
    page = visit.open("/roadmap?role=ai-engineer")
    page.get_by_label("Hours a week").fill("7")
    page.get_by_label("Hours a week").press("Tab")
    markdown = page.get_by_role("link", name="Markdown")
    expect(markdown).to_have_attribute(
        "href", f"{visit.service}/v1/plans?role=ai-engineer&hours_per_week=7&format=markdown"
    )
    expect(page.locator("#as-element")).to_contain_text('<learning-roadmap role-id="ai-engineer" hours-per-week="7">')
    expect(page.locator("#as-frame")).to_contain_text('title="Roadmap: AI engineer"')
    expect(page.locator("#as-frame")).to_contain_text(f"{visit.service}/embed/ai-engineer?hours_per_week=7")
    with page.expect_navigation():
        page.reload()
    expect(page.locator("#as-element")).to_contain_text('hours-per-week="7"')


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


def test_a_mistake_is_put_right_by_a_click(browser: Browser, service: str) -> None:
    page = browser.new_page()
    page.goto(f"{service}/roadmap?role=ml-engineer&known=pyton")
    page.get_by_role("link", name="python", exact=True).click()
    page.wait_for_url("**/roadmap?role=ml-engineer&known=python")
    page.close()
