"""The service's own pages: written on the server, of use without a script, asking nothing but this service."""

from __future__ import annotations

from flask import Blueprint

from roadmap.web.ui.advert import advert
from roadmap.web.ui.compare import compare
from roadmap.web.ui.home import home
from roadmap.web.ui.problem_page import no_such_page, show_problem
from roadmap.web.ui.roadmap import roadmap
from roadmap.web.ui.site import site
from roadmap.web.ui.which_role import which_role

PAGES = (home, roadmap, which_role, compare, advert)

ui = Blueprint("ui", __name__, template_folder="templates")
ui.register_blueprint(site)
for page in PAGES:
    ui.register_blueprint(page)
ui.register_error_handler(Exception, show_problem)
ui.app_errorhandler(404)(no_such_page)
