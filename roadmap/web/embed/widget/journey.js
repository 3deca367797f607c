/**
 * What both views show: the units of a plan in their order, with what the learner marked.
 *
 * A unit that becomes known stays where it was, so that nothing moves under the learner's hands; a unit that is no longer
 * needed, because a choice went another way, goes.
 */

/** @typedef {"known" | "skipped" | "progress" | "ready" | "todo"} Status */

/**
 * @typedef {object} Journey
 * @property {any} plan the current plan
 * @property {any[]} steps all units shown, in order: steps of this plan or of an earlier one
 * @property {Map<string, any>} byUnit
 * @property {Map<string, Status>} status
 * @property {Map<string, number>} stage from 1: one more than that of the latest prerequisite shown
 * @property {Map<string, string[]>} unlocks the units shown that build on a unit directly
 * @property {Set<string>} critical
 */

/**
 * @param {any} plan
 * @param {any[]} earlier the steps shown so far, or those of a plan from nothing
 * @param {import("./state.js").State} state
 * @returns {Journey}
 */
export function journeyOf(plan, earlier, state) {
  const known = new Set([...plan.known.declared, ...plan.known.implied]);
  const steps = merged(earlier.filter((step) => known.has(step.unit)), earlier, plan.steps);
  const ready = new Set(plan.ready_now);
  const marks = { skipped: new Set(state.skipped), progress: new Set(state.in_progress) };
  return {
    plan,
    steps,
    byUnit: new Map(steps.map((step) => [step.unit, step])),
    status: new Map(steps.map((step) => [step.unit, statusOf(step.unit, known, marks, ready)])),
    stage: stagesOf(steps),
    unlocks: unlocksOf(steps),
    critical: new Set(plan.critical_path),
  };
}

/**
 * The figures of a journey, in hours.
 * @param {Journey} journey
 */
export function figuresOf(journey) {
  const { known_hours: known, hours: left, weeks, finish_date: finish } = journey.plan.summary;
  const marked = (/** @type {Status} */ status) =>
    journey.steps.filter((step) => journey.status.get(step.unit) === status).reduce((sum, step) => sum + step.hours, 0);
  const skipped = marked("skipped");
  return { known, all: known + left, progress: marked("progress"), skipped, left: left - skipped, weeks, finish };
}

/**
 * What is said to be known after a unit became known, or is so no longer. To take back what was said takes back what it
 * implied. Not to know what something else implied means not to know that either, but still what both build on.
 * @param {Journey} journey
 * @param {import("./state.js").State} state
 * @param {string} unit
 * @param {boolean} now
 * @returns {{known: string[], from_roles?: string[]}}
 */
export function knowing(journey, state, unit, now) {
  if (now) return { known: [...state.known, unit] };
  const declared = new Set(journey.plan.known.declared);
  const lost = descendants(journey, unit);
  const rest = state.known.filter((one) => one !== unit);
  if (rest.length < state.known.length && ![...lost].some((one) => one !== unit && declared.has(one))) return { known: rest };
  const kept = new Set([...declared].filter((one) => !lost.has(one)));
  for (const one of lost)
    for (const { unit: below } of journey.byUnit.get(one)?.requires ?? [])
      if (!lost.has(below) && (journey.status.get(below) ?? "known") === "known") kept.add(below);
  return { known: highest([...kept]), from_roles: [] };
}

/**
 * Units by what they are part of, in the order of the journey: by week where there are weeks, else by stage.
 * @param {Journey} journey
 * @param {boolean} weekly
 * @returns {[number, any[]][]}
 */
export function grouped(journey, weekly) {
  /** @type {Map<number, any[]>} */
  const groups = new Map();
  let week = journey.plan.steps[0]?.schedule?.week ?? 1;
  for (const step of journey.steps) {
    const left = journey.status.get(step.unit) !== "known";
    if (left && step.schedule) week = step.schedule.week;
    const key = weekly ? week : /** @type {number} */ (journey.stage.get(step.unit));
    groups.set(key, [...(groups.get(key) ?? []), step]);
  }
  return [...groups].sort(([one], [other]) => one - other);
}

/**
 * The new steps, and among them, where they were, the earlier ones that stay.
 * @param {any[]} staying
 * @param {any[]} earlier
 * @param {any[]} current
 */
function merged(staying, earlier, current) {
  const place = new Map(earlier.map((step, index) => [step.unit, index]));
  const waiting = [...staying];
  /** @type {any[]} */
  const steps = [];
  for (const step of current) {
    const here = place.get(step.unit);
    while (here !== undefined && waiting.length && /** @type {number} */ (place.get(waiting[0].unit)) < here) steps.push(waiting.shift());
    steps.push(step);
  }
  return [...steps, ...waiting];
}

/**
 * @param {string} unit
 * @param {Set<string>} known
 * @param {{skipped: Set<string>, progress: Set<string>}} marks
 * @param {Set<string>} ready
 * @returns {Status}
 */
function statusOf(unit, known, marks, ready) {
  if (known.has(unit)) return "known";
  if (marks.skipped.has(unit)) return "skipped";
  if (marks.progress.has(unit)) return "progress";
  return ready.has(unit) ? "ready" : "todo";
}

/** @param {any[]} steps */
function stagesOf(steps) {
  /** @type {Map<string, number>} */
  const stages = new Map();
  for (const step of steps) {
    const below = step.requires.map((/** @type {any} */ one) => stages.get(one.unit) ?? 0);
    stages.set(step.unit, 1 + Math.max(0, ...below));
  }
  return stages;
}

/** @param {any[]} steps */
function unlocksOf(steps) {
  /** @type {Map<string, string[]>} */
  const unlocks = new Map(steps.map((step) => [step.unit, []]));
  for (const step of steps) for (const { unit } of step.requires) unlocks.get(unit)?.push(step.unit);
  return unlocks;
}

/**
 * A unit, and all shown that build on it.
 * @param {Journey} journey
 * @param {string} unit
 */
function descendants(journey, unit) {
  const found = new Set([unit]);
  for (const one of found) for (const next of journey.unlocks.get(one) ?? []) found.add(next);
  return found;
}

/**
 * The highest level alone of each skill, as it includes the lower ones; sorted.
 * @param {string[]} units
 */
function highest(units) {
  const levels = new Map();
  for (const unit of units) {
    const [skill, level] = unit.split("@");
    if (!(levels.get(skill) >= Number(level))) levels.set(skill, Number(level));
  }
  return [...levels].map(([skill, level]) => `${skill}@${level}`).sort();
}
