"""Markdown shows texts as they are: nothing in them becomes a heading, a link, an image or HTML."""

import pytest
from markdown_it import MarkdownIt

from roadmap.domain.plan import PlanRequest
from roadmap.exporters.markdown import export
from tests.building.plans import planner
from tests.contract.exporters.hostile import ADDRESS, TEXTS, hostile_document

PARSERS = {
    "commonmark": MarkdownIt("commonmark"),
    "with tables and strikethrough": MarkdownIt("commonmark").enable(["table", "strikethrough"]),
}


@pytest.fixture(params=PARSERS)
def parse(request):
    return PARSERS[request.param].parse


@pytest.fixture(scope="module")
def hostile():
    return planner(hostile_document())


def shown(text):
    """A text as a page shows it: white space runs together, and what cannot be shown is not there."""
    return " ".join(text.replace("\x00", "\ufffd").split())


def inline(tokens):
    return [child for token in tokens if token.type == "inline" for child in token.children]


def words(token):
    return "".join(child.content if child.type in ("text", "code_inline") else " " for child in token.children)


def test_the_steps_are_a_task_list(plan, parse):
    tasks = [
        words(token) for token in parse(export(plan, {}).decode()) if token.type == "inline" and "[ ]" in token.content
    ]
    assert len(tasks) == len(plan.steps)
    for task, step in zip(tasks, plan.steps, strict=True):
        assert shown(f"{step.position}. {step.name} {step.level}") in shown(task)
        assert step.unit in task


def test_texts_read_back_as_they_are(hostile, parse):
    plan = hostile.build_plan(PlanRequest(role="hostile"))
    page = shown(" ".join(words(token) for token in parse(export(plan, {}).decode()) if token.type == "inline"))
    for text in TEXTS:
        assert shown(text) in page


@pytest.mark.parametrize("number", range(len(TEXTS)))
def test_titles_read_back_as_they_are(hostile, parse, number):
    plan = hostile.build_plan(PlanRequest(role=f"role-{number}"))
    heading, title = parse(export(plan, {}).decode())[:2]
    assert heading.tag == "h1"
    assert shown(words(title)) == shown(f"Study plan: {TEXTS[number]}")


def test_nothing_but_the_page_s_own_structure_is_there(hostile, parse):
    tokens = parse(export(hostile.build_plan(PlanRequest(role="hostile")), {}).decode())
    assert {token.type for token in tokens} <= {
        *("heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline"),
        *("bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close"),
    }
    assert {child.type for child in inline(tokens)} <= {
        *("text", "softbreak", "strong_open", "strong_close", "code_inline", "link_open", "link_close", "text_special"),
    }
    assert {child.attrs["href"] for child in inline(tokens) if child.type == "link_open"} == {
        PARSERS["commonmark"].normalizeLink(ADDRESS)
    }
    assert sum(token.type == "heading_open" for token in tokens) == 3


def test_links_are_shown(plan, parse):
    address = "https://example.org/v1/plans?role=a&known=b%401"
    links = [child for child in inline(parse(export(plan, {"self": address}).decode())) if child.type == "link_open"]
    assert address in [link.attrs["href"] for link in links]
