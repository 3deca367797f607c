"""`/v1/plan-batches`: plans for many learners, a line each."""

from __future__ import annotations

from flask import Response, request

from roadmap.services.plan_batches import answer_lines
from roadmap.web.answers import NDJSON
from roadmap.web.negotiation import preferred
from roadmap.web.operation import operation, resource
from roadmap.web.plan_lines import wire_of_items
from roadmap.web.schemas.plan_batches import PLAN_BATCH_LINE, BatchCall, PlanBatchRequest
from roadmap.web.service import address, allow_batch, library

plan_batches = resource("plan-batches", "Plans for many learners at once, answered a line each.")
plan_batches.before_request(allow_batch)


@operation(
    plan_batches, "/v1/plan-batches", "createPlanBatch", f"#/components/schemas/{PLAN_BATCH_LINE}",
    body=PlanBatchRequest, problems=[400, 406, 413, 415],
)  # fmt: skip
def create_plan_batch(query: object, call: BatchCall) -> Response:
    """Make plans for many learners

    Up to 1,000 plans in one call, answered in order, one line of JSON each (NDJSON), while the next are made. A line
    has the `index` of its plan, the client's own `id` for it, and the `plan`, to the byte what `POST /v1/plans` gives;
    or the `problem`, if there is none. What is wrong with one plan is told in its line, and the others are made.

    All are made on one version of the graph. A batch that is answered whole has a line for each of its plans: an answer
    with fewer was cut off, and those that are missing can be asked for again.
    """
    del query
    preferred(request.accept_mimetypes, [NDJSON])
    lines = answer_lines(library(), wire_of_items(address(""), call.defaults), call.plans)
    return Response((line.text for line in lines), mimetype=NDJSON)
