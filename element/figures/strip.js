// JavaScript because it animates. A figure moves like a film: the pictures of a movement are drawn once, side by side,
// and the compositor moves them past a window that shows one. While it moves, the page has nothing to do.
// @ts-check

import { nextTask } from "../next-task.js";
import { durationOf, framesOf } from "./frames.js";
import { drawPicture } from "./picture.js";

/** @import { Drawing } from "./drawings.js" */
/** @import { Frame, Segment } from "./frames.js" */

/** So many pictures are drawn in one task: less than 2 ms on a computer, less than 8 on a slow phone. */
const PICTURES_A_TASK = 2;

/** Settled when what has begun to be drawn is drawn: one figure after another, so that the first moves soon. */
let queue = Promise.resolve();

/** The strips of all pictures of a figure, for one movement. */
export class Strips {
  /** @type {Animation[]} */
  #animations = [];
  /** @type {HTMLElement[]} */
  #windows = [];
  #isMoving = false;
  #isQueued = false;
  #isRemoved = false;
  #draw;

  /**
   * Once they are to move, draws the strips, shows them in place of the pictures that stand still, and moves them.
   *
   * @param {Element[]} containers Those of the drawing's pictures.
   * @param {Drawing} drawing
   * @param {Segment[]} segments
   * @param {boolean} isEndless Whether the movement starts again when it ends.
   * @param {() => void} onEnd
   */
  constructor(containers, drawing, segments, isEndless, onEnd) {
    this.#draw = () => this.#start(containers, drawing, segments, isEndless, onEnd);
  }

  /** @param {boolean} isMoving Whether they move on or stop where they are. */
  setMoving(isMoving) {
    this.#isMoving = isMoving;
    if (isMoving && !this.#isQueued) {
      this.#isQueued = true;
      queue = queue.then(this.#draw).catch(console.warn); // what can't be drawn holds up nothing
    }
    for (const animation of this.#animations) {
      if (!isMoving) animation.pause();
      else if (animation.playState === "paused") animation.play();
    }
  }

  /** Shows again the pictures that stand still. */
  remove() {
    this.#isRemoved = true;
    for (const animation of this.#animations) animation.cancel();
    for (const window of this.#windows) {
      window.parentElement?.classList.remove("moving");
      window.remove();
    }
  }

  /** @type {(...given: ConstructorParameters<typeof Strips>) => Promise<void>} */
  async #start(containers, drawing, segments, isEndless, onEnd) {
    await nextTask();
    if (!this.#isMoving || this.#isRemoved) {
      this.#isQueued = false; // it has gone out of sight, and may come back
      return;
    }
    const { cells, frames } = framesOf(drawing, segments);
    const columns = Math.ceil(Math.sqrt(cells.length));
    const strips = containers.map((container, n) => ({
      picture: drawing.pictures[n],
      ...this.#addStrip(container, drawing, columns),
    }));
    let drawn = 0;
    for (const { picture, strip, still } of strips) {
      for (const { ms, left } of cells) {
        // In the page already, so that the browser lays out a few at a time, too.
        if (drawn % PICTURES_A_TASK === 0) await nextTask();
        if (this.#isRemoved) return;
        const svg = /** @type {Element} */ (still.cloneNode(true));
        drawPicture(svg, drawing, picture, ms, left);
        strip.append(svg);
        drawn += 1;
      }
    }
    await nextTask();
    if (this.#isRemoved) return;
    const duration = durationOf(segments);
    const keyframes = keyframesOf(frames, columns, duration);
    const timing = { duration, iterations: isEndless ? Infinity : 1, fill: /** @type {const} */ ("forwards") };
    try {
      this.#animations = strips.map(({ strip }) => strip.animate(keyframes, timing));
    } catch {
      return onEnd(); // a browser without animations shows how the movement ends
    }
    this.#animations[0].onfinish = onEnd;
    for (const container of containers) container.classList.add("moving");
    this.setMoving(this.#isMoving);
  }

  /**
   * Adds the window and the strip behind it, which has yet to be drawn.
   *
   * @param {Element} container
   * @param {Drawing} drawing
   * @param {number} columns
   */
  #addStrip(container, { frame }, columns) {
    const still = /** @type {Element} */ (container.querySelector("svg"));
    const window = document.createElement("div");
    window.className = "strip";
    window.setAttribute("aria-hidden", "true"); // the still picture below it has the label
    window.style.setProperty("--picture", `${frame[2]} / ${frame[3]}`);
    const strip = window.appendChild(document.createElement("div"));
    strip.style.setProperty("--columns", String(columns));
    container.append(window);
    this.#windows.push(window);
    return { strip, still };
  }
}

/**
 * Where the strip is when. It jumps from picture to picture. They are in rows rather than in one: the browser prepares
 * only what is near, and the far end of a single row would flash up empty.
 *
 * @param {Frame[]} frames
 * @param {number} columns
 * @param {number} duration
 * @returns {Keyframe[]}
 */
function keyframesOf(frames, columns, duration) {
  const ended = { cell: frames[frames.length - 1].cell, at: duration };
  return [...frames, ended].map(({ cell, at }) => ({
    offset: at / duration,
    transform: `translate(${(cell % columns) * -100}%, ${Math.floor(cell / columns) * -100}%)`,
    easing: "step-end",
  }));
}
