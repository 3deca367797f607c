/** The ways to keep a roadmap and to take it elsewhere, brought in line with what is shown. */

import { attributeOf, queryOf } from "./address.js";
import { all } from "./dom.js";

/**
 * Show the address of this page, and the lines that embed the roadmap.
 * @param {Record<string, string>} members what the roadmap is asked for
 * @param {string} title
 */
export function showSharing(members, title) {
  const permalink = /** @type {HTMLInputElement | null} */ (document.getElementById("permalink"));
  if (permalink) permalink.value = location.href;
  tell("as-element", elementLines(members));
  tell("as-frame", frameLines(members, title));
}

/**
 * Show the addresses of a plan in its formats.
 * @param {Record<string, string>} links
 */
export function showDownloads(links) {
  for (const link of all("#downloads a")) link.href = links[link.dataset.format] ?? link.href;
}

/** @param {Record<string, string>} members */
function elementLines(members) {
  const attributes = Object.entries(members).map(([name, value]) => ` ${attributeOf(name)}="${escaped(value)}"`);
  const script = `<script type="module" src="${location.origin}/embed/roadmap.js"></script>`;
  return `${script}\n<learning-roadmap${attributes.join("")}></learning-roadmap>`;
}

/**
 * The frame that the page came with, of another address and title.
 * @param {Record<string, string>} members
 * @param {string} title
 */
function frameLines(members, title) {
  const { role, ...rest } = members;
  const query = queryOf(rest);
  const frame = `${location.origin}/embed/${encodeURIComponent(role)}`;
  const source = query ? `${frame}?${query}` : frame;
  const called = `Roadmap: ${title}`;
  const written = document.getElementById("as-frame")?.textContent ?? "";
  return written
    .replace(/ src="[^"]*"/, () => ` src="${escaped(source)}"`)
    .replace(/ title="[^"]*"/, () => ` title="${escaped(called)}"`);
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&#34;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/**
 * @param {string} id
 * @param {string} text
 */
function tell(id, text) {
  const place = document.getElementById(id);
  if (place) place.textContent = text;
}

