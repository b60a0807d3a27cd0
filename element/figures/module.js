// JavaScript because it is part of `<supple-figure>`: the entry of everything that draws and moves figures, which loads
// after the widget (see later-figures.js).
// @ts-check

import { drawingsOf } from "./drawings.js";
import { NAME } from "./figure.js";

/** @import { Outcome } from "./drawings.js" */
/** @import { Figure, FiguresPlace } from "./figure.js" */

/**
 * Has all figures of a mounted widget drawn, those that are there and those that it will show.
 *
 * @param {FiguresPlace} place Where the widget is mounted.
 * @param {string} document The routine's document.
 * @param {((document: string) => Promise<Outcome>) | "" | null} read Reads a routine by another author.
 * @param {(message: string) => unknown} report
 */
export async function show(place, document, read, report) {
  place.drawings = await drawingsOf(document, read, report);
  for (const figure of place.querySelectorAll(NAME)) /** @type {Figure} */ (figure).show();
}
