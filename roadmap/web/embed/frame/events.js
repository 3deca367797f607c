/**
 * Listen to an event of the roadmap.
 * @param {string} type
 * @param {(detail: any) => void} listener
 */
export function on(type, listener) {
  document.addEventListener(type, (event) => listener(/** @type {CustomEvent} */ (event).detail));
}
