"""YAML says what an author reads in it, or is refused at its line."""

import pytest

from roadmap.adapters.graph_files.yaml_text import DEEPEST, TextError, read_yaml


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        *((word, word) for word in ("no", "yes", "on", "off", "y", "NO", "On", "nUlL", "truE")),
        *((word, word) for word in ("0x1F", "0o7", "0b1", "1_000", "12:30:45", "2026-11-24", "1,5", "=", "<<")),
        *((word, word) for word in (".inf", "-.INF", ".nan", ".NaN", "1e999", "-1e999")),
        *((word, None) for word in ("", "~", "null", "Null", "NULL")),
        *((word, True) for word in ("true", "True", "TRUE")),
        *((word, False) for word in ("false", "False", "FALSE")),
        ("0", 0),
        ("007", 7),
        ("-12", -12),
        ("+3", 3),
        ("1e3", 1000.0),
        ("1.", 1.0),
        (".5", 0.5),
        ("-2.5E-1", -0.25),
        ("1" * 400, "1" * 400),
        ('"3"', "3"),
        ("'true'", "true"),
        ('""', ""),
    ],
)
def test_scalars_follow_the_core_schema_of_yaml_1_2(written, meant):
    value, _ = read_yaml(f"a: {written}\n")
    assert value == {"a": meant}
    assert type(value["a"]) is type(meant)


def test_a_directive_for_yaml_1_1_changes_nothing():
    assert read_yaml("%YAML 1.1\n---\na: no\n")[0] == {"a": "no"}


def test_block_scalars_are_text():
    assert read_yaml("a: |\n  3\nb: >-\n  true\n")[0] == {"a": "3\n", "b": "true"}


def test_an_empty_text_is_nothing():
    assert read_yaml("# only a comment\n")[0] is None


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, "the key 'a' is given twice"),
        ("a: 1\n'a': 3\n", 2, "the key 'a' is given twice"),
        ("x:\n  1: a\n  '1': b\n", 3, "the key '1' is given twice"),
        ("a: &here 1\n", 1, "anchors are not read"),
        ("a: 1\nb: *here\n", 2, "aliases are not read"),
        ("- &a []\n- &b {}\n", 1, "anchors are not read"),
        ("a: !!python/object/apply:os.system [ls]\n", 1, "the tag tag:yaml.org,2002:python/object/apply:os.system"),
        ("a: !!int '3'\n", 1, "the tag tag:yaml.org,2002:int"),
        ("a: !mine b\n", 1, "the tag !mine"),
        ("a: ! 3\n", 1, "the tag !"),
        ("? [a, b]\n: c\n", 1, "a key must be a plain word"),
        ("? {a: b}\n: c\n", 1, "a key must be a plain word"),
        ("a: 1\n---\nb: 2\n", 3, "one file holds one document"),
        ("a: 1\nb: [\n", 3, "not YAML"),
        ("a: 1\n\tb: 2\n", 2, "not YAML"),
        ("a: 1\nb: x\x00y\n", 2, "not YAML: control characters"),
        ('a: "\\uD800"\n', 1, "not YAML"),
        ("a:\n  " + "[" * 100_000, 2, "nested deeper than"),
        ("- " * 100_000, 1, "nested deeper than"),
        ("{a: " * 100_000, 1, "nested deeper than"),
    ],
)
def test_what_is_not_read_is_refused_at_its_line(text, line, message):
    with pytest.raises(TextError) as refused:
        read_yaml(text)
    assert refused.value.message.startswith(message)
    assert "\n" not in refused.value.message
    assert refused.value.line == line


def test_nesting_is_read_to_the_depth_that_is_allowed():
    read_yaml("[" * DEEPEST + "]" * DEEPEST)
    with pytest.raises(TextError):
        read_yaml("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1))


def test_every_value_has_its_line():
    _, mark = read_yaml("a: 1\nb:\n  - x\n  - c: 2\n    d: {e: 3}\n")
    assert mark.inner["a"].line == 1
    assert mark.inner["b"].inner[0].line == 3
    assert mark.inner["b"].inner[1].inner["d"].inner["e"].line == 5
