from __future__ import annotations

from math import isclose, pi

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.web.ui.venn import RADIUS, lens, venn

AMOUNTS = st.floats(1, 5_000)


@given(left=AMOUNTS, right=AMOUNTS, part=st.floats(0, 1))
def test_areas_are_to_scale(left: float, right: float, part: float) -> None:
    shared = part * min(left, right)
    drawn = venn(left, right, shared)
    scale = pi * RADIUS**2 / max(left, right)
    assert isclose(pi * drawn.left.radius**2, left * scale, rel_tol=0.01)
    assert isclose(pi * drawn.right.radius**2, right * scale, rel_tol=0.01)
    overlap = lens(drawn.left.radius, drawn.right.radius, drawn.right.x - drawn.left.x)
    assert isclose(overlap, shared * scale, rel_tol=0.01, abs_tol=0.01 * pi * RADIUS**2)


@given(left=AMOUNTS, right=AMOUNTS, part=st.floats(0, 1))
def test_both_circles_are_in_the_picture(left: float, right: float, part: float) -> None:
    drawn = venn(left, right, part * min(left, right))
    for circle in (drawn.left, drawn.right):
        assert circle.radius <= circle.x <= drawn.width - circle.radius
        assert circle.radius <= circle.y <= drawn.height - circle.radius


def test_what_shares_nothing_has_no_outline() -> None:
    assert venn(1_000, 400, 0).overlap == ""


@pytest.mark.parametrize(("left", "right"), [(1_000, 400), (400, 1_000), (700, 700)])
def test_where_one_is_part_of_the_other_all_of_it_is_outlined(left: float, right: float) -> None:
    drawn = venn(left, right, min(left, right))
    smaller = min(drawn.left, drawn.right, key=lambda circle: circle.radius)
    assert drawn.overlap.startswith(f"M{smaller.x:.2f} {smaller.y - smaller.radius:.2f}A")
    assert drawn.overlap.count(f"A{smaller.radius:.2f} ") == 2


def test_what_crosses_is_outlined_by_an_edge_of_each() -> None:
    drawn = venn(1_000, 400, 200)
    assert drawn.overlap.count(f"A{drawn.left.radius:.2f} ") == drawn.overlap.count(f"A{drawn.right.radius:.2f} ") == 1


def test_the_lens_of_equal_circles_is_as_in_the_books() -> None:
    """Two unit circles a radius apart share 2π/3 − √3/2."""
    assert isclose(lens(1, 1, 1), 2 * pi / 3 - 3**0.5 / 2)
