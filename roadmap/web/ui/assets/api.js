/** The service's API, as far as its own pages need it from a script. */

/**
 * The skills that a text finds by id, name or alias, best first.
 * @param {string} text
 * @param {string} graph the graph to look in; the default one if it is empty
 * @param {AbortSignal} signal
 * @returns {Promise<any[]>}
 */
export async function findSkills(text, graph, signal) {
  const query = new URLSearchParams({ q: text, limit: "8", ...(graph && { graph }) });
  return (await read(`/v1/skills?${query}`, signal)).skills;
}

/**
 * One skill with its levels.
 * @param {string} id
 * @param {string} graph
 * @returns {Promise<any>}
 */
export function readSkill(id, graph) {
  const query = graph ? `?${new URLSearchParams({ graph })}` : "";
  return read(`/v1/skills/${encodeURIComponent(id)}${query}`);
}

/**
 * @param {string} address
 * @param {AbortSignal} [signal]
 */
async function read(address, signal) {
  const response = await fetch(address, { signal, headers: { Accept: "application/json" } });
  if (!response.ok) throw new Error(`${address} was answered with ${response.status}`);
  return response.json();
}
