"""Make plans with the generated client, and print what a test looks at."""

import json
import sys
from datetime import date

from roadmap_client import Client
from roadmap_client.api.plan_batches import create_plan_batch
from roadmap_client.api.plans import create_plan, get_plan
from roadmap_client.models import (
    Plan,
    PlanBatchItem,
    PlanBatchLine,
    PlanBatchRequest,
    PlanDefaults,
    PlanRequest,
    Problem,
)

client = Client(base_url=sys.argv[1])
request = PlanRequest(
    role="ml-engineer",
    known=["python", "git"],
    hours_per_week=10,
    start_date=date(2027, 1, 4),
    days_off=["sunday"],
    what_if=["docker"],
    why=["git@1"],
)
plan = create_plan.sync(client=client, body=request)
assert isinstance(plan, Plan)
assert plan.role is not None
assert plan.steps[0].schedule is not None
assert plan.steps[0].schedule.start == date(2027, 1, 4)
assert plan.what_if is not None
same = get_plan.sync(
    client=client,
    role="ml-engineer",
    known=["git", "python"],
    hours_per_week=10,
    start_date=date(2027, 1, 4),
    days_off=["sunday"],
    what_if=["docker"],
    why=["git@1"],
)
problem = create_plan.sync(client=client, body=PlanRequest(role="ml-engineer", known=["pyton"]))
assert isinstance(problem, Problem)
assert problem.errors
batch = create_plan_batch.sync(
    client=client,
    body=PlanBatchRequest(
        defaults=PlanDefaults.from_dict({**request.to_dict(), "role": "ai-engineer"}),
        plans=[PlanBatchItem(id="a", role="ml-engineer"), PlanBatchItem(id="b", known=["pyton"])],
    ),
)
assert isinstance(batch, str)
lines = [PlanBatchLine.from_dict(json.loads(line)) for line in batch.splitlines()]
made, wrong = lines[0].plan, lines[1].problem
assert made
assert wrong
assert wrong.errors
assert wrong.errors[0].suggestions
print(
    json.dumps(
        {
            "role": plan.role.id,
            "first": plan.steps[0].unit,
            "ready": plan.ready_now[0],
            "same": plan == same,
            "saved": plan.what_if.together.hours_saved,
            "verdict": plan.why[0].verdict,
            "batch": [[lines[0].id, made.steps[0].unit], [lines[1].id, wrong.errors[0].suggestions[0]]],
            "problem": problem.status,
            "suggestions": problem.errors[0].suggestions or None,
        }
    )
)
