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
 * What the page had there before, and what it says as a widget has left it.
 * @type {{ page: MediaMetadata | null, shown: MediaMetadata | null }}
 */
const metadata = { page: null, shown: null };

/**
 * @param {Window & typeof globalThis} page The window that shows the widget.
 * @param {CueHost} host
 * @returns {CueOutput}
 */
export function mediaSession(page, host) {
  const me = {};
  let wasRunning = false;
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

  /** The page may have taken the Media Session for something of its own; then it is no longer ours to change. */
  const isOurs = () => owner === me && media.metadata === metadata.shown;

  function free() {
    const wasOurs = isOurs();
    if (owner === me) owner = undefined;
    if (!wasOurs) return;
    media.playbackState = "none";
    media.metadata = metadata.page;
    setHandlers(() => null);
    attempt(() => media.setPositionState());
  }

  return {
    update({ state, title, instruction, routine, atMs, totalMs }) {
      if (!media) return;
      const isRunning = state === "running";
      const begins = isRunning && !wasRunning;
      wasRunning = isRunning;
      if (!isRunning && state !== "paused" && state !== "away") return free();
      if (begins && !isOurs()) {
        if (!owner || media.metadata !== metadata.shown) metadata.page = media.metadata;
        owner = me;
        setHandlers((command) => () => host[command]());
      } else if (!isOurs()) {
        return;
      }
      media.playbackState = isRunning ? "playing" : "paused";
      const shown = { title: title ?? "", artist: instruction ?? "", album: routine };
      attempt(() => (media.metadata = new page.MediaMetadata(shown)));
      metadata.shown = media.metadata;
      // Throws where the position is beyond the end.
      attempt(() => media.setPositionState({ duration: totalMs / 1_000, position: atMs / 1_000 }));
    },
    free,
  };
}
