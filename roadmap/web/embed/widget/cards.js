/** The cards of the map: one a unit. */

import { svg } from "./dom.js";
import { CARD_WIDTH } from "./layout.js";

const START = 24;
const END = 26;
const LINE = 16;
const MOST_LINES = 3;
const SIZE = 13;

const GLYPHS = {
  known: "M2 6.5 5 9.5 10.5 3",
  progress: "M6 1.5a4.5 4.5 0 1 0 .01 0ZM6 3.5V6l2 1.5",
  skipped: "M2 6h8M7 3l3 3-3 3",
  ready: "M3.5 2.5 9 6 3.5 9.5Z",
};

/**
 * A sign for a status; none for what is yet to come.
 * @param {import("./journey.js").Status} status
 * @returns {SVGElement | null}
 */
export function glyph(status) {
  if (status === "todo") return null;
  const path = svg("path", { d: GLYPHS[status] });
  return svg("svg", { viewBox: "0 0 12 12", width: 14, height: 14, class: `glyph ${status}`, "aria-hidden": "true" }, path);
}

/** What cuts names into lines, as wide as they will be drawn. */
export class Ruler {
  #pen = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
  /** @type {Map<string, string[]>} */
  #cut = new Map();

  /** @param {string} family */
  constructor(family) {
    this.#pen.font = `600 ${SIZE}px ${family}`;
  }

  /**
   * A name in at most three lines; what does not go into them ends in dots.
   * @param {string} name
   */
  lines(name) {
    let lines = this.#cut.get(name);
    if (!lines) this.#cut.set(name, (lines = this.#wrapped(name)));
    return lines;
  }

  /** @param {string} name */
  height(name) {
    return 28 + LINE * this.lines(name).length;
  }

  /** @param {string} name */
  #wrapped(name) {
    const lines = [""];
    for (const word of name.split(/\s+/)) {
      const longer = lines[lines.length - 1] ? `${lines[lines.length - 1]} ${word}` : word;
      if (this.#fits(longer) || !lines[lines.length - 1]) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    const kept = lines.slice(0, MOST_LINES);
    if (lines.length > MOST_LINES) kept[MOST_LINES - 1] = `${kept[MOST_LINES - 1]}…`;
    return kept.map((line) => this.#shortened(line));
  }

  /** @param {string} line */
  #shortened(line) {
    if (this.#fits(line)) return line;
    const signs = [...line];
    while (signs.length > 1 && !this.#fits(`${signs.join("")}…`)) signs.pop();
    return `${signs.join("")}…`;
  }

  /** @param {string} text */
  #fits(text) {
    return this.#pen.measureText(text).width <= CARD_WIDTH - START - END;
  }
}

/**
 * The card of a unit; `dress` says afterwards how the unit stands.
 * @param {any} step
 * @param {{x: number, y: number}} place its upper left corner
 * @param {Ruler} ruler
 * @param {import("./tracks.js").Tracks} tracks
 * @param {string} meta
 * @param {boolean} rightToLeft
 */
export function card(step, place, ruler, tracks, meta, rightToLeft) {
  const high = ruler.height(step.name);
  const colour = tracks.colourOf(step.track);
  const lines = ruler.lines(step.name);
  const at = (/** @type {number} */ line) => 20 + LINE * line;
  const x = rightToLeft ? CARD_WIDTH - START : START;
  const turned = rightToLeft ? `translate(${CARD_WIDTH} 0) scale(-1 1)` : null;
  return svg(
    "g",
    { class: "card", tabindex: -1, role: "button", "data-unit": step.unit, transform: `translate(${place.x} ${place.y})` },
    svg("rect", { class: "ground", width: CARD_WIDTH, height: high, rx: 7 }),
    svg("rect", { class: "tint", width: CARD_WIDTH, height: high, rx: 7, fill: colour }),
    svg("path", { class: "side", transform: turned, d: `M12 0H7A7 7 0 0 0 0 7V${high - 7}A7 7 0 0 0 7 ${high}H12Z`, fill: tracks.fillOf(step.track) }),
    svg("rect", { class: "rim", width: CARD_WIDTH, height: high, rx: 7, stroke: colour }),
    svg("text", {}, ...lines.flatMap((line, n) => [svg("tspan", { class: "name", x, y: at(n) }, line), " "]), svg("tspan", { class: "meta", x, y: at(lines.length) - 1 }, meta)),
    svg("g", { class: "sign", transform: `translate(${rightToLeft ? 8 : CARD_WIDTH - 22} 8)` }),
  );
}

/**
 * Say how the unit of a card stands, in looks and in words.
 * @param {SVGElement} element
 * @param {import("./journey.js").Status} status
 * @param {string} label
 */
export function dress(element, status, label) {
  element.dataset.status = status;
  element.setAttribute("aria-label", label);
  const sign = glyph(status);
  element.querySelector(".sign")?.replaceChildren(...(sign ? [sign] : []));
}
