"""Texts as other formats can hold them."""

from __future__ import annotations

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from roadmap.domain.text import legible, one_line


@given(st.text())
def test_legible_text_survives_xml(text: str) -> None:
    element = ElementTree.Element("text")
    element.text = legible(text)
    read = ElementTree.fromstring(ElementTree.tostring(element))
    assert (read.text or "") == legible(text)


@given(st.text())
def test_legible_text_keeps_what_can_be_kept(text: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    assert len(legible(text)) == len(lines)
    assert all(now in (was, "\ufffd") for now, was in zip(legible(text), lines, strict=True))


@given(st.text())
def test_a_line_is_a_line(text: str) -> None:
    line = one_line(text)
    assert line == line.strip()
    assert "\n" not in line
    assert one_line(line) == line


def test_a_lone_surrogate_is_not_written() -> None:
    assert legible("a\ud800b") == "a\ufffdb"
