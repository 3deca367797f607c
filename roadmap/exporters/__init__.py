"""The formats a plan is written in. A new one is a module with an `export` function, and one line here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from roadmap.exporters import csv, json, markdown, mermaid
from roadmap.planning.plan import Plan


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format: its name in `?format=` and on the command line, its media type, the ending of its files, and
    the function that writes a plan, given links to show with it (name → address), as UTF-8."""

    name: str
    media_type: str
    suffix: str
    export: Callable[[Plan, Mapping[str, str]], bytes]


EXPORTERS = (
    Exporter("json", "application/json", ".json", json.export),
    Exporter("markdown", "text/markdown", ".md", markdown.export),
    Exporter("csv", "text/csv", ".csv", csv.export),
    Exporter("mermaid", "text/vnd.mermaid", ".mmd", mermaid.export),
)

BY_NAME = {exporter.name: exporter for exporter in EXPORTERS}
