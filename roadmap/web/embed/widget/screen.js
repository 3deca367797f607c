/** All that is on the screen once there is a plan: the head, one of two views, the panel of a unit, and the key. */

import { html } from "./dom.js";
import { Header, legend } from "./header.js";
import { ListView } from "./list.js";
import { MapView } from "./map.js";
import { Panel } from "./panel.js";

/**
 * @typedef {object} Wishes what the learner may ask for
 * @property {(unit: string) => void} opened
 * @property {(unit: string, status: import("./journey.js").Status) => void} mark
 * @property {(units: string[]) => void} prefer
 * @property {(view: "map" | "list") => void} view
 * @property {(all: boolean) => void} all
 */

export class Screen {
  /** @type {import("./journey.js").Journey | null} */
  #journey = null;
  /** @type {string[]} */
  #found = [];
  #view = "map";
  #key = html("div");
  #told = html("p", { class: "unseen", role: "status" });

  /**
   * @param {import("./strings.js").Translate} t
   * @param {string} language
   * @param {import("./tracks.js").Tracks} tracks
   * @param {boolean} rightToLeft
   * @param {Wishes} wishes
   */
  constructor(t, language, tracks, rightToLeft, wishes) {
    const open = (/** @type {string} */ unit) => {
      this.#open(unit);
      wishes.opened(unit);
    };
    const actions = { open, mark: wishes.mark, prefer: wishes.prefer, close: () => this.#close() };
    this.t = t;
    this.tracks = tracks;
    this.header = new Header(t, language, {
      view: wishes.view,
      all: wishes.all,
      search: (text) => this.#search(text),
      next: () => this.#goOn(),
    });
    this.map = new MapView(t, tracks, actions, rightToLeft);
    this.list = new ListView(t, tracks, actions);
    this.panel = new Panel(t, language, tracks, actions);
    const done = html("div", { class: "message" }, html("h2", {}, t("done")), html("p", {}, t("doneMore")));
    this.body = html("div", { class: "body" }, this.map.element, this.list.element, this.panel.element, done);
  }

  /**
   * Stand in a root, in the place of whatever stood there.
   * @param {ShadowRoot} root
   */
  install(root) {
    if (!root.contains(this.body)) root.replaceChildren(this.tracks.definitions(), this.header.element, this.body, this.#key, this.#told);
  }

  /**
   * Show a journey in a view.
   * @param {import("./journey.js").Journey} journey
   * @param {string} view
   * @param {boolean} all whether what is known is to be shown too
   */
  show(journey, view, all) {
    this.#journey = journey;
    this.#view = view;
    this.body.dataset.view = journey.steps.length ? view : "done";
    this.header.show(journey, view, all);
    if (!journey.steps.length) return this.panel.close();
    if (view === "map") this.map.show(journey);
    else this.list.show(journey);
    this.panel.refresh(journey);
    const key = legend(this.tracks, journey, this.t);
    this.#key.replaceWith(key);
    this.#key = key;
  }

  /** Paper gets the list, whichever view the screen has. */
  print() {
    if (this.#journey) this.list.show(this.#journey);
  }

  /**
   * Tell who does not see it what a mark came to.
   * @param {string} unit
   */
  tell(unit) {
    const name = this.#journey?.byUnit.get(unit)?.name ?? unit;
    const status = this.t(this.#journey?.status.get(unit) ?? "known");
    this.#told.textContent = this.t("status", { name, status, left: this.header.figures.textContent ?? "" });
  }

  get #shown() {
    return this.#view === "map" ? this.map : this.list;
  }

  /** @param {string} unit */
  #open(unit) {
    if (!this.#journey) return;
    this.panel.open(this.#journey, unit);
    this.map.select(unit);
  }

  /** Shut the panel; the focus goes back to its unit. */
  #close() {
    const { unit } = this.panel;
    this.panel.close();
    this.map.select(null);
    if (unit) this.#shown.focus(unit);
  }

  /**
   * @param {string} text
   * @returns {number | null} how many units were found
   */
  #search(text) {
    const words = plain(text).split(/\s+/).filter(Boolean);
    const said = (/** @type {any} */ step) => plain(`${step.name} ${step.unit} ${step.outcome}`);
    const steps = this.#journey?.steps.filter((step) => words.every((word) => said(step).includes(word))) ?? [];
    this.#found = steps.map((step) => step.unit);
    const found = words.length ? new Set(this.#found) : null;
    this.map.search(found);
    this.list.search(found);
    return found && found.size;
  }

  /** Go to the first unit that the search found. */
  #goOn() {
    if (this.#found.length) this.#shown.focus(this.#found[0]);
  }
}

/** @param {string} text */
function plain(text) {
  return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
}
