// JavaScript because it loads the WebAssembly, the style sheet and the routines.
//
// The constants in capitals are replaced by the build (build.d.ts). Bundlers take a file along where they see
// `new URL("…", import.meta.url)`, so each address is written out where it is used.
// @ts-check

import { arrival, fetchFile, textOf, wrongFile } from "./arrival.js";
import { once } from "./once.js";

/** @typedef {typeof import("./bootstrap.js")} Bootstrap */

/**
 * What a widget shows: a routine in its checked form. A built-in one comes with the address of its figures' drawings; one
 * by another author with the drawings, if there are any, with what is wrong with those, a line for each problem, and with
 * what is behind the hash of the link that it came in, if it came in one.
 *
 * @typedef {object} CheckedRoutine
 * @property {string} routine
 * @property {string} [drawingsUrl]
 * @property {string} [drawings]
 * @property {string[]} problems
 * @property {string} [link]
 */

/** The routine of the front page. */
export const FRONT = "hamstring";

/**
 * Adds the style sheet to a wrapper's shadow root, unless it is there. Settled once it applies: without styles the
 * widget would be unusable.
 *
 * @param {HTMLElement} wrapper
 */
export function loadStyle(wrapper) {
  const root = /** @type {ShadowRoot} */ (wrapper.getRootNode());
  // Its last rule says that all of it has arrived. Browsers report no error where it is another file. The link itself is
  // asked, because it is new: of an element that isn't shown, WebKit keeps the style that it had when it was asked first.
  const isStyled = (/** @type {Element | null} */ link) => link && getComputedStyle(link).getPropertyValue("--styled");
  const before = root.querySelector("link");
  if (isStyled(before)) return;
  before?.remove(); // it hasn't worked
  const href = new URL(STYLE_URL, import.meta.url).href;
  // A page may take from other sites only what they share expressly, like the scripts.
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", crossOrigin: "", href });
  /** @type {Promise<void>} */
  const loaded = new Promise((resolve, reject) => {
    link.onload = () => (isStyled(link) ? resolve() : reject());
    link.onerror = reject;
  });
  root.prepend(link);
  return arrival(href, loaded);
}

/** The widget's module, ready to mount; all elements of the page share it. The first call says how it is fetched. */
export const loadWidget = once(async (fragment, /** @type {RequestPriority} */ priority) => {
  const address = new URL(GLUE_URL, import.meta.url).href;
  /** @type {Bootstrap} */
  const widget = await arrival(address, import(address + fragment));
  const wasm = await fetchFile(new URL(WASM_URL, import.meta.url).href, { priority });
  await widget.default(wasm, {
    figures: new URL(FIGURES_URL, import.meta.url).href,
    progress: new URL(PROGRESS_URL, import.meta.url).href,
    progressWasm: new URL(PROGRESS_WASM_URL, import.meta.url).href,
  });
  return widget;
});

/**
 * Where an element has a routine by another author: at an address, or in a script within it; nowhere if it shows a built-in
 * one.
 *
 * @param {HTMLElement} element
 */
export const ownSource = (element) =>
  element.getAttribute("src") || element.querySelector('[type="application/json"]');

/**
 * Fetches a routine, and reads it if it is by another author: the widget knows the checked form alone.
 *
 * @param {HTMLElement} element
 * @returns {Promise<CheckedRoutine>}
 */
export async function fetchRoutine(element) {
  const source = ownSource(element);
  if (!source) return builtIn(element.getAttribute("routine") ?? FRONT);
  const { readOwn } = await loadWidget("high");
  return readOwn(
    source,
    element,
    new URL(AUTHORING_URL, import.meta.url).href,
    new URL(AUTHORING_WASM_URL, import.meta.url).href,
    new URL(LIBRARY_URL, import.meta.url).href,
  );
}

/**
 * @param {string} name
 * @returns {Promise<CheckedRoutine>}
 */
async function builtIn(name) {
  // All of them are in one folder, and called alike.
  const ofRoutine = (/** @type {string} */ address) => address.replace(/hamstring(?=[^/]*$)/, () => name);
  const address = ofRoutine(new URL(ROUTINE_URL, import.meta.url).href);
  const drawingsUrl = ofRoutine(new URL(DRAWINGS_URL, import.meta.url).href);
  const routine = await textOf(await fetchFile(address));
  if (!routine.startsWith("{")) throw wrongFile(address);
  return { routine, drawingsUrl, problems: [] };
}
