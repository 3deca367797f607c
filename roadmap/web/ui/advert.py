"""`/advert`: a job advert read, its words marked, and the way there. Nothing of it is kept, or put into an address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Response, request

from roadmap.domain.plan import PlanRequest
from roadmap.services.catalogue import list_roles
from roadmap.services.job_ad_answers import JobAdReading
from roadmap.services.job_ads import JobAd, JobAdPlan, plan_for_job_ad
from roadmap.services.plans import permalink_query
from roadmap.web.answers import OK, UNKEPT
from roadmap.web.schemas.job_ads import LONGEST_AD, LONGEST_TITLE, JobAdBody, JobAdCall
from roadmap.web.service import allow_job_ads, library, library_with
from roadmap.web.ui.chips import chips
from roadmap.web.ui.form import LISTS, PACE, asked, asked_in_query, load, picked
from roadmap.web.ui.marking import Stretch, marked
from roadmap.web.ui.problem_page import Trouble, attempt
from roadmap.web.ui.sample import SAMPLE
from roadmap.web.ui.site import page

advert = Blueprint("advert", __name__)
advert.before_request(allow_job_ads)

FIELDS = ("graph", "title", "text", *PACE)
EMPTY = JobAd("")
LIKELY = 3
"""How many of the roles that it may describe are shown."""


@dataclass(frozen=True, slots=True)
class Reading:
    """An advert that was read: its words marked, what they say, and the plan that leads there (None: nothing to plan),
    with the query that asks for its roadmap."""

    stretches: list[Stretch]
    said: JobAdReading
    planned: JobAdPlan | None
    query: dict[str, str]


@advert.get("/advert")
def show() -> Response:
    """The form, empty or with a sample in it."""
    members = asked_in_query(("graph", *PACE, "sample"))
    return _page(members, SAMPLE if "sample" in members else EMPTY)


@advert.post("/advert")
def read() -> Response:
    """The advert of the form, read."""
    request.max_form_memory_size = request.max_content_length
    members = {**asked(_posted(), FIELDS), "text": _as_sent("text")}
    given = JobAd(members["text"], members.get("title", ""))
    reading, trouble = attempt(lambda: _read(members))
    return _page(members, given, reading, trouble)


def _posted() -> dict[str, str]:
    """The fields of the form, lists joined by commas."""
    return {name: ",".join(values) if name in LISTS else values[-1] for name, values in request.form.lists()}


def _as_sent(name: str) -> str:
    """A text with the ends of lines that it had before the form turned them into two characters each."""
    return request.form.get(name, "").replace("\r\n", "\n")


def _read(members: dict[str, Any]) -> Reading:
    call: JobAdCall = load(JobAdBody, members)
    job_ad = call.job_ad or EMPTY
    learner = call.request or PlanRequest()
    said, planned = plan_for_job_ad(library_with(call.graph), call.graph, job_ad, learner)
    query = dict(permalink_query(call.graph, planned.again)) if planned else {}
    return Reading(marked(job_ad.text, said), said, planned, query)


def _page(
    members: dict[str, Any], given: JobAd, reading: Reading | None = None, trouble: Trouble | None = None
) -> Response:
    graph_id = members.get("graph")
    response = page(
        "advert.html",
        trouble.status if trouble else OK,
        graph_id=graph_id,
        members=members,
        given=given,
        learner=picked(members, ("graph", *PACE)),
        reading=reading,
        longest=(LONGEST_TITLE, LONGEST_AD),
        likely=LIKELY,
        roles=list_roles(library(), None if trouble else graph_id),
        known=chips(graph_id, members.get("known", [])),
        trouble=trouble,
    )
    response.headers["Cache-Control"] = UNKEPT
    return response
