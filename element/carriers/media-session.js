// What a lock screen and the keys of a headset show and do.

const KEYS = { play: "resume", pause: "pause", nexttrack: "next", previoustrack: "previous" };

/** The widget of the page that has them: the one that ran last. */
let owner;

/** The session as something that is played. */
export function mediaSession(commands) {
  const me = {};
  const media = navigator.mediaSession;
  const quietly = (what) => {
    try {
      what();
    } catch {
      // Not all browsers know all of it.
    }
  };
  const setKeys = (handler) => {
    for (const key in KEYS) quietly(() => media.setActionHandler(key, handler(commands[KEYS[key]])));
  };

  function free() {
    if (owner !== me) return;
    owner = undefined;
    media.playbackState = "none";
    media.metadata = null;
    setKeys(() => null);
    quietly(() => media.setPositionState());
  }

  return {
    carry({ state, title, what, routine, atMs, totalMs }) {
      if (!media) return;
      const isRunning = state === "running";
      if (!isRunning && state !== "paused" && state !== "away") return free();
      if (isRunning && owner !== me) {
        owner = me;
        setKeys((command) => () => command());
      }
      if (owner !== me) return;
      media.playbackState = isRunning ? "playing" : "paused";
      quietly(() => (media.metadata = new MediaMetadata({ title, artist: what, album: routine })));
      // It throws if the position is beyond the end, or no number.
      quietly(() => media.setPositionState({ duration: totalMs / 1_000, position: atMs / 1_000 }));
    },
    free,
  };
}
