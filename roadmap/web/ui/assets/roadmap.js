/** The page of a roadmap: the form, the address and the roadmap say the same, whichever of them is changed. */

import { attributeOf, planned, queryOf, saidIn } from "./address.js";
import { enableCopying } from "./copying.js";
import { all } from "./dom.js";
import { keepLast } from "./last.js";
import { showDownloads, showSharing } from "./sharing.js";
import { SkillField } from "./skills.js";

/** The members that the learner changes in the roadmap itself. */
const MARKED = ["in_progress", "skipped", "show_known", "view"];

const form = /** @type {HTMLFormElement} */ (document.getElementById("asked"));
const roadmap = /** @type {any} */ (document.querySelector("learning-roadmap"));
const skills = new SkillField(/** @type {HTMLElement} */ (form.querySelector("[data-skills]")), changed);

/** @type {Map<string, string>} */
const names = new Map();
let shown = attributesOf(saidIn(form));

form.addEventListener("change", changed);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  location.assign(address());
});
enableCopying();

if (roadmap) {
  form.querySelector(".submit")?.remove();
  makeRoom();
  roadmap.addEventListener("roadmap:load", (/** @type {CustomEvent} */ event) => loaded(event.detail.plan));
  roadmap.addEventListener("roadmap:change", (/** @type {CustomEvent} */ event) => learnt(event.detail));
  remember();
}

/** The form has changed: so does the roadmap. Without one, the page of the new address has it. */
function changed() {
  describeOrder();
  if (!roadmap) {
    if (field("role").value) location.assign(address());
    return;
  }
  if (!form.reportValidity()) return;
  const wanted = attributesOf(saidIn(form));
  for (const name of shown.keys()) if (!wanted.has(name)) roadmap.removeAttribute(name);
  for (const [name, value] of wanted) if (roadmap.getAttribute(name) !== value) roadmap.setAttribute(name, value);
  shown = wanted;
  remember();
}

/**
 * The learner has changed something in the roadmap: the form follows, and the address.
 * @param {any} state
 */
function learnt(state) {
  for (const name of MARKED) field(name).value = String(state[name] || "");
  keepUnseen("prefer", state.prefer);
  skills.show(state.known, (skill) => names.get(skill));
  shown = new Map([...attributesOf(saidIn(form))].filter(([name]) => roadmap.hasAttribute(name)));
  remember();
}

/**
 * A plan has come: its formats have new addresses.
 * @param {any} plan
 */
function loaded(plan) {
  for (const step of plan.steps) names.set(step.skill, step.name);
  if (plan.links) showDownloads(plan.links);
  const heading = document.querySelector("h1");
  if (heading && plan.role) heading.replaceChildren(/** @type {Element} */ (heading.querySelector(".kicker")), ` ${plan.role.name}`);
  if (plan.role) document.title = `Roadmap: ${plan.role.name} · Roadmap`;
  remember();
}

/** Bring address, snippets and memory in line with the form. */
function remember() {
  history.replaceState(null, "", address());
  showSharing(planned(saidIn(form)), title());
  keepLast(address(), title());
}

/** On a narrow screen the roadmap comes first, and the form is folded; on a wide one it stands beside it. */
function makeRoom() {
  const settings = /** @type {HTMLDetailsElement} */ (form.closest("details"));
  const wide = matchMedia("(min-width: 64rem)");
  const fold = () => {
    settings.open = wide.matches;
    settings.classList.toggle("folds", !wide.matches);
  };
  wide.addEventListener("change", fold);
  fold();
}

function address() {
  return `/roadmap?${queryOf(saidIn(form))}`;
}

function title() {
  const role = field("role");
  return role.value ? role.selectedOptions[0].textContent.trim() : "Single skills";
}

/** @param {Record<string, string>} said */
function attributesOf(said) {
  return new Map(Object.entries(said).map(([name, value]) => [attributeOf(name), value]));
}

/**
 * A member that the form has no field for to see, but goes on with.
 * @param {string} name
 * @param {string[] | undefined} values
 */
function keepUnseen(name, values) {
  if (!values) return;
  const there = form.elements.namedItem(name) ?? form.appendChild(Object.assign(document.createElement("input"), { type: "hidden", name }));
  /** @type {HTMLInputElement} */ (there).value = values.join(",");
}

function describeOrder() {
  const chosen = field("strategy").selectedOptions[0];
  for (const hint of all("#strategy-hint")) hint.textContent = chosen.dataset.summary ?? "";
}

/**
 * @param {string} name
 * @returns {any}
 */
function field(name) {
  return form.elements.namedItem(name);
}
