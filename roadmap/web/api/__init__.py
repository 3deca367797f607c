"""The resources of the API, one blueprint a module."""

from roadmap.web.api.comparisons import comparisons
from roadmap.web.api.graphs import graphs
from roadmap.web.api.health import health
from roadmap.web.api.plans import plans
from roadmap.web.api.roles import roles
from roadmap.web.api.skills import skills

RESOURCES = (plans, comparisons, roles, skills, graphs, health)
"""In the order in which the reference shows them."""
