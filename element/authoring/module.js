// JavaScript because it instantiates WebAssembly: the module that only routines by other authors need (`authoring/`),
// which no other visit loads.
// @ts-check

import { initSync, read as readDocument } from "supple-authoring";
import { compile } from "../compile.js";

/**
 * What reading a document has brought: the routine in its checked form, unless it is refused; the drawings of its
 * figures as JSON, if there are any; and what is wrong with it, a line for each problem.
 *
 * @typedef {{ routine: string | undefined, drawings: string | undefined, problems: string[] }} Outcome
 */

/** @param {Response} response The WebAssembly. */
export default async function start(response) {
  initSync({ module: await compile(response) });
}

/**
 * Reads the document of a routine: checks it, draws its figures, and says what is wrong.
 *
 * @param {string} document JSON text
 * @returns {Outcome}
 */
export function read(document) {
  const outcome = readDocument(document);
  const { routine, drawings, problems } = outcome;
  outcome.free();
  return { routine, drawings, problems };
}
