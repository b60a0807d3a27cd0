// JavaScript because it calls the browser's Media Session; see cue-outputs.js.
//
// Shows the session on the lock screen, and lets its buttons and those of a headset control it.
// @ts-check

/** @import { CueHost, CueOutput } from "./cue-outputs.js" */

/** @typedef {"pause" | "resume" | "next" | "previous"} Command */

/** @type {[MediaSessionAction, Command][]} */
const ACTIONS = [["play", "resume"], ["pause", "pause"], ["nexttrack", "next"], ["previoustrack", "previous"]];

/**
 * The widget of the page that has the Media Session: the one that ran last.
 * @type {object | undefined}
 */
let owner;

/**
 * @param {Window & typeof globalThis} page The window that shows the widget.
 * @param {CueHost} host
 * @returns {CueOutput}
 */
export function mediaSession(page, host) {
  const me = {};
  const media = page.navigator.mediaSession;
  /**
   * Calls something that not every browser supports.
   * @param {() => void} call
   */
  const attempt = (call) => {
    try {
      call();
    } catch {
      // Not supported here.
    }
  };
  /** @param {(command: Command) => MediaSessionActionHandler | null} handlerOf */
  const setHandlers = (handlerOf) => {
    for (const [action, command] of ACTIONS) attempt(() => media.setActionHandler(action, handlerOf(command)));
  };

  function free() {
    if (owner !== me) return;
    owner = undefined;
    media.playbackState = "none";
    media.metadata = null;
    setHandlers(() => null);
    attempt(() => media.setPositionState());
  }

  return {
    update({ state, title, instruction, routine, atMs, totalMs }) {
      if (!media) return;
      const isRunning = state === "running";
      if (!isRunning && state !== "paused" && state !== "away") return free();
      if (isRunning && owner !== me) {
        owner = me;
        setHandlers((command) => () => host[command]());
      }
      if (owner !== me) return;
      media.playbackState = isRunning ? "playing" : "paused";
      const metadata = { title: title ?? "", artist: instruction ?? "", album: routine };
      attempt(() => (media.metadata = new page.MediaMetadata(metadata)));
      // Throws where the position is beyond the end.
      attempt(() => media.setPositionState({ duration: totalMs / 1_000, position: atMs / 1_000 }));
    },
    free,
  };
}
