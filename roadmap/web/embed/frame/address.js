/** The longest address that servers and proxies take for sure; past it the address stays as it is. */
const LONGEST = 8000;

/**
 * The address of this page for a state of the roadmap.
 *
 * Of the parameters named, those that the state speaks of are set by it, and left out where it has nothing to say; all
 * others stay. Commas and `@` stay readable. A role is the last part of the path.
 * @param {string} here
 * @param {Record<string, unknown>} state
 * @param {string[]} names
 */
export function addressOf(here, state, names) {
  const address = new URL(here);
  const { role } = state;
  if (role) address.pathname = address.pathname.replace(/[^/]*$/, () => encodeURIComponent(String(role)));
  for (const name of names.filter((name) => name in state)) {
    const value = written(state[name]);
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  }
  address.search = address.search.replaceAll("%2C", ",").replaceAll("%40", "@");
  return address.href.length > LONGEST ? here : address.href;
}

/** @param {unknown} value */
function written(value) {
  return [value ?? []].flat().filter((item) => item !== false).join(",");
}
