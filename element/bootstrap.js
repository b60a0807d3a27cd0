// JavaScript because it instantiates the WebAssembly and connects it with the browser: the entry of everything that is
// loaded with it, and not before.
// @ts-check

import { initSync, WidgetHandle } from "supple-glue";
import { loader_widget_missing } from "../messages/en.json";
import { cueOutputs } from "./cue-outputs/cue-outputs.js";
import { languageOf } from "./language.js";
import { showFiguresLater } from "./later-figures.js";
import { fill } from "./message.js";
import { nextTask } from "./next-task.js";

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

/** @type {string} */
let drawingsUrl;
/** @type {string} */
let figuresUrl;

/**
 * Compiles the WebAssembly and instantiates it. Mounting comes in a task of its own, so that input gets handled in
 * between.
 *
 * @param {Response} response The WebAssembly.
 * @param {string} drawings The address of the built-in routine's drawings.
 * @param {string} figures The address of the module that draws figures.
 */
export default async function start(response, drawings, figures) {
  drawingsUrl = drawings;
  figuresUrl = figures;
  if (!response.ok) {
    throw new Error(fill(loader_widget_missing, { address: response.url, status: response.status }));
  }
  // Compiled while it arrives, if the server declares what it is; some don't.
  const isDeclared = response.headers.get("Content-Type") === "application/wasm";
  const module = isDeclared
    ? await WebAssembly.compileStreaming(response)
    : await WebAssembly.compile(await response.arrayBuffer());
  initSync({ module });
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
  const later = (call) => queueMicrotask(() => handle && call(handle));
  const outputs = cueOutputs(place, {
    pause: () => later((widget) => widget.pause()),
    resume: () => later((widget) => widget.resume()),
    next: () => later((widget) => widget.next()),
    previous: () => later((widget) => widget.previous()),
    setVoices: (names) => later((widget) => widget.setVoices(names)),
    reportCueProblem: (problem) => later((widget) => widget.reportCueProblem(problem)),
  });
  const isPersistent = !element.hasAttribute("no-persist");
  try {
    handle = new WidgetHandle({
      routine,
      storageKey: isPersistent ? (element.getAttribute("storage-key") ?? "default") : undefined,
      lang: languageOf(element),
      site,
      onEvent,
      onCues: outputs.update,
      onCueTest: outputs.test,
    });
    await nextTask();
    handle.mount(place);
  } catch (error) {
    outputs.free();
    handle?.free();
    throw error;
  }
  // A figure that can't be drawn is reported like anything else that is wrong with a routine; its card works without.
  if (problems.length > 0) {
    later((widget) => onEvent("supple-error", { ...widget.detail(), message: problems.join("\n") }));
  }
  // The figures of the built-in routine were drawn when the site was built.
  const hasFigures = isBuiltIn || drawings !== undefined;
  place.toggleAttribute("data-without-figures", !hasFigures);
  const forgetFigures =
    hasFigures &&
    showFiguresLater(element, place, figuresUrl, (figures) =>
      figures.show(place, drawings === undefined ? figures.builtInDrawings(drawingsUrl) : figures.parseDrawings(drawings)),
    );
  const unmount = () => {
    if (forgetFigures) forgetFigures();
    outputs.free();
    handle?.free();
    handle = undefined;
  };
  return { handle, unmount };
}
