/** How tracks are told apart: by a colour, and by a pattern for whoever does not see colours. */

import { svg } from "./dom.js";

const COLOURS = [
  "#3a6fd8", "#66737f", "#0e8f84", "#c47a08", "#2f8f46", "#7b55d3", "#b4559f",
  "#c6453f", "#d6438a", "#8b6b3e", "#2490cc", "#73801d", "#a3592b",
];

/** On a tile of 8 by 8. Their number shares no divisor with that of the colours, so that 91 tracks differ. */
const MARKS = [
  "", "M-2 10 10 -2M-2 2 2 -2M6 10 10 6", "M2 2h0M6 6h0", "M0 4h8", "M-2 -2 10 10M-2 6 2 10M6 -2 10 2", "M4 0v8", "M0 4h8M4 0v8",
];

/** The tracks of a graph, in its order. */
export class Tracks {
  /** @param {{id: string, name: string}[]} tracks */
  constructor(tracks) {
    this.places = new Map(tracks.map((track, place) => [track.id, place]));
    this.names = new Map(tracks.map((track) => [track.id, track.name]));
  }

  /** @param {string} id */
  nameOf(id) {
    return this.names.get(id) ?? id;
  }

  /** @param {string} id */
  colourOf(id) {
    return COLOURS[(this.places.get(id) ?? 0) % COLOURS.length];
  }

  /** @param {string} id */
  fillOf(id) {
    return `url(#track-${(this.places.get(id) ?? 0) % (COLOURS.length * MARKS.length)})`;
  }

  /** The patterns, for a picture that stays in the document: others refer to them. */
  definitions() {
    const patterns = [...this.places].map(([id, place]) => this.#pattern(place, this.colourOf(id)));
    return svg("svg", { width: 0, height: 0, class: "definitions", "aria-hidden": "true" }, svg("defs", {}, ...patterns));
  }

  /**
   * A small square in a track's colour and pattern.
   * @param {string} id
   */
  swatch(id) {
    const square = svg("rect", { width: 12, height: 12, rx: 3, fill: this.fillOf(id) });
    return svg("svg", { viewBox: "0 0 12 12", class: "swatch", "aria-hidden": "true" }, square);
  }

  /**
   * @param {number} place
   * @param {string} colour
   */
  #pattern(place, colour) {
    const mark = MARKS[place % MARKS.length];
    const lines = mark && svg("path", { d: mark, class: "pattern-mark" });
    const tile = { id: `track-${place}`, width: 8, height: 8, patternUnits: "userSpaceOnUse" };
    return svg("pattern", tile, svg("rect", { width: 8, height: 8, fill: colour }), lines);
  }
}
