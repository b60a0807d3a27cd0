// JavaScript because a cue output does nothing but call abilities of the browser that may be missing, refuse, throw or
// never answer: `try` and `?.` are at home here.
// @ts-check

import { flash } from "./flash.js";
import { mediaSession } from "./media-session.js";
import { sound } from "./sound.js";
import { vibration } from "./vibration.js";
import { voice } from "./voice.js";
import { wakeLock } from "./wake-lock.js";
import { windowOf } from "../window-of.js";

/** @import { CueMessage, CueProblem, CueTest, SpokenCue } from "../widget.d.ts" */

/**
 * What the cue outputs may ask of the widget. It is told of each problem once.
 *
 * @typedef {object} CueHost
 * @property {() => void} pause
 * @property {() => void} resume
 * @property {() => void} next
 * @property {() => void} previous
 * @property {(names: string[]) => void} setVoices
 * @property {(waits: boolean) => void} setSoundWaits Whether the browser wants a press before there is sound.
 * @property {(problem: CueProblem) => void} reportCueProblem
 */

/**
 * One way to give cues to the person.
 *
 * @typedef {object} CueOutput
 * @property {(message: CueMessage) => void} [update] Takes over how things stand.
 * @property {(cue: SpokenCue, message: CueMessage, isTest?: boolean) => void} [cue] Gives a cue that is due now.
 * @property {(cue: CueTest, message: CueMessage) => void} [test] Gives a cue that is otherwise scheduled ahead.
 * @property {() => void} [wake] The page has become visible, or was pressed.
 * @property {() => void} [free] Releases everything.
 */

/** A session may begin without a press, but browsers make no sound before there was one. */
const PRESSES = ["pointerup", "keydown"];

/**
 * The cue outputs of one widget. Whatever one of them can't do leaves the others and the session as they are.
 *
 * @param {HTMLElement} place The element that the widget is mounted in.
 * @param {CueHost} host
 */
export function cueOutputs(place, host) {
  /** @type {Set<CueProblem>} */
  const reported = new Set();
  /** @param {CueProblem} problem */
  const report = (problem) => {
    if (!reported.has(problem)) host.reportCueProblem(problem);
    reported.add(problem);
  };
  let page = windowOf(place);
  /** @type {Set<string>} What waits for a press. */
  const waiting = new Set();
  let isWaiting = false;
  /** @type {(what: string) => (waits: boolean) => void} */
  const setWaits = (what) => (waits) => {
    if (waits) waiting.add(what);
    else waiting.delete(what);
    if (isWaiting === waiting.size > 0) return;
    isWaiting = !isWaiting;
    for (const press of PRESSES) {
      if (isWaiting) page.document.addEventListener(press, wake, true);
      else page.document.removeEventListener(press, wake, true);
    }
    host.setSoundWaits(isWaiting);
  };
  const stopWaiting = () => {
    waiting.clear();
    setWaits("")(false);
  };
  /** Those of the window that shows the widget: it is the one where people press something, see and hear. */
  const outputsOf = () =>
    [
      () => sound(page, report, setWaits("sound")),
      () => voice(page, place, host.setVoices, report, setWaits("voice")),
      () => vibration(page),
      () => flash(place),
      () => wakeLock(page, report),
      () => mediaSession(page, host),
    ].flatMap((create) => {
      try {
        return [create()];
      } catch {
        return []; // even to ask for an ability may be refused
      }
    });
  /** @type {CueOutput[]} */
  let outputs = outputsOf();
  /** @param {(output: CueOutput) => void} call */
  const forAll = (call) => {
    for (const output of outputs) {
      try {
        call(output);
      } catch {
        // This output fails; the others work.
      }
    }
  };
  /** @type {CueMessage | undefined} */
  let latest;
  const wake = () => page.document.hidden || forAll((output) => output.wake?.());
  page.document.addEventListener("visibilitychange", wake);
  place.addEventListener("click", wake);
  return {
    /**
     * Takes over how things stand: at each change, and at the instant of each cue.
     *
     * @param {CueMessage} message
     */
    update(message) {
      latest = message;
      forAll((output) => output.update?.(message));
      const { now } = message;
      if (now) forAll((output) => output.cue?.(now, message));
    },
    /**
     * Gives one cue for the person to try, according to the settings. Comes from a press.
     *
     * @param {CueTest} cue
     */
    test(cue) {
      const message = latest;
      if (!message) return; // the settings aren't known yet
      forAll((output) => output.test?.(cue, message));
      forAll((output) => output.cue?.(cue, message, true));
    },
    /** The widget is in another document now, maybe of another window. */
    move() {
      page.document.removeEventListener("visibilitychange", wake);
      forAll((output) => output.free?.());
      stopWaiting();
      page = windowOf(place);
      outputs = outputsOf();
      page.document.addEventListener("visibilitychange", wake);
      const message = latest;
      if (message) forAll((output) => output.update?.({ ...message, now: null }));
    },
    /** Releases everything. */
    free() {
      page.document.removeEventListener("visibilitychange", wake);
      place.removeEventListener("click", wake);
      forAll((output) => output.free?.());
      stopWaiting();
    },
  };
}
