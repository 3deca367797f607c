"""`/v1/job-ads`: what job adverts ask for, which roles they describe, and the way there."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import orjson
from flask import Response

from roadmap.exporters import json
from roadmap.services import job_ads as service
from roadmap.services.job_ad_answers import JobAdReading
from roadmap.services.job_ads import JobAdPlan
from roadmap.services.library import GraphLibrary
from roadmap.web.answers import answer
from roadmap.web.api.plans import plan_links
from roadmap.web.operation import operation, resource
from roadmap.web.schemas.job_ads import JobAdAnswer, JobAdBody, JobAdCall
from roadmap.web.schemas.queries import Query
from roadmap.web.service import allow_job_ads, library_with

job_ads = resource("job-ads", "What job adverts ask for, and which roles they describe.")
job_ads.before_request(allow_job_ads)


@operation(
    job_ads, "/v1/job-ads", "readJobAds", JobAdAnswer,
    query=Query, body=JobAdBody, problems=[400, 406, 413, 415, 422],
)  # fmt: skip
def read_job_ads(query: object, call: JobAdCall) -> Response:
    """Read job adverts

    The skills that an advert asks for, each with level, importance and the words that say so; which of them are
    alternatives; the roles it describes, and whether its title says another. Where the request says what the learner
    knows, a plan leads to the advert as if it were a role.

    Several `job_ads` are answered one by one, and together: how often each skill is asked for, and the smallest set
    of skills that meets a share of them. Read by rules, without a language model: the same advert, the same answer.
    """
    del query
    library = library_with(call.graph)
    told = _several(library, call) if call.job_ad is None else _one(library, call, call.job_ad)
    return answer({"graph": library.planner(call.graph).compiled.version, **told})


def _one(library: GraphLibrary, call: JobAdCall, job_ad: service.JobAd) -> dict[str, Any]:
    if call.request is None:
        return _members(service.read_job_ad(library, call.graph, job_ad))
    reading, planned = service.plan_for_job_ad(library, call.graph, job_ad, call.request)
    return {**_members(reading), "plan": planned and _plan(call.graph, planned)}


def _several(library: GraphLibrary, call: JobAdCall) -> dict[str, Any]:
    readings, survey = service.survey_job_ads(library, call.graph, call.job_ads, call.share, call.request)
    return {"job_ads": readings, "survey": survey}


def _members(reading: JobAdReading) -> dict[str, Any]:
    return {member.name: getattr(reading, member.name) for member in fields(reading)}


def _plan(graph: str | None, planned: JobAdPlan) -> orjson.Fragment:
    return orjson.Fragment(json.export(planned.plan, plan_links(graph, planned.again)))
