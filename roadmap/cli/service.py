"""`roadmap openapi` and `roadmap serve`.

What they run is named rather than imported: the web service takes as long to import as everything else together,
and no other command needs it.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from pkgutil import resolve_name

import click

from roadmap.adapters.graph_shelf import GraphShelf, load_graphs
from roadmap.adapters.shipped import shipped_graph
from roadmap.adapters.system_clock import SystemClock
from roadmap.cli.options import graph_option, graph_paths
from roadmap.config import Settings, read_settings

CREATE_APP = "roadmap.web.app:create_app"
BODY_LIMITS = "roadmap.web.service:BodyLimits"
OPENAPI_YAML = "roadmap.web.openapi:openapi_yaml"
SERVED_APP = "roadmap.wsgi:app"
SERVER_SETTINGS = Path(__file__).parent.parent / "gunicorn.conf.py"


@click.command()
def openapi() -> None:
    """Print the contract of the REST API: an OpenAPI 3.1 document, as YAML."""
    no_graphs = GraphShelf(())
    settings = Settings()
    limits = resolve_name(BODY_LIMITS)(settings.max_body, settings.max_job_ads, settings.max_batch)
    app = resolve_name(CREATE_APP)(no_graphs, limits, None, SystemClock())
    click.echo(resolve_name(OPENAPI_YAML)(app), nl=False)


@click.command(epilog="\b\nExamples:\n  roadmap serve\n  roadmap serve --port 8080 --graph my-graph/")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", type=click.IntRange(0, 65_535), default=8000, show_default=True, help="The port to listen on.")
@click.option("--workers", type=click.IntRange(1), help="How many processes answer requests.")
@graph_option
@click.pass_obj
def serve(graph: Path | None, /, host: str, port: int, workers: int | None) -> None:
    """Serve the REST API with gunicorn, until Ctrl-C. ROADMAP_GRAPHS may name several graphs."""
    paths = graph_paths(graph)
    # A graph that is wrong is refused here in one line, not in a worker's log; a sound one goes into the cache once.
    load_graphs(paths or [shipped_graph()], read_settings(os.environ).cache_dir)
    address = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    command = [sys.executable, "-m", "gunicorn", "--config", str(SERVER_SETTINGS), "--bind", address]
    command += [] if workers is None else ["--workers", str(workers)]
    environment = {**os.environ, "ROADMAP_GRAPHS": os.pathsep.join(map(str, paths))}
    os.execve(sys.executable, [*command, SERVED_APP], environment)  # noqa: S606 - no shell is meant
