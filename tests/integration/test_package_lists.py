"""Package lists read as graphs, as the benchmark on Debian's does."""

from __future__ import annotations

import pytest

from roadmap.domain.graph.defects import find_defects
from tests.building.debian import condensed, graph_of, id_of, packages
from tests.building.plans import plan

LISTED = """\
Package: editor++
Depends: libc (>= 2.3), mail-agent | editor.d, missing | ghost, shell:any
Installed-Size: 2048

Package: libc
Pre-Depends: libgcc
Installed-Size: 1024
Description: of several
 lines

Package: libgcc
Depends: libc

Package: mailer
Version: 2
Provides: mail-agent (= 2), post
Installed-Size: 512

Package: mailer
Version: 1
Depends: ghost

Package: editor.d
Provides: mail-agent

Package: shell
Depends: shell | libc
"""


def test_a_dependency_names_packages_or_who_provides_what_it_names() -> None:
    found = packages(LISTED)
    assert found["editor++"].needs == (("libc",), ("editor.d", "mailer"), ("shell",))
    assert found["mailer"].needs == found["shell"].needs == ()
    assert found["editor++"].size == 2


def test_packages_that_need_each_other_are_a_cycle_until_they_are_one() -> None:
    found = packages(LISTED)
    (defect,) = find_defects(graph_of(found.values()))
    assert "a cycle of prerequisites: libc@1 → libgcc@1 → libc@1" in defect.message
    assert find_defects(graph_of(condensed(found).values())) == []


def test_a_package_is_planned_for() -> None:
    made = plan(graph_of(condensed(packages(LISTED)).values()), targets=(id_of("editor++"),))
    assert set(made.unit_ids[:-1]) == {"libc@1", "editor-dot-d@1", "shell@1"}
    assert made.unit_ids[-1] == "editor-plus-plus@1"


@pytest.mark.parametrize(("name", "found"), [("g++-12", "g-plus-plus-12"), ("lib1.2", "lib1-dot-2"), ("a+", "a-plus")])
def test_signs_in_names_are_spelt_out(name: str, found: str) -> None:
    assert id_of(name) == found
