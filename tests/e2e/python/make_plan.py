"""Make plans with the generated client, and print what a test looks at."""

import json
import sys
from datetime import date

from roadmap_client import Client
from roadmap_client.api.plans import create_plan, get_plan
from roadmap_client.models import Plan, PlanRequest, Problem

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
print(
    json.dumps(
        {
            "role": plan.role.id,
            "first": plan.steps[0].unit,
            "ready": plan.ready_now[0],
            "same": plan == same,
            "saved": plan.what_if.together.hours_saved,
            "verdict": plan.why[0].verdict,
            "problem": problem.status,
            "suggestions": problem.errors[0].suggestions or None,
        }
    )
)
