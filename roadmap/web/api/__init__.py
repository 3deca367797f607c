"""The resources of the API, one blueprint a module."""

from roadmap.web.api.comparisons import comparisons
from roadmap.web.api.graphs import graphs
from roadmap.web.api.health import health
from roadmap.web.api.job_ads import job_ads
from roadmap.web.api.oembed import oembed
from roadmap.web.api.plan_batches import plan_batches
from roadmap.web.api.plans import plans
from roadmap.web.api.role_rankings import role_rankings
from roadmap.web.api.roles import roles
from roadmap.web.api.skills import skills

RESOURCES = (
    plans,
    plan_batches,
    comparisons,
    role_rankings,
    job_ads,
    roles,
    skills,
    graphs,
    oembed,
    health,
)
"""In the order in which the reference shows them."""
