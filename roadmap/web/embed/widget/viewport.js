/** A picture that is panned and zoomed: by dragging, pinching, the wheel, and by calls. */

import { svg } from "./dom.js";

const LEAST = 0.12;
const MOST = 2;
const STILL = 4;
const STEP = 1.3;

/** How small the whole may be shown at first: below this names cannot be read, and a part is better. */
const LEGIBLE = 0.7;

/** Below this only names and what stands out are drawn. */
const FAR = 0.5;

export class Viewport {
  #x = 0;
  #y = 0;
  #scale = 1;
  #size = { width: 1, height: 1 };
  /** @type {Map<number, {x: number, y: number}>} */
  #pointers = new Map();
  #moved = 0;

  /** @param {Record<string, unknown>} attributes of the picture */
  constructor(attributes) {
    this.content = svg("g", { class: "content" });
    this.element = svg(
      "svg",
      {
        ...attributes,
        wheel: (/** @type {WheelEvent} */ event) => this.#wheel(event),
        pointerdown: (/** @type {PointerEvent} */ event) => this.#down(event),
        pointermove: (/** @type {PointerEvent} */ event) => this.#move(event),
        pointerup: (/** @type {PointerEvent} */ event) => this.#up(event),
        pointercancel: (/** @type {PointerEvent} */ event) => this.#up(event),
      },
      this.content,
    );
  }

  /** Whether the last press was a drag, and no click. */
  get dragged() {
    return this.#moved > STILL;
  }

  get scale() {
    return this.#scale;
  }

  /**
   * Say how large the content is.
   * @param {{width: number, height: number}} size
   */
  hold(size) {
    this.#size = size;
  }

  /**
   * Show the content from its beginning, as much of it as can be read.
   * @param {boolean} narrow whether it goes on below rather than beside
   * @param {boolean} rightToLeft
   */
  begin(narrow, rightToLeft) {
    const { width, height } = this.element.getBoundingClientRect();
    const [room, length] = narrow ? [width - 16, this.#size.width] : [height - 32, this.#size.height];
    const scale = clamp(room / length, narrow ? FAR : LEGIBLE, 1);
    const wide = this.#size.width * scale;
    const margin = Math.max(16, (width - wide) / 2);
    this.#set(narrow ? (width - wide) / 2 : rightToLeft ? width - margin - wide : margin, 16, scale);
  }

  /** Show the whole content. */
  fit() {
    const { width, height } = this.element.getBoundingClientRect();
    const scale = clamp(Math.min((width - 32) / this.#size.width, (height - 32) / this.#size.height), LEAST, 1);
    this.#set((width - this.#size.width * scale) / 2, (height - this.#size.height * scale) / 2, scale);
  }

  /** @param {1 | -1} direction 1 for nearer */
  zoom(direction) {
    const { width, height } = this.element.getBoundingClientRect();
    this.#zoomAt(width / 2, height / 2, STEP ** direction);
  }

  /**
   * Bring a part of the content into sight, by the shortest way; nearer, if it is too small to read.
   * @param {{x: number, y: number, width: number, height: number}} part
   */
  reveal(part) {
    const frame = this.element.getBoundingClientRect();
    const scale = Math.max(this.#scale, LEGIBLE);
    const margin = 40;
    let x = this.#x + part.x * (this.#scale - scale);
    let y = this.#y + part.y * (this.#scale - scale);
    x += shift(x + part.x * scale, part.width * scale, frame.width, margin);
    y += shift(y + part.y * scale, part.height * scale, frame.height, margin);
    if (x !== this.#x || y !== this.#y || scale !== this.#scale) this.#set(x, y, scale);
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {number} scale
   */
  #set(x, y, scale) {
    const { width, height } = this.element.getBoundingClientRect();
    this.#x = within(x, this.#size.width * scale, width);
    this.#y = within(y, this.#size.height * scale, height);
    this.#scale = scale;
    this.content.setAttribute("transform", `translate(${this.#x} ${this.#y}) scale(${scale})`);
    this.element.classList.toggle("far", scale < FAR);
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {number} factor
   */
  #zoomAt(x, y, factor) {
    const scale = clamp(this.#scale * factor, LEAST, MOST);
    const by = scale / this.#scale;
    this.#set(x - (x - this.#x) * by, y - (y - this.#y) * by, scale);
  }

  /** The wheel scrolls the page around; with a key for zooming it zooms, and sideways it pans. @param {WheelEvent} event */
  #wheel(event) {
    if (event.ctrlKey || event.metaKey) {
      const frame = this.element.getBoundingClientRect();
      this.#zoomAt(event.clientX - frame.left, event.clientY - frame.top, Math.exp(-event.deltaY / 300));
    } else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      this.#set(this.#x - (event.deltaX || event.deltaY), this.#y, this.#scale);
    } else return;
    event.preventDefault();
  }

  /** @param {PointerEvent} event */
  #down(event) {
    if (event.button > 0) return;
    if (this.#pointers.size === 0) this.#moved = 0;
    this.#pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  }

  /** @param {PointerEvent} event */
  #move(event) {
    const last = this.#pointers.get(event.pointerId);
    if (!last) return;
    const now = { x: event.clientX, y: event.clientY };
    const other = [...this.#pointers].find(([id]) => id !== event.pointerId)?.[1];
    this.#pointers.set(event.pointerId, now);
    this.#moved += Math.abs(now.x - last.x) + Math.abs(now.y - last.y);
    if (!this.dragged) return;
    if (!this.element.hasPointerCapture(event.pointerId)) this.element.setPointerCapture(event.pointerId);
    if (other) {
      const frame = this.element.getBoundingClientRect();
      const by = distance(now, other) / Math.max(1, distance(last, other));
      this.#zoomAt((now.x + other.x) / 2 - frame.left, (now.y + other.y) / 2 - frame.top, by);
    } else this.#set(this.#x + now.x - last.x, this.#y + now.y - last.y, this.#scale);
  }

  /** @param {PointerEvent} event */
  #up(event) {
    this.#pointers.delete(event.pointerId);
  }
}

/**
 * @param {number} value
 * @param {number} least
 * @param {number} most
 */
function clamp(value, least, most) {
  return Math.min(most, Math.max(least, value));
}

/**
 * Where something may begin so that a good part of it stays in a frame.
 * @param {number} start
 * @param {number} length
 * @param {number} frame
 */
function within(start, length, frame) {
  const kept = Math.min(120, length / 2);
  return clamp(start, kept - length, frame - kept);
}

/**
 * How far to move so that something lies in a frame.
 * @param {number} start
 * @param {number} length
 * @param {number} frame
 * @param {number} margin
 */
function shift(start, length, frame, margin) {
  if (start < margin) return margin - start;
  return Math.min(0, Math.max(margin - start, frame - margin - start - length));
}

/**
 * @param {{x: number, y: number}} one
 * @param {{x: number, y: number}} other
 */
function distance(one, other) {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
