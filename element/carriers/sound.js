// Sound: tones made with Web Audio, set ahead on the audio clock, so that a busy or throttled page doesn't delay them.

import { NOTES } from "./notes.js";

/** In seconds: how late a cue may be, how soon it can't be stopped any more, and how far off it may be set. */
const LATE = 0.15;
const SOON = 0.02;
const OFF = 0.012;
/** In seconds: a device that takes longer than this says something else than what it takes. */
const DEVICE = 0.5;
/** How many readings of the audio clock are compared, and by how much they may differ, in seconds, if it ran all the while. */
const READINGS = 12;
const JITTER = 0.06;
/** How long the audio clock may stand while it should run, in milliseconds. */
const STANDS = 1_000;

/** Cues as tones. */
export function sound(say) {
  let context, loudness, isOn, before;
  /** What is to sound, each with its instant on the page's clock; and what is set on the audio clock, by the cue's id. */
  let cues = [];
  const set = new Map();
  /** Tones that are not over. */
  const tones = new Set();
  /** How far the audio clock is ahead of the page's, in seconds, by the last readings. */
  const readings = [];
  /** Whether those were of what comes out. */
  let wasOut;
  /** What the audio clock said while it should run, and when it began to say so. */
  let said, since;

  /** Whatever comes of it, and whenever. */
  const ask = async (what) => {
    try {
      await context[what]();
    } catch {
      // It is asked again.
    }
  };

  /** On iOS: whether the silent switch and the person's music count. */
  const mix = (type) => {
    try {
      if (navigator.audioSession) navigator.audioSession.type = type;
    } catch {
      // It stays as the browser has it.
    }
  };

  /** Opens the audio, unless the page was never pressed: it would not sound, and the browser would complain. */
  function open({ volume, silent }) {
    if (!context && navigator.userActivation?.hasBeenActive !== false) {
      try {
        context = new AudioContext();
        loudness = context.createGain();
        loudness.connect(context.destination);
        context.onstatechange = wake;
      } catch {
        context = undefined;
        say("This browser makes no sound here. Follow the screen, or switch the voice on.");
      }
    }
    if (!context) return;
    loudness.gain.value = (volume / 100) ** 2;
    mix(silent ? "playback" : "ambient");
    ask("resume");
  }

  function close() {
    if (!context) return;
    context.onstatechange = null;
    ask("close");
    context = said = undefined;
    set.clear();
    tones.clear();
  }

  /** The browser, or a call, may have suspended it; that it says that it runs means little. */
  function wake() {
    readings.length = 0;
    if (!isOn) return;
    ask("resume");
    plan();
  }

  /** What costs nothing while nothing sounds. */
  function rest() {
    if (!context || isOn || tones.size) return;
    readings.length = 0;
    ask("suspend");
    mix("auto");
  }

  /**
   * What the audio clock says of what comes out of the device now: later than what is set now by what the device takes, as much
   * as half a second over the air. Each reading is behind by some steps of about 10 ms, so the furthest one is the best.
   */
  function outNow() {
    const { currentTime } = context;
    const time = performance.now() / 1_000;
    const { contextTime, performanceTime } = context.getOutputTimestamp?.() ?? {};
    const out = contextTime + time - performanceTime / 1_000;
    const isOut = contextTime > 0 && Math.abs(currentTime - out) < DEVICE;
    const ahead = (isOut ? out : currentTime) - time;
    // One of another kind, or far from the others: the clock stood meanwhile, or the device is another.
    if (isOut !== wasOut || Math.abs(Math.max(...readings) - ahead) > JITTER) readings.length = 0;
    wasOut = isOut;
    readings.unshift(ahead);
    readings.length = Math.min(readings.length, READINGS);
    return time + Math.max(...readings);
  }

  /** Sets what is to sound, and takes back what isn't any more. Doing it again changes nothing. */
  function plan() {
    if (!context) return;
    const now = context.currentTime;
    // While the clock stands, what is set for now has not begun: it must not pile up.
    const stands = context.state !== "running" || now === before;
    before = now;
    if (stands) readings.length = 0;
    const out = outNow();
    const left = new Map(cues.map(({ id, kind, due }) => [id, { kind, wait: (due - performance.now()) / 1_000 }]));
    for (const [id, { at, notes }] of set) {
      const hasBegun = stands ? at < now : at <= now + SOON;
      if (Math.abs(out + left.get(id)?.wait - at) < (hasBegun ? LATE + SOON + now - out : OFF)) {
        left.delete(id);
      } else {
        set.delete(id);
        // One that has just begun and isn't true any more was skipped: many at once would be noise.
        if (!hasBegun || (isOn && at > now - LATE + SOON)) notes.forEach(stop);
      }
    }
    for (const [id, { kind, wait }] of left) {
      const at = Math.max(now, out + wait);
      if (wait >= -LATE) set.set(id, { at, notes: NOTES[kind].map((note) => play(at, note)) });
    }
  }

  function play(at, [offset, frequency, length]) {
    const from = at + offset;
    const tone = context.createOscillator();
    const envelope = context.createGain();
    const { gain } = envelope;
    tone.type = "triangle";
    tone.frequency.value = frequency;
    // It comes within 20 ms, without a click, and fades away.
    gain.value = 0;
    gain.setTargetAtTime(0.5, from, 0.006);
    gain.setTargetAtTime(0, from + 0.02, length / 6);
    tone.connect(envelope);
    envelope.connect(loudness);
    tone.start(from);
    tone.stop(from + length);
    tones.add(tone);
    tone.onended = () => {
      tones.delete(tone);
      rest();
    };
    return tone;
  }

  /** Takes back a tone. */
  function stop(tone) {
    tone.onended = null;
    tone.stop();
    tones.delete(tone);
  }

  return {
    carry({ state, settings, ahead }) {
      const time = performance.now();
      isOn = state === "running" && settings.volume > 0;
      cues = settings.volume > 0 ? ahead.map((cue) => ({ ...cue, due: time + cue.in })) : [];
      if (!isOn) {
        said = undefined;
      } else if (!context || context.currentTime !== said) {
        said = context?.currentTime;
        since = time;
      } else if (time - since > STANDS && !document.hidden) {
        close();
      }
      if (isOn) open(settings);
      plan();
      rest();
    },
    check({ kind }, { settings }) {
      if (!settings.volume) return;
      open(settings);
      const due = performance.now();
      cues.push({ id: due, kind, due });
      plan();
    },
    wake,
    free: close,
  };
}
