"""Two amounts and what they have in common, as two circles whose areas are to scale."""

from __future__ import annotations

from dataclasses import dataclass
from math import acos, pi, sqrt

HALVINGS = 60
"""How often the distance of two circles is halved in: past the precision of floating point."""

RADIUS = 100.0
"""Of the larger circle."""

MARGIN = 4.0


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle by its centre and radius."""

    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Venn:
    """Two circles in a picture of some width and height. `overlap` is the outline of what they share, as the `d` of a
    path; empty where they share nothing, or one lies within the other."""

    left: Circle
    right: Circle
    width: float
    height: float
    overlap: str


def venn(left: float, right: float, shared: float) -> Venn:
    """The circles for two amounts over 0, `shared` being part of both: areas are in their proportion.

    The distance at which the circles overlap by the right area is found by halving.
    """
    radii = [RADIUS * sqrt(amount / max(left, right)) for amount in (left, right)]
    apart = _distance(radii[0], radii[1], pi * RADIUS**2 * shared / max(left, right))
    middle = RADIUS + MARGIN
    start = MARGIN + max(radii[0], radii[1] - apart)
    one, other = Circle(start, middle, radii[0]), Circle(start + apart, middle, radii[1])
    end = max(one.x + one.radius, other.x + other.radius)
    return Venn(_cut(one), _cut(other), round(end + MARGIN, 2), 2 * middle, _outline(one, other))


def lens(one: float, other: float, apart: float) -> float:
    """The area that circles of two radii share when their centres are some way apart."""
    if apart >= one + other:
        return 0.0
    if apart <= abs(one - other):
        return pi * min(one, other) ** 2
    first = (apart**2 + one**2 - other**2) / (2 * apart)
    second = apart - first
    return _segment(one, first) + _segment(other, second)


def _segment(radius: float, to_chord: float) -> float:
    """The area that a chord cuts off a circle, the smaller part if the chord is on its own side of the centre."""
    cosine = max(-1.0, min(1.0, to_chord / radius))
    return radius**2 * acos(cosine) - to_chord * sqrt(max(0.0, radius**2 - to_chord**2))


def _distance(one: float, other: float, area: float) -> float:
    near, far = abs(one - other), one + other
    for _ in range(HALVINGS):
        middle = (near + far) / 2
        near, far = (middle, far) if lens(one, other, middle) > area else (near, middle)
    return (near + far) / 2


def _outline(one: Circle, other: Circle) -> str:
    """From the upper crossing along the right circle's edge to the lower one, and back along the left's."""
    apart = other.x - one.x
    if apart <= abs(one.radius - other.radius) or apart >= one.radius + other.radius:
        return ""
    to_chord = (apart**2 + one.radius**2 - other.radius**2) / (2 * apart)
    half = sqrt(max(0.0, one.radius**2 - to_chord**2))
    x, top, bottom = one.x + to_chord, one.y - half, one.y + half
    left_turn, right_turn = int(to_chord < 0), int(to_chord > apart)
    return (
        f"M{x:.2f} {top:.2f}A{other.radius:.2f} {other.radius:.2f} 0 {right_turn} 0 {x:.2f} {bottom:.2f}"
        f"A{one.radius:.2f} {one.radius:.2f} 0 {left_turn} 0 {x:.2f} {top:.2f}Z"
    )


def _cut(circle: Circle) -> Circle:
    return Circle(round(circle.x, 2), round(circle.y, 2), round(circle.radius, 2))
