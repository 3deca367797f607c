"""The web service, put together."""

from __future__ import annotations

from flask import Flask

from roadmap.origins import OtherOrigins
from roadmap.services.clock import Clock
from roadmap.services.library import GraphLibrary
from roadmap.web.answers import finish
from roadmap.web.api import RESOURCES
from roadmap.web.cards import cards
from roadmap.web.cors import share
from roadmap.web.embed import embed
from roadmap.web.openapi import install_contract
from roadmap.web.policy import nonce
from roadmap.web.problems import install_problems
from roadmap.web.reference import reference
from roadmap.web.service import BodyLimits, Service, install, require_host
from roadmap.web.ui import ui


def create_app(
    library: GraphLibrary,
    limits: BodyLimits,
    public_url: str | None,
    clock: Clock,
    others: OtherOrigins = OtherOrigins(),
) -> Flask:
    """A Flask app that serves some graphs.

    `limits` bound the bodies of requests; `public_url` is the address for absolute links, without a slash at its end
    (None: the one each request came to); `clock` tells the day for requests that do not say from when; `others` is what
    pages of other origins may do.
    """
    app = Flask(__name__, static_folder=None, template_folder="pages")
    app.config["MAX_CONTENT_LENGTH"] = limits.body
    app.url_map.merge_slashes = False
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals["nonce"] = nonce
    install(app, Service(library, public_url, limits, clock, others))
    api = install_contract(app)
    for resource in RESOURCES:
        api.register_blueprint(resource)
    app.register_blueprint(reference)
    app.register_blueprint(embed)
    app.register_blueprint(cards)
    app.register_blueprint(ui)
    install_problems(app)
    app.before_request(require_host)
    app.after_request(share)
    app.after_request(finish)
    return app
