// JavaScript because it asks the browser when it has nothing better to do.
// @ts-check

/** How long to wait at most until the page is idle, in milliseconds: an animated advertisement may never let it be. */
const PATIENCE_MS = 2_000;
/** What to wait where the browser doesn't say when it is idle, or has painted, in milliseconds. */
const GUESS_MS = 100;

/**
 * Settled once the page has nothing else to do.
 *
 * @param {number} [timeout] How long to wait for that at most, in milliseconds.
 * @param {Window} [page] The window that is meant: one that is hidden behind another is seldom asked.
 * @returns {Promise<void>}
 */
export const idle = (timeout = PATIENCE_MS, page = window) =>
  new Promise((resolve) => {
    if (page.requestIdleCallback) page.requestIdleCallback(() => resolve(), { timeout });
    else setTimeout(resolve, GUESS_MS);
  });

/**
 * Settled once the page has painted for the first time, so that starting the widget delays no paint. A frame is painted
 * after its callbacks, and on the screen a little later; not every browser tells a page in a frame about it.
 *
 * @type {Promise<void>}
 */
export const painted = new Promise((resolve) => {
  if (document.hidden) resolve();
  else requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, GUESS_MS)));
});

/** Whether nothing should be fetched that nobody has asked for: data are dear, or the network is very slow. */
export function isFrugal() {
  const { connection } = /** @type {{ connection?: { saveData?: boolean, effectiveType?: string } }} */ (navigator);
  return Boolean(connection?.saveData || connection?.effectiveType?.endsWith("2g"));
}
