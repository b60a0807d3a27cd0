// JavaScript because it instantiates WebAssembly: the module that only routines by other authors need (`authoring/`),
// in one file with its WebAssembly, which no other visit loads.
// @ts-check

import { initSync, read as readDocument } from "supple-authoring";
import bytes from "supple-authoring-wasm";

/** @import { Outcome } from "../figures/drawings.js" */

/** @type {Promise<unknown> | undefined} */
let ready;

/**
 * Reads the document of a routine: draws its figures and says what is wrong.
 *
 * @param {string} document JSON text
 * @returns {Promise<Outcome>}
 */
export async function read(document) {
  // Compiled off the main thread.
  ready ??= WebAssembly.compile(bytes).then((module) => initSync({ module }));
  await ready;
  const outcome = readDocument(document);
  const { drawn, problems } = outcome;
  outcome.free();
  return { drawn, problems };
}
