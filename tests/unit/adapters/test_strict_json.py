"""JSON is read as strictly as YAML."""

import json

import pytest

from roadmap.adapters.graph_files.json_text import as_yaml, read_json
from roadmap.adapters.graph_files.yaml_text import DEEPEST, TextError, read_yaml


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ('{"a": 1,\n "a": 2}', 2, "the name 'a' is given twice"),
        ('{"x":\n {"a": 1, "\\u0061": 2}}', 2, "the name 'a' is given twice"),
        ('{"a": "NaN",\n "b": NaN}', 2, "NaN is not a number"),
        ("[\n-Infinity]", 2, "-Infinity is not a number"),
        ('["1e999",\n\n 1e999]', 3, "a number is out of range"),
        ("[" + "9" * 5000 + "]", 1, "a number is out of range"),
        ('["\\ud83d\\ude00",\n"\\ud800"]', 2, "\\ud800 is half a character"),
        ('{"\\udc00": 1}', 1, "\\udc00 is half a character"),
        ('{"a": 1,}', 1, "not JSON"),
        ("", 1, "not JSON"),
        ("[1]\n[2]", 2, "not JSON"),
        ("[" * 100_000, 1, "nested deeper than"),
        ('{"a":' * 100_000, 1, "nested deeper than"),
        ("[\n" + "[" * DEEPEST + "]" * DEEPEST + "]", 2, "nested deeper than"),
    ],
)
def test_what_is_not_read_is_refused_at_its_line(text, line, message):
    with pytest.raises(TextError) as refused:
        read_json(text)
    assert refused.value.message.startswith(message)
    assert refused.value.line == line


def test_nesting_is_read_to_the_depth_that_is_allowed():
    read_json("[" * DEEPEST + "]" * DEEPEST)


@pytest.mark.parametrize("value", ["a\\b", "\\ud800", "😀", "a\u2028b", "\x7f", "/", 'quote"'])
def test_texts_are_read_as_json_writes_them(value):
    assert read_json(json.dumps([value])) == [value]
    assert read_json(json.dumps([value], ensure_ascii=False)) == [value]


@pytest.mark.parametrize(("text", "number"), [("1" * 18, int("1" * 18)), ("1" * 19, float("1" * 19)), ("-0", 0)])
def test_whole_numbers_are_exact_as_far_as_they_need_to_be(text, number):
    assert read_json(f"[{text}]") == [number]


@pytest.mark.parametrize(
    "text",
    [
        '{\n\t"a": [1,\n\t2]}',
        '{"b": "\u2028\x7f\u2029",\n"a": ["\\ud83d\\ude00",\n 2]}',
        '{"a/b": "\\/",\n"a":[1,\n2]}',
    ],
)
def test_lines_are_found_in_every_text_that_json_allows(text):
    json.loads(text)
    assert read_yaml(as_yaml(text))[1].inner["a"].inner[1].line == 3
