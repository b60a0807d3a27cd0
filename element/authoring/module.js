// JavaScript because it instantiates WebAssembly: the module that only routines by other authors need (`authoring/`),
// which no other visit loads. It says in words what is wrong with a document, and with the way to it.
// @ts-check

import { initSync, needsLibrary, read } from "supple-authoring";
import {
  loader_routine_address, loader_routine_cross_origin, loader_routine_encoding, loader_routine_missing,
  loader_routine_unreachable, loader_routine_utf16,
} from "../../messages/en.json";
import { arriving, fetchFile, limited, textOf, trouble, wrongFile } from "../arrival.js";
import { compile } from "../compile.js";

/**
 * What a document has brought: the routine in its checked form, the drawings of its figures as JSON, if there are any,
 * and what is wrong with those, a line for each problem.
 *
 * @typedef {{ routine: string, drawings: string | undefined, problems: string[] }} Outcome
 */

/** @param {Response} response The WebAssembly. */
export default async function start(response) {
  initSync({ module: await compile(response) });
}

/**
 * Reads the document of a routine: checks it, draws its figures, and says what is wrong.
 *
 * @param {string} text
 * @param {string} address That of the library, which is fetched if the document refers to it.
 * @returns {Promise<Outcome>}
 */
export async function readText(text, address) {
  const library = needsLibrary(text) ? await textOf(await fetchFile(address)) : undefined;
  const outcome = readWith(text, library, address);
  const { routine, drawings, problems } = outcome;
  outcome.free();
  if (routine === undefined) throw trouble(problems.join("\n"));
  return { routine, drawings, problems };
}

/** @type {(text: string, library: string | undefined, address: string) => ReturnType<typeof read>} */
function readWith(text, library, address) {
  try {
    return read(text, library);
  } catch {
    throw wrongFile(address);
  }
}

/**
 * The text at an address.
 *
 * @param {string} source The address that the author has written.
 * @param {string} base What it is relative to.
 * @param {Promise<Response>} requested
 */
export async function textAt(source, base, requested) {
  if (!URL.canParse(source, base)) throw trouble(loader_routine_address, source);
  const address = new URL(source, base).href;
  const response = await limited(requested, address).catch((error) => {
    // The browser doesn't say whether a server of another site is silent, or only doesn't let this page read.
    const isForeign = new URL(address).origin !== origin && !error.text;
    throw trouble(isForeign ? loader_routine_cross_origin : loader_routine_unreachable, address);
  });
  const { status } = response;
  if (!response.ok) throw trouble(loader_routine_missing, `${address} (${status})`);
  const [bytes] = await Promise.all([response.clone().arrayBuffer(), arriving(response)]);
  if (isUtf16(new Uint8Array(bytes))) throw trouble(loader_routine_utf16, address);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw trouble(loader_routine_encoding, address);
  }
}

/**
 * Whether a text is in UTF-16: it begins with the mark of that, or every other byte of its first letters is zero.
 *
 * @param {Uint8Array} bytes
 */
function isUtf16([first, second]) {
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return isMarked || first === 0 || second === 0;
}
