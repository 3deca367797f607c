/** A form as an address, and as the attributes of a roadmap: what is left blank is left out. */

/** Members that say how a roadmap is shown, and not what is planned. */
const OURS = ["in_progress", "skipped", "show_known", "view"];

/**
 * What a form says: each name with its values joined by commas.
 * @param {HTMLFormElement} form
 * @returns {Record<string, string>}
 */
export function saidIn(form) {
  /** @type {Record<string, string>} */
  const said = {};
  for (const [name, value] of new FormData(form)) {
    const text = String(value).trim();
    if (text) said[name] = name in said ? `${said[name]},${text}` : text;
  }
  return said;
}

/**
 * Members as a query, commas and levels left readable.
 * @param {Record<string, string>} members
 */
export function queryOf(members) {
  return new URLSearchParams(members).toString().replaceAll("%2C", ",").replaceAll("%40", "@");
}

/**
 * The members that are about what is planned.
 * @param {Record<string, string>} members
 */
export function planned(members) {
  return Object.fromEntries(Object.entries(members).filter(([name]) => !OURS.includes(name)));
}

/**
 * The name of a member as an attribute of the roadmap.
 * @param {string} member
 */
export function attributeOf(member) {
  return member === "role" ? "role-id" : member.replaceAll("_", "-");
}
