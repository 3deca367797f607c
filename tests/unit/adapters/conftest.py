from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def careers() -> Path:
    """The folder of a small graph with everything a graph can have."""
    return Path(__file__).parents[2] / "graphs" / "careers"
