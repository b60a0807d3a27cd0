// JavaScript because it calls the browser's animations; see cue-outputs.js.
//
// Flashes the edge of the screen, for people who don't hear the sounds. Only its opacity changes, which the compositor
// animates on its own.
// @ts-check

/**
 * The least time between two flashes, in milliseconds: three in a second are the most that is safe for everybody
 * (WCAG 2.3.1).
 */
const INTERVAL_MS = 400;
/** How long the edge shows where the person prefers reduced motion, in milliseconds. */
const CALM_MS = 1_500;

/**
 * @param {HTMLElement} place Holds the edge, an element that is otherwise invisible.
 * @returns {import("./cue-outputs.js").CueOutput}
 */
export function flash(place) {
  let last = -Infinity;
  return {
    cue(cue, { settings }) {
      const now = performance.now();
      if (!settings.flash || now - last < INTERVAL_MS) return;
      const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
      const edge = place.querySelector(".edge");
      // Where motion is reduced it doesn't fade: it is there, and then it is gone.
      edge?.animate({ opacity: isCalm ? [1, 1] : [0, 1, 0] }, isCalm ? CALM_MS : INTERVAL_MS);
      last = now;
    },
  };
}
