// JavaScript because it instantiates the WebAssembly and connects it with the browser: the entry of everything that is
// loaded with it, and not before.
// @ts-check

import { initSync, WidgetHandle } from "supple-glue";
import { compile } from "./compile.js";
import { cueOutputs } from "./cue-outputs/cue-outputs.js";
import { showFiguresLater } from "./later-figures.js";
import { progressLater } from "./later-progress.js";
import { nextTask } from "./next-task.js";
import { outliveTranslators } from "./translators.js";

export { takeOver } from "./takeover.js";

/** @import { CheckedRoutine } from "./load.js" */
/** @import { SuppleDetail, SuppleErrorDetail } from "./supple.d.ts" */
/** @import { WidgetEventName } from "./widget.d.ts" */

/**
 * Without a name, only the state has changed.
 *
 * @callback EventHandler
 * @param {WidgetEventName | "supple-error" | undefined} name
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
 * The addresses of what loads after the widget: the built-in routine's drawings, the module that draws figures, and the
 * app that fills the Progress screen with its WebAssembly.
 *
 * @typedef {{ drawings: string, figures: string, progress: string, progressWasm: string }} LaterAddresses
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

/**
 * Mounts the widget of an element.
 *
 * @param {Surroundings & CheckedRoutine} request
 */
export async function mount({ element, place, site, onEvent, routine, isBuiltIn, drawings, problems }) {
  /** @type {WidgetHandle | undefined} */
  let handle;
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
    reportCueProblem: (problem) => soon((widget) => widget.reportCueProblem(problem)),
  });
  const isPersistent = !element.hasAttribute("no-persist");
  const storageKey = isPersistent ? (element.getAttribute("storage-key") ?? "default") : undefined;
  const progress = progressLater(
    { script: later.progress, wasm: later.progressWasm },
    element,
    (widget) => ({
      routine,
      storageKey: storageKey ?? "",
      site,
      storage: widget.storage(),
      notify: (text) => soon((widget) => widget.notify(text)),
    }),
    () => handle,
  );
  try {
    handle = new WidgetHandle({
      routine,
      storageKey,
      site,
      onEvent,
      onCues: outputs.update,
      onCueTest: outputs.test,
      onProgress: progress.show,
      onBackup: progress.offerBackup,
    });
    await nextTask();
    handle.mount(place);
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
  // The figures of the built-in routine were drawn when the site was built.
  const hasFigures = isBuiltIn || drawings !== undefined;
  place.toggleAttribute("data-without-figures", !hasFigures);
  const forgetFigures =
    hasFigures &&
    showFiguresLater(element, place, later.figures, (figures) =>
      figures.show(place, drawings === undefined ? figures.builtInDrawings(later.drawings) : figures.parseDrawings(drawings)),
    );
  const endOutliving = outliveTranslators(place);
  const unmount = () => {
    endOutliving();
    if (forgetFigures) forgetFigures();
    outputs.free();
    handle?.free();
    handle = undefined;
  };
  return { handle, unmount };
}
