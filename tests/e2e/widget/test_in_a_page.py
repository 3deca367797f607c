"""The widget in a page of another origin: what it shows, what it tells, and what it needs."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import PLATFORM
from tests.e2e.watched import overflows, violations
from tests.e2e.widget.conftest import Open

pytestmark = pytest.mark.xdist_group("browser")

AI_ENGINEER = 'role-id="ai-engineer" hours-per-week="10"'


def test_the_map_and_the_list_say_the_same(host: Open) -> None:
    page = host(AI_ENGINEER)
    [steps] = page.events("load")
    cards = page.widget.locator(".card")
    assert sorted(cards.evaluate_all("all => all.map(card => card.dataset.unit)")) == sorted(steps)
    statuses = dict(cards.evaluate_all("all => all.map(card => [card.dataset.unit, card.dataset.status])"))
    page.widget.get_by_role("button", name="List").click()
    rows = page.widget.locator("li[data-unit]")
    assert rows.evaluate_all("all => all.map(row => row.dataset.unit)") == steps
    assert dict(rows.evaluate_all("all => all.map(row => [row.dataset.unit, row.dataset.status])")) == statuses
    assert page.console == []


def test_a_unit_tells_what_it_is_and_why_it_is_here(host: Open) -> None:
    page = host(AI_ENGINEER)
    page.card("large-language-models@1").click()
    panel = page.widget.get_by_role("dialog")
    expect(panel.get_by_role("heading", name="Large language models")).to_be_focused()
    for said in ("Why it is here", "The answer is written by a model.", "Leads to", "level 1, foundation"):
        expect(panel).to_contain_text(said)
    assert page.events("open") == [{"unit": "large-language-models@1", "skill": "large-language-models", "level": 1}]
    panel.get_by_role("button", name="Retrieval-augmented generation").click()
    expect(panel.get_by_role("heading", name="Retrieval-augmented generation")).to_be_visible()
    expect(panel).to_contain_text("The answer is written by a model.")


def test_what_is_known_stays_in_its_place_and_the_page_is_told(host: Open) -> None:
    page = host(AI_ENGINEER)
    [before] = page.events("load")
    left = page.widget.locator(".figures").inner_text()
    page.card("python@2").click()
    page.widget.get_by_role("button", name="Known", exact=True).click()
    expect(page.card("python@1")).to_have_attribute("data-status", "known")
    after = page.events("load")[-1]
    assert after == [unit for unit in before if not unit.startswith("python@")]
    assert page.widget.locator(".card").count() == len(before)
    assert page.widget.locator(".figures").inner_text() != left
    assert page.attribute("known") == "python@2"
    assert page.events("change")[-1]["known"] == ["python@2"]
    page.widget.get_by_role("button", name="To learn", exact=True).click()
    expect(page.card("python@1")).not_to_have_attribute("data-status", "known")
    assert page.attribute("known") is None


def test_what_was_implied_can_be_taken_back(host: Open) -> None:
    page = host(f'{AI_ENGINEER} known="retrieval-augmented-generation" show-known view="list"')
    row = page.row("large-language-models@1")
    expect(row).to_have_attribute("data-status", "known")
    row.get_by_role("checkbox").click()
    expect(row).not_to_have_attribute("data-status", "known")
    expect(page.row("retrieval-augmented-generation@1")).not_to_have_attribute("data-status", "known")
    assert "retrieval" not in (page.attribute("known") or "")


def test_marks_are_kept_by_the_page(host: Open) -> None:
    page = host(f'{AI_ENGINEER} view="list"')
    page.row("sql@1").get_by_role("button").click()
    page.widget.get_by_role("button", name="In progress").click()
    assert page.attribute("in-progress") == "sql@1"
    page.widget.get_by_role("button", name="Skipped").click()
    assert (page.attribute("in-progress"), page.attribute("skipped")) == (None, "sql@1")
    expect(page.row("sql@1")).to_contain_text("Skipped")
    again = host(f'{AI_ENGINEER} view="list" skipped="{page.attribute("skipped")}"')
    expect(again.row("sql@1")).to_contain_text("Skipped")


def test_another_way_can_be_taken(host: Open) -> None:
    page = host(AI_ENGINEER)
    page.card("go@1").click()
    page.widget.get_by_role("button", name="Take this way: java").click()
    expect(page.card("java@1")).to_be_attached()
    expect(page.card("go@1")).not_to_be_attached()
    assert page.attribute("prefer") == "java@1"


def test_a_page_may_change_what_it_asks_for(host: Open) -> None:
    page = host(AI_ENGINEER)
    page.widget.evaluate("widget => { widget.setAttribute('role-id', 'data-scientist'); widget.lang = 'de'; }")
    expect(page.widget.get_by_role("heading", name="Data scientist")).to_be_visible()
    expect(page.widget.get_by_role("button", name="Karte")).to_be_visible()
    assert page.widget.evaluate("widget => widget.state.role") == "data-scientist"
    assert page.widget.evaluate("widget => widget.plan.role.id") == "data-scientist"


def test_the_role_may_be_called_role(host: Open) -> None:
    """As ARIA reads that attribute, the widget takes it over."""
    page = host('role="ai-engineer"')
    assert (page.attribute("role"), page.attribute("role-id")) == (None, "ai-engineer")


def test_two_widgets_live_beside_each_other(host: Open) -> None:
    page = host(AI_ENGINEER, 'role-id="data-scientist" view="list"')
    first, second = (page.page.locator("learning-roadmap").nth(place) for place in (0, 1))
    first.locator(".card[data-unit='sql@1']").click()
    first.get_by_role("button", name="Known", exact=True).click()
    expect(first.locator(".card[data-unit='sql@1']")).to_have_attribute("data-status", "known")
    expect(second.locator("li[data-unit='sql@1']")).not_to_have_attribute("data-status", "known")
    assert page.console == []


def test_a_strict_policy_stops_nothing(host: Open, service: str) -> None:
    """Neither inline styles nor anything but the service is needed."""
    page = host(AI_ENGINEER, policy=f"default-src 'none'; img-src data:; script-src {service}; connect-src {service}")
    page.card("python@1").click()
    page.widget.get_by_role("button", name="List").click()
    assert page.widget.locator(".bar .known").evaluate("part => getComputedStyle(part).height") == "8px"
    assert page.console == []
    assert {address.split("/")[2] for address in page.requests if not address.startswith("data:")} == {
        PLATFORM.removeprefix("https://"),
        service.removeprefix("http://"),
    }


def test_everything_is_done_without_a_mouse(host: Open) -> None:
    page = host(AI_ENGINEER)
    keyboard = page.page.keyboard
    focused = "document.activeElement.shadowRoot.activeElement.dataset.unit"
    page.card("large-language-models@1").focus()
    keyboard.press("ArrowRight")
    assert page.page.evaluate(focused) == "retrieval-augmented-generation@1"
    keyboard.press("ArrowLeft")
    assert page.page.evaluate(focused) in ("large-language-models@1", "python@2")
    keyboard.press("Home")
    first = page.page.evaluate(focused)
    assert first == page.events("load")[0][0]
    keyboard.press("Enter")
    expect(page.widget.get_by_role("dialog").get_by_role("heading", level=3)).to_be_focused()
    for _ in range(2):
        keyboard.press("Tab")
    keyboard.press("Tab")
    keyboard.press("Enter")
    expect(page.card(first)).to_have_attribute("data-status", "known")
    keyboard.press("Escape")
    expect(page.card(first)).to_be_focused()
    page.widget.get_by_role("searchbox").focus()
    keyboard.type("retrieval")
    expect(page.widget.get_by_role("status").filter(has_text="match")).to_have_text("1 match")
    keyboard.press("Enter")
    expect(page.card("retrieval-augmented-generation@1")).to_be_focused()


def test_a_mark_can_be_read_under_the_pointer(host: Open) -> None:
    """What is pressed is written on the accent, and stays so."""
    page = host(AI_ENGINEER)
    page.card("python@1").click()
    known = page.widget.get_by_role("button", name="Known", exact=True)
    known.click()
    known.hover()
    accent = page.widget.locator(".segments [data-view=map]").evaluate("one => getComputedStyle(one).backgroundColor")
    expect(known).to_have_css("background-color", accent)


def test_the_map_stays_as_it_is_beside_the_panel(host: Open) -> None:
    page = host(AI_ENGINEER, viewport={"width": 900, "height": 800})
    page.card("sql@1").click()
    before = page.card("sql@1").get_attribute("transform")
    page.widget.get_by_role("button", name="Known", exact=True).click()
    expect(page.card("sql@1")).to_have_attribute("data-status", "known")
    assert page.card("sql@1").get_attribute("transform") == before
    expect(page.widget.locator(".map.down")).to_have_count(0)


def test_a_search_keeps_what_it_found(host: Open) -> None:
    page = host(f'{AI_ENGINEER} view="list"')
    page.widget.get_by_role("searchbox").fill("python")
    shown = page.widget.locator("li[data-unit]:visible")
    assert set(shown.evaluate_all("all => all.map(row => row.dataset.unit)")) == {"python@1", "python@2"}
    page.widget.get_by_role("searchbox").fill("")
    assert shown.count() == len(page.events("load")[0])


def test_the_list_goes_by_weeks_or_by_stages(host: Open) -> None:
    page = host(f'{AI_ENGINEER} view="list"')
    headings = page.widget.locator("section h3")
    assert headings.first.inner_text() == "Week 1"
    page.widget.get_by_role("button", name="By stage").click()
    assert headings.first.inner_text() == "Stage 1"


def test_a_problem_is_told_and_can_be_mended(host: Open) -> None:
    page = host('role-id="ai-enginer"')
    expect(page.widget.get_by_role("alert")).to_contain_text("Did you mean ai-engineer")
    assert page.events("error")[0]["problem"]["status"] == 422
    page.widget.evaluate("widget => widget.setAttribute('role-id', 'ai-engineer')")
    expect(page.widget.get_by_role("heading", name="AI engineer")).to_be_visible()


def test_an_unreachable_service_is_told_and_tried_again(host: Open) -> None:
    page = host(AI_ENGINEER)
    page.page.route("**/v1/plans?*", lambda route: route.abort())
    page.widget.evaluate("widget => widget.setAttribute('known', 'git')")
    expect(page.widget.get_by_role("alert")).to_contain_text("cannot be reached")
    page.page.unroute("**/v1/plans?*")
    page.widget.get_by_role("button", name="Try again").click()
    expect(page.widget.get_by_role("heading", name="AI engineer")).to_be_visible()


def test_nothing_left_is_a_word_of_its_own(host: Open) -> None:
    page = host('role-id="data-scientist" from-roles="data-scientist"')
    expect(page.widget).to_contain_text("Nothing is left to learn.")


def test_many_known_units_are_asked_by_a_body(host: Open) -> None:
    """A link has its limits."""
    page = host(f'{AI_ENGINEER} known="{",".join(["python@1"] * 600)}"')
    assert page.card("python@1").count() == 0
    assert page.card("python@2").count() == 1


@pytest.mark.parametrize("view", ["map", "list"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(host: Open, readers: Path, view: str, scheme: str) -> None:
    page = host(f'{AI_ENGINEER} known="git@1" show-known skipped="sql@1" theme="{scheme}" view="{view}"')
    assert violations(page.page, readers) == []
    (page.card if view == "map" else page.row)("python@1").get_by_role("button").or_(
        page.card("python@1")
    ).first.click()
    assert violations(page.page, readers) == []


@pytest.mark.parametrize("width", [320, 390, 768, 2560])
def test_it_fits_any_width(host: Open, width: int) -> None:
    page = host(AI_ENGINEER, viewport={"width": width, "height": 800})
    for view in ("map", "list"):
        page.widget.evaluate("(widget, view) => widget.setAttribute('view', view)", view)
        assert not overflows(page.page)
        inside = "widget => widget.shadowRoot.querySelector('.body').scrollWidth <= widget.clientWidth"
        assert page.widget.evaluate(inside)


def test_who_reads_from_the_right_starts_there(host: Open) -> None:
    page = host(AI_ENGINEER, html="dir=rtl")
    left = [page.card(unit).bounding_box() for unit in ("large-language-models@1", "retrieval-augmented-generation@1")]
    assert left[0] is not None
    assert left[1] is not None
    assert left[0]["x"] > left[1]["x"]
    page.card("large-language-models@1").focus()
    page.page.keyboard.press("ArrowLeft")
    expect(page.card("retrieval-augmented-generation@1")).to_be_focused()


def test_paper_gets_the_list(host: Open) -> None:
    page = host(AI_ENGINEER)
    page.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.page.emulate_media(media="print")
    assert page.widget.locator("li[data-unit]:visible").count() == len(page.events("load")[0])
    expect(page.widget.locator(".map")).to_be_hidden()
    expect(page.widget.get_by_role("searchbox")).to_be_hidden()
