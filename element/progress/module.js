// JavaScript because it instantiates WebAssembly: the app that fills the Progress screen (`src/progress`), which loads
// when the screen is opened.
// @ts-check

import { initSync } from "supple-progress";
import drawings from "supple-progress-figures";
import style from "supple-progress-style";
import { compile } from "../compile.js";

export { ProgressHandle } from "supple-progress";

/** @typedef {typeof import("../figures/module.js")} FiguresModule */

/** One for all widgets of the page. */
const sheet = new CSSStyleSheet();
sheet.replaceSync(style);

/**
 * Has the figures in an element drawn: those of how to measure, whatever the routine around shows.
 *
 * @param {FiguresModule} figures
 * @param {HTMLElement} place
 */
export const showFigures = (figures, place) => figures.show(place, figures.parseDrawings(drawings));

/** @param {Response} response The WebAssembly. */
export default async function start(response) {
  initSync({ module: await compile(response) });
}

/**
 * Adds the app's style sheet to the shadow root of its place, once.
 *
 * @param {HTMLElement} place
 */
export function styleIn(place) {
  const { adoptedStyleSheets } = /** @type {ShadowRoot} */ (place.getRootNode());
  if (!adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet);
}
