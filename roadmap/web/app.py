"""The web service, put together."""

from __future__ import annotations

from flask import Flask

from roadmap.services.clock import Clock
from roadmap.services.library import GraphSource
from roadmap.web.answers import finish
from roadmap.web.api import RESOURCES
from roadmap.web.embed import embed
from roadmap.web.metrics import metrics
from roadmap.web.openapi import install_contract
from roadmap.web.problems import install_problems
from roadmap.web.reference import reference
from roadmap.web.service import Service, install, require_host


def create_app(graphs: GraphSource, max_body: int, max_job_ads: int, public_url: str | None, clock: Clock) -> Flask:
    """A Flask app that serves some graphs, as they are when a request comes.

    `max_body` is the largest request body in bytes, `max_job_ads` that of one with job adverts; `public_url` the
    address for absolute links, without a slash at its end (None: the one each request came to); `clock` tells the day
    for requests that do not say from when.
    """
    app = Flask(__name__, static_folder=None, template_folder="pages")
    app.config["MAX_CONTENT_LENGTH"] = max_body
    app.url_map.merge_slashes = False
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    install(app, Service(graphs, public_url, max_job_ads, clock))
    api = install_contract(app)
    for resource in RESOURCES:
        api.register_blueprint(resource)
    app.register_blueprint(reference)
    app.register_blueprint(embed)
    app.register_blueprint(metrics)
    install_problems(app)
    app.before_request(require_host)
    app.after_request(finish)
    return app
