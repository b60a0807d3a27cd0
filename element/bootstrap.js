// JavaScript because it instantiates the WebAssembly and connects it with the browser: the entry of everything that is
// loaded with it, and not before.
// @ts-check

import { initSync, WidgetHandle, WidgetRoutine } from "supple-glue";
import { language } from "../messages/en.json";
import { compile } from "./compile.js";
import { cueOutputs } from "./cue-outputs/cue-outputs.js";
import { giveWayToOthers } from "./give-way.js";
import { showFiguresLater } from "./later-figures.js";
import { progressLater } from "./later-progress.js";
import { firstWeekdayOf, languageOf } from "./locale.js";
import { nextTask } from "./next-task.js";
import { carryOut, openNote } from "./pending-start.js";
import { takeOver } from "./takeover.js";
import { outliveTranslators } from "./translators.js";

/** @import { CheckedRoutine } from "./load.js" */
/** @import { TakeOver } from "./takeover.js" */
/** @import { SuppleDetail, SuppleErrorDetail } from "./supple.d.ts" */
/** @import { WidgetEventName } from "./widget.d.ts" */

/**
 * Without a name, only the state has changed.
 *
 * @callback EventHandler
 * @param {WidgetEventName | "supple-ready" | "supple-error" | undefined} name
 * @param {SuppleDetail | SuppleErrorDetail} detail
 * @returns {void}
 */

/**
 * @typedef {object} Surroundings
 * @property {HTMLElement} element The `<supple-routine>`.
 * @property {HTMLElement} place Where the widget goes: an empty element.
 * @property {string} [site] The address of the site with the app.
 * @property {EventHandler} onEvent
 */

/**
 * The addresses of what loads after the widget: the module that draws figures, and the app that fills the Progress screen
 * with its WebAssembly.
 *
 * @typedef {{ figures: string, progress: string, progressWasm: string }} LaterAddresses
 */

/** @type {LaterAddresses} */
let later;

/**
 * Compiles the WebAssembly and instantiates it. Mounting comes in a task of its own, so that input gets handled in
 * between.
 *
 * @param {Response} response The WebAssembly.
 * @param {LaterAddresses} addresses
 */
export default async function start(response, addresses) {
  later = addresses;
  initSync({ module: await compile(response) });
  await nextTask();
}

export { readOwn } from "./own-routine.js";

/**
 * Shows the widget of an element in place of whatever is there. `begin` tells that it is ready, and does what was pressed
 * before it was.
 *
 * @param {Omit<Surroundings, "place"> & Omit<TakeOver, "view" | "widget"> & CheckedRoutine} request
 */
export async function show({ wrapper, mayGoOn, hurry, ...request }) {
  const place = document.createElement("div");
  place.className = "mounted";
  place.lang = language; // whatever the page around speaks
  const mounted = await mount({ place, ...request });
  const { handle } = mounted;
  try {
    await takeOver({ wrapper, view: place, widget: handle, mayGoOn, hurry });
  } catch (error) {
    mounted.unmount();
    throw error;
  }
  const begin = async () => {
    const note = openNote(wrapper);
    request.onEvent("supple-ready", handle.detail());
    if (!note) return;
    await nextTask(); // a session begins in one of its own
    if (mounted.isMounted()) carryOut(note, handle);
  };
  return { ...mounted, begin };
}

/**
 * Mounts the widget of an element.
 *
 * @param {Surroundings & CheckedRoutine} request
 */
async function mount({ element, place, site, onEvent, routine, drawingsUrl, drawings, problems, link }) {
  /** @type {WidgetHandle | undefined} */
  let handle;
  let isOwnEvent = false;
  /** @type {EventHandler} */
  const report = (name, detail) => {
    isOwnEvent = true;
    onEvent(name, detail);
    isOwnEvent = false;
  };
  /**
   * The widget can't be called while it calls us, so what comes from the cue outputs waits until it is done.
   *
   * @param {(handle: WidgetHandle) => void} call
   */
  const soon = (call) => queueMicrotask(() => handle && call(handle));
  const outputs = cueOutputs(place, {
    pause: () => soon((widget) => widget.pause()),
    resume: () => soon((widget) => widget.resume()),
    next: () => soon((widget) => widget.next()),
    previous: () => soon((widget) => widget.previous()),
    setVoices: (names) => soon((widget) => widget.setVoices(names)),
    setSoundWaits: (waits) => soon((widget) => widget.setSoundWaits(waits)),
    reportCueProblem: (problem) => soon((widget) => widget.reportCueProblem(problem)),
  });
  await nextTask();
  const firstWeekday = firstWeekdayOf(element);
  await nextTask();
  const isPersistent = !element.hasAttribute("no-persist");
  const storageKey = isPersistent ? (element.getAttribute("storage-key") ?? "default") : undefined;
  const progress = progressLater(
    { script: later.progress, wasm: later.progressWasm },
    later.figures,
    (widget) => ({
      lang: languageOf(element),
      firstWeekday,
      routine,
      storageKey: storageKey ?? "",
      site,
      totalMs: widget.detail().totalMs,
      storage: widget.storage(),
      start: () => soon((widget) => widget.start()),
      notify: (text) => soon((widget) => widget.notify(text)),
      say: (text, speechMs) => outputs.test({ kind: "next", text, speechMs }),
    }),
    () => handle,
  );
  try {
    const checked = new WidgetRoutine(routine);
    await nextTask();
    handle = new WidgetHandle(checked, {
      place,
      storageKey,
      site,
      link,
      firstWeekday,
      onEvent: report,
      onCues: outputs.update,
      onCueTest: outputs.test,
      onProgress: progress.show,
      onBackup: progress.offerBackup,
    });
    await nextTask();
    handle.mount();
    await nextTask();
    handle.open();
  } catch (error) {
    outputs.free();
    handle?.free();
    throw error;
  }
  // A figure that can't be drawn is reported like anything else that is wrong with a routine; its card works without.
  if (problems.length > 0) {
    soon((widget) => onEvent("supple-error", { ...widget.detail(), message: problems.join("\n") }));
  }
  // The figures of built-in routines were drawn when the site was built.
  const hasFigures = drawingsUrl !== undefined || drawings !== undefined;
  place.toggleAttribute("data-without-figures", !hasFigures);
  const forgetFigures =
    hasFigures &&
    showFiguresLater(element, place, later.figures, (figures) =>
      figures.show(
        place,
        drawingsUrl === undefined ? figures.parseDrawings(drawings ?? "") : figures.builtInDrawings(drawingsUrl),
      ),
    );
  const endOutliving = outliveTranslators(place);
  // On iOS a button looks pressed only where somebody listens for touches.
  place.addEventListener("touchstart", () => {}, { passive: true });
  const giveWay = () => {
    if (!isOwnEvent && handle?.detail().state === "running") handle.giveWay();
  };
  let stopListening = giveWayToOthers(element.ownerDocument, giveWay);
  /** The element is in another document now. */
  const move = () => {
    stopListening();
    stopListening = giveWayToOthers(element.ownerDocument, giveWay);
    outputs.move();
    handle?.listenAnew();
  };
  const unmount = () => {
    endOutliving();
    if (forgetFigures) forgetFigures();
    stopListening();
    outputs.free();
    handle?.free();
    handle = undefined;
  };
  return { handle, move, unmount, isMounted: () => handle !== undefined };
}
