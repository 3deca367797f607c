/** The plan as a map: cards in stages, and the lines of their prerequisites. */

import { Ruler, card, dress } from "./cards.js";
import { html, svg } from "./dom.js";
import { CARD_WIDTH, NARROW, across, down } from "./layout.js";
import { Viewport } from "./viewport.js";

/**
 * @typedef {object} Actions what the learner can do with a unit
 * @property {(unit: string) => void} open
 * @property {(unit: string, status: import("./journey.js").Status) => void} mark
 */

export class MapView {
  /** @type {Map<string, SVGElement>} */
  #cards = new Map();
  /** @type {{line: import("./layout.js").Line, element: SVGElement}[]} */
  #lines = [];
  /** @type {import("./layout.js").Drawing | null} */
  #drawing = null;
  /** @type {import("./journey.js").Journey | null} */
  #journey = null;
  #drawn = "";
  /** @type {string | null} */
  #selected = null;

  /**
   * @param {import("./strings.js").Translate} t
   * @param {import("./tracks.js").Tracks} tracks
   * @param {Actions} actions
   * @param {boolean} rightToLeft
   */
  constructor(t, tracks, actions, rightToLeft) {
    this.t = t;
    this.tracks = tracks;
    this.actions = actions;
    this.rightToLeft = rightToLeft;
    this.viewport = new Viewport({
      class: "map-picture",
      role: "group",
      click: (/** @type {Event} */ event) => this.#click(event),
      keydown: (/** @type {KeyboardEvent} */ event) => this.#key(event),
      focusin: (/** @type {FocusEvent} */ event) => this.#focused(unitOf(event)),
      focusout: () => this.#light(null),
      pointerover: (/** @type {Event} */ event) => this.#light(unitOf(event)),
      pointerleave: () => this.#light(null),
    });
    const button = (/** @type {string} */ label, /** @type {string} */ sign, /** @type {() => void} */ act) =>
      html("button", { type: "button", class: "tool", "aria-label": t(label), title: t(label), click: act }, sign);
    this.element = html(
      "div",
      { class: "map" },
      this.viewport.element,
      html(
        "div",
        { class: "tools" },
        button("zoomIn", "+", () => this.viewport.zoom(1)),
        button("zoomOut", "−", () => this.viewport.zoom(-1)),
        button("fit", "⤢", () => this.viewport.fit()),
      ),
    );
  }

  /**
   * Show a journey. What stands where it stood is only dressed anew.
   * @param {import("./journey.js").Journey} journey
   */
  show(journey) {
    // With the panel beside it, which would else turn the map over when it opens.
    const width = this.element.parentElement?.clientWidth ?? 0;
    const drawn = JSON.stringify([width < NARROW && width, journey.steps.map((step) => step.unit)]);
    const again = drawn !== this.#drawn;
    this.#journey = journey;
    if (again) this.#draw(journey, width);
    this.#drawn = drawn;
    for (const [unit, element] of this.#cards) dress(element, /** @type {any} */ (journey.status.get(unit)), this.#label(unit));
    for (const { line, element } of this.#lines)
      element.classList.toggle("critical", journey.critical.has(line.from) && journey.critical.has(line.to));
    for (const [unit, element] of this.#cards) element.classList.toggle("critical", journey.critical.has(unit));
    if (again) this.viewport.begin(width < NARROW, this.rightToLeft);
  }

  /**
   * Move the focus to a unit, and it into sight.
   * @param {string} unit
   */
  focus(unit) {
    this.#cards.get(unit)?.focus();
  }

  /**
   * Bring out the unit whose panel is open, if one is, and keep it in sight beside the panel.
   * @param {string | null} unit
   */
  select(unit) {
    this.#selected = unit;
    this.#light(unit);
    if (unit) this.#reveal(unit);
  }

  /**
   * Show which units a search found, the first of them in sight: null for all.
   * @param {Set<string> | null} found
   */
  search(found) {
    this.element.classList.toggle("searching", found !== null);
    for (const [unit, element] of this.#cards) element.classList.toggle("found", found?.has(unit) ?? false);
    const [first] = found ?? [];
    if (first) this.#reveal(first);
  }

  /**
   * @param {import("./journey.js").Journey} journey
   * @param {number} width
   */
  #draw(journey, width) {
    const ruler = new Ruler(getComputedStyle(this.element).fontFamily);
    const cards = journey.steps.map((step) => ({
      unit: step.unit,
      stage: /** @type {number} */ (journey.stage.get(step.unit)),
      height: ruler.height(step.name),
      requires: step.requires.map((/** @type {any} */ one) => one.unit),
    }));
    const drawing = width < NARROW ? down(cards, width) : across(cards);
    const mirrored = (/** @type {number} */ x, /** @type {number} */ wide) => (this.rightToLeft ? drawing.width - x - wide : x);
    this.#drawing = drawing;
    this.element.classList.toggle("down", width < NARROW);
    this.#lines = drawing.lines.map((line) => ({ line, element: this.#line(line, journey) }));
    this.#cards = new Map(
      journey.steps.map((step) => {
        const place = /** @type {import("./layout.js").Place} */ (drawing.places.get(step.unit));
        const start = { x: mirrored(place.x, CARD_WIDTH), y: place.y };
        return [step.unit, card(step, start, ruler, this.tracks, this.#meta(step), this.rightToLeft)];
      }),
    );
    this.viewport.hold(drawing);
    const bands = drawing.bands.map((band, n) =>
      svg(
        "g",
        { class: n % 2 ? "band" : "band even", transform: `translate(${mirrored(band.x, band.width)} ${band.y})` },
        svg("rect", { width: band.width, height: band.height, rx: 8 }),
        svg("text", { x: this.rightToLeft ? band.width - 14 : 14, y: 22 }, this.t("stage", { n: band.stage })),
      ),
    );
    const mirror = this.rightToLeft ? `translate(${drawing.width} 0) scale(-1 1)` : null;
    this.viewport.content.replaceChildren(
      arrowhead(),
      ...bands,
      svg("g", { class: "lines", transform: mirror }, ...this.#lines.map(({ element }) => element)),
      ...this.#cards.values(),
    );
    this.viewport.element.setAttribute("aria-label", this.t("mapLabel", { role: journey.plan.role?.name ?? this.t("plan") }));
    this.#cards.get(journey.plan.ready_now[0] ?? journey.steps[0]?.unit)?.setAttribute("tabindex", "0");
  }

  /**
   * @param {import("./layout.js").Line} line
   * @param {import("./journey.js").Journey} journey
   */
  #line(line, journey) {
    const colour = this.tracks.colourOf(journey.byUnit.get(line.from).track);
    return svg("path", { class: "line", d: line.path, stroke: colour, "marker-end": "url(#arrowhead)" });
  }

  /** @param {any} step */
  #meta(step) {
    const level = this.t(`level${step.level}`);
    return `${step.level} ${level} · ${this.t("hoursShort", { n: step.hours })}`;
  }

  /** What is written on a card, and how its unit stands. @param {string} unit */
  #label(unit) {
    const step = this.#journey?.byUnit.get(unit);
    const status = this.#journey?.status.get(unit) ?? "todo";
    return `${step.name} ${this.#meta(step)}, ${this.t(status)}`;
  }

  /** @param {Event} event */
  #click(event) {
    const unit = unitOf(event);
    if (unit && !this.viewport.dragged) this.actions.open(unit);
  }

  /** @param {string | null} unit */
  #focused(unit) {
    if (!unit) return;
    for (const [one, element] of this.#cards) element.setAttribute("tabindex", one === unit ? "0" : "-1");
    this.#reveal(unit);
    this.#light(unit);
  }

  /** @param {string} unit */
  #reveal(unit) {
    const place = this.#drawing?.places.get(unit);
    if (!place || !this.#drawing) return;
    const x = this.rightToLeft ? this.#drawing.width - place.x - CARD_WIDTH : place.x;
    this.viewport.reveal({ x, y: place.y, width: CARD_WIDTH, height: 60 });
  }

  /**
   * Bring out the lines of a unit, and the units at their ends: of the one pointed at, focused or selected.
   * @param {string | null} unit
   */
  #light(unit) {
    const held = unitOf({ target: /** @type {ShadowRoot} */ (this.element.getRootNode()).activeElement });
    const lit = unit ?? held ?? this.#selected;
    const near = new Set(lit ? [lit] : []);
    for (const { line, element } of this.#lines) {
      const touches = lit !== null && (line.from === lit || line.to === lit);
      element.classList.toggle("lit", touches);
      if (touches) near.add(line.from).add(line.to);
    }
    for (const [one, element] of this.#cards) {
      element.classList.toggle("lit", near.has(one));
      element.classList.toggle("selected", one === this.#selected);
    }
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const unit = unitOf(event);
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (unit && (event.key === "Enter" || event.key === " ")) this.actions.open(unit);
    else if (event.key === "+" || event.key === "=") this.viewport.zoom(1);
    else if (event.key === "-") this.viewport.zoom(-1);
    else if (event.key === "0") this.viewport.fit();
    else {
      const next = unit && this.#next(unit, event.key);
      if (!next) return;
      this.focus(next);
    }
    event.preventDefault();
  }

  /**
   * The unit that a key leads to: against the reading direction to a prerequisite, with it to what builds on the unit,
   * up and down within a stage.
   * @param {string} unit
   * @param {string} key
   * @returns {string | undefined}
   */
  #next(unit, key) {
    const journey = /** @type {import("./journey.js").Journey} */ (this.#journey);
    const back = this.rightToLeft ? "ArrowRight" : "ArrowLeft";
    if (key === "ArrowLeft" || key === "ArrowRight") {
      const linked = this.#lines.filter(({ line }) => (key === back ? line.to : line.from) === unit);
      return this.#nearest(unit, linked.map(({ line }) => (key === back ? line.from : line.to)));
    }
    if (key === "Home") return journey.steps[0].unit;
    if (key === "End") return journey.steps[journey.steps.length - 1].unit;
    const column = this.#drawing?.columns.find((one) => one.includes(unit)) ?? [];
    if (key === "ArrowUp") return column[column.indexOf(unit) - 1];
    return key === "ArrowDown" ? column[column.indexOf(unit) + 1] : undefined;
  }

  /**
   * @param {string} unit
   * @param {string[]} others
   */
  #nearest(unit, others) {
    const y = (/** @type {string} */ one) => this.#drawing?.places.get(one)?.y ?? 0;
    return others.sort((one, other) => Math.abs(y(one) - y(unit)) - Math.abs(y(other) - y(unit)))[0];
  }
}

/** @param {{target: EventTarget | null}} event */
function unitOf(event) {
  const card = event.target instanceof Element ? event.target.closest(".card") : null;
  return card instanceof SVGElement ? (card.dataset.unit ?? null) : null;
}

function arrowhead() {
  const marker = { id: "arrowhead", viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 6, markerHeight: 6, orient: "auto" };
  return svg("marker", marker, svg("path", { class: "tip", d: "M0 0 8 4 0 8Z" }));
}
