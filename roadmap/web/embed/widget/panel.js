/** The panel of a unit: what it is, why it is here, what it needs and leads to, and what the learner says of it. */

import { glyph } from "./cards.js";
import { html } from "./dom.js";
import { written } from "./strings.js";

const MARKS = /** @type {const} */ (["todo", "progress", "known", "skipped"]);

/**
 * @typedef {object} PanelActions
 * @property {(unit: string) => void} open
 * @property {(unit: string, status: import("./journey.js").Status) => void} mark
 * @property {(units: string[]) => void} prefer
 * @property {() => void} close
 */

export class Panel {
  #unit = "";

  /**
   * @param {import("./strings.js").Translate} t
   * @param {string} language
   * @param {import("./tracks.js").Tracks} tracks
   * @param {PanelActions} actions
   */
  constructor(t, language, tracks, actions) {
    this.t = t;
    this.language = language;
    this.tracks = tracks;
    this.actions = actions;
    const close = (/** @type {KeyboardEvent} */ event) => {
      if (event.key === "Escape") actions.close();
    };
    this.element = html("div", { class: "panel", role: "dialog", "aria-labelledby": "panel-name", hidden: true, keydown: close });
  }

  /** The unit shown, if the panel is open. */
  get unit() {
    return this.element.hidden ? null : this.#unit;
  }

  /**
   * Show a unit, from its top. The focus goes to its name.
   * @param {import("./journey.js").Journey} journey
   * @param {string} unit
   */
  open(journey, unit) {
    this.#unit = unit;
    this.element.hidden = false;
    this.#fill(journey);
    this.element.scrollTop = 0;
    this.element.querySelector("h3")?.focus();
  }

  /**
   * Show the same unit as it stands now; shut the panel if it is in the roadmap no more.
   * @param {import("./journey.js").Journey} journey
   */
  refresh(journey) {
    if (this.element.hidden) return;
    if (!journey.byUnit.has(this.#unit)) return this.actions.close();
    const held = /** @type {ShadowRoot} */ (this.element.getRootNode()).activeElement?.getAttribute("data-mark");
    this.#fill(journey);
    if (held) /** @type {HTMLElement | null} */ (this.element.querySelector(`[data-mark="${held}"]`))?.focus();
  }

  close() {
    this.element.hidden = true;
  }

  /** @param {import("./journey.js").Journey} journey */
  #fill(journey) {
    const step = journey.byUnit.get(this.#unit);
    const status = /** @type {import("./journey.js").Status} */ (journey.status.get(step.unit));
    this.element.replaceChildren(
      html(
        "header",
        {},
        html("p", { class: "of-track" }, this.tracks.swatch(step.track), this.tracks.nameOf(step.track)),
        html("button", { type: "button", class: "tool close", "aria-label": this.t("close"), title: this.t("close"), click: this.actions.close }, "✕"),
      ),
      html("h3", { id: "panel-name", tabindex: -1 }, step.name),
      html("p", { class: "facts" }, this.#facts(step, status)),
      html("p", { class: "outcome" }, step.outcome),
      this.#marks(step, status),
      ...this.#why(journey, step),
      ...this.#ways(journey, step),
      ...this.#needs(journey, step),
      ...this.#leads(journey, step),
      ...this.#resources(step),
    );
  }

  /**
   * @param {any} step
   * @param {import("./journey.js").Status} status
   */
  #facts(step, status) {
    const facts = [this.t("of", { level: step.level, word: this.t(`level${step.level}`) }), this.t("hours", { n: step.hours })];
    if (step.schedule && status !== "known") {
      const { week, start, finish } = step.schedule;
      facts.push(start && finish ? `${written(this.language, start)} – ${written(this.language, finish)}` : this.t("when", { n: week }));
    }
    if (step.importance === "optional") facts.push(this.t("optional"));
    return facts.join(" · ");
  }

  /**
   * @param {any} step
   * @param {import("./journey.js").Status} status
   */
  #marks(step, status) {
    const pressed = status === "ready" ? "todo" : status;
    const buttons = MARKS.map((mark) => {
      const act = () => this.actions.mark(step.unit, mark);
      return html("button", { type: "button", "data-mark": mark, "aria-pressed": String(mark === pressed), click: act }, glyph(mark), this.t(mark));
    });
    return html("div", { class: "segments", role: "group", "aria-label": this.t("mark") }, ...buttons);
  }

  /**
   * @param {import("./journey.js").Journey} journey
   * @param {any} step
   */
  #why(journey, step) {
    const name = (/** @type {string} */ id) => (id === journey.plan.role?.id ? journey.plan.role.name : nameOf(journey, id, this.t));
    const links = step.reason.chain.map((/** @type {any} */ link) =>
      html("li", {}, html("strong", {}, this.t("neededBy", { name: name(link.needed_by) })), " ", link.why),
    );
    const extra = [
      journey.critical.has(step.unit) && html("p", { class: "note" }, this.t("critical")),
      step.blocking_factor > 0 && html("p", { class: "note" }, this.t("opens", { n: step.blocking_factor })),
    ];
    return [html("h4", {}, this.t("why")), html("ol", { class: "chain", role: "list" }, ...links), ...extra.filter((one) => one !== false)];
  }

  /**
   * The choices that this unit came with, and the other ways.
   * @param {import("./journey.js").Journey} journey
   * @param {any} step
   */
  #ways(journey, step) {
    const choices = journey.plan.choices.filter((/** @type {any} */ choice) =>
      choice.options.some((/** @type {any} */ option) => option.chosen && option.units.some((/** @type {string} */ unit) => unit === step.unit || unit === step.reason.came_with)),
    );
    const others = choices.flatMap((/** @type {any} */ choice) => choice.options.filter((/** @type {any} */ option) => !option.chosen));
    if (!others.length) return [];
    return [html("h4", {}, this.t("inPlaceOf")), html("ul", { class: "ways", role: "list" }, ...others.map((/** @type {any} */ option) => this.#way(journey, option)))];
  }

  /**
   * @param {import("./journey.js").Journey} journey
   * @param {any} option
   */
  #way(journey, option) {
    const names = option.units.map((/** @type {string} */ unit) => nameOf(journey, unit, this.t)).join(", ");
    const hours = option.extra_hours;
    const cost = hours === null ? this.t("avoided") : hours === 0 ? this.t("same") : this.t(hours > 0 ? "extra" : "less", { n: Math.abs(hours) });
    const take = () => this.actions.prefer(option.units);
    const button = html("button", { type: "button", click: take, "aria-label": `${this.t("prefer")}: ${names}` }, this.t("prefer"));
    return html("li", {}, html("span", {}, names, html("small", {}, cost)), hours !== null && button);
  }

  /**
   * @param {import("./journey.js").Journey} journey
   * @param {any} step
   */
  #needs(journey, step) {
    const rows = step.requires.map((/** @type {any} */ need) => {
      const skipped = journey.status.get(need.unit) === "skipped" && html("p", { class: "warning" }, this.t("skippedNeed"));
      return html("li", {}, this.#link(journey, need.unit), html("p", {}, need.why), skipped);
    });
    if (!rows.length) return [html("h4", {}, this.t("needs")), html("p", {}, this.t("needsNothing"))];
    return [html("h4", {}, this.t("needs")), html("ul", { class: "units", role: "list" }, ...rows)];
  }

  /**
   * @param {import("./journey.js").Journey} journey
   * @param {any} step
   */
  #leads(journey, step) {
    const rows = (journey.unlocks.get(step.unit) ?? []).map((unit) => html("li", {}, this.#link(journey, unit)));
    return rows.length ? [html("h4", {}, this.t("unlocks")), html("ul", { class: "units", role: "list" }, ...rows)] : [];
  }

  /** @param {any} step */
  #resources(step) {
    const rows = step.resources.map((/** @type {any} */ { title, url, kind, free }) =>
      html("li", {}, html("a", { href: safe(url), target: "_blank", rel: "noopener noreferrer" }, title), html("small", {}, [this.t(kind), free && this.t("free")].filter(Boolean).join(", "))),
    );
    return rows.length ? [html("h4", {}, this.t("resources")), html("ul", { class: "resources", role: "list" }, ...rows)] : [];
  }

  /**
   * @param {import("./journey.js").Journey} journey
   * @param {string} unit
   */
  #link(journey, unit) {
    const name = nameOf(journey, unit, this.t);
    const status = journey.status.get(unit) ?? "known";
    if (!journey.byUnit.has(unit)) return html("span", { class: "unit" }, glyph(status), name);
    return html("button", { type: "button", class: "unit", click: () => this.actions.open(unit) }, glyph(status), name);
  }
}

/**
 * A unit by its name and, where a skill has several, its level; by its id if it is not shown.
 * @param {import("./journey.js").Journey} journey
 * @param {string} unit
 * @param {import("./strings.js").Translate} t
 */
function nameOf(journey, unit, t) {
  const word = (/** @type {string} */ level) => t(`level${level}`);
  const step = journey.byUnit.get(unit);
  if (step) return `${step.name}, ${word(step.level)}`;
  const [skill, level] = unit.split("@");
  const words = skill.replaceAll("-", " ");
  return level ? `${words}, ${word(level)}` : words;
}

/**
 * An address that only leads somewhere: none that runs something.
 * @param {string} url
 */
function safe(url) {
  return /^https?:\/\//i.test(url) ? url : null;
}
