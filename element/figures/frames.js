// JavaScript because figures are moved by script: which poses of a drawing a movement goes through, and when. Pure
// arithmetic, without the page.
// @ts-check

import { momentAt } from "./outlines.js";

/** @import { Drawing } from "./drawings.js" */

/**
 * A part of a movement: from one pose of the drawing to another, forward or backward; times in milliseconds.
 *
 * @typedef {{ from: number, to: number, left: boolean }} Segment
 */

/**
 * A pose as it is drawn once, however often the movement comes by.
 *
 * @typedef {{ ms: number, left: boolean }} Cell
 */

/**
 * A cell, by its index, and from when it is shown, in milliseconds since the movement began.
 *
 * @typedef {{ cell: number, at: number }} Frame
 */

/** Each takes memory for as many pixels as the figure has. */
const CELLS_MAX = 30;
/** A step from one pose to the next has at least as many frames, however many poses there are. */
const FRAMES_OF_STEP_MIN = 4;
/** The average time of a frame is not shorter, in milliseconds. */
const FRAME_MS_MIN = 50;

/**
 * The frames of a movement, and the different cells they show: as many as are worth their memory.
 *
 * @param {Drawing} drawing
 * @param {Segment[]} segments
 */
export function framesOf(drawing, segments) {
  for (let count = Math.ceil(drawing.step / FRAME_MS_MIN); ; count -= 1) {
    const movement = divided(drawing, segments, Math.max(count, FRAMES_OF_STEP_MIN));
    if (count <= FRAMES_OF_STEP_MIN || movement.cells.length <= CELLS_MAX) return movement;
  }
}

/** @param {Segment[]} segments */
export function durationOf(segments) {
  let duration = 0;
  for (const { from, to } of segments) duration += Math.abs(to - from);
  return duration;
}

/**
 * The same with so many frames a step. Between two frames the body covers the same part of its way, so the frames are
 * close together where it is fast.
 *
 * @param {Drawing} drawing
 * @param {Segment[]} segments
 * @param {number} count
 */
function divided(drawing, segments, count) {
  const { step, motions } = drawing;
  /** The time at which so many parts of the way are covered. */
  const timeOf = (/** @type {number} */ parts) => {
    const steps = Math.floor(parts / count);
    return (steps + timeShare(parts / count - steps)) * step;
  };
  /** @type {Cell[]} */
  const cells = [];
  /** @type {Frame[]} */
  const frames = [];
  /** The cells by what they show, rounded to what can be seen. */
  const known = new Map();
  const cellAt = (/** @type {number} */ ms, /** @type {boolean} */ left) => {
    const moments = Object.values(motions).map((motion) => momentAt(motion, ms, step).slice(1).map(Math.round));
    const key = `${left} ${moments.join(" ")}`;
    if (!known.has(key)) known.set(key, cells.push({ ms, left }) - 1);
    return known.get(key);
  };
  let began = 0;
  for (const { from, to, left } of segments) {
    const first = Math.round((from / step) * count);
    const last = Math.round((to / step) * count);
    const direction = Math.sign(last - first);
    for (let parts = first; ; parts += direction) {
      // A frame is shown from half-way to it until half-way to the next.
      const since = parts === first ? from : timeOf(parts - direction / 2);
      frames.push({ cell: cellAt(timeOf(parts), left), at: began + Math.abs(since - from) });
      if (parts === last) break;
    }
    began += Math.abs(to - from);
  }
  return { cells, frames };
}

/** When a share of the way is covered, as a share of the time: the inverse of the easing in `momentAt`. */
const timeShare = (/** @type {number} */ way) => 0.5 - Math.sin(Math.asin(1 - 2 * way) / 3);
