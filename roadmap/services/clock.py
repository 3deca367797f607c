"""The port through which services learn what day it is."""

from __future__ import annotations

from datetime import date
from typing import Protocol


class Clock(Protocol):
    """Tells the day."""

    def today(self) -> date:
        """Today's date."""
        ...
