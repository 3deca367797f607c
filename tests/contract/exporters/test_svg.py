"""The standing picture: what is on it, where it lies, and that nothing in it acts. (Browsers: tests/e2e.)"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from xml.etree import ElementTree

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.domain.plan import PlanRequest
from roadmap.domain.text import one_line
from roadmap.exporters.svg import STYLE, export
from roadmap.exporters.svg.layers import GAP, LANE_HEIGHT, columns_of, draw
from roadmap.exporters.svg.look import CARD_WIDTH, COLOURS, COLUMN_GAP, DARK, LIGHT, MARKS
from roadmap.exporters.svg.map import ROOM, map_of
from roadmap.exporters.svg.words import fit, width
from tests.building.documents import document, role, skill, unit
from tests.building.plans import edges, planner
from tests.building.plans import plan as plan_of
from tests.building.small_graphs import Case, cases
from tests.contract.exporters.hostile import TEXTS, hostile_document

SVG = "{http://www.w3.org/2000/svg}"
ELEMENTS = {"svg", "title", "desc", "style", "defs", "pattern", "rect", "path", "g", "text"}


def picture(plan):
    return ElementTree.fromstring(export(plan, {"self": "https://example.org"}))


def tags(root):
    return {element.tag.removeprefix(SVG) for element in root.iter()}


@pytest.fixture(scope="module")
def hostile():
    return planner(hostile_document())


def test_it_says_in_words_what_it_shows(plan):
    root = picture(plan)
    assert root.get("role") == "img"
    words = {element.get("id"): element.text for element in root if element.tag in (f"{SVG}title", f"{SVG}desc")}
    assert list(words) == root.get("aria-labelledby").split()
    title, description = words.values()
    assert title == f"Study plan: {plan.title}"
    assert all(f"{step.name} {step.level}" in description for step in plan.steps)
    assert f"{plan.summary.steps} steps" in description or not plan.steps


def test_it_says_what_it_was_made_from(plan):
    texts = [element.text for element in picture(plan).iter(f"{SVG}text")]
    graph = plan.compiled.graph
    assert f"{graph.name} {graph.version} ({graph.licence})" in texts
    assert plan.title in texts


def test_its_size_is_that_of_its_view(plan):
    root = picture(plan)
    assert root.get("viewBox") == f"0 0 {root.get('width')} {root.get('height')}"


def test_a_legend_tells_the_tracks_by_colour_and_pattern(plan):
    root = picture(plan)
    tracks = {track.id: track.name for track in plan.compiled.graph.tracks}
    texts = [element.text for element in root.iter(f"{SVG}text")]
    for track in {step.track for step in plan.steps}:
        assert tracks[track] in texts
    patterns = [element.get("id") for element in root.iter(f"{SVG}pattern")]
    assert len(patterns) == len({step.track for step in plan.steps})
    used = re.findall(r"url\(#([^)]*)\)", ElementTree.tostring(root, encoding="unicode"))
    assert set(used) == set(patterns)


def test_no_two_of_many_tracks_look_alike():
    assert len({(n % len(COLOURS), n % len(MARKS)) for n in range(len(COLOURS) * len(MARKS))}) == 91


def test_light_looks_need_no_style_sheet_and_dark_ones_have_one():
    assert set(LIGHT) == set(DARK)
    assert STYLE.startswith("@media (prefers-color-scheme:dark){")
    assert all(f".{name}{{" in STYLE for name in DARK)


def test_hostile_texts_are_words_of_the_picture_and_nothing_else(hostile):
    for name in ("hostile", *(f"role-{n}" for n in range(len(TEXTS)))):
        plan = hostile.build_plan(PlanRequest(role=name))
        root = picture(plan)
        assert tags(root) <= ELEMENTS
        assert root.find(f"{SVG}title").text == one_line(f"Study plan: {plan.title}")
        assert root.find(f"{SVG}style").text == STYLE
        for element in root.iter():
            for attribute, value in element.attrib.items():
                assert not attribute.startswith("on")
                assert "href" not in attribute
                assert "url(" not in value or value.startswith("url(#roadmap-track-")


def test_words_stay_on_their_cards(hostile):
    for card in map_of(hostile.build_plan(PlanRequest(role="hostile", hours_per_week=0.01))).cards:
        assert len(card.name) <= 2
        assert all(width(line, 13) <= ROOM for line in card.name)
        assert width(card.figures, 11.5) <= ROOM + 7


@given(st.text(), st.integers(10, 200), st.integers(1, 3))
def test_a_text_is_fitted_into_its_room(text, room, lines):
    fitted = fit(text, 10, room, lines)
    assert 1 <= len(fitted) <= lines
    assert all(width(line, 10) <= room or len(line) == 1 for line in fitted)
    if not fitted[-1].endswith("…"):
        assert "".join(fitted).replace(" ", "") == text.replace(" ", "")


def test_arrows_are_the_prerequisites_that_follow_from_no_others(plan):
    reduced = nx.transitive_reduction(edges(plan.steps))
    shown = {
        (plan.steps[before].unit, step.unit) for step in plan.steps for before in plan.builds_on[step.position - 1]
    }
    assert shown == set(reduced.edges)


@given(cases())
def test_arrows_are_irredundant_on_any_graph(case: Case):
    plan = planner(case.document).build_plan(case.request)
    units = plan.unit_ids
    shown = {(units[before], units[n]) for n, needed in enumerate(plan.builds_on) for before in needed}
    assert shown == set(nx.transitive_reduction(edges(plan.steps)).edges)


def test_the_chain_with_the_most_hours_is_among_the_arrows(plan):
    chart = map_of(plan)
    assert [card.step.unit for card in chart.cards if card.critical] == sorted(
        plan.critical_path, key=plan.unit_ids.index
    )
    assert chart.chain <= {(route[0], route[-1]) for route in chart.drawing.routes}
    assert len(chart.chain) == max(0, len(plan.critical_path) - 1)


def test_a_column_holds_one_stage_and_stages_go_from_left_to_right(plan):
    chart = map_of(plan)
    assert list(chart.stage_of) == sorted(chart.stage_of)
    for n, card in enumerate(chart.cards):
        assert chart.stage_of[chart.drawing.column[n]] == card.step.stage
    for route in chart.drawing.routes:
        assert chart.left(route[0]) + CARD_WIDTH + COLUMN_GAP <= chart.left(route[-1])


def test_a_long_stage_is_broken_into_columns():
    names = [f"skill-{n}" for n in range(130)]
    made = document([skill(name) for name in names], [role("r", *(unit(name, "So.") for name in names))])
    plan = plan_of(made, role="r")
    root = picture(plan)
    assert 1 < int(root.get("width")) / int(root.get("height")) < 2.5
    assert [text.text for text in root.iter(f"{SVG}text")].count("Stage 1, ready now") == 1


def test_a_small_plan_is_a_small_card():
    root = picture(plan_of(document([skill("a"), skill("b")], []), targets=("a",)))
    assert int(root.get("width")) < 700
    assert int(root.get("height")) < 300


@given(st.lists(st.integers(1, 6), max_size=40), st.integers(1, 9))
def test_columns_are_as_few_as_their_length_allows(stages, most):
    column, stage_of = columns_of(stages, most)
    held = defaultdict(list)
    for box, place in enumerate(column):
        assert stage_of[place] == stages[box]
        held[place].append(box)
    assert all(len(boxes) <= most for boxes in held.values())
    assert len(stage_of) == sum(-(-stages.count(stage) // most) for stage in set(stages))
    assert set(held) == set(range(len(stage_of)))


@st.composite
def layered(draw_from):
    columns = draw_from(st.lists(st.integers(0, 5), min_size=1, max_size=20))
    used = sorted(set(columns))
    column = [used.index(place) for place in columns]
    pairs = [(a, b) for a in range(len(column)) for b in range(len(column)) if column[a] < column[b]]
    links = draw_from(st.lists(st.sampled_from(pairs), unique=True, max_size=30)) if pairs else []
    heights = draw_from(st.lists(st.sampled_from([40.0, 57.0]), min_size=len(column), max_size=len(column)))
    return column, heights, links


@given(layered())
def test_nothing_in_a_drawing_overlaps_and_links_go_from_column_to_column(made):
    column, heights, links = made
    drawing = draw(column, heights, links)
    assert [(route[0], route[-1]) for route in drawing.routes] == links
    for route in drawing.routes:
        assert all(drawing.column[b] == drawing.column[a] + 1 for a, b in pairwise(route))
        assert all(item >= len(column) for item in route[1:-1])
    tall = [*heights, *[LANE_HEIGHT] * (len(drawing.column) - len(column))]
    by_column = defaultdict(list)
    for item, place in enumerate(drawing.column):
        by_column[place].append(item)
    for items in by_column.values():
        items.sort(key=drawing.middles.__getitem__)
        for above, below in pairwise(items):
            room = drawing.middles[below] - drawing.middles[above] - tall[above] / 2 - tall[below] / 2
            assert room >= GAP - 1e-6
    edges_of = [(middle - high / 2, middle + high / 2) for middle, high in zip(drawing.middles, tall, strict=True)]
    assert min(top for top, _ in edges_of) == pytest.approx(0)
    assert max(bottom for _, bottom in edges_of) == pytest.approx(drawing.height)


def test_a_drawing_of_two_crossed_links_uncrosses_them():
    drawing = draw([0, 0, 1, 1], [40.0] * 4, [(0, 3), (1, 2)])
    first, second, third, fourth = drawing.middles
    assert (first < second) == (fourth < third)
    assert {first, second} == {third, fourth}
