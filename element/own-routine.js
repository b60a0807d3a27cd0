// JavaScript because it is about `fetch()` and `import()`: routines by other authors, which the widget can't read itself.
// @ts-check

import { arrival, fetchFile } from "./arrival.js";
import { once } from "./once.js";

/** @typedef {typeof import("./authoring/module.js")} Authoring */
/** @import { CheckedRoutine } from "./load.js" */

/** The module that reads them. */
const loadReader = once(async (fragment, /** @type {string} */ script, /** @type {string} */ wasm) => {
  /** @type {Authoring} */
  const reader = await arrival(script, import(script + fragment));
  await reader.default(await fetchFile(wasm));
  return reader;
});

/**
 * Reads a routine by another author.
 *
 * @param {string | Element} source The address that the author has written, or the script in the page that holds it.
 * @param {Element} element What the address is relative to.
 * @param {string} script The address of what reads it.
 * @param {string} wasm That of its WebAssembly.
 * @param {string} library That of the library, to which it may refer.
 * @returns {Promise<CheckedRoutine>}
 */
export async function readOwn(source, { baseURI }, script, wasm, library) {
  if (typeof source !== "string") {
    const text = source.textContent ?? "";
    const reader = await loadReader(script, wasm);
    return reader.readText(text, library);
  }
  const requested = (async () => fetch(new URL(source, baseURI)))(); // the address may be no address at all
  requested.catch(() => {}); // the reader says what is wrong
  const reader = await loadReader(script, wasm);
  return reader.readText(await reader.textAt(source, baseURI, requested), library);
}
