"""The folder that gunicorn's workers keep their metrics in."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from roadmap.adapters import metric_files


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (metric_files.FOLDER, metric_files.OWNER):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)


def test_the_folder_is_made_once_for_its_owner_alone_and_removed() -> None:
    metric_files.make_folder()
    folder = Path(os.environ[metric_files.FOLDER])
    metric_files.make_folder()
    assert Path(os.environ[metric_files.FOLDER]) == folder
    assert folder.stat().st_mode & 0o777 == 0o700
    metric_files.remove_folder()
    assert not folder.exists()


def test_a_server_started_by_another_makes_a_folder_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(metric_files.FOLDER, str(tmp_path))
    monkeypatch.setenv(metric_files.OWNER, "1")
    metric_files.make_folder()
    assert Path(os.environ[metric_files.FOLDER]) != tmp_path
    metric_files.remove_folder()


def test_a_folder_named_from_outside_is_emptied_and_stays(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(metric_files.FOLDER, str(tmp_path))
    (tmp_path / "counter_0.db").touch()
    metric_files.make_folder()
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "counter_0.db").touch()
    metric_files.remove_folder()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("taken", "free"), [([], 0), ([0, 1], 2), ([1, 2], 0), ([0, 2, 3], 1)])
def test_a_slot_is_taken_over(taken: list[int], free: int) -> None:
    assert metric_files.free_slot(taken) == free
