/** The way in: offer to go on with the last roadmap. */

import { forgetLast, readLast } from "./last.js";

const offer = /** @type {HTMLElement} */ (document.getElementById("resume"));
const last = readLast();

if (last) {
  const link = /** @type {HTMLAnchorElement} */ (offer.querySelector("a"));
  link.href = last.address;
  link.textContent = last.title;
  offer.hidden = false;
  offer.querySelector("button")?.addEventListener("click", () => {
    forgetLast();
    offer.hidden = true;
  });
}
