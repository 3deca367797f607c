"""Two amounts and what they have in common, as two circles whose areas are to scale."""

from __future__ import annotations

from dataclasses import dataclass
from math import acos, pi, sqrt

HALVINGS = 60
"""How often the distance of two circles is halved in: past the precision of floating point."""

RADIUS = 100.0
"""Of the larger circle."""

MARGIN = 4.0
SEEN = 0.01
"""What is less than this is not seen."""


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle by its centre and radius."""

    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Venn:
    """Two circles in a picture of some width and height. `overlap` is the outline of what they share, as the `d` of a
    path; empty where they share nothing."""

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
    apart, smaller = other.x - one.x, min(one, other, key=lambda circle: circle.radius)
    if apart >= one.radius + other.radius - SEEN:
        return ""
    if apart <= abs(one.radius - other.radius) + SEEN:
        return _whole(smaller)
    to_chord = (apart**2 + one.radius**2 - other.radius**2) / (2 * apart)
    half = sqrt(max(0.0, one.radius**2 - to_chord**2))
    x, top, bottom = one.x + to_chord, one.y - half, one.y + half
    along_right = _arc(other.radius, to_chord > apart, x, bottom)
    return f"M{x:.2f} {top:.2f}{along_right}{_arc(one.radius, to_chord < 0, x, top)}Z"


def _whole(circle: Circle) -> str:
    top, bottom = circle.y - circle.radius, circle.y + circle.radius
    left, right = (_arc(circle.radius, False, circle.x, y) for y in (bottom, top))
    return f"M{circle.x:.2f} {top:.2f}{left}{right}Z"


def _arc(radius: float, large: bool, x: float, y: float) -> str:
    """An edge of a circle, counter-clockwise, the longer way round if it is large."""
    return f"A{radius:.2f} {radius:.2f} 0 {int(large)} 0 {x:.2f} {y:.2f}"


def _cut(circle: Circle) -> Circle:
    return Circle(round(circle.x, 2), round(circle.y, 2), round(circle.radius, 2))
