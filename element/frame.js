// The widget in an iframe: told by the address how to be, and by messages what to do. It tells its events and its height.
//
// Every message is `{ supple: 1, type, … }`. To the frame: `{ type: "command", command, value }`, `{ type: "size" }` for its
// height, and `{ type: "other" }` when another routine begins to run on the page around it. From it: `{ type: "event", event,
// detail }` and `{ type: "size", height }`, in CSS pixels. Only the page around it is heard.

import { PROPERTIES } from "./properties.js";

const COMMANDS = ["start", "pause", "resume", "next", "previous", "extend", "stop"];
const EVENTS = ["ready", "start", "phase", "pause", "resume", "complete", "error"].map((name) => `supple-${name}`);

const element = document.querySelector("supple-routine");
const tell = (message) => parent !== window && parent.postMessage({ supple: 1, ...message }, "*");

const wanted = new URLSearchParams(location.search);
for (const name of [...Object.values(PROPERTIES), "lang"]) {
  if (wanted.has(name)) element.setAttribute(name, wanted.get(name));
}
const accent = wanted.get("accent");
if (CSS.supports("color", accent)) element.style.setProperty("--supple-accent", accent);

/** Until then it obeys nothing, and has the height of what is in it. */
const defined = customElements.whenDefined("supple-routine");

const HEARD = {
  command({ command, value }) {
    if (COMMANDS.includes(command)) defined.then(() => element[command](value)).catch(() => {});
  },
  size() {
    defined.then(() => tell({ type: "size", height: Math.ceil(element.getBoundingClientRect().height) }));
  },
  other() {
    document.dispatchEvent(new Event("supple-other"));
  },
};

addEventListener("message", ({ source, data }) => {
  if (source === parent && data?.supple === 1 && Object.hasOwn(HEARD, data.type)) HEARD[data.type](data);
});
for (const event of EVENTS) element.addEventListener(event, ({ detail }) => tell({ type: "event", event, detail }));
defined.then(() => new ResizeObserver(HEARD.size).observe(element));
