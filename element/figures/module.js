// JavaScript because it is part of `<supple-figure>`: the entry of everything that draws and moves figures, which loads
// after the widget (see later-figures.js).
// @ts-check

import { NAME } from "./figure.js";

export { builtInDrawings, parseDrawings } from "./drawings.js";

/** @import { Drawings } from "./drawings.js" */
/** @import { Figure, FiguresPlace } from "./figure.js" */

/**
 * Has all figures of a mounted widget drawn, those that are there and those that it will show.
 *
 * @param {FiguresPlace} place Where the widget is mounted.
 * @param {Drawings | Promise<Drawings>} drawings
 */
export async function show(place, drawings) {
  place.drawings = await drawings;
  for (const figure of place.querySelectorAll(NAME)) /** @type {Figure} */ (figure).show();
}
