"""Whatever is given to the reader, the answer is a graph or the list of its defects."""

import json
import tempfile
import time
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from roadmap.adapters.graph_files import read_graph
from roadmap.domain.graph.compiled import compile_graph
from roadmap.domain.graph.document import canonical_json
from tests.building.documents import any_of, document, level, levelled, role, skill, unit
from tests.unit.adapters.folders import HEAD, SKILL, defects_of

SECONDS = 2
"""What any small file may take, on a busy machine."""

SOUND = document(
    [
        skill("a", aliases=["x", {"text": "y", "ambiguous": True}]),
        levelled("b", level(requires=[unit("a", "So.")]), level(2.5, recommends=[unit("d", "So.")])),
        skill("c", requires=[any_of("a", any_of("b@1", unit("b@2", "So."), count=2))]),
        skill("d", resources=[{"title": "T", "url": "https://example.org", "kind": "book", "free": True}]),
    ],
    [
        role("r", unit("c", "So."), any_of("d", "b"), optional=[unit("b@2", "So.")], background=["s"]),
        role("s", unit("a", "So.")),
    ],
)

scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=5),
    st.sampled_from(["a", "b@1", "b@2", "b@3", "c", "r", "s", "software", "1", "2026.11", "https://example.org", ""]),
)
words = st.sampled_from(
    ["id", "name", "track", "levels", "1", "2", "3", "requires", "unit", "any_of", "count", "why", "hours", "roles"]
)
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3), max_leaves=8
)
yaml_signs = st.text(alphabet="abc019:-?,[]{}&*!|>%@'\"\\#~ \n\t.\x00\ud7ff\u2028é😀", max_size=60)


def read(content: bytes, suffix: str) -> None:
    """Read a file with this content: it gives a graph that can be used, or defects that can be shown."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"graph{suffix}"
        file.write_bytes(content)
        start = time.perf_counter()
        defects = defects_of(file)
        for defect in defects:
            assert defect.file == file.name
            assert str(defect).encode().count(b"\n") == 0
        if not defects:
            graph = read_graph(file)
            compile_graph(graph)
            canonical_json(graph).encode()
        assert time.perf_counter() - start < SECONDS


suffixes = st.sampled_from([".yaml", ".json"])


@given(st.binary(max_size=200), suffixes)
def test_any_bytes(content, suffix):
    read(content, suffix)


@given(yaml_signs, suffixes)
def test_any_signs_of_yaml_and_json(text, suffix):
    read(text.encode(), suffix)


@given(yaml_signs)
def test_any_signs_where_a_value_stands(text):
    read((HEAD + "skills:\n" + SKILL % ("a", text)).encode(), ".yaml")


@given(values, suffixes)
def test_any_value(value, suffix):
    read(json.dumps(value).encode(), suffix)


@st.composite
def damaged(draw):
    """A sound document with a few of its parts replaced or taken out."""
    made = json.loads(json.dumps(SOUND))
    for _ in range(draw(st.integers(1, 3))):
        damage(draw, made)
    return made


def damage(draw, part):
    """Go down into a document, and replace or take out what is there."""
    keys = list(part) if isinstance(part, dict) else list(range(len(part)))
    if not keys:
        return
    key = draw(st.sampled_from(keys))
    if isinstance(part[key], (dict, list)) and draw(st.integers(0, 4)):
        damage(draw, part[key])
    elif draw(st.booleans()):
        part[key] = draw(values)
    else:
        del part[key]


@given(damaged(), suffixes)
def test_any_damage_to_a_sound_graph(made, suffix):
    read(json.dumps(made).encode(), suffix)


def test_the_graph_that_is_damaged_is_sound():
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "graph.json"
        file.write_text(json.dumps(SOUND))
        read_graph(file)
