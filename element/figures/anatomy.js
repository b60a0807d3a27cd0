// JavaScript because it is part of `<supple-figure>`: the picture of the muscles.
// @ts-check

import { add } from "./svg.js";

/** @import { Anatomy, AnatomyShape } from "./drawings.js" */

/**
 * Adds the picture of the muscles. Each can be focused and says what it is.
 *
 * @param {Element} parent
 * @param {Anatomy} anatomy
 */
export function addAnatomy(parent, { label, width, height, shapes, muscles }) {
  const viewBox = `0 0 ${width} ${height}`;
  const svg = add(parent, "svg", { class: "anatomy", role: "group", "aria-label": label, viewBox });
  /** @type {(group: Element, shapes: AnatomyShape[]) => void} */
  const addShapes = (group, shapes) => {
    for (const [name, d] of shapes) add(group, "path", { class: name, d });
  };
  addShapes(svg, shapes);
  for (const { label, name, x, y, anchor, shapes } of muscles) {
    const group = add(svg, "g", { tabindex: 0, role: "img", "aria-label": label });
    addShapes(group, shapes);
    add(group, "text", { x, y, "text-anchor": anchor }).textContent = name;
  }
}
