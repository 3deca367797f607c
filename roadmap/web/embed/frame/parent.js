import { on } from "./events.js";

const TOLD = ["roadmap:load", "roadmap:change", "roadmap:open"];
const SETTLED = ["roadmap:load", "roadmap:error"];

/**
 * Tell the page around this one what happens here, and how high it is: to one origin, and to no other.
 *
 * Heights go out as LTI has them (`lti.frameResize`) and by a name of our own, when they differ from the last one; not
 * before there is a roadmap, or the page around would jump with all that stands there until then.
 * @param {Window} parent
 * @param {string} origin
 */
export function tell(parent, origin) {
  const post = (/** @type {object} */ message) => parent.postMessage(message, origin);
  let last = 0;
  const sizes = new ResizeObserver(() => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (height === last) return;
    last = height;
    post({ subject: "lti.frameResize", height });
    post({ type: "roadmap:resize", height });
  });
  for (const type of TOLD) on(type, (detail) => post({ type, detail }));
  for (const type of SETTLED) on(type, () => sizes.observe(document.documentElement));
}
