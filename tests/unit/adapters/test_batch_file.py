"""A file that a batch is written to, and gone on with whatever ended the run before."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from roadmap.adapters.batch_file import BatchFile, Written, open_batch_file
from roadmap.errors import BatchFileError

ORIGIN = {"input": "1", "graph": "2"}


def line(index: int, kind: str = "plan", name: str = "") -> bytes:
    return f'{{"index":{index},{name}"{kind}":{{}}}}\n'.encode()


LINES = [
    line(0),
    line(1, "problem"),
    line(2, name='"id":"a\\"b",'),
    line(3, "problem", '"id":"x\\",\\"plan\\":",'),
    line(4),
]
WHOLE = b"".join(LINES)


def write(path: Path, lines: list[bytes], origin: dict[str, str] | None = ORIGIN, restart: bool = False) -> Written:
    """Write lines from where the file ends; what was there before."""
    with open_batch_file(path, origin, restart) as batch:
        before = batch.written
        for text in lines[before.lines :]:
            batch.append(text, 1, 0 if b'"plan":{}' in text else 1)
    return before


def killed(path: Path, text: bytes) -> None:
    """Leave the file as a run does that was killed in the middle: with more than its record says."""
    with open_batch_file(path, ORIGIN, restart=True):
        pass
    path.write_bytes(text)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "plans.ndjson"


def test_a_batch_is_written_and_its_record_says_how_far(path: Path) -> None:
    assert write(path, LINES) == Written()
    assert path.read_bytes() == WHOLE
    record = json.loads((path.parent / "plans.ndjson.state").read_text())
    assert record == {"origin": ORIGIN, "written": {"lines": 5, "problems": 2, "size": len(WHOLE)}}
    assert {file.name for file in path.parent.iterdir()} == {"plans.ndjson", "plans.ndjson.state"}


@pytest.mark.parametrize("size", [*range(0, len(WHOLE), 11), len(WHOLE) - 1, len(WHOLE)])
def test_it_goes_on_after_being_cut_off_anywhere(path: Path, size: int) -> None:
    killed(path, WHOLE[:size])
    before = write(path, LINES)
    assert before.lines == WHOLE[:size].count(b"\n")
    assert before.problems == sum(b"problem" in text for text in LINES[: before.lines])
    assert path.read_bytes() == WHOLE


@pytest.mark.parametrize("place", [0, len(LINES[0]), len(LINES[0]) + 12, len(WHOLE) - 3])
def test_what_a_loss_of_power_left_empty_is_written_again(path: Path, place: int) -> None:
    killed(path, WHOLE[:place] + b"\0" * 3 + WHOLE[place + 3 :])
    assert write(path, LINES).lines == WHOLE[:place].count(b"\n")
    assert path.read_bytes() == WHOLE


def test_a_line_that_is_not_in_its_place_is_not_counted(path: Path) -> None:
    killed(path, LINES[0] + LINES[2])
    assert write(path, LINES).lines == 1
    assert path.read_bytes() == WHOLE


def test_what_the_record_vouches_for_is_not_read_again(path: Path) -> None:
    write(path, LINES[:3])
    with path.open("ab") as file:
        file.write(LINES[3] + LINES[4][:5])
    assert write(path, LINES) == Written(4, 2, sum(map(len, LINES[:4])))
    assert path.read_bytes() == WHOLE


@pytest.mark.parametrize(("changed", "named"), [({"input": "3"}, "another input"), ({"graph": "3"}, "another graph")])
def test_a_batch_of_something_else_is_refused_and_left_alone(path: Path, changed: dict[str, str], named: str) -> None:
    write(path, LINES[:2])
    with pytest.raises(BatchFileError, match=named):
        write(path, LINES, {**ORIGIN, **changed})
    assert path.read_bytes() == b"".join(LINES[:2])
    write(path, LINES, {**ORIGIN, **changed}, restart=True)
    assert path.read_bytes() == WHOLE


def test_a_file_of_somebody_else_is_refused_and_left_alone(path: Path) -> None:
    path.write_text("mine")
    with pytest.raises(BatchFileError, match="is there already"):
        write(path, LINES)
    assert path.read_text() == "mine"


@pytest.mark.parametrize(
    "record", ["", "{}", "null", '{"origin": 5, "written": {}}', '{"origin": {}, "written": {"x": 1}}']
)
def test_a_record_that_cannot_be_read_is_none(path: Path, record: str) -> None:
    write(path, LINES[:2])
    (path.parent / "plans.ndjson.state").write_text(record)
    with pytest.raises(BatchFileError):
        write(path, LINES)


def test_a_file_that_lost_something_is_refused(path: Path) -> None:
    write(path, LINES)
    path.write_bytes(WHOLE[:-1])
    with pytest.raises(BatchFileError, match="shorter"):
        write(path, LINES)


def test_an_empty_file_is_as_good_as_none(path: Path) -> None:
    write(path, LINES)
    path.write_bytes(b"")
    assert write(path, LINES, {"input": "other"}) == Written()
    assert path.read_bytes() == WHOLE


def test_two_runs_do_not_write_one_file(path: Path) -> None:
    with open_batch_file(path, ORIGIN, restart=False) as batch:
        batch.append(LINES[0], 1, 0)
        for restart in (False, True):
            with pytest.raises(BatchFileError, match="another run"):
                write(path, LINES, restart=restart)
    assert path.read_bytes() == LINES[0]


def test_without_an_origin_there_is_no_going_on(path: Path) -> None:
    write(path, LINES[:2], None)
    with pytest.raises(BatchFileError):
        write(path, LINES, None)
    write(path, LINES, None, restart=True)
    assert path.read_bytes() == WHOLE


def test_the_record_is_kept_up_while_writing(path: Path) -> None:
    with open_batch_file(path, ORIGIN, restart=False, every=0) as batch:
        for n, text in enumerate(LINES, 1):
            batch.append(text, 1, 0)
            assert json.loads((path.parent / "plans.ndjson.state").read_text())["written"]["lines"] == n


def test_an_error_names_the_file() -> None:
    with Path("/dev/full").open("wb") as full:
        batch = BatchFile(Path("plans.ndjson"), full.fileno(), None, Written(), every=9)
        with pytest.raises(OSError, match="No space left") as caught:
            batch.append(b"x", 1, 0)
    assert caught.value.filename == "plans.ndjson"
    assert batch.written == Written()
