/** What stands above both views: the role, how far the learner is, and the controls. */

import { html } from "./dom.js";
import { figuresOf } from "./journey.js";
import { written } from "./strings.js";

/**
 * @typedef {object} HeaderActions
 * @property {(view: "map" | "list") => void} view
 * @property {(text: string) => number | null} search answers how many units were found
 * @property {() => void} next goes to the next unit found
 * @property {(all: boolean) => void} all
 */

export class Header {
  /**
   * @param {import("./strings.js").Translate} t
   * @param {string} language
   * @param {HeaderActions} actions
   */
  constructor(t, language, actions) {
    this.t = t;
    this.language = language;
    this.name = html("h2", { class: "role" });
    this.figures = html("p", { class: "figures" });
    this.bar = html("div", { class: "bar", role: "progressbar", "aria-valuemin": 0 });
    this.matches = html("span", { class: "matches", role: "status" });
    this.buttons = /** @type {const} */ (["map", "list"]).map((view) =>
      html("button", { type: "button", "data-view": view, click: () => actions.view(view) }, t(view)),
    );
    this.all = /** @type {HTMLInputElement} */ (html("input", { type: "checkbox", change: () => actions.all(this.all.checked) }));
    this.field = /** @type {HTMLInputElement} */ (
      html("input", {
        type: "search",
        placeholder: t("search"),
        "aria-label": t("search"),
        input: () => this.#found(actions.search(this.field.value)),
        keydown: (/** @type {KeyboardEvent} */ event) => {
          if (event.key === "Enter") actions.next();
        },
      })
    );
    this.element = html(
      "header",
      { class: "header" },
      html("div", { class: "title" }, this.name, this.figures, this.bar),
      html(
        "div",
        { class: "controls" },
        html("div", { class: "segments", role: "group", "aria-label": t("plan") }, ...this.buttons),
        html("div", { class: "search" }, this.field, this.matches),
        html("label", { class: "all" }, this.all, t("all")),
      ),
    );
  }

  /**
   * @param {import("./journey.js").Journey} journey
   * @param {string} view
   * @param {boolean} all
   */
  show(journey, view, all) {
    const figures = figuresOf(journey);
    this.name.textContent = journey.plan.role?.name ?? this.t("plan");
    this.figures.replaceChildren(...this.#facts(figures));
    this.#fill(figures);
    this.all.checked = all;
    for (const button of this.buttons) button.setAttribute("aria-pressed", String(button.dataset.view === view));
  }

  /** @param {ReturnType<typeof figuresOf>} figures */
  #facts({ left, weeks, finish }) {
    const facts = [html("strong", {}, this.t("left", { n: left }))];
    if (weeks) facts.push(html("span", {}, this.t("weeks", { n: weeks })));
    if (finish) facts.push(html("span", {}, this.t("finish", { date: written(this.language, finish) })));
    return facts;
  }

  /** @param {ReturnType<typeof figuresOf>} figures */
  #fill({ known, all, progress, skipped }) {
    const label = this.t("knownHours", { known, all });
    const part = (/** @type {string} */ name, /** @type {number} */ hours) => {
      const element = html("span", { class: name });
      element.style.setProperty("inline-size", `${all ? (100 * hours) / all : 0}%`);
      return element;
    };
    this.bar.replaceChildren(part("known", known), part("progress", progress), part("skipped", skipped));
    for (const [name, value] of [["valuemax", all], ["valuenow", known], ["valuetext", label], ["label", label]]) this.bar.setAttribute(`aria-${name}`, String(value));
    this.bar.title = label;
  }

  /** @param {number | null} count */
  #found(count) {
    this.matches.textContent = count === null ? "" : this.t("matches", { n: count });
  }
}

/**
 * What the patterns and colours mean, for the tracks that occur.
 * @param {import("./tracks.js").Tracks} tracks
 * @param {import("./journey.js").Journey} journey
 * @param {import("./strings.js").Translate} t
 */
export function legend(tracks, journey, t) {
  const used = new Set(journey.steps.map((step) => step.track));
  const entries = [...tracks.places.keys()].filter((id) => used.has(id));
  return html("ul", { class: "legend", role: "list", "aria-label": t("key") }, ...entries.map((id) => html("li", {}, tracks.swatch(id), tracks.nameOf(id))));
}
