// Make plans with the generated types and openapi-fetch, and print what a test looks at.
import createClient from "openapi-fetch";
import type { components, paths } from "./roadmap.js";

type PlanRequest = components["schemas"]["PlanRequest"];

// Plans come in other formats too; the second type says which answers are meant.
const client = createClient<paths, "application/json" | "application/problem+json">({ baseUrl: process.argv[2] ?? "" });
const body: PlanRequest = {
  role: "ml-engineer",
  known: ["python", "git"],
  hours_per_week: 10,
  start_date: "2027-01-04",
  days_off: ["sunday"],
  what_if: ["docker"],
  why: ["git@1"],
};

const posted = await client.POST("/v1/plans", { body });
const got = await client.GET("/v1/plans", { params: { query: body } });
const wrong = await client.POST("/v1/plans", { body: { role: "ml-engineer", known: ["pyton"] } });
if (!posted.data || !got.data || !wrong.error) {
  throw new Error(JSON.stringify([posted.error, got.error, wrong.data]));
}

// A batch comes as lines, which are read as they arrive; the types of a line are in the contract too.
const lines = createClient<paths>({ baseUrl: process.argv[2] ?? "" });
const batch = await lines.POST("/v1/plan-batches", {
  body: {
    defaults: { ...body, role: "ai-engineer" },
    plans: [{ id: "a", role: "ml-engineer" }, { id: "b", known: ["pyton"] }],
  },
  parseAs: "stream",
});
const told: components["schemas"]["PlanBatchLine"][] = [];
let rest = "";
for await (const text of batch.data?.pipeThrough(new TextDecoderStream()) ?? []) {
  const pieces = (rest + text).split("\n");
  rest = pieces.pop() ?? "";
  told.push(...pieces.map((piece) => JSON.parse(piece)));
}

const plan: components["schemas"]["Plan"] = posted.data;
console.log(
  JSON.stringify({
    role: plan.role?.id,
    first: plan.steps[0]?.unit,
    ready: plan.ready_now[0],
    saved: plan.what_if?.together.hours_saved,
    verdict: plan.why[0]?.verdict,
    batch: told.map((line) => [line.id, line.plan?.steps[0]?.unit ?? line.problem?.errors?.[0]?.suggestions?.[0]]),
    same: JSON.stringify(plan) === JSON.stringify(got.data),
    problem: wrong.error.status,
    suggestions: wrong.error.errors?.[0]?.suggestions,
  }),
);
