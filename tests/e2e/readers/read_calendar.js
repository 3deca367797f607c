// What ical.js reads in a calendar on standard input, as JSON.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
const entries = calendar.getAllSubcomponents().map((entry) => ({
  kind: entry.name,
  inner: entry.getAllSubcomponents().length,
  ...Object.fromEntries(entry.getAllProperties().map((property) => [property.name, String(property.getFirstValue())])),
}));
console.log(JSON.stringify({ name: calendar.getFirstPropertyValue("name"), entries }));
