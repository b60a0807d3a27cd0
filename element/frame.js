// The widget in an iframe: told by the address how to be, and by messages what to do. It tells its events and its height.
//
// Every message is `{ supple: 1, type, … }`. To the frame: `{ type: "command", command, value }`. From it:
// `{ type: "event", event, detail }` and `{ type: "size", height }`, in CSS pixels. Only the page around it is heard.

import { accentProperties } from "./accent.js";
import { PROPERTIES } from "./properties.js";

const ATTRIBUTES = [...Object.values(PROPERTIES), "lang"];
const COMMANDS = ["start", "pause", "resume", "next", "previous", "extend", "stop"];
const EVENTS = ["ready", "start", "phase", "pause", "resume", "complete", "error"].map((name) => `supple-${name}`);

const element = document.querySelector("supple-routine");
const tell = (message) => parent !== window && parent.postMessage({ supple: 1, ...message }, "*");

const wanted = new URLSearchParams(location.search);
// The frame is loaded when its page wants it; then it should be there.
element.setAttribute("loading", "eager");
for (const name of ATTRIBUTES) {
  if (wanted.has(name)) element.setAttribute(name, wanted.get(name));
}
for (const [name, value] of Object.entries(accentProperties(wanted.get("accent")))) element.style.setProperty(name, value);

addEventListener("message", ({ source, data }) => {
  if (source !== parent || data?.supple !== 1 || data.type !== "command") return;
  if (!COMMANDS.includes(data.command)) return;
  customElements.whenDefined("supple-routine").then(() => element[data.command](data.value)).catch(() => {});
});
for (const event of EVENTS) element.addEventListener(event, ({ detail }) => tell({ type: "event", event, detail }));
new ResizeObserver(([{ borderBoxSize: [{ blockSize }] }]) => tell({ type: "size", height: Math.ceil(blockSize) })).observe(element);
