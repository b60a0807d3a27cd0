// What comes with the WebAssembly and not before: its JavaScript, what carries its cues, and what puts the widget into its
// place.

import { initSync as instantiate, mount as mountInto } from "supple-glue";
import { carriers } from "./carriers/carriers.js";
import { drawingsOf } from "./figures/drawings.js";
import "./figures/figure.js";
import { language } from "./language.js";

export { takeOver } from "./view.js";

let authoring;

/** Where what is wrong with a routine can't be had. */
const UNREAD = "The routine has errors, and what they are can't be told without a network.";

/** A routine's document with drawings in it; then what is wrong with it, a line each. Only routines of others need that. */
const read = async (document) => (await import(authoring)).read(document);

/**
 * Fetches the WebAssembly and instantiates it. Mounting is a task of its own, so that what the person does meanwhile comes in
 * between.
 */
export default async function start(address, authoringAddress) {
  authoring = authoringAddress;
  const response = await fetch(address);
  if (!response.ok) throw new Error(`The widget at ${address} can't be had: ${response.status}.`);
  // Compiled while it arrives, where the server says what it is; some don't.
  const isDeclared = response.headers.get("Content-Type") === "application/wasm";
  const compiled = isDeclared ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
  instantiate({ module: await compiled });
  const { port1, port2 } = new MessageChannel();
  await new Promise((resolve) => {
    port1.onmessage = resolve;
    port2.postMessage(undefined);
  });
  port1.close();
}

/**
 * Mounts the widget of an element in a place, and gives its handle. Throws a promise of what is wrong with the routine, a line
 * each, where it is refused. `tell` hears of events; `site` is where the app is.
 */
export function mount(element, place, routine, tell, site) {
  const key = element.hasAttribute("no-persist") ? undefined : (element.getAttribute("storage-key") ?? "default");
  let handle;
  // While the widget speaks, it can't listen: what the carriers have to say in between comes to it afterwards.
  const command = (name) => (text) => queueMicrotask(() => handle?.command(name, text));
  const [pause, resume, next, previous, say] = ["pause", "resume", "next", "previous", "say"].map(command);
  const cues = carriers(place, { pause, resume, next, previous, say });
  /** The session as JSON; or one cue to try, by its text and its kind. */
  const carry = (text, kind) => (kind ? cues.check(kind, text) : cues.carry(text));
  const hear = (event, detail) => tell(event, JSON.parse(detail));
  try {
    handle = mountInto(place, routine, key, language(element), hear, site, carry);
  } catch (error) {
    cues.free();
    // Refused without a word.
    throw error ?? read(routine).then(([, ...problems]) => problems.join("\n"), () => UNREAD);
  }
  // A picture that can't be drawn is told like all that is wrong with a routine; its card lives without.
  const report = (message) => handle && tell("supple-error", { ...JSON.parse(handle.detail()), message });
  const drawings = drawingsOf(routine, element.getAttribute("src") && read, report);
  place.drawings = drawings;
  if (drawings instanceof Promise) drawings.then((drawn) => (place.drawings = drawn));
  const free = handle.free.bind(handle);
  handle.free = () => {
    cues.free();
    handle = undefined;
    free();
  };
  return handle;
}
