"""Plans as PNG, for where no SVG is taken: the standing picture, drawn by resvg in one and the same font everywhere.

Both come with the extra `png`. The picture names no file and no address, and resvg would open none.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.resources import files
from importlib.util import find_spec
from math import sqrt
from xml.etree.ElementTree import fromstring

from roadmap.planning.plan import Plan

Export = Callable[[Plan, Mapping[str, str]], bytes]

FONT, FONT_PACKAGE = "Source Sans Pro", "font_source_sans_pro"
FONT_FILES = ("SourceSansPro-Regular.otf", "SourceSansPro-Semibold.otf")

ZOOM = 2.0
"""Pixels to one of the SVG, so that it is sharp on dense screens and on paper."""

MOST_PIXELS = 4_000_000
"""What a picture has at most: large ones are drawn smaller. resvg lets no other thread work while it draws."""

AVAILABLE = all(find_spec(package) is not None for package in ("resvg_py", FONT_PACKAGE))

if AVAILABLE:
    from resvg_py import svg_to_bytes


def export_of(draw: Export) -> Export:
    """The PNG of what another format draws as SVG."""

    def export(plan: Plan, links: Mapping[str, str]) -> bytes:
        svg = draw(plan, links).decode()
        return rasterised(svg, _zoom(svg))

    return export


def rasterised(svg: str, zoom: float = 1.0) -> bytes:
    """A picture of ours as PNG, with so many pixels to one of the SVG. Only where the extra is `AVAILABLE`."""
    folder = files(FONT_PACKAGE) / "files"
    return svg_to_bytes(
        svg_string=svg,
        zoom=zoom,
        skip_system_fonts=True,
        font_files=[str(folder / name) for name in FONT_FILES],
        font_family=FONT,
        sans_serif_family=FONT,
        languages=["en"],
    )


def _zoom(svg: str) -> float:
    picture = fromstring(svg)  # noqa: S314 - our own
    pixels = float(picture.attrib["width"]) * float(picture.attrib["height"])
    return min(ZOOM, sqrt(MOST_PIXELS / pixels))
