/** The service's API, as far as the widget needs it. */

import { asked, queryOf } from "./state.js";

/** What the service answered instead of a plan: a problem of RFC 9457. */
export class ProblemError extends Error {
  /** @param {any} problem */
  constructor(problem) {
    super(problem.detail ?? problem.title);
    this.name = "ProblemError";
    this.problem = problem;
  }
}

/** @type {Map<string, Promise<any>>} */
const graphs = new Map();

/**
 * The plan for a state. ProblemError if there is none; TypeError if the service cannot be reached.
 * @param {string} service the address of the service, without a slash at its end
 * @param {import("./state.js").State} state
 * @param {AbortSignal} [signal]
 * @returns {Promise<any>}
 */
export function fetchPlan(service, state, signal) {
  const members = asked(state);
  const query = queryOf(members);
  const address = `${service}/v1/plans`;
  if (query !== null) return fetchJson(`${address}?${query}`, { signal });
  const headers = { "Content-Type": "application/json" };
  return fetchJson(address, { signal, method: "POST", headers, body: JSON.stringify(members) });
}

/**
 * A graph as the service lists it, asked for once a page.
 * @param {string} service
 * @param {string} id
 * @returns {Promise<any>}
 */
export function fetchGraph(service, id) {
  const address = `${service}/v1/graphs/${encodeURIComponent(id)}`;
  let graph = graphs.get(address);
  if (!graph) {
    graph = fetchJson(address, {});
    graph.catch(() => graphs.delete(address));
    graphs.set(address, graph);
  }
  return graph;
}

/**
 * @param {string} address
 * @param {RequestInit} options
 */
async function fetchJson(address, options) {
  const accept = { Accept: "application/json", ...options.headers };
  const response = await fetch(address, { ...options, headers: accept, credentials: "omit", referrerPolicy: "no-referrer" });
  const body = await response.json();
  if (!response.ok) throw new ProblemError(body);
  return body;
}
