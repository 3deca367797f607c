/**
 * The widget's style sheet. It is adopted by script, so that a page with a strict Content-Security-Policy needs to allow
 * no style for it.
 */

export const STYLE = new CSSStyleSheet();

const answer = await fetch(new URL("roadmap.css", import.meta.url), { credentials: "omit" });
await STYLE.replace(await answer.text());
