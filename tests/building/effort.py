"""How many examples the costlier properties are tried on, as a share of what the profile says."""

from __future__ import annotations

from hypothesis import settings

fewer_examples = settings(max_examples=settings().max_examples // 4)
"""For properties of graphs of hundreds of units."""
