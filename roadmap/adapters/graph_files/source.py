"""One file of a graph: its value, and the line at which each part of it stands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from roadmap.adapters.graph_files.json_text import as_yaml, read_json
from roadmap.adapters.graph_files.yaml_text import Mark, TextError, read_yaml

SUFFIXES = (".yaml", ".yml", ".json")


@dataclass
class Source:
    """A file as text, read on demand. `name` is how it is called in messages."""

    name: str
    text: str
    is_json: bool

    @cached_property
    def value(self) -> Any:
        """What the file says. TextError if it cannot be read."""
        return read_json(self.text) if self.is_json else self._yaml[0]

    def line_of(self, path: tuple[str | int, ...]) -> int | None:
        """The line, from 1, of the value at a path; of the closest one around it, if there is none at the path."""
        try:
            mark: Mark = self._yaml[1]
        except TextError:
            return None
        for part in path:
            if part not in mark.inner:
                break
            mark = mark.inner[part]
        return mark.line

    @cached_property
    def _yaml(self) -> tuple[Any, Mark]:
        """JSON is read as YAML too, but only when a line is asked for."""
        return read_yaml(as_yaml(self.text) if self.is_json else self.text)


def open_source(path: Path, name: str) -> Source:
    """The file at a path. TextError if it is not UTF-8, OSError if it cannot be opened."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TextError("not UTF-8", None) from error
    return Source(name, text, path.suffix == ".json")
