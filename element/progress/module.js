// JavaScript because it instantiates WebAssembly: the app that fills the Progress screen (`src/progress`), which loads
// when the screen is opened.
// @ts-check

import { initSync } from "supple-progress";
import { compile } from "../compile.js";

export { ProgressHandle } from "supple-progress";

/** @param {Response} response The WebAssembly. */
export default async function start(response) {
  initSync({ module: await compile(response) });
}
