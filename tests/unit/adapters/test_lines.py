"""Lines of files that may hold anything."""

from __future__ import annotations

import tracemalloc
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.adapters.lines import read_lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (b"", []),
        (b"\n", [b""]),
        (b"a", [b"a"]),
        (b"a\n", [b"a"]),
        (b"a\n\nb", [b"a", b"", b"b"]),
        (b"a\r\nb\r\n", [b"a\r", b"b\r"]),
        (b"12345\n", [b"12345"]),
        (b"123456\nx\n", [b"123456", b"x"]),
        (b"1234567\nx\n", [b"123456", b"x"]),
        (b"1" * 200_000 + b"\nx", [b"111111", b"x"]),
        (b"1" * 200_000, [b"111111"]),
        (b"\0\n\xff\n", [b"\0", b"\xff"]),
    ],
)
def test_each_line_is_told_up_to_one_byte_over_the_longest(text: bytes, lines: list[bytes]) -> None:
    assert list(read_lines(BytesIO(text), 5)) == lines


@given(st.lists(st.binary(max_size=12).filter(lambda line: b"\n" not in line)), st.integers(0, 12))
def test_there_are_as_many_lines_as_line_feeds(lines: list[bytes], longest: int) -> None:
    text = b"".join(line + b"\n" for line in lines)
    assert list(read_lines(BytesIO(text), longest)) == [line[: longest + 1] for line in lines]


def test_a_huge_line_takes_no_memory() -> None:
    file = BytesIO(b"x" * 50_000_000 + b"\ny\n")
    tracemalloc.start()
    try:
        assert list(read_lines(file, 10)) == [b"x" * 11, b"y"]
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()
