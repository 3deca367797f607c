"""Where the graphs and schemas that come with the project are."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).parent.parent


def graphs_folder() -> Path:
    """The folder of shipped graphs: inside the package where it is installed, beside it in a checkout."""
    installed = PACKAGE / "graphs"
    return installed if installed.is_dir() else PACKAGE.parent / "graphs"


def shipped_graph() -> Path:
    """The graph that is served where no other is given."""
    return graphs_folder() / "tech-careers"


def schema_folder() -> Path:
    """The folder of the JSON Schemas of graph files."""
    return graphs_folder() / "schema"
