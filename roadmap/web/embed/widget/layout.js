/**
 * Where the cards of a map are and how its lines run: a layered drawing whose layers are the stages. dagre finds the order
 * within them; the lines that leave one card share a lane through the stages they only pass.
 */

import { Graph, layout } from "./vendor/dagre.js";
import { middles } from "./heights.js";

/** @typedef {{unit: string, stage: number, height: number, requires: string[]}} Card */
/** @typedef {{x: number, y: number}} Place its top corner on the side where reading starts */
/** @typedef {{from: string, to: string, path: string}} Line */
/** @typedef {{stage: number, x: number, y: number, width: number, height: number}} Band */
/** @typedef {{width: number, height: number, places: Map<string, Place>, lines: Line[], bands: Band[], columns: string[][]}} Drawing */

export const CARD_WIDTH = 208;

/** Below this width of the widget stages lie below each other, and the list is shown unless the map is asked for. */
export const NARROW = 640;

const COLUMN_GAP = 64;
const BAND = 14;
const HEADING = 38;
const CARD_GAP = 10;
const LANE_GAP = 7;
const ROW_GAP = 14;

/**
 * Stages beside each other, from left to right.
 * @param {Card[]} cards in the order of the plan
 * @returns {Drawing}
 */
export function across(cards) {
  const links = reduced(cards);
  const { columns, chains } = ordered(cards, links);
  const heights = new Map(cards.map((card) => [card.unit, card.height]));
  const near = neighboursOf(chains);
  const tall = (/** @type {string} */ id) => heights.get(id) ?? 1;
  const gap = (/** @type {string} */ one, /** @type {string} */ other) => (heights.has(one) && heights.has(other) ? CARD_GAP : LANE_GAP);
  const middle = middles(columns, (id) => near.get(id) ?? [], tall, gap);
  const startOf = (/** @type {number} */ column) => BAND + column * (CARD_WIDTH + COLUMN_GAP);
  const columnOf = new Map(columns.flatMap((column, n) => column.map((id) => [id, n])));
  const y = (/** @type {string} */ id) => HEADING + /** @type {number} */ (middle.get(id));
  const height = Math.max(0, ...cards.map((card) => y(card.unit) + card.height / 2), ...[...middle.keys()].map(y)) + BAND;
  return {
    width: startOf(columns.length) - COLUMN_GAP + BAND,
    height,
    columns: columns.map((column) => column.filter((id) => heights.has(id))),
    places: new Map(cards.map(({ unit, height: high }) => [unit, { x: startOf(/** @type {number} */ (columnOf.get(unit))), y: y(unit) - high / 2 }])),
    bands: columns.map((_, n) => ({ stage: n + 1, x: startOf(n) - BAND, y: 0, width: CARD_WIDTH + 2 * BAND, height })),
    lines: chains.map((chain) => ({
      from: chain[0],
      to: /** @type {string} */ (chain.at(-1)),
      path: pathAcross(chain.map((id) => ({ x: startOf(/** @type {number} */ (columnOf.get(id))), y: y(id) }))),
    })),
  };
}

/**
 * Stages below each other, each in as many rows as it needs of at least two cards.
 * @param {Card[]} cards in the order of the plan
 * @param {number} width of all there is
 * @returns {Drawing}
 */
export function down(cards, width) {
  const heights = new Map(cards.map((card) => [card.unit, card.height]));
  const across = Math.max(2, Math.floor((width - BAND) / (CARD_WIDTH + BAND)));
  const wide = across * (CARD_WIDTH + BAND) + BAND;
  /** @type {Map<string, Place>} */
  const places = new Map();
  /** @type {Band[]} */
  const bands = [];
  /** @type {string[][]} */
  const rows = [];
  let y = 0;
  stagesOf(cards).forEach((units, n) => {
    const top = y;
    y += HEADING;
    for (let start = 0; start < units.length; start += across) {
      const row = units.slice(start, start + across);
      row.forEach((unit, place) => places.set(unit, { x: BAND + place * (CARD_WIDTH + BAND), y }));
      rows.push(row);
      y += Math.max(...row.map((unit) => /** @type {number} */ (heights.get(unit)))) + ROW_GAP;
    }
    bands.push({ stage: n + 1, x: 0, y: top, width: wide, height: y - top });
    y += COLUMN_GAP / 2;
  });
  const lines = reduced(cards).map(([from, to]) => {
    const [start, end] = [from, to].map((unit) => /** @type {Place} */ (places.get(unit)));
    return { from, to, path: pathDown({ x: start.x + CARD_WIDTH / 2, y: start.y + /** @type {number} */ (heights.get(from)) }, { x: end.x + CARD_WIDTH / 2, y: end.y }) };
  });
  return { width: wide, height: y, places, lines, bands, columns: rows };
}

/** @param {Card[]} cards */
function stagesOf(cards) {
  /** @type {string[][]} */
  const stages = Array.from({ length: Math.max(0, ...cards.map((card) => card.stage)) }, () => []);
  for (const { unit, stage } of cards) stages[stage - 1].push(unit);
  return stages;
}

/**
 * The links that no longer way tells as well (A. Aho, M. Garey and J. Ullman, 1972).
 * @param {Card[]} cards in an order in which nothing comes before its prerequisites
 * @returns {[string, string][]}
 */
function reduced(cards) {
  const place = new Map(cards.map((card, n) => [card.unit, n]));
  /** @type {Set<number>[]} */
  const before = [];
  /** @type {[string, string][]} */
  const links = [];
  for (const card of cards) {
    /** @type {Set<number>} */
    const seen = new Set();
    const near = card.requires.map((unit) => place.get(unit)).filter((n) => n !== undefined);
    for (const n of near.sort((one, other) => other - one)) {
      if (seen.has(n)) continue;
      links.push([cards[n].unit, card.unit]);
      seen.add(n);
      for (const further of before[n]) seen.add(further);
    }
    before.push(seen);
  }
  return links;
}

/**
 * The cards and lanes of each stage from above to below, and the way of each link through them.
 * @param {Card[]} cards
 * @param {[string, string][]} links
 */
function ordered(cards, links) {
  const graph = new Graph();
  /** @type {Map<string, number>} */
  const rank = new Map();
  const put = (/** @type {string} */ id, /** @type {number} */ stage, /** @type {number} */ height) => {
    if (rank.has(id)) return;
    rank.set(id, stage);
    graph.setNode(id, { width: 1, height });
  };
  // dagre doubles ranks to have room for labels, so stages lie two apart.
  const ranker = (/** @type {any} */ ranked) => ranked.nodes().forEach((/** @type {string} */ id) => (ranked.node(id).rank = 2 * /** @type {number} */ (rank.get(id))));
  graph.setGraph({ rankdir: "LR", ranker: /** @type {any} */ (ranker) });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const card of cards) put(card.unit, card.stage, card.height);
  const chains = links.map(([from, to]) => {
    const chain = [from];
    for (let stage = /** @type {number} */ (rank.get(from)) + 1; stage < /** @type {number} */ (rank.get(to)); stage++) {
      const lane = `${from} ${stage}`;
      put(lane, stage, 1);
      chain.push(lane);
    }
    chain.push(to);
    chain.slice(1).forEach((id, n) => graph.setEdge(chain[n], id));
    return chain;
  });
  layout(graph);
  /** @type {string[][]} */
  const columns = Array.from({ length: Math.max(0, ...rank.values()) }, () => []);
  for (const [id, stage] of rank) columns[stage - 1].push(id);
  for (const column of columns) column.sort((one, other) => graph.node(one).y - graph.node(other).y);
  return { columns, chains };
}

/** @param {string[][]} chains */
function neighboursOf(chains) {
  /** @type {Map<string, Set<string>>} */
  const near = new Map();
  const meet = (/** @type {string} */ one, /** @type {string} */ other) => near.set(one, (near.get(one) ?? new Set()).add(other));
  for (const chain of chains)
    for (let n = 1; n < chain.length; n++) {
      meet(chain[n - 1], chain[n]);
      meet(chain[n], chain[n - 1]);
    }
  return new Map([...near].map(([id, others]) => [id, [...others]]));
}

/** @param {{x: number, y: number}[]} points the start of each item at its middle */
function pathAcross(points) {
  const parts = [`M${points[0].x + CARD_WIDTH} ${round(points[0].y)}`];
  for (let n = 1; n < points.length; n++) {
    const from = points[n - 1];
    const to = points[n];
    const bend = from.x + CARD_WIDTH + (to.x - from.x - CARD_WIDTH) / 2;
    parts.push(`C${bend} ${round(from.y)} ${bend} ${round(to.y)} ${to.x} ${round(to.y)}`);
    if (n < points.length - 1) parts.push(`H${to.x + CARD_WIDTH}`);
  }
  return parts.join("");
}

/**
 * @param {{x: number, y: number}} from
 * @param {{x: number, y: number}} to
 */
function pathDown(from, to) {
  const bend = Math.min(60, (to.y - from.y) / 2);
  return `M${from.x} ${round(from.y)}C${from.x} ${round(from.y + bend)} ${to.x} ${round(to.y - bend)} ${to.x} ${round(to.y)}`;
}

/** @param {number} value */
function round(value) {
  return Math.round(value * 10) / 10;
}
