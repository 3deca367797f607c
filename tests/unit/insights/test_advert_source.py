"""The text of an advert as it is read, and the way back to the text as given."""

from __future__ import annotations

from time import perf_counter

import pytest

from roadmap.insights.adverts.source import read_source

HTML = "<h2>Must&nbsp;have</h2><ul><li>C&#43;&#43; &amp; <b>Py</b>thon</li></ul><style>p {}</style><!-- Java -->end"


def given_for(text: str, words: str) -> str:
    """The stretch of the given text that some words of its reading stand for."""
    source = read_source(text)
    start = source.reading.index(words)
    first, last = source.span(start, start + len(words))
    return text[first:last]


def test_plain_text_is_read_as_it_is() -> None:
    text = "a < b, R&D &amp; <nothing"
    assert read_source(text).reading == text
    assert read_source(text).span(4, 9) == (4, 9)


def test_typographic_signs_are_read_as_plain_ones_in_their_places() -> None:
    assert read_source("fine\u2011tuning – “Python”…\u00a0what’s").reading == 'fine-tuning - "Python"… what\'s'


def test_markup_parts_lines_and_is_not_read() -> None:
    assert read_source(HTML).reading == "\n# Must have\n\n\n• C++ & Python\n\nend"


@pytest.mark.parametrize(
    ("words", "stretch"),
    [("C++", "C&#43;&#43;"), ("Python", "Py</b>thon"), ("Must have", "Must&nbsp;have"), ("&", "&amp;"), ("end", "end")],
)
def test_every_stretch_is_found_again_in_the_text_as_given(words: str, stretch: str) -> None:
    assert given_for(HTML, words) == stretch


def test_small_letters_keep_every_sign_in_its_place() -> None:
    text = "İSTANBUL ẞ ΑΣ ﬁ Python"
    source = read_source(text)
    assert len(source.plain) == len(source.reading) == len(text)
    assert source.plain.endswith("python")


def test_what_is_no_entity_and_no_tag_is_text() -> None:
    assert "&foo; <3 <- ok" in read_source("<p>&foo; <3 <- ok</p>").reading


@pytest.mark.parametrize("piece", ["<!--", "<style>", "<a ", "&amp;", "</", "<li>", "<script></script>"])
def test_no_markup_makes_reading_slow(piece: str) -> None:
    def seconds(size: int) -> float:
        text = "<p></p>" + piece * (size // len(piece))
        start = perf_counter()
        read_source(text)
        return perf_counter() - start

    short = min(seconds(20_000) for _ in range(3))
    assert min(seconds(200_000) for _ in range(2)) < 60 * short + 0.01
