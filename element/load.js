// JavaScript because it loads the WebAssembly, the style sheet and the routines.
//
// The constants in capitals are replaced by the build (build.d.ts). Bundlers take a file along where they see
// `new URL("…", import.meta.url)`, so each address is written out where it is used.
// @ts-check

import {
  loader_reader_missing, loader_routine_missing, loader_routine_unreachable, loader_style_missing,
  loader_unknown_routine,
} from "../messages/en.json";
import { fill } from "./message.js";
import { once } from "./once.js";

/** @typedef {typeof import("./bootstrap.js")} Bootstrap */
/** @typedef {typeof import("./authoring/module.js")} Authoring */

/**
 * What a widget shows: a routine in its checked form. One by another author comes with the drawings of its figures, if
 * there are any, and with what is wrong with those, a line for each problem.
 *
 * @typedef {{ routine: string, isBuiltIn: boolean, drawings?: string | undefined, problems: string[] }} CheckedRoutine
 */

const BUILT_IN = "hamstring";

/**
 * The style sheets that are loading or loaded.
 * @type {WeakMap<HTMLLinkElement, Promise<void>>}
 */
const styles = new WeakMap();

/**
 * Adds the style sheet to a wrapper's shadow root, unless it is there. Settled once it is loaded: without styles the
 * widget would be unusable.
 *
 * @param {HTMLElement} wrapper
 */
export function loadStyle(wrapper) {
  const root = /** @type {ShadowRoot} */ (wrapper.getRootNode());
  const existing = root.querySelector("link");
  if (existing) return styles.get(existing); // one that came with the page blocks the rendering by itself
  const href = new URL(STYLE_URL, import.meta.url).href;
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
  /** @type {Promise<void>} */
  const loaded = new Promise((resolve, reject) => {
    link.onload = () => resolve();
    link.onerror = () => {
      link.remove();
      reject(new Error(fill(loader_style_missing, { address: href })));
    };
  });
  styles.set(link, loaded);
  root.prepend(link);
  return loaded;
}

/** The widget's module, ready to mount; all elements of the page share it. The first call says how it is fetched. */
export const loadWidget = once(async (fragment, /** @type {RequestPriority} */ priority) => {
  /** @type {Bootstrap} */
  const widget = await import(new URL(GLUE_URL, import.meta.url).href + fragment);
  const wasm = await fetch(new URL(WASM_URL, import.meta.url), { priority });
  await widget.default(wasm, {
    drawings: new URL(DRAWINGS_URL, import.meta.url).href,
    figures: new URL(FIGURES_URL, import.meta.url).href,
    progress: new URL(PROGRESS_URL, import.meta.url).href,
    progressWasm: new URL(PROGRESS_WASM_URL, import.meta.url).href,
  });
  return widget;
});

/** The module that reads routines by other authors. */
const loadReader = once(async (fragment) => {
  const address = new URL(AUTHORING_URL, import.meta.url).href;
  try {
    /** @type {Authoring} */
    const reader = await import(address + fragment);
    await reader.default(await fetch(new URL(AUTHORING_WASM_URL, import.meta.url)));
    return reader;
  } catch {
    throw new Error(fill(loader_reader_missing, { address }));
  }
});

/**
 * Fetches a routine, and reads it if it is by another author: the widget knows the checked form alone.
 *
 * @param {string | null} name The name of a built-in routine.
 * @param {string | null} source The address of another one, relative to the page; takes precedence.
 * @returns {Promise<CheckedRoutine>}
 */
export async function fetchRoutine(name, source) {
  if (!source) {
    if ((name ?? BUILT_IN) !== BUILT_IN) throw new Error(fill(loader_unknown_routine, { name: String(name) }));
    const routine = await fetchText(new URL(ROUTINE_URL, import.meta.url).href);
    return { routine, isBuiltIn: true, problems: [] };
  }
  const [text, { read }] = await Promise.all([fetchText(new URL(source, document.baseURI).href), loadReader()]);
  const { routine, drawings, problems } = read(text);
  if (routine === undefined) throw new Error(problems.join("\n"));
  return { routine, isBuiltIn: false, drawings, problems };
}

/** @param {string} address */
async function fetchText(address) {
  const response = await fetch(address).catch(() => {
    throw new Error(fill(loader_routine_unreachable, { address }));
  });
  if (!response.ok) throw new Error(fill(loader_routine_missing, { address, status: response.status }));
  return response.text();
}
