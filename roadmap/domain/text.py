"""Texts as the formats of other programs can hold them."""

from __future__ import annotations

import re

UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 (2.2) and iCalendar (RFC 5545, 3.1) refuse, and what else steers a terminal."""


def legible(text: str) -> str:
    """Text with one kind of line end, and U+FFFD for each control character.

    >>> legible("a\\r\\nb\\x00")
    'a\\nb�'
    """
    return UNWRITABLE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    """Legible text with every run of white space made one space.

    >>> one_line(" a\\n b ")
    'a b'
    """
    return " ".join(legible(text).split())
