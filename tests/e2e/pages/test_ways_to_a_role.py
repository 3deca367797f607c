"""The questions, the advert and the comparison: each leads to a roadmap."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.e2e.pages.conftest import Visit

pytestmark = pytest.mark.xdist_group("pages")


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
    visit.sees_roadmap()
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
