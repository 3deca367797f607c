"""Skills and roles as answers mention them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Named:
    """A skill or a role by id and name."""

    id: str
    name: str
