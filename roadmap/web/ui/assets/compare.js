/** The form of a comparison: no fewer and no more roles than can be compared. */

import { all } from "./dom.js";
import { SkillField } from "./skills.js";

for (const field of all("[data-skills]")) new SkillField(field, () => {});
for (const set of all("[data-most]")) bound(set);

/** @param {HTMLElement} set */
function bound(set) {
  const boxes = all('input[type="checkbox"]', set);
  const button = /** @type {HTMLButtonElement} */ (set.closest("form")?.querySelector(".submit button"));
  const check = () => {
    const chosen = boxes.filter((box) => box.checked).length;
    const full = chosen >= Number(set.dataset.most);
    for (const box of boxes) box.disabled = full && !box.checked;
    button.disabled = chosen < Number(set.dataset.least);
  };
  set.addEventListener("change", check);
  check();
}
