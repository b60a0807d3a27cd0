// JavaScript because it calls the browser's wake lock; see cue-outputs.js.
//
// Keeps the screen on while a session runs and can be seen.
// @ts-check

/** @import { CueProblem } from "../widget.d.ts" */

/** @typedef {{ lock?: WakeLockSentinel }} LockRequest A request, with its lock once that is granted. */

/**
 * @param {Window & typeof globalThis} page The window that shows the widget.
 * @param {(problem: CueProblem) => void} report
 * @returns {import("./cue-outputs.js").CueOutput}
 */
export function wakeLock(page, report) {
  let isWanted = false;
  /** @type {LockRequest | undefined} The latest request. */
  let current;

  /** Requests the lock again where it is missing: the browser takes it away when the page is hidden. */
  function wake() {
    if (!isWanted || page.document.hidden || (current && !current.lock?.released)) return;
    /** @type {LockRequest} */
    const request = (current = {});
    acquire(request).catch(() => {
      if (request !== current) return;
      current = undefined;
      if (!page.document.hidden) report("screen-may-sleep");
    });
  }

  /** @param {LockRequest} request */
  async function acquire(request) {
    request.lock = await page.navigator.wakeLock.request("screen");
    if (request !== current) await request.lock.release();
  }

  /** @param {boolean} shouldStayOn */
  function keepOn(shouldStayOn) {
    isWanted = shouldStayOn;
    if (isWanted) return wake();
    current?.lock?.release().catch(() => {});
    current = undefined;
  }

  return {
    // A session in pocket mode needs no screen.
    update: ({ state, settings }) => keepOn(state === "running" && !settings.pocket),
    wake,
    free: () => keepOn(false),
  };
}
