// JavaScript because it compiles WebAssembly.
// @ts-check

import { loader_no_webassembly } from "../messages/en.json";
import { arriving, trouble, wrongFile } from "./arrival.js";

/** The smallest module there is: its magic word and its version. */
const SMALLEST = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/**
 * Compiles a module of WebAssembly: while it arrives, if the server declares what it is. Some don't.
 *
 * @param {Response} response
 */
export async function compile(response) {
  try {
    // WebKit lets everybody compile one; a policy may still forbid what comes after that.
    await WebAssembly.instantiate(SMALLEST);
  } catch {
    // An old browser doesn't have it, a person may have switched it off, and the page's policy may forbid it.
    throw trouble(loader_no_webassembly, "", { isFinal: true });
  }
  const { url } = response;
  const isDeclared = response.headers.get("Content-Type") === "application/wasm";
  const arrived = arriving(response.clone());
  const compiled = isDeclared
    ? WebAssembly.compileStreaming(response)
    : response.arrayBuffer().then((bytes) => WebAssembly.compile(bytes));
  const [module] = await Promise.all([
    compiled.catch(async () => {
      await arrived; // if that is what is wrong
      throw wrongFile(url);
    }),
    arrived,
  ]);
  return module;
}
