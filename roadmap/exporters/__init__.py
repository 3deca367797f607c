"""The formats a plan is written in. A new one is a module with an `export` function, and one line here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from roadmap.exporters import csv, dot, graphml, html, ical, json, markdown, mermaid, node_link, png, svg
from roadmap.planning.plan import Plan


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format: its name in `?format=` and on the command line, its media type, the ending of its files, and
    the function that writes a plan, given links to show with it (name → address), as UTF-8 if it is text.

    `style` is the style sheet inside what is written, if there is one: all that a browser need let it do.
    """

    name: str
    media_type: str
    suffix: str
    export: Callable[[Plan, Mapping[str, str]], bytes]
    style: str = ""


EXPORTERS = (
    Exporter("json", "application/json", ".json", json.export),
    Exporter("markdown", "text/markdown", ".md", markdown.export),
    Exporter("csv", "text/csv", ".csv", csv.export),
    Exporter("ical", "text/calendar", ".ics", ical.export),
    Exporter("mermaid", "text/vnd.mermaid", ".mmd", mermaid.export),
    Exporter("html", "text/html", ".html", html.export, html.STYLE),
    Exporter("svg", "image/svg+xml", ".svg", svg.export, svg.STYLE),
    *([Exporter("png", "image/png", ".png", png.export_of(svg.export))] if png.AVAILABLE else []),
    Exporter("dot", "text/vnd.graphviz", ".dot", dot.export),
    Exporter("graphml", "application/graphml+xml", ".graphml", graphml.export),
    Exporter("node_link", "application/vnd.roadmap.node-link+json", ".node-link.json", node_link.export),
)

BY_NAME = {exporter.name: exporter for exporter in EXPORTERS}
