/** A field with suggestions: the combobox with a list box of the ARIA Authoring Practices, one choice after the other. */

import { element } from "./dom.js";

/** How long typing must pause before suggestions are asked for, in milliseconds. */
const PAUSE = 120;

/** Suggestions below a field, kept and read out as ARIA has it. */
export class Combobox {
  #input;
  #source;
  #choose;
  #list;
  #status;
  /** @type {any[]} */
  #found = [];
  #active = -1;
  /** @type {any} */
  #timer = null;
  #asking = new AbortController();

  /**
   * @param {HTMLInputElement} input
   * @param {(text: string, signal: AbortSignal) => Promise<{name: string, more: string, value: any}[]>} source
   * @param {(value: any) => void} choose
   */
  constructor(input, source, choose) {
    this.#input = input;
    this.#source = source;
    this.#choose = choose;
    const id = `${input.id}-list`;
    this.#list = element("ul", { id, class: "listbox", role: "listbox", "aria-label": "Suggestions", hidden: true });
    this.#status = element("p", { class: "unseen", role: "status" });
    input.after(this.#list, this.#status);
    const aria = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": id };
    for (const [name, value] of Object.entries(aria)) input.setAttribute(name, value);
    input.addEventListener("input", () => this.#typed());
    input.addEventListener("keydown", (event) => this.#key(event));
    input.addEventListener("blur", () => this.close());
    this.#list.addEventListener("mousedown", (/** @type {Event} */ event) => event.preventDefault());
    this.#list.addEventListener("click", (/** @type {any} */ event) => this.#clicked(event.target));
  }

  /** Take the suggestions away. */
  close() {
    clearTimeout(this.#timer);
    this.#asking.abort();
    this.#list.hidden = true;
    this.#input.setAttribute("aria-expanded", "false");
    this.#activate(-1);
  }

  #typed() {
    clearTimeout(this.#timer);
    if (this.#input.value.trim()) this.#timer = setTimeout(() => this.#ask(), PAUSE);
    else this.close();
  }

  async #ask() {
    this.#asking.abort();
    const { signal } = (this.#asking = new AbortController());
    try {
      this.#show(await this.#source(this.#input.value.trim(), signal));
    } catch {
      if (!signal.aborted) this.#say("The suggestions cannot be had. Try again.");
    }
  }

  /** @param {{name: string, more: string, value: any}[]} found */
  #show(found) {
    this.#found = found;
    const options = found.map((one, n) =>
      element("li", { id: `${this.#list.id}-${n}`, role: "option", "aria-selected": "false" }, one.name, element("span", {}, one.more)),
    );
    this.#list.replaceChildren(...options);
    this.#open();
    this.#activate(found.length ? 0 : -1);
    if (found.length) this.#status.textContent = found.length === 1 ? "1 suggestion" : `${found.length} suggestions`;
    else this.#say("Nothing is called that here.");
  }

  /** @param {string} words */
  #say(words) {
    this.#found = [];
    this.#list.replaceChildren(element("li", { class: "nothing", role: "option", "aria-disabled": "true", "aria-selected": "false" }, words));
    this.#open();
    this.#status.textContent = words;
  }

  #open() {
    this.#list.hidden = false;
    this.#input.setAttribute("aria-expanded", "true");
  }

  /** @param {number} n */
  #activate(n) {
    this.#active = n;
    [...this.#list.children].forEach((option, m) => option.setAttribute("aria-selected", String(m === n)));
    if (n < 0) return this.#input.removeAttribute("aria-activedescendant");
    this.#input.setAttribute("aria-activedescendant", this.#list.children[n].id);
    this.#list.children[n].scrollIntoView({ block: "nearest" });
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const open = !this.#list.hidden;
    const moves = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key === "Enter" && this.#input.value.trim()) {
      event.preventDefault();
      if (open && this.#active >= 0) this.#pick(this.#active);
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      this.close();
    } else if (event.key in moves && this.#found.length) {
      event.preventDefault();
      if (!open) this.#open();
      const count = this.#found.length;
      this.#activate((this.#active + moves[/** @type {"ArrowUp"} */ (event.key)] + count) % count);
    }
  }

  /** @param {Element} target */
  #clicked(target) {
    const option = target.closest('[role="option"]');
    if (option && this.#found.length) this.#pick([...this.#list.children].indexOf(option));
  }

  /** @param {number} n */
  #pick(n) {
    const { name, value } = this.#found[n];
    this.#input.value = "";
    this.close();
    this.#choose(value);
    this.#status.textContent = `${name} added`;
  }
}
