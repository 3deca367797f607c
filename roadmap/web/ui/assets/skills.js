/** The field of skills that are known: found by any name, each with its level, taken off again. */

import { findSkills, readSkill } from "./api.js";
import { Combobox } from "./combobox.js";
import { all, element } from "./dom.js";

const LEVELS = ["", "foundation", "working", "advanced"];

/** The chips of a field, and the combobox that adds to them. Each chip holds a hidden field of the form. */
export class SkillField {
  #root;
  #chips;
  #graph;
  #name;
  #changed;

  /**
   * @param {HTMLElement} root what the template's `skill_field` makes
   * @param {() => void} changed what to do when a chip has come, gone or changed
   */
  constructor(root, changed) {
    this.#root = root;
    this.#chips = /** @type {HTMLElement} */ (root.querySelector(".chips"));
    this.#graph = root.dataset.graph ?? "";
    this.#name = root.dataset.skills ?? "known";
    this.#changed = changed;
    const input = /** @type {HTMLInputElement} */ (root.querySelector("input[type=text]"));
    input.removeAttribute("name");
    new Combobox(input, (text, signal) => this.#search(text, signal), (skill) => this.#add(skill));
    for (const made of all("li", this.#chips)) made.replaceWith(this.#chip(made.dataset.reference, plain(made.dataset.name), Number(made.dataset.levels)));
  }

  /** The skills and units that are chosen. */
  get value() {
    return all("input", this.#chips).map((input) => input.value);
  }

  /**
   * Show other units: of each skill its highest level, as that holds the lower ones. Nothing is told of it.
   * @param {string[]} references
   * @param {(skill: string) => string | undefined} called the names that are at hand
   */
  show(references, called) {
    const wanted = highest(references);
    const there = new Map(all("li", this.#chips).map((chip) => [chip.dataset.skill, chip]));
    for (const [skill, chip] of there) if (!wanted.has(skill)) chip.remove();
    for (const [skill, level] of wanted) {
      const chip = there.get(skill);
      if (chip) set(chip, skill, level);
      else this.#chips.append(this.#chip(level ? `${skill}@${level}` : skill, called(skill) ?? skill, 0));
    }
  }

  /**
   * @param {string} text
   * @param {AbortSignal} signal
   */
  async #search(text, signal) {
    const found = await findSkills(text, this.#graph, signal);
    const there = new Set(this.value.map((reference) => reference.split("@")[0]));
    return found
      .filter((skill) => !there.has(skill.id))
      .map((skill) => ({ name: skill.name, more: skill.summary, value: skill }));
  }

  /** @param {any} skill */
  #add(skill) {
    this.#chips.append(this.#chip(skill.id, skill.name, skill.levels));
    this.#changed();
  }

  /**
   * @param {string} reference
   * @param {string} name
   * @param {number} levels how many there are; 0 if that is not known yet
   */
  #chip(reference, name, levels) {
    const [skill, level = ""] = reference.split("@");
    const input = element("input", { type: "hidden", name: this.#name, value: reference });
    const choice = element("select", { "aria-label": `Level of ${name}` });
    const remove = element("button", { type: "button", "aria-label": `Remove ${name}` }, "×");
    const chip = element("li", { class: "chip", "data-skill": skill }, element("span", {}, name), choice, remove, input);
    fill(choice, levels || Number(level), level);
    choice.addEventListener("change", () => {
      input.value = choice.value ? `${skill}@${choice.value}` : skill;
      this.#changed();
    });
    choice.addEventListener("focus", () => levels || this.#complete(choice, skill), { once: true });
    choice.addEventListener("pointerdown", () => levels || this.#complete(choice, skill), { once: true });
    remove.addEventListener("click", () => this.#remove(chip));
    return chip;
  }

  /**
   * All levels of a skill that so far only one was known of.
   * @param {HTMLSelectElement} choice
   * @param {string} skill
   */
  async #complete(choice, skill) {
    const { levels } = await readSkill(skill, this.#graph);
    fill(choice, levels.length, choice.value);
  }

  /** @param {HTMLElement} chip */
  #remove(chip) {
    const next = chip.nextElementSibling ?? chip.previousElementSibling;
    chip.remove();
    const target = next?.querySelector("button") ?? this.#root.querySelector("input[type=text]");
    /** @type {HTMLElement | null} */ (target)?.focus();
    this.#changed();
  }
}

/**
 * Of each skill the highest level; 0 stands for all of them.
 * @param {string[]} references
 * @returns {Map<string, number>}
 */
export function highest(references) {
  const levels = new Map();
  for (const reference of references) {
    const [skill, level] = reference.split("@");
    const before = levels.get(skill);
    levels.set(skill, level === undefined || before === 0 ? 0 : Math.max(Number(level), before ?? 1));
  }
  return levels;
}

/**
 * @param {any} choice
 * @param {number} levels
 * @param {string} chosen
 */
function fill(choice, levels, chosen) {
  const numbers = Array.from({ length: levels }, (_, n) => n + 1);
  const options = [["", "all levels"], ...numbers.map((n) => [String(n), `${n} ${LEVELS[n] ?? ""}`.trim()])];
  choice.replaceChildren(...options.map(([value, words]) => element("option", { value }, words)));
  choice.value = chosen;
}

/**
 * @param {HTMLElement} chip
 * @param {string} skill
 * @param {number} level
 */
function set(chip, skill, level) {
  const choice = /** @type {HTMLSelectElement} */ (chip.querySelector("select"));
  const value = level ? String(level) : "";
  if (![...choice.options].some((option) => option.value === value)) fill(choice, level, value);
  choice.value = value;
  /** @type {HTMLInputElement} */ (chip.querySelector("input")).value = level ? `${skill}@${level}` : skill;
}

/**
 * The name of a skill without the level that the template puts behind it.
 * @param {string} name
 */
function plain(name) {
  return name.replace(/, level \d+ \(\w*\)$/, "");
}
