"""The page: complete without a script, held to its own style sheet, and the same text whatever the texts say."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest

from roadmap.domain.plan import PlanRequest
from roadmap.domain.text import one_line
from roadmap.exporters.html import STYLE, export
from tests.building.documents import document, role, skill, unit
from tests.building.plans import plan as plan_of
from tests.building.plans import planner
from tests.contract.exporters.hostile import ADDRESS, TEXTS, hostile_document

LINKS = {"self": "https://example.org/v1/plans?role=a&known=b%401", "svg": "https://example.org/v1/plans?format=svg"}
VOID = {"meta", "input"}
ELEMENTS = {
    *("html", "head", "meta", "title", "style", "body", "main", "header", "section", "footer", "h1", "h2", "h3", "p"),
    *("dl", "div", "dt", "dd", "ol", "ul", "li", "label", "input", "span", "strong", "code", "bdi", "a"),
}


class Page(HTMLParser):
    """Elements with their attributes and the text in each, as an HTML parser sees them."""

    def __init__(self, written):
        super().__init__(convert_charrefs=True)
        self.found, self.open = [], []
        self.feed(written.decode())
        assert not self.open

    def handle_starttag(self, tag, attrs):
        element = [tag, dict(attrs), ""]
        self.found.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        for element in self.open:
            element[2] += data

    def texts(self, tag):
        return [one_line(text) for name, _, text in self.found if name == tag]

    def attributes(self, tag, name):
        return [attributes.get(name) for found, attributes, _ in self.found if found == tag]


@pytest.fixture(scope="module")
def hostile():
    return planner(hostile_document())


def test_each_step_has_a_box_to_tick_in_its_place(plan):
    page = Page(export(plan, {}))
    assert page.texts("h3") == [f"{step.position} {step.name} {step.level}" for step in plan.steps]
    assert page.attributes("input", "type") == ["checkbox"] * len(plan.steps)


def test_a_step_says_what_why_and_by_what(plan):
    page = Page(export(plan, {}))
    steps = [one_line(text) for tag, attributes, text in page.found if attributes.get("id", "").startswith("step-")]
    for said, step in zip(steps, plan.steps, strict=True):
        assert step.unit in said
        assert one_line(step.outcome) in said
        assert f"For {step.reason.chain[0].needed_by}" in said
        assert all(resource.title in said for resource in step.resources)


def test_the_figures_are_the_plan_s(plan):
    said = " ".join(Page(export(plan, {})).texts("dl"))
    summary = plan.summary
    assert f"Hours{summary.hours:,}" in said.replace(" ", "")
    for figure in (summary.weeks, summary.finish_date, summary.hours_per_week_needed):
        assert figure is None or f"{figure}" in said.replace(",", "")


def headings(**request):
    made = document(
        [skill("a", track="data"), skill("b", requires=["a"]), skill("c", track="data", requires=["b"])],
        [role("r", unit("c", "So."))],
    )
    return Page(export(plan_of(made, role="r", **request), {})).texts("h2")


def test_steps_stand_by_week_by_stage_or_by_track():
    assert headings(hours_per_week=10) == ["Week 1", "Week 2", "Week 3"]
    assert headings(strategy="foundations-first") == ["Stage 1", "Stage 2", "Stage 3"]
    assert headings() == ["Data", "Software", "Data"]


def test_links_are_resources_and_the_plan_itself(plan):
    page = Page(export(plan, LINKS))
    resources = [resource.url for step in plan.steps for resource in step.resources]
    assert page.attributes("a", "href") == [*resources, LINKS["self"], LINKS["svg"]]


def test_the_page_holds_itself_to_its_one_style_sheet(plan):
    written = export(plan, LINKS)
    page = Page(written)
    digest = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
    metas = [attributes for tag, attributes, _ in page.found if tag == "meta"]
    [policy] = [meta["content"] for meta in metas if meta.get("http-equiv") == "Content-Security-Policy"]
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'"
    assert re.findall(r"<style>(.*?)</style>", written.decode(), re.DOTALL) == [STYLE]
    assert not [attributes for _, attributes, _ in page.found if "style" in attributes]


def test_hostile_texts_are_words_of_the_page_and_nothing_else(hostile):
    for name in ("hostile", *(f"role-{n}" for n in range(len(TEXTS)))):
        plan = hostile.build_plan(PlanRequest(role=name, hours_per_week=10))
        page = Page(export(plan, {}))
        assert {tag for tag, _, _ in page.found} <= ELEMENTS
        assert {key for _, attributes, _ in page.found for key in attributes} <= {
            *("lang", "charset", "name", "content", "http-equiv", "class", "start", "id", "type", "href", "rel"),
        }
        assert page.texts("h1") == [one_line(plan.title)]
        assert page.texts("title") == [one_line(f"Study plan: {plan.title}")]
        assert set(page.attributes("a", "href")) <= {ADDRESS}


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "//evil.example", "vbscript:x"])
def test_only_addresses_of_the_web_are_links(address):
    book = {"title": "Book", "url": address, "kind": "book", "free": True}
    plan = plan_of(document([skill("a", resources=[book])], []), targets=("a",))
    page = Page(export(plan, {}))
    assert page.attributes("a", "href") == []
    assert "Book book" in page.texts("ul")
