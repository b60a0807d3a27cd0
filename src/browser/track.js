// A track that goes on playing while the screen is locked, by the page's one audio element.

let audio;
/** The track that the element plays, or will. */
let mine;

/**
 * Makes a track and plays it; gives it. `slice` gives the bytes of the next part, and nothing after the last; `start` is asked
 * where to begin once all is made, in milliseconds. `hear` is told "playing"; "time" and "paused" if that comes of the device and
 * not of what is asked here; "refused" if it can't be played.
 */
export function play(slice, start, hear) {
  const track = { hear, isHeld: false, isMade: false };
  begin(track, slice, start).catch(() => refuse(track));
  return track;
}

async function begin(track, slice, start) {
  audio ??= new Audio();
  mine = track;
  const parts = [slice()];
  // A browser wants a press for what sounds. That is now, so the first part plays at once, unheard.
  audio.muted = true;
  load(parts);
  const allowed = audio.play();
  for (let part = slice(); part; part = slice()) {
    parts.push(part);
    await nextTask();
    if (mine !== track) return;
  }
  await allowed;
  if (mine !== track) return;
  load(parts);
  audio.currentTime = start() / 1_000;
  audio.muted = false;
  audio.onpause = () => mine === track && audio.paused && !audio.ended && !track.isHeld && track.hear("paused");
  audio.ontimeupdate = () => document.hidden && mine === track && track.hear("time");
  if (!track.isHeld) await audio.play();
  if (mine !== track) return;
  track.isMade = true;
  track.hear("playing");
}

function load(parts) {
  unload();
  audio.src = URL.createObjectURL(new Blob(parts, { type: "audio/wav" }));
}

function unload() {
  audio.onpause = audio.ontimeupdate = null;
  if (audio.src) URL.revokeObjectURL(audio.src);
}

/** Timers of a hidden page are a second apart. */
const nextTask = () =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(port1.close());
    port2.postMessage(undefined);
  });

function refuse(track) {
  if (mine !== track) return;
  stop(track);
  track.hear("refused");
}

/** How much of it was heard, in milliseconds; nothing while it is not made, or after another was played. */
export const positionMs = (track) => (mine === track && track.isMade ? audio.currentTime * 1_000 : undefined);

/** Pauses it, or lets it play on. Whether it can: not after another was played. */
export function hold(track, isHeld) {
  if (mine !== track) return false;
  // While it is made, the browser must see it play.
  if (track.isMade && track.isHeld !== isHeld) {
    if (isHeld) audio.pause();
    else audio.play().catch(() => refuse(track));
  }
  track.isHeld = isHeld;
  return true;
}

/** Lets go of it. */
export function stop(track) {
  if (mine !== track) return;
  mine = undefined;
  unload();
  audio.pause();
  audio.removeAttribute("src");
}
