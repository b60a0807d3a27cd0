// JavaScript because it decides when a module is loaded: the one that draws and moves figures. The widget works without
// it, and the figures of a prerendered page are to be seen already, so it comes after everything else.
// @ts-check

import { arrival } from "./arrival.js";
import { once } from "./once.js";
import { idle } from "./pace.js";

/** @typedef {typeof import("./figures/module.js")} FiguresModule */

/** The module; all widgets of the page share it. */
export const loadFigures = once(
  (fragment, /** @type {string} */ address) =>
    arrival(address, /** @type {Promise<FiguresModule>} */ (import(address + fragment))),
);

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
  let isTrying = false;
  const tryNow = async () => {
    if (signal.aborted || isTrying) return;
    isTrying = true;
    try {
      const figures = await loadFigures(address);
      if (!signal.aborted) await show(figures);
      untilShown.abort();
    } catch {
      isTrying = false; // the next occasion tries again
    }
  };
  for (const event of ["focusin", "click"]) place.addEventListener(event, tryNow, { signal });
  // Not by "instanceof": MooTools has an "Element" of its own.
  const isNear = (/** @type {EventTarget | null} */ node) =>
    /** @type {Partial<Element> | null} */ (node)?.closest?.("article");
  place.addEventListener(
    "pointerover",
    ({ target, relatedTarget }) => isNear(target) !== isNear(relatedTarget) && void tryNow(),
    { signal },
  );
  for (const event of ["supple-start", "supple-phase"]) element.addEventListener(event, tryNow, { signal });
  const begin = () => {
    if (place.querySelector("supple-figure:empty")) void tryNow();
    else void idle().then(tryNow);
  };
  // By then the page has had its prerendered figures taken over.
  element.addEventListener("supple-ready", begin, { signal });
  return () => untilShown.abort();
}
