/** The last roadmap that was looked at, kept in this browser alone, so that one can go on with it. */

const KEY = "roadmap:last";

/**
 * Keep a roadmap as the last one.
 * @param {string} address its path and query
 * @param {string} title
 */
export function keepLast(address, title) {
  try {
    localStorage.setItem(KEY, JSON.stringify({ address, title }));
  } catch {
    // A browser that keeps nothing is respected.
  }
}

/**
 * The last roadmap; null if there is none, or what is kept is not one.
 * @returns {{address: string, title: string} | null}
 */
export function readLast() {
  try {
    const last = JSON.parse(localStorage.getItem(KEY) ?? "null");
    return typeof last?.title === "string" && last.address?.startsWith("/roadmap?") ? last : null;
  } catch {
    return null;
  }
}

/** Forget the last roadmap. */
export function forgetLast() {
  localStorage.removeItem(KEY);
}
