// JavaScript because it instantiates the WebAssembly and connects it with the browser: the entry of everything that is
// loaded with it, and not before.
// @ts-check

import { initSync, mount as mountWidget } from "supple-glue";
import { loader_problems_unknown, loader_widget_missing } from "../messages/en.json";
import { cueOutputs } from "./cue-outputs/cue-outputs.js";
import { languageOf } from "./language.js";
import { showFiguresLater } from "./later-figures.js";
import { fill } from "./message.js";
import { nextTask } from "./next-task.js";

export { takeOver } from "./takeover.js";

/** @import { Outcome } from "./figures/drawings.js" */
/** @import { SuppleDetail, SuppleErrorDetail } from "./supple.d.ts" */
/** @import { WidgetEventName, WidgetHandle } from "./widget.d.ts" */

/**
 * Without a name, only the state has changed.
 *
 * @callback EventHandler
 * @param {WidgetEventName | "supple-error" | undefined} name
 * @param {SuppleDetail | SuppleErrorDetail} detail
 * @returns {void}
 */

/**
 * @typedef {object} MountRequest
 * @property {HTMLElement} element The `<supple-routine>`.
 * @property {HTMLElement} place Where the widget goes: an empty element.
 * @property {string} routine The routine's document.
 * @property {string} [site] The address of the site with the app.
 * @property {EventHandler} onEvent
 */

/** @type {string} */
let authoringUrl;
/** @type {string} */
let figuresUrl;

/**
 * Fetches the WebAssembly and instantiates it. Mounting comes in a task of its own, so that input gets handled in
 * between.
 *
 * @param {string} wasm The address of the WebAssembly.
 * @param {string} authoring The address of the module for routines by other authors.
 * @param {string} figures The address of the module that draws figures.
 */
export default async function start(wasm, authoring, figures) {
  authoringUrl = authoring;
  figuresUrl = figures;
  const response = await fetch(wasm);
  if (!response.ok) throw new Error(fill(loader_widget_missing, { address: wasm, status: response.status }));
  // Compiled while it arrives, if the server declares what it is; some don't.
  const isDeclared = response.headers.get("Content-Type") === "application/wasm";
  const module = isDeclared
    ? await WebAssembly.compileStreaming(response)
    : await WebAssembly.compile(await response.arrayBuffer());
  initSync({ module });
  await nextTask();
}

/**
 * Mounts the widget of an element. Throws `undefined` where the routine is refused: `refusal` says why.
 *
 * @param {MountRequest} request
 */
export function mount({ element, place, routine, site, onEvent }) {
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
    handle = mountWidget(place, {
      routine,
      storageKey: isPersistent ? (element.getAttribute("storage-key") ?? "default") : undefined,
      lang: languageOf(element),
      site,
      onEvent,
      onCues: outputs.update,
      onCueTest: outputs.test,
    });
  } catch (error) {
    outputs.free();
    throw error;
  }
  // A figure that can't be drawn is reported like anything else that is wrong with a routine; its card works without.
  const reportFigure = (/** @type {string} */ message) =>
    handle && onEvent("supple-error", { ...handle.detail(), message });
  // The figures of the built-in routine were drawn when the site was built.
  const isOther = element.getAttribute("src");
  // No figure can be described without one of these, or in letters that are written as numbers.
  const mayHaveFigures = !isOther || /figure|anatomy-picture|\\u/.test(routine);
  place.toggleAttribute("data-without-figures", !mayHaveFigures);
  const forgetFigures =
    mayHaveFigures &&
    showFiguresLater(element, place, figuresUrl, (figures) =>
      figures.show(place, routine, isOther && readRoutine, reportFigure),
    );
  const unmount = () => {
    if (forgetFigures) forgetFigures();
    outputs.free();
    handle?.free();
    handle = undefined;
  };
  return { handle, unmount };
}

/**
 * Why a routine was refused, a line for each problem.
 *
 * @param {string} routine The routine's document.
 */
export async function refusal(routine) {
  try {
    const { problems } = await readRoutine(routine);
    return new Error(problems.join("\n"));
  } catch {
    return new Error(loader_problems_unknown);
  }
}

/**
 * Reads a routine with the module that only routines by other authors need: its document with drawings in it, if it is
 * not refused, and the problems it has.
 *
 * @param {string} routine
 * @returns {Promise<Outcome>}
 */
const readRoutine = async (routine) => (await import(authoringUrl)).read(routine);
