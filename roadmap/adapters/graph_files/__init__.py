"""Skill graphs read from folders or files, every defect reported at once with its file and line."""

from roadmap.adapters.graph_files.read import read_graph

__all__ = ["read_graph"]
