/** Where the items of columns stand, so that lines are straight where they can be. */

const ROUNDS = 8;

/**
 * The middles of items in columns, from 0 down. Each item is drawn to the mean of its neighbours, by least squares, while
 * it keeps its place in its column and its distance to the next (isotonic regression by pooling: M. Ayer and others, 1955).
 * @param {string[][]} columns ids from above to below
 * @param {(id: string) => string[]} neighbours in other columns
 * @param {(id: string) => number} tall the height of an item
 * @param {(above: string, below: string) => number} gap the free space between two that follow each other
 * @returns {Map<string, number>}
 */
export function middles(columns, neighbours, tall, gap) {
  /** @type {Map<string, number>} */
  const middle = new Map();
  const steps = columns.map((column) => offsets(column, tall, gap));
  const deepest = Math.max(0, ...steps.map((step) => step.at(-1) ?? 0));
  columns.forEach((column, n) => {
    const start = (deepest - (steps[n].at(-1) ?? 0)) / 2;
    column.forEach((id, place) => middle.set(id, start + steps[n][place]));
  });
  for (let round = 0; round < ROUNDS; round++) {
    const forwards = round % 2 === 0;
    const order = [...columns.keys()];
    for (const n of forwards ? order : order.reverse()) place(columns[n], steps[n], neighbours, middle);
  }
  const top = Math.min(...[...middle].map(([id, y]) => y - tall(id) / 2));
  return new Map([...middle].map(([id, y]) => [id, y - top]));
}

/**
 * @param {string[]} column
 * @param {(id: string) => number} tall
 * @param {(above: string, below: string) => number} gap
 */
function offsets(column, tall, gap) {
  let y = 0;
  return column.map((id, place) => {
    if (place > 0) y += tall(column[place - 1]) / 2 + gap(column[place - 1], id) + tall(id) / 2;
    return y;
  });
}

/**
 * @param {string[]} column
 * @param {number[]} offset
 * @param {(id: string) => string[]} neighbours
 * @param {Map<string, number>} middle
 */
function place(column, offset, neighbours, middle) {
  /** @type {{mean: number, weight: number, count: number}[]} */
  const blocks = [];
  column.forEach((id, n) => {
    const near = neighbours(id).map((one) => /** @type {number} */ (middle.get(one)));
    const wish = near.length ? near.reduce((sum, y) => sum + y, 0) / near.length : /** @type {number} */ (middle.get(id));
    let block = { mean: wish - offset[n], weight: Math.max(0.1, near.length), count: 1 };
    for (let above = blocks.at(-1); above && above.mean > block.mean; above = blocks.at(-1)) {
      blocks.pop();
      const weight = above.weight + block.weight;
      block = { mean: (above.mean * above.weight + block.mean * block.weight) / weight, weight, count: above.count + block.count };
    }
    blocks.push(block);
  });
  let n = 0;
  for (const block of blocks) for (let end = n + block.count; n < end; n++) middle.set(column[n], block.mean + offset[n]);
}
