// JavaScript because it loads the WebAssembly, the style sheet and the routines.
//
// The constants in capitals are replaced by the build (build.d.ts). Bundlers take a file along where they see
// `new URL("…", import.meta.url)`, so each address is written out where it is used.
// @ts-check

import {
  loader_routine_missing, loader_routine_unreachable, loader_style_missing, loader_unknown_routine,
} from "../messages/en.json";
import { fill } from "./message.js";

/** @typedef {typeof import("./bootstrap.js")} Bootstrap */

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

/**
 * Settled once the page has painted for the first time, so that starting the widget delays no paint; or once it has
 * loaded, where it is hidden or has nothing to paint.
 *
 * @type {Promise<void>}
 */
const painted = new Promise((resolve) => {
  if (document.hidden || document.readyState === "complete") return resolve();
  addEventListener("load", () => resolve(), { once: true });
  if (PerformanceObserver.supportedEntryTypes?.includes("paint")) {
    new PerformanceObserver((_, observer) => {
      observer.disconnect();
      resolve();
    }).observe({ type: "paint", buffered: true });
  }
});

/** @type {Promise<Bootstrap> | undefined} */
let loading;
let attempts = 0;

/**
 * The widget's module, ready to mount; all elements of the page share it. After a failure, the next call tries again.
 */
export function loadWidget() {
  loading ??= startWidget();
  loading.catch(() => (loading = undefined));
  return loading;
}

async function startWidget() {
  await painted;
  // A module whose start has failed can't be used again; at another address it is another module.
  const fragment = attempts++ ? `#${attempts}` : "";
  /** @type {Bootstrap} */
  const widget = await import(new URL(GLUE_URL, import.meta.url).href + fragment);
  await widget.default(
    new URL(WASM_URL, import.meta.url).href,
    new URL(AUTHORING_URL, import.meta.url).href,
    new URL(FIGURES_URL, import.meta.url).href,
  );
  return widget;
}

/**
 * Fetches a routine's document.
 *
 * @param {string | null} name The name of a built-in routine.
 * @param {string | null} source The address of another one, relative to the page; takes precedence.
 */
export async function fetchRoutine(name, source) {
  if (!source && (name ?? BUILT_IN) !== BUILT_IN) throw new Error(fill(loader_unknown_routine, { name: String(name) }));
  const address = source ? new URL(source, document.baseURI).href : new URL(ROUTINE_URL, import.meta.url).href;
  const response = await fetch(address).catch(() => {
    throw new Error(fill(loader_routine_unreachable, { address }));
  });
  if (!response.ok) throw new Error(fill(loader_routine_missing, { address, status: response.status }));
  return response.text();
}
