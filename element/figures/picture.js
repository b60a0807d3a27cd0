// JavaScript because pictures are drawn by script: the prerendered ones come from Rust, and look the same.
// @ts-check

import { bodyAt, jointsOf, momentAt, pathOf } from "./outlines.js";
import { add } from "./svg.js";

/** @import { Drawing, Picture } from "./drawings.js" */

/**
 * Adds a picture, with paths that have yet to be drawn.
 *
 * @param {Element} parent
 * @param {Drawing} drawing
 * @param {Picture} picture
 */
export function addPicture(parent, { frame }, { label, caption, props, layers, arrows = [] }) {
  const container = parent.appendChild(document.createElement("div"));
  const viewBox = frame.join(" ");
  const svg = add(container, "svg", { class: "figure", role: "img", "aria-label": label, viewBox });
  for (const d of props) add(svg, "path", { class: "prop", d });
  for (const layer of layers) {
    add(svg, "path", { class: layer.class, transform: layer.mirrored ? "scale(-1 1)" : undefined });
  }
  for (const d of arrows) add(svg, "path", { class: "arrow", d });
  if (!caption) return;
  const text = Object.assign(document.createElement("p"), { textContent: caption });
  text.setAttribute("aria-hidden", "true"); // the label says it already
  container.append(text);
}

/**
 * Draws a picture as it is at a time of the drawing. Drawings show the right side at work, seen from the right. For the left
 * one the style sheet mirrors the whole picture: the same body, seen from its left.
 *
 * @param {Element} svg
 * @param {Drawing} drawing
 * @param {Picture} picture
 * @param {number} ms
 * @param {boolean} left whether the left leg works
 */
export function drawPicture(svg, drawing, { layers }, ms, left) {
  svg.classList.toggle("left", left);
  const paths = svg.querySelectorAll("path:not(.prop)");
  /** All outlines of a body share its joints. */
  const poses = new Map();
  layers.forEach((layer, n) => {
    let pose = poses.get(layer.motion);
    if (!pose) {
      const moment = momentAt(drawing.motions[layer.motion], ms, drawing.step);
      const seen = bodyAt(drawing, moment);
      pose = { body: seen, joints: jointsOf(seen, moment), moment };
      poses.set(layer.motion, pose);
    }
    paths[n].setAttribute("d", pathOf(drawing.body.outlines[layer.outline], pose.body, pose.joints));
    if (layer.tension) paths[n].setAttribute("fill-opacity", String(pose.moment[layer.tension] / 100));
  });
}
