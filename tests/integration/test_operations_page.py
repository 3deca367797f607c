"""docs/operations.md says what there is: every setting with its default, every metric, every signal's test."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from roadmap import config
from roadmap.web import metrics

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "operations.md").read_text()
ROW = re.compile(r"^([A-Z][A-Z_]+)\s{2,}(\S.*?)\s{2,}(\S.*)$", re.MULTILINE)
SETTINGS = {name: default for name, default, _ in ROW.findall(config.__doc__ or "")}
READ = re.compile(r'environment(?:\.get\(|, )"([A-Z_]+)"')


def test_the_table_in_the_code_has_every_setting_that_is_read() -> None:
    assert set(READ.findall(Path(config.__file__).read_text())) | {"PROMETHEUS_MULTIPROC_DIR"} == set(SETTINGS)


@pytest.mark.parametrize("name", SETTINGS)
def test_every_setting_is_on_the_page_with_its_default(name: str) -> None:
    row = re.search(rf"^\| `{name}` \| (.*?) \|", PAGE, re.MULTILINE)
    assert row is not None, f"{name} is not documented"
    default = SETTINGS[name]
    assert default.startswith("(") or row[1].strip("`") == default


def test_every_metric_is_on_the_page() -> None:
    named = {metric.name for metric in metrics.KEPT.collect()}
    assert named
    assert [name for name in named if name not in PAGE] == []


def test_the_page_asks_for_no_metric_that_there_is_not() -> None:
    ends = ("", "_total", "_bucket", "_count", "_sum")
    there = {f"{metric.name}{end}" for metric in metrics.KEPT.collect() for end in ends}
    assert set(re.findall(r"roadmap_[a-z_]+", PAGE)) <= there


def test_the_alerts_can_be_read() -> None:
    (text,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    rules = yaml.safe_load(text)["groups"][0]["rules"]
    assert all({"alert", "expr", "for", "annotations"} <= rule.keys() for rule in rules)
