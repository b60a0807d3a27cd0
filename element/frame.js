// JavaScript because it only passes messages and attributes on, on a page without WebAssembly of its own.
//
// The page in an iframe: the query string of its address holds the attributes of the element, and messages from the
// page around it hold commands. In return it reports the element's events and height.
//
// Every message is `{ supple: 1, type, … }`. To the frame: `{ type: "command", command, value }`; `{ type: "size" }`,
// to ask for its height; and `{ type: "other" }`, when another routine on the page around it starts running. From the
// frame: `{ type: "event", event, detail }` and `{ type: "size", height }`, in CSS pixels. Messages from any other
// window than the parent are ignored.
// @ts-check

import { PROPERTIES, attributeOf } from "./properties.js";

/** @typedef {import("./supple.d.ts").SuppleRoutine} SuppleRoutine */

/**
 * The commands that the page around may give.
 * @type {Record<string, (routine: SuppleRoutine, value: any) => Promise<void>>}
 */
const COMMANDS = {
  start: (routine, value) => routine.start(value),
  pause: (routine) => routine.pause(),
  resume: (routine) => routine.resume(),
  next: (routine) => routine.next(),
  previous: (routine) => routine.previous(),
  extend: (routine, value) => routine.extend(value),
  stop: (routine) => routine.stop(),
};
/** @type {(keyof import("./supple.d.ts").SuppleEventMap)[]} */
const EVENTS = [
  "supple-ready", "supple-start", "supple-phase", "supple-pause", "supple-resume", "supple-complete", "supple-error",
];

const element = /** @type {SuppleRoutine} */ (document.querySelector("supple-routine"));

/** @param {object} message */
const report = (message) => parent !== window && parent.postMessage({ supple: 1, ...message }, "*");

const query = new URLSearchParams(location.search);
for (const name of [...PROPERTIES.map(attributeOf), "lang"]) {
  const value = query.get(name);
  if (value !== null) element.setAttribute(name, value);
}
const accent = query.get("accent");
if (accent && CSS.supports("color", accent)) element.style.setProperty("--supple-accent", accent);

/** Before the element is defined it can carry out no command, and its height is that of its fallback. */
const defined = customElements.whenDefined("supple-routine");

/** Whether the page around has been asked for another height than the one that it gives by itself. */
let hasAsked = false;

/**
 * The cards are collapsed to the height that the page around gives by itself. It isn't the height of the window: that
 * follows what is asked for, so the collapsed cards would follow whatever was asked for last.
 */
function keepGivenHeight() {
  if (innerHeight > 0 && !hasAsked) element.style.setProperty("--supple-height", `${innerHeight}px`);
}

async function reportHeight() {
  await defined;
  const height = Math.ceil(element.getBoundingClientRect().height);
  if (innerHeight === 0) return; // the frame isn't shown, so nothing in it has its height
  hasAsked ||= height !== innerHeight;
  report({ type: "size", height });
}

/** @type {Record<string, (message: { command?: any, value?: any }) => void>} */
const HANDLERS = {
  command({ command, value }) {
    if (!Object.hasOwn(COMMANDS, command)) return;
    defined.then(() => COMMANDS[command](element, value)).catch(() => {}); // a failure is shown by the element
  },
  size: reportHeight,
  other() {
    document.dispatchEvent(new Event("supple-other"));
  },
};

addEventListener("message", ({ source, data }) => {
  if (source === parent && data?.supple === 1 && Object.hasOwn(HANDLERS, data.type)) HANDLERS[data.type](data);
});
for (const event of EVENTS) element.addEventListener(event, ({ detail }) => report({ type: "event", event, detail }));
addEventListener("resize", keepGivenHeight);
keepGivenHeight();
defined.then(() => new ResizeObserver(reportHeight).observe(element));
