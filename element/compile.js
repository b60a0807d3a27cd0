// JavaScript because it compiles WebAssembly.
// @ts-check

import { loader_widget_missing } from "../messages/en.json";
import { fill } from "./message.js";

/**
 * Compiles a module of WebAssembly: while it arrives, if the server declares what it is. Some don't.
 *
 * @param {Response} response
 */
export async function compile(response) {
  if (!response.ok) {
    throw new Error(fill(loader_widget_missing, { address: response.url, status: response.status }));
  }
  const isDeclared = response.headers.get("Content-Type") === "application/wasm";
  return isDeclared
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}
