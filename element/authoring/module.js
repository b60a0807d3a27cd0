// JavaScript because it instantiates WebAssembly: the module that only routines by other authors need (`authoring/`),
// in one file with its WebAssembly, which no other visit loads.
// @ts-check

import { initSync, read as readDocument } from "supple-authoring";
import bytes from "supple-authoring-wasm";

/**
 * What reading a document has brought: the routine in its checked form, unless it is refused; the drawings of its
 * figures as JSON, if there are any; and what is wrong with it, a line for each problem.
 *
 * @typedef {{ routine: string | undefined, drawings: string | undefined, problems: string[] }} Outcome
 */

/** @type {Promise<unknown> | undefined} */
let ready;

/**
 * Reads the document of a routine: checks it, draws its figures, and says what is wrong.
 *
 * @param {string} document JSON text
 * @returns {Promise<Outcome>}
 */
export async function read(document) {
  // Compiled off the main thread.
  ready ??= WebAssembly.compile(bytes).then((module) => initSync({ module }));
  await ready;
  const outcome = readDocument(document);
  const { routine, drawings, problems } = outcome;
  outcome.free();
  return { routine, drawings, problems };
}
