/** The plan as a list: the same units in the same order, by week or by stage. */

import { glyph } from "./cards.js";
import { html } from "./dom.js";
import { grouped } from "./journey.js";

export class ListView {
  #weekly = true;
  /** @type {import("./journey.js").Journey | null} */
  #journey = null;
  /** @type {Set<string> | null} */
  #found = null;

  /**
   * @param {import("./strings.js").Translate} t
   * @param {import("./tracks.js").Tracks} tracks
   * @param {import("./map.js").Actions} actions
   */
  constructor(t, tracks, actions) {
    this.t = t;
    this.tracks = tracks;
    this.actions = actions;
    this.element = html("div", { class: "list", tabindex: 0, role: "region", "aria-label": t("list") });
  }

  /**
   * Show a journey; the focus stays on the unit it was on.
   * @param {import("./journey.js").Journey} journey
   */
  show(journey) {
    this.#journey = journey;
    const held = /** @type {ShadowRoot} */ (this.element.getRootNode()).activeElement;
    const unit = held?.closest("li")?.dataset.unit;
    const kind = held?.localName;
    const weeks = journey.plan.summary.weeks !== null && journey.plan.steps.length > 0;
    const groups = grouped(journey, weeks && this.#weekly).map(([n, steps]) => this.#group(n, steps, weeks && this.#weekly));
    this.element.replaceChildren(...(weeks ? [this.#switch()] : []), ...groups);
    this.search(this.#found);
    if (unit) this.#item(unit)?.querySelector(kind === "input" ? "input" : "button")?.focus({ preventScroll: true });
  }

  /**
   * Move the focus to a unit, and it into sight.
   * @param {string} unit
   */
  focus(unit) {
    this.#item(unit)?.querySelector("button")?.focus();
  }

  /**
   * Show only the units that a search found: null for all.
   * @param {Set<string> | null} found
   */
  search(found) {
    this.#found = found;
    for (const item of this.element.querySelectorAll("li")) item.hidden = found !== null && !found.has(item.dataset.unit ?? "");
    for (const group of this.element.querySelectorAll("section")) group.hidden = !group.querySelector("li:not([hidden])");
  }

  /** @param {string} unit @returns {HTMLElement | null} */
  #item(unit) {
    return this.element.querySelector(`li[data-unit="${CSS.escape(unit)}"]`);
  }

  #switch() {
    const choice = (/** @type {string} */ label, /** @type {boolean} */ weekly) =>
      html("button", { type: "button", "aria-pressed": String(this.#weekly === weekly), click: () => this.#groupBy(weekly) }, this.t(label));
    return html("div", { class: "segments small", role: "group" }, choice("weekly", true), choice("stages", false));
  }

  /** @param {boolean} weekly */
  #groupBy(weekly) {
    this.#weekly = weekly;
    if (this.#journey) this.show(this.#journey);
    /** @type {HTMLElement | null} */ (this.element.querySelector("[aria-pressed=true]"))?.focus();
  }

  /**
   * @param {number} n
   * @param {any[]} steps
   * @param {boolean} weekly
   */
  #group(n, steps, weekly) {
    const heading = html("h3", {}, this.t(weekly ? "week" : "stage", { n }));
    return html("section", {}, heading, html("ol", { role: "list" }, ...steps.map((step) => this.#row(step))));
  }

  /** @param {any} step */
  #row(step) {
    const status = this.#journey?.status.get(step.unit) ?? "todo";
    const level = this.t(`level${step.level}`);
    const known = /** @type {HTMLInputElement} */ (
      html("input", {
        type: "checkbox",
        "aria-label": `${this.t("known")}: ${step.name}, ${level}`,
        change: () => this.actions.mark(step.unit, known.checked ? "known" : "todo"),
      })
    );
    known.checked = status === "known";
    return html(
      "li",
      { "data-unit": step.unit, "data-status": status },
      known,
      html(
        "div",
        { class: "row" },
        html("button", { type: "button", class: "open", click: () => this.actions.open(step.unit) }, step.name, html("span", { class: "level" }, level)),
        html("p", { class: "outcome" }, step.outcome),
      ),
      html(
        "span",
        { class: "facts" },
        status === "todo" ? null : html("span", { class: `badge ${status}` }, glyph(status), this.t(status)),
        html("span", { class: "of-track" }, this.tracks.swatch(step.track), this.tracks.nameOf(step.track)),
        html("span", { class: "hours" }, this.t("hoursShort", { n: step.hours })),
      ),
    );
  }
}
