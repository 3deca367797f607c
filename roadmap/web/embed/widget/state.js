/** What a roadmap is asked for and what the learner marked, as the attributes of the element. */

/**
 * @typedef {object} State
 * @property {string} role
 * @property {string} graph
 * @property {string[]} targets
 * @property {string[]} known
 * @property {string[]} in_progress
 * @property {string[]} skipped
 * @property {string[]} prefer
 * @property {string[]} avoid
 * @property {string[]} from_roles
 * @property {string[]} days_off
 * @property {boolean} include_optional
 * @property {boolean} show_known
 * @property {number | null} hours_per_week
 * @property {string} start_date
 * @property {string} deadline
 * @property {string} strategy
 * @property {string} view
 */

const LISTS = ["targets", "known", "in_progress", "skipped", "prefer", "avoid", "from_roles", "days_off"];
const FLAGS = ["include_optional", "show_known"];
const TEXTS = ["role", "graph", "start_date", "deadline", "strategy", "view"];

/** The members that say how a plan is shown: the service is not asked about them. */
const OURS = new Set(["in_progress", "skipped", "show_known", "view"]);

/** Links up to this length are sent as links, which caches keep; longer ones as bodies. */
const LONGEST_LINK = 4000;

/** @param {string} member */
const attributeOf = (member) => (member === "role" ? "role-id" : member.replaceAll("_", "-"));

/** The attributes that make a plan anew when they change. */
export const ATTRIBUTES = [...LISTS, ...FLAGS, ...TEXTS, "hours_per_week"].map(attributeOf);

/**
 * @param {Element} element
 * @returns {State}
 */
export function readState(element) {
  const text = (/** @type {string} */ member) => element.getAttribute(attributeOf(member))?.trim() ?? "";
  const hours = Number.parseFloat(text("hours_per_week"));
  return /** @type {any} */ ({
    ...Object.fromEntries(TEXTS.map((member) => [member, text(member)])),
    ...Object.fromEntries(LISTS.map((member) => [member, items(text(member))])),
    ...Object.fromEntries(FLAGS.map((member) => [member, flag(element.getAttribute(attributeOf(member)))])),
    hours_per_week: Number.isFinite(hours) ? hours : null,
  });
}

/**
 * Write some members of a state into the attributes.
 * @param {Element} element
 * @param {Partial<State>} changes
 */
export function writeState(element, changes) {
  for (const [member, value] of Object.entries(changes)) {
    const text = Array.isArray(value) ? value.join(",") : value === true ? "true" : value ? String(value) : "";
    if (text) element.setAttribute(attributeOf(member), text);
    else element.removeAttribute(attributeOf(member));
  }
}

/**
 * The members that a plan is asked with, those left out that say nothing.
 * @param {State} state
 */
export function asked(state) {
  const said = Object.entries(state).filter(([member, value]) => !OURS.has(member) && (Array.isArray(value) ? value.length : value));
  return Object.fromEntries(said);
}

/**
 * How a plan is asked for: the query of a link, or null where it would get too long for one.
 * @param {Record<string, unknown>} members as from `asked`
 */
export function queryOf(members) {
  const query = new URLSearchParams(Object.entries(members).map(([member, value]) => [member, String(value)]));
  const text = query.toString().replaceAll("%2C", ",").replaceAll("%40", "@");
  return text.length > LONGEST_LINK ? null : text;
}

/** @param {string} text */
function items(text) {
  return text.split(",").map((item) => item.trim()).filter(Boolean);
}

/** @param {string | null} text */
function flag(text) {
  return text !== null && text.toLowerCase() !== "false";
}
