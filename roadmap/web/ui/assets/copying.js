/** Buttons that copy what an element of the page holds. */

import { all } from "./dom.js";

/** How long a button says that it has copied, in milliseconds. */
const SAID = 2000;

/** Make all buttons with `data-copy` copy the element of that id. */
export function enableCopying() {
  for (const button of all("[data-copy]")) button.addEventListener("click", () => copy(button));
}

/** @param {HTMLButtonElement} button */
async function copy(button) {
  const source = /** @type {any} */ (document.getElementById(button.dataset.copy ?? ""));
  try {
    await navigator.clipboard.writeText(source.value ?? source.textContent);
    tell(button, "Copied");
  } catch {
    select(source);
    tell(button, "Selected: copy it");
  }
}

/**
 * @param {HTMLButtonElement} button
 * @param {string} words
 */
function tell(button, words) {
  button.dataset.name ??= button.textContent ?? "";
  button.textContent = words;
  button.setAttribute("aria-live", "polite");
  setTimeout(() => {
    button.textContent = button.dataset.name ?? "";
  }, SAID);
}

/** @param {any} source */
function select(source) {
  if (source.select) source.select();
  else getSelection()?.selectAllChildren(source);
}
