// The carriers of cues: one list comes from the session, and sound, voice, vibration and the screen's edge carry it, each
// where it can. What is missing, refuses, throws or never answers leaves the others and the session as they are.

import { flash } from "./flash.js";
import { mediaSession } from "./media-session.js";
import { sound } from "./sound.js";
import { vibration } from "./vibration.js";
import { voice } from "./voice.js";
import { wakeLock } from "./wake-lock.js";

/**
 * Carries the cues of one widget. `place` is what it is mounted in, `commands` is what a headset or a lock screen may do
 * to its session, with `say`, which shows the person a notice.
 *
 * An ability has some of: `carry(session)`, how things stand now; `cue(cue, session)`, for one whose instant is now;
 * `check(cue, session)`, for one to be tried in between; `wake()`, the page was looked at or pressed; `free()`.
 */
export function carriers(place, commands) {
  const said = new Set();
  const say = (text) => {
    if (!said.has(text)) commands.say(text);
    said.add(text);
  };
  const abilities = [sound(say), voice(place, say), vibration, flash(place), wakeLock(say), mediaSession(commands)];
  const all = (what, ...given) => {
    for (const ability of abilities) {
      try {
        ability[what]?.(...given);
      } catch {
        // It is an ability less.
      }
    }
  };
  let session;
  const wake = () => document.hidden || all("wake");
  document.addEventListener("visibilitychange", wake);
  place.addEventListener("click", wake);
  return {
    /** Takes over how things stand: at each change, and at the instant of each cue. */
    carry(json) {
      session = JSON.parse(json);
      all("carry", session);
      if (session.now) all("cue", session.now, session);
    },
    /** Gives one cue as the settings are; it comes from a press. */
    check(kind, text) {
      const cue = { kind, text };
      all("check", cue, session);
      all("cue", cue, session, true);
    },
    /** Lets go of everything. */
    free() {
      document.removeEventListener("visibilitychange", wake);
      place.removeEventListener("click", wake);
      all("free");
    },
  };
}
