"""Files for browsers: sent short, at addresses that change with what is in them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import roadmap.web
from roadmap.web.assets import read_assets

WEB = Path(roadmap.web.__file__).parent
SCRIPTS = [path for path in WEB.rglob("*.js") if "vendor" not in path.parts]

SCRIPT = """/** Says something. */
export function say(name) {
  return `Hello,  ${name}`; // two spaces
}
"""


def test_comments_and_spare_spaces_are_not_sent(tmp_path: Path) -> None:
    (tmp_path / "say.js").write_text(SCRIPT)
    (tmp_path / "page.css").write_text("/* A page. */\nbody {\n  margin: 0;\n}\n")
    files = read_assets(tmp_path).files
    assert files["say.js"] == b"export function say(name){return`Hello,  ${name}`;}"
    assert files["page.css"] == b"body{margin:0}"


def test_what_is_vendored_is_sent_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "vendor").mkdir()
    (tmp_path / "vendor" / "say.js").write_text(SCRIPT)
    assert read_assets(tmp_path).files == {"vendor/say.js": SCRIPT.encode()}


def test_the_version_follows_names_and_contents(tmp_path: Path) -> None:
    versions = []
    for name, text in (("a.css", "p{}"), ("a.css", "q{}"), ("b.css", "q{}")):
        (tmp_path / name).write_text(text)
        versions += [read_assets(tmp_path).version] * 2
    assert len(set(versions)) == 3
    assert all(re.fullmatch("[0-9a-f]{12}", version) for version in versions)


def test_other_files_are_not_sent(tmp_path: Path) -> None:
    (tmp_path / "types.d.ts").write_text("export {};")
    (tmp_path / "notes.md").write_text("# Notes")
    assert read_assets(tmp_path).files == {}


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.relative_to(WEB).as_posix())
def test_no_template_lies_in_another(path: Path) -> None:
    """Shortening takes the inner one's beginning for the outer one's end, and spaces out of the text after it."""
    for part in path.read_text(encoding="utf-8").split("${")[1:]:
        assert "`" not in part.partition("}")[0]
