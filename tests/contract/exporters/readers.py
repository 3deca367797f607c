"""What is read back of each format, by a parser that is not ours: the name and level of every step.

A new format needs a line in `READERS`. Runs of white space are one space, in what is read as in what is expected.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pandas as pd
from icalendar import Calendar
from markdown_it import MarkdownIt

from roadmap.domain.text import one_line
from roadmap.exporters.csv import FORMULA
from roadmap.planning.plan import Plan

SVG = "{http://www.w3.org/2000/svg}"
PICTURES = ("png",)
"""Formats in which there are no texts to read."""


def names_of(plan: Plan) -> list[str]:
    """What every format says of each step."""
    return [one_line(f"{step.name} {step.level}") for step in plan.steps]


def _json(written: bytes) -> Iterator[str]:
    for step in json.loads(written)["steps"]:
        yield f"{step['name']} {step['level']}"


def _markdown(written: bytes) -> Iterator[str]:
    for token in MarkdownIt("commonmark").parse(written.decode()):
        if token.type == "inline" and token.content.startswith("[ ] "):
            words = [child for child in token.children or () if child.type in ("text", "text_special", "strong_close")]
            ends = next(n for n, child in enumerate(words) if child.type == "strong_close")
            yield re.sub(r"^\[ \] \d+\. ", "", "".join(child.content for child in words[:ends]))


def _csv(written: bytes) -> Iterator[str]:
    rows: Any = pd.read_csv(BytesIO(written), keep_default_na=False, dtype=str)
    for name, level in zip(rows["name"], rows["level"], strict=True):
        guarded = name.startswith("'") and name[1:].lstrip().startswith(FORMULA)
        yield f"{name[guarded:]} {level}"


def _ical(written: bytes) -> Iterator[str]:
    for entry in Calendar.from_ical(written).walk():
        if entry.name == "VEVENT":
            yield str(entry["summary"])
        elif entry.name == "VTODO" and "status" not in entry:
            yield re.sub(r"^\d+\. ", "", str(entry["summary"]))


def _mermaid(written: bytes) -> Iterator[str]:
    for label in re.findall(r'^    s\d+\["(.*)<br/>', written.decode(), re.MULTILINE):
        yield re.sub(r"#(\d+);", lambda code: chr(int(code[1])), label).replace("\u2060", "")


class _Labels(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.inside: str | None = None

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        del attrs
        if tag == "label":
            self.inside = ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "label" and self.inside is not None:
            self.found.append(self.inside)
            self.inside = None

    def handle_data(self, data: str) -> None:
        if self.inside is not None:
            self.inside += data


def _html(written: bytes) -> Iterator[str]:
    labels = _Labels()
    labels.feed(written.decode())
    for label in labels.found:
        yield re.sub(r"^\s*\d+ ", "", label)


def _svg(written: bytes) -> Iterator[str]:
    for card in ElementTree.fromstring(written).iter(f"{SVG}g"):
        title = card.find(f"{SVG}title")
        if title is not None:
            yield str(title.text)


def _dot(written: bytes) -> Iterator[str]:
    for label in re.findall(r'^    "\S+" \[label="((?:[^"\\]|\\.)*)\\n', written.decode(), re.MULTILINE):
        yield re.sub(r"\\(.)", r"\1", label).replace("&amp;", "&")


def _graphml(written: bytes) -> Iterator[str]:
    for _, node in nx.read_graphml(BytesIO(written)).nodes(data=True):
        yield f"{node['name']} {node['level']}"


def _node_link(written: bytes) -> Iterator[str]:
    for _, node in nx.node_link_graph(json.loads(written), edges="edges").nodes(data=True):
        yield f"{node['name']} {node['level']}"


READERS: dict[str, Callable[[bytes], Iterator[str]]] = {
    "json": _json,
    "markdown": _markdown,
    "csv": _csv,
    "ical": _ical,
    "mermaid": _mermaid,
    "html": _html,
    "svg": _svg,
    "dot": _dot,
    "graphml": _graphml,
    "node_link": _node_link,
}


def names_in(format_name: str, written: bytes) -> list[str]:
    """The names and levels of the steps in what a format wrote."""
    return [one_line(name) for name in READERS[format_name](written)]
