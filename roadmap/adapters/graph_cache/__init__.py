"""Compiled graphs kept in files, from which all processes of a service read the same pages of memory."""

from roadmap.adapters.graph_cache.cache import GraphCache

__all__ = ["GraphCache"]
