/**
 * A roadmap alone in a frame: its own address follows what the learner does, so that a reload loses nothing, and the
 * page around it is told, if the address names its origin.
 */

import { addressOf } from "./address.js";
import { on } from "./events.js";
import { tell } from "./parent.js";

const { parameters = "", parentOrigin } = document.body.dataset;

on("roadmap:change", (detail) => {
  const address = addressOf(location.href, detail, parameters.split(","));
  if (address !== location.href) history.replaceState(history.state, "", address);
});

if (parentOrigin && parent !== window) tell(parent, parentOrigin);
