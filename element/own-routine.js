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

/** A link that holds a routine, behind its hash: nothing has to be fetched from where it leads. */
const HELD = /#(v\d+-.*)/;

/**
 * Reads a routine by another author.
 *
 * @param {string | Element} source The address that the author has written, a link that holds the routine, or the script in
 *   the page that does.
 * @param {Element} element What the address is relative to.
 * @param {string} script The address of what reads it.
 * @param {string} wasm That of its WebAssembly.
 * @param {string} library That of the library, to which it may refer.
 * @returns {Promise<CheckedRoutine>}
 */
export async function readOwn(source, { baseURI }, script, wasm, library) {
  const isWithin = typeof source !== "string";
  // What stands in the page now, whatever becomes of it meanwhile.
  const written = isWithin ? (source.textContent ?? "") : source;
  const link = isWithin ? undefined : HELD.exec(written)?.[1];
  // At once, beside the reader. The address may be no address at all.
  const requested = isWithin || link ? undefined : (async () => fetch(new URL(written, baseURI)))();
  requested?.catch(() => {}); // the reader says what is wrong
  const reader = await loadReader(script, wasm);
  if (link) return { ...(await reader.readText(reader.textIn(written), library)), link };
  return reader.readText(requested ? await reader.textAt(written, baseURI, requested) : written, library);
}
