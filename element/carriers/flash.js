// A flash of the screen's edge, for people who don't hear. Opacity alone, which is the compositor's.

/** Between two flashes, in milliseconds: three in a second are the most that nobody is harmed by (WCAG 2.3.1). */
const APART = 400;

/** Cues on the edge, an element that can't be seen otherwise. */
export function flash(place) {
  let last;
  return {
    cue(cue, { settings }) {
      const now = performance.now();
      if (!settings.flash || now - last < APART) return;
      const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
      const edge = place.querySelector(".edge");
      // In calm it is there, and is gone again.
      edge?.animate({ opacity: isCalm ? [1, 1] : [0, 1, 0] }, isCalm ? 1_500 : APART);
      last = now;
    },
  };
}
