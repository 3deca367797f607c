"""Plans as a standing picture (SVG 1.1): the map of a plan, for a page, a card or paper."""

from roadmap.exporters.svg.look import STYLE
from roadmap.exporters.svg.picture import export

__all__ = ["STYLE", "export"]
