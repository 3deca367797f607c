"""The web service over the small graph of careers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from flask import Flask

from roadmap.adapters.graph_shelf import load_graphs
from roadmap.origins import OtherOrigins
from roadmap.web.app import create_app
from roadmap.web.service import BodyLimits

CAREERS = Path(__file__).parent.parent / "graphs" / "careers"
MAX_BODY = 65_536
MAX_JOB_ADS = 1_000_000
MAX_BATCH = 500_000
LIMITS = BodyLimits(MAX_BODY, MAX_JOB_ADS, MAX_BATCH)


@dataclass(frozen=True)
class FixedClock:
    """A clock that stands still."""

    day: date = date(2027, 1, 4)

    def today(self) -> date:
        """The day it stands at."""
        return self.day


def careers_app(
    public_url: str | None = None, max_body: int = MAX_BODY, others: OtherOrigins = OtherOrigins()
) -> Flask:
    """A service that serves the graph of careers, and takes every day for the same."""
    return create_app(load_graphs([CAREERS]), replace(LIMITS, body=max_body), public_url, FixedClock(), others)
