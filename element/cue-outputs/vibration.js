// JavaScript because it calls the browser's vibration; see cue-outputs.js.
//
// Each kind of cue vibrates differently, so that it is recognised with the eyes closed.
// @ts-check

/** @import { CueKind } from "../widget.d.ts" */

/**
 * Vibrations and pauses in turn, in milliseconds.
 * @type {Record<CueKind, number[]>}
 */
const PATTERNS = {
  ready: [100, 100, 100],
  next: [100, 100, 100],
  begin: [400],
  halfway: [60],
  last: [30],
  switch: [200, 100, 200],
  recover: [200],
  done: [200, 100, 200, 100, 600],
};

/**
 * @param {Window & typeof globalThis} page The window that shows the widget.
 * @returns {import("./cue-outputs.js").CueOutput}
 */
export const vibration = (page) => ({
  cue({ kind }, { settings }) {
    if (settings.vibration && !page.document.hidden) page.navigator.vibrate?.(PATTERNS[kind]);
  },
});
