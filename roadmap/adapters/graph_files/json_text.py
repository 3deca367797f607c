"""JSON read as strictly as YAML: no repeated names, no numbers out of range, no halves of characters, no endless
nesting."""

from __future__ import annotations

import json
import math
import re
from typing import Any, NoReturn

from roadmap.adapters.graph_files.yaml_text import DEEPEST, LONGEST_INTEGER, TextError, read_yaml

TOO_DEEP = f"nested deeper than {DEEPEST} levels"

TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[^\s\[\]{},:"]+')
"""A string, or a word between the signs of JSON's structure."""

WHOLE_ESCAPES = re.compile(r"\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}")
HALF_ESCAPE = re.compile(r"\\u[dD][89a-fA-F][0-9a-fA-F]{2}")
"""The escape of a lone surrogate, once the pairs are taken out: no character, and not to be written as UTF-8."""

ONLY_IN_JSON = str.maketrans({"\t": " ", **dict.fromkeys(map(chr, (*range(0x7F, 0xA0), 0x2028, 0x2029, 0xFEFF)), "?")})
"""What YAML does not read, or counts as the end of a line."""


class _WordError(Exception):
    """A word that is not to be read."""

    def __init__(self, word: str, message: str) -> None:
        self.word = word
        super().__init__(message)


class _StructureError(Exception):
    """A structure that is not to be read, which YAML refuses at the same place."""


def read_json(text: str) -> Any:
    """The value a JSON text stands for. TextError if it cannot be read strictly."""
    half = HALF_ESCAPE.search(rest := WHOLE_ESCAPES.sub("", text))
    if half:
        raise TextError(f"{half[0]} is half a character", _line_at(half.start(), rest))
    try:
        value = json.loads(
            text, object_pairs_hook=_unique, parse_int=_integer, parse_float=_finite, parse_constant=_refuse_constant
        )
        _refuse_depth(value)
    except json.JSONDecodeError as error:
        raise TextError(f"not JSON: {error.msg}", error.lineno) from error
    except _WordError as error:
        raise TextError(str(error), _line_of(error.word, text)) from error
    except _StructureError as error:
        raise TextError(str(error), _line_in_yaml(text)) from error
    except RecursionError as error:
        raise TextError(TOO_DEEP, _line_in_yaml(text)) from error
    return value


def as_yaml(text: str) -> str:
    """A JSON text with the same parts on the same lines that YAML reads too: what only JSON allows is blotted out."""
    return WHOLE_ESCAPES.sub("??", text).translate(ONLY_IN_JSON)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise _StructureError(f"the name {twice!r} is given twice in one object")
    return members


def _integer(text: str) -> int | float:
    return int(text) if len(text) <= LONGEST_INTEGER else _finite(text)


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise _WordError(text, "a number is out of range")
    return number


def _refuse_constant(text: str) -> NoReturn:
    raise _WordError(text, f"{text} is not a number in JSON")


def _refuse_depth(value: Any) -> None:
    """Look through a value generation by generation, so that no depth exhausts the interpreter's stack."""
    generation = [value]
    for _ in range(DEEPEST):
        generation = [
            inner
            for item in generation
            if isinstance(item, (dict, list))
            for inner in (item.values() if isinstance(item, dict) else item)
        ]
    if any(isinstance(item, (dict, list)) for item in generation):
        raise _StructureError(TOO_DEEP)


def _line_at(position: int, text: str) -> int:
    return text.count("\n", 0, position) + 1


def _line_of(word: str, text: str) -> int | None:
    return next((_line_at(token.start(), text) for token in TOKEN.finditer(text) if token[0] == word), None)


def _line_in_yaml(text: str) -> int | None:
    try:
        read_yaml(as_yaml(text))
    except TextError as error:
        return error.line
    return None
