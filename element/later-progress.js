// JavaScript because it decides when a module is loaded: the app that fills the Progress screen. Most visits don't open
// that screen.
// @ts-check

import { arrival, fetchFile } from "./arrival.js";
import { loadFigures } from "./later-figures.js";
import { once } from "./once.js";

/** @typedef {typeof import("./progress/module.js")} ProgressModule */
/** @import { ProgressHandle, ProgressOptions } from "supple-progress" */
/** @import { WidgetHandle } from "./widget.d.ts" */

/** @typedef {{ script: string, wasm: string }} Addresses Where the module is. */
/** @typedef {Omit<ProgressOptions, "asksAbout" | "showFigures">} OptionsOfWidget */

/** The module; all widgets of the page share it. */
const load = once(async (fragment, /** @type {Addresses} */ { script, wasm }) => {
  /** @type {ProgressModule} */
  const module = await arrival(script, import(script + fragment));
  await module.default(await fetchFile(wasm));
  return module;
});

/**
 * Fills a widget's Progress screen whenever it is opened, and asks about sessions that are over.
 *
 * @param {Addresses} addresses
 * @param {string} figures The address of the module that draws figures.
 * @param {(widget: WidgetHandle) => OptionsOfWidget} options
 * @param {() => WidgetHandle | undefined} widget
 */
export function progressLater(addresses, figures, options, widget) {
  /** @type {HTMLElement | undefined} Where the app goes, while the screen is open. */
  let place;
  /** @type {ProgressHandle | undefined} */
  let app;
  /** @type {string | undefined} A backup file that the app has yet to be shown. */
  let offered;
  const hide = () => {
    app?.free();
    app = place = offered = undefined;
  };
  return {
    /**
     * @param {HTMLElement} [opened] Without a place, the screen is closed.
     * @param {string} [asksAbout] A session: then there is room for the question about it alone.
     */
    async show(opened, asksAbout) {
      if (!opened) return hide();
      place = opened;
      try {
        const { ProgressHandle, showFigures, styleIn } = await load(addresses);
        const handle = widget();
        if (place !== opened || !handle) return; // it was closed meanwhile
        styleIn(opened);
        const draw = async (/** @type {HTMLElement} */ place) => showFigures(await loadFigures(figures), place);
        app = new ProgressHandle(
          // Measuring works without its figures.
          { ...options(handle), asksAbout, showFigures: (place) => void draw(place).catch(() => {}) },
          opened,
        );
        if (offered !== undefined) app.offerBackup(offered);
        offered = undefined;
        handle.setProgressShown(true);
      } catch {
        if (place === opened) widget()?.setProgressShown(false);
      }
    },
    /** @param {string} text */
    offerBackup(text) {
      if (app) app.offerBackup(text);
      else offered = text;
    },
  };
}
