// JavaScript because it decides when a module is loaded: the one that draws and moves figures. The widget works without
// it, and the figures of a prerendered page are to be seen already, so it comes after everything else.
// @ts-check

import { nextTask } from "./next-task.js";

/** @typedef {typeof import("./figures/module.js")} FiguresModule */

/** The longest time that a busy page may keep its figures from moving, in milliseconds. */
const IDLE_MS_MAX = 5_000;

/** @type {Promise<FiguresModule> | undefined} */
let loading;
let attempts = 0;

/**
 * The module; all widgets of the page share it. After a failure, the next call tries again.
 *
 * @param {string} address
 */
function load(address) {
  if (!loading) {
    // Some browsers remember a failure; at another address it is another module.
    const fragment = attempts++ ? `#${attempts}` : "";
    loading = import(address + fragment);
    loading.catch(() => (loading = undefined));
  }
  return loading;
}

/**
 * Loads the module for a mounted widget: at once if a figure is missing, otherwise when the page is idle. If it can't
 * be loaded, it is tried again when somebody takes an interest or the session shows another figure.
 *
 * @param {HTMLElement} element The `<supple-routine>`.
 * @param {HTMLElement} place Where the widget is mounted.
 * @param {string} address
 * @param {(figures: FiguresModule) => unknown} show
 * @returns a function that gives it up
 */
export function showFiguresLater(element, place, address, show) {
  const untilShown = new AbortController();
  const { signal } = untilShown;
  const tryNow = () => {
    if (signal.aborted) return;
    const succeeded = (/** @type {FiguresModule} */ figures) => {
      if (signal.aborted) return;
      untilShown.abort();
      show(figures);
    };
    load(address).then(succeeded, () => {});
  };
  for (const event of ["focusin", "click"]) place.addEventListener(event, tryNow, { signal });
  const isNear = (/** @type {EventTarget | null} */ node) => node instanceof Element && node.closest("article");
  place.addEventListener(
    "pointerover",
    ({ target, relatedTarget }) => isNear(target) !== isNear(relatedTarget) && tryNow(),
    { signal },
  );
  for (const event of ["supple-start", "supple-phase"]) element.addEventListener(event, tryNow, { signal });
  // By then the page has had its prerendered figures taken over.
  void nextTask().then(() => {
    if (place.querySelector("supple-figure:empty")) tryNow();
    else if ("requestIdleCallback" in window) requestIdleCallback(tryNow, { timeout: IDLE_MS_MAX });
    else setTimeout(tryNow, IDLE_MS_MAX / 10); // Safari
  });
  return () => untilShown.abort();
}
