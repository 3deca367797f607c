/** The questions one by one, with the way back and how far it is. Without this they are one long form. */

import { all, element } from "./dom.js";
import { SkillField } from "./skills.js";

const form = /** @type {HTMLFormElement} */ (document.getElementById("questions"));

for (const field of all("[data-skills]", form)) new SkillField(field, () => {});
if ("wizard" in form.dataset) walkThrough(form);

/** @param {HTMLFormElement} form */
function walkThrough(form) {
  const questions = all(".question", form);
  const submit = /** @type {HTMLElement} */ (form.querySelector(".submit"));
  const bar = element("progress", { max: questions.length, "aria-label": "Questions" });
  const words = element("span", { id: "how-far" });
  const back = element("button", { type: "button", class: "button" }, "Back");
  const next = element("button", { type: "button", class: "button primary" }, "Next");
  const moves = element("div", { class: "moves" }, back, next);
  let at = 0;

  /** @param {number} n */
  const show = (n, focus = true) => {
    at = n;
    questions.forEach((question, m) => (question.hidden = m !== n));
    const last = n === questions.length - 1;
    next.hidden = last;
    submit.hidden = !last;
    back.disabled = n === 0;
    bar.value = n + 1;
    words.textContent = `Question ${n + 1} of ${questions.length}`;
    if (focus) focusOn(questions[n]);
  };

  form.classList.add("wizard");
  form.prepend(element("div", { class: "progress" }, words, bar));
  moves.append(submit);
  form.append(moves);
  back.addEventListener("click", () => show(at - 1));
  next.addEventListener("click", () => show(at + 1));
  form.addEventListener("keydown", (event) => {
    const field = /** @type {HTMLElement} */ (event.target);
    if (event.key !== "Enter" || event.defaultPrevented || field.closest("button, summary") || at === questions.length - 1) return;
    event.preventDefault();
    show(at + 1);
  });
  show(0, false);
}

/**
 * Where one goes on in a question: at its chosen answer, or its first field.
 * @param {HTMLElement} question
 */
function focusOn(question) {
  const target = question.querySelector(":checked") ?? question.querySelector("input");
  /** @type {HTMLElement | null} */ (target)?.focus();
}
