"""YAML read strictly: nothing but what JSON can say, each value with its line.

Plain scalars mean what the core schema of YAML 1.2 says (section 10.3.2), so `no` and `on` are words and `1e3` is a
number, as an author reads them; but octal and hexadecimal numbers are words. Anchors, aliases and tags are refused,
and with them every document that grows when it is read; so are repeated keys and nesting past any sensible depth.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.reader import ReaderError

DEEPEST = 50
LONGEST_INTEGER = 18
"""How many digits a whole number may have and be read exactly; a longer one is read as a float."""

NULL = re.compile(r"~|null|Null|NULL|")
TRUE = re.compile(r"true|True|TRUE")
FALSE = re.compile(r"false|False|FALSE")
INTEGER = re.compile(rf"[-+]?[0-9]{{1,{LONGEST_INTEGER}}}")
FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")


class TextError(Exception):
    """The text cannot be read; `line` counts from 1, None where it is not known."""

    def __init__(self, message: str, line: int | None) -> None:
        self.message = message
        self.line = line
        super().__init__(message)


@dataclass(slots=True)
class Mark:
    """The line of a value, and of the values in it by member name or list position."""

    line: int
    inner: dict[str | int, Mark] = field(default_factory=dict)


@dataclass(slots=True)
class _Open:
    """A mapping or list still being read: its value, its mark, and the key waiting for a value."""

    value: Any
    mark: Mark
    key: str | None = None


def read_yaml(text: str) -> tuple[Any, Mark]:
    """The value a YAML text stands for, and the lines of its parts. TextError if it cannot be read strictly."""
    try:
        return _build(yaml.parse(text, Loader=yaml.CSafeLoader))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise TextError(f"not YAML: {error.problem}", line) from error
    except ReaderError as error:
        raise TextError(f"not YAML: {error.reason}", text.count("\n", 0, error.position) + 1) from error


def _build(events: Iterator[yaml.Event]) -> tuple[Any, Mark]:
    """Build the value from parser events with a stack of our own, so that no depth can exhaust the interpreter's."""
    top = _Open([], Mark(1))
    stack = [top]
    for event in events:
        line = _line(event)
        if isinstance(event, yaml.ScalarEvent):
            _refuse_extras(event, line)
            _put(stack[-1], event.value if _is_key(stack[-1]) else _scalar(event), Mark(line))
        elif isinstance(event, yaml.CollectionStartEvent):
            _refuse_extras(event, line)
            _enter(stack, {} if isinstance(event, yaml.MappingStartEvent) else [], Mark(line))
        elif isinstance(event, yaml.CollectionEndEvent):
            stack.pop()
        elif isinstance(event, yaml.AliasEvent):
            raise TextError("aliases are not read here; write the value out", line)
    if len(top.value) > 1:
        raise TextError("one file holds one document", top.mark.inner[1].line)
    return (top.value[0], top.mark.inner[0]) if top.value else (None, Mark(1))


def _line(event: yaml.Event) -> int:
    mark = event.start_mark
    return mark.line + 1 if mark else 1


def _is_key(container: _Open) -> bool:
    return isinstance(container.value, dict) and container.key is None


def _enter(stack: list[_Open], value: Any, mark: Mark) -> None:
    if _is_key(stack[-1]):
        raise TextError("a key must be a plain word", mark.line)
    if len(stack) > DEEPEST:
        raise TextError(f"nested deeper than {DEEPEST} levels", mark.line)
    _put(stack[-1], value, mark)
    stack.append(_Open(value, mark))


def _put(container: _Open, value: Any, mark: Mark) -> None:
    if isinstance(container.value, list):
        container.mark.inner[len(container.value)] = mark
        container.value.append(value)
    elif container.key is None:
        if value in container.value:
            raise TextError(f"the key {value!r} is given twice", mark.line)
        container.key = value
    else:
        container.value[container.key] = value
        container.mark.inner[container.key] = mark
        container.key = None


def _refuse_extras(event: yaml.ScalarEvent | yaml.CollectionStartEvent, line: int) -> None:
    if event.anchor is not None:
        raise TextError("anchors are not read here; write the value out", line)
    if event.tag is not None:
        raise TextError(f"the tag {event.tag} is not read here", line)


def _scalar(event: yaml.ScalarEvent) -> Any:
    text: str = event.value
    if not event.implicit[0]:
        return text
    if NULL.fullmatch(text):
        return None
    if TRUE.fullmatch(text) or FALSE.fullmatch(text):
        return text[0] in "tT"
    if INTEGER.fullmatch(text):
        return int(text)
    if FLOAT.fullmatch(text) and math.isfinite(number := float(text)):
        return number
    return text
