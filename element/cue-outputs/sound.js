// JavaScript because it calls Web Audio; see cue-outputs.js.
//
// Tones are scheduled ahead on the audio clock, so that a busy or throttled page doesn't delay them.
// @ts-check

import { NOTES } from "./notes.js";

/** @import { CueKind, CueOutputSettings, CueProblem } from "../widget.d.ts" */

// All of these are in seconds.
/** How late a cue may sound. */
const LATE_MAX = 0.15;
/** A tone that begins sooner than this can't be stopped any more. */
const COMMITTED = 0.02;
/** How far a scheduled tone may be off before it is scheduled again. */
const TOLERANCE = 0.012;
/** No output device takes longer than this; one that seems to is reporting something else. */
const DEVICE_LATENCY_MAX = 0.5;
/** By how much readings of a clock that runs all the while may differ. */
const JITTER_MAX = 0.06;

/** How many readings of the audio clock are compared. */
const READINGS = 12;
/** How long the audio clock may stand still while it should run, in milliseconds. */
const STUCK_MS = 1_000;
/** How long audio that is allowed takes to begin at most, in milliseconds. */
const START_MS = 500;

/**
 * A cue that is to sound; `due` is on the page's clock, in milliseconds.
 * @typedef {{ id: number, kind: CueKind, due: number }} DueCue
 */

/**
 * A cue on the audio clock; `at` is in seconds.
 * @typedef {{ at: number, tones: OscillatorNode[] }} ScheduledCue
 */

/** @typedef {"auto" | "ambient" | "playback"} AudioSessionType */

/**
 * Of the audio session, which the widgets of a page share with it: what the page had set, and what a widget has set since
 * then. Both are undefined while no widget has set anything.
 * @type {{ page?: AudioSessionType | undefined, shown?: AudioSessionType | undefined }}
 */
const sessionTypes = {};

/**
 * Sets on iOS whether sound obeys the silent switch, and whether it mixes with the person's music. Without a type, gives
 * it back as the page had it, unless the page has changed it meanwhile.
 *
 * @param {Window} page
 * @param {AudioSessionType} [type]
 */
function setAudioSession(page, type) {
  try {
    const { audioSession } = /** @type {{ audioSession?: { type: AudioSessionType } }} */ (page.navigator);
    if (!audioSession) return;
    const isOurs = audioSession.type === sessionTypes.shown;
    if (type) {
      if (!isOurs) sessionTypes.page = audioSession.type;
      audioSession.type = type;
    } else if (isOurs) {
      audioSession.type = sessionTypes.page ?? "auto";
    }
    sessionTypes.shown = type && audioSession.type;
  } catch {
    // It stays as the browser has it.
  }
}

/**
 * Whether nothing in the page was pressed yet, as far as the browser says.
 * @param {Window} page
 */
const isUntouched = (page) => page.navigator.userActivation?.hasBeenActive === false;

/**
 * @param {Window & typeof globalThis} page The window that shows the widget.
 * @param {(problem: CueProblem) => void} report
 * @param {(waits: boolean) => void} setWaits Told whether there will be sound only after a press.
 * @returns {import("./cue-outputs.js").CueOutput}
 */
export function sound(page, report, setWaits) {
  /** @type {AudioContext | undefined} */
  let context;
  /** @type {GainNode | undefined} */
  let loudness;
  let isOn = false;
  /** @type {DueCue[]} */
  let cues = [];
  /** @type {Map<number, ScheduledCue>} By the cue's id. */
  const scheduled = new Map();
  /** @type {Set<OscillatorNode>} Tones that aren't over. */
  const tones = new Set();
  /** @type {number[]} How far the audio clock is ahead of the page's, in seconds, by the latest readings. */
  const leads = [];
  /** @type {boolean | undefined} Whether those readings were of what comes out of the device. */
  let readsOutput;
  /** @type {number | undefined} What the audio clock said when cues were scheduled last. */
  let clockBefore;
  /** @type {number | undefined} What the audio clock says while it should run, and since when on the page's clock. */
  let stuckAt;
  let stuckSince = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} Until it is clear whether sound is allowed without a press. */
  let trial;

  /**
   * Asks for another state of the audio, which may fail or take for ever.
   * @param {"resume" | "suspend" | "close"} change
   */
  const request = async (change) => {
    try {
      await context?.[change]();
    } catch {
      // The next update asks again.
    }
  };

  /**
   * Opens the audio. Where nothing on the page was pressed yet, this is a try: an installed app may sound, and so may a
   * page that the person often listens to.
   * @param {CueOutputSettings} settings
   */
  function open({ volume, throughSilentSwitch }) {
    if (!context) {
      try {
        context = new page.AudioContext();
        loudness = context.createGain();
        loudness.connect(context.destination);
        context.onstatechange = wake;
      } catch {
        context = undefined;
        report("no-sound");
      }
    }
    if (!context || !loudness) return;
    loudness.gain.value = (volume / 100) ** 2;
    setAudioSession(page, throughSilentSwitch ? "playback" : "ambient");
    request("resume");
  }

  function close() {
    clearTimeout(trial);
    trial = undefined;
    if (!context) return;
    context.onstatechange = null;
    request("close");
    setAudioSession(page);
    context = stuckAt = undefined;
    scheduled.clear();
    tones.clear();
  }

  /** Finds out whether sound has to wait for a press. */
  function seeWhetherItWaits() {
    const mayWait = isOn && context !== undefined && context.state !== "running" && isUntouched(page);
    if (!mayWait) {
      clearTimeout(trial);
      trial = undefined;
      setWaits(false);
    } else {
      trial ??= setTimeout(() => setWaits(isOn && context?.state !== "running" && isUntouched(page)), START_MS);
    }
  }

  /** Resumes the audio, which the browser or a call may have suspended; its `state` can't be relied on. */
  function wake() {
    leads.length = 0;
    seeWhetherItWaits();
    if (!isOn) return;
    request("resume");
    schedule();
  }

  /** Suspends the audio while nothing sounds, so that it costs nothing. */
  function rest() {
    if (!context || isOn || tones.size) return;
    leads.length = 0;
    request("suspend");
    setAudioSession(page);
  }

  /**
   * The time on the audio clock of what comes out of the device now, in seconds. It is behind `currentTime` by the
   * device's latency, which over Bluetooth is as much as half a second. Each reading lags by some steps of about 10 ms,
   * so the one with the greatest lead is the best.
   *
   * @param {AudioContext} audio
   */
  function outputTime(audio) {
    const { currentTime } = audio;
    const now = performance.now() / 1_000;
    const { contextTime = 0, performanceTime = 0 } = audio.getOutputTimestamp?.() ?? {};
    const output = contextTime + now - performanceTime / 1_000;
    const isOutput = contextTime > 0 && Math.abs(currentTime - output) < DEVICE_LATENCY_MAX;
    const lead = (isOutput ? output : currentTime) - now;
    // Readings of another kind, or far from the others, mean that the clock stood still or the device has changed.
    if (isOutput !== readsOutput || Math.abs(Math.max(...leads) - lead) > JITTER_MAX) leads.length = 0;
    readsOutput = isOutput;
    leads.unshift(lead);
    leads.length = Math.min(leads.length, READINGS);
    return now + Math.max(...leads);
  }

  /** Schedules the cues to come and takes back those that don't apply any more. Doing so twice changes nothing. */
  function schedule() {
    if (!context) return;
    const now = context.currentTime;
    // While the clock stands still, what is scheduled for now has not begun, and must not pile up.
    const isStuck = context.state !== "running" || now === clockBefore;
    clockBefore = now;
    if (isStuck) leads.length = 0;
    const output = outputTime(context);
    /** @type {Map<number, { kind: CueKind, wait: number }>} With how long until each is due, in seconds. */
    const missing = new Map(cues.map(({ id, kind, due }) => [id, { kind, wait: (due - performance.now()) / 1_000 }]));
    for (const [id, cue] of scheduled) {
      const { at } = cue;
      const hasBegun = isStuck ? at < now : at <= now + COMMITTED;
      const tolerance = hasBegun ? LATE_MAX + COMMITTED + now - output : TOLERANCE;
      const wait = missing.get(id)?.wait ?? NaN;
      if (Math.abs(output + wait - at) < tolerance) {
        missing.delete(id);
      } else {
        scheduled.delete(id);
        // One that has only just begun and doesn't apply any more was skipped: several at once would be noise.
        if (!hasBegun || (isOn && at > now - LATE_MAX + COMMITTED)) cue.tones.forEach(cancel);
      }
    }
    for (const [id, { kind, wait }] of missing) {
      if (wait < -LATE_MAX) continue;
      const at = Math.max(now, output + wait);
      scheduled.set(id, { at, tones: play(context, at, kind) });
    }
  }

  /**
   * @param {AudioContext} audio
   * @param {number} at
   * @param {CueKind} kind
   */
  function play(audio, at, kind) {
    return NOTES[kind].map(([offset, frequency, length]) => {
      const from = at + offset;
      const tone = audio.createOscillator();
      const envelope = audio.createGain();
      const { gain } = envelope;
      tone.type = "triangle";
      tone.frequency.value = frequency;
      // It swells within 20 ms, so that it doesn't click, and fades away.
      gain.value = 0;
      gain.setTargetAtTime(0.5, from, 0.006);
      gain.setTargetAtTime(0, from + 0.02, length / 6);
      tone.connect(envelope);
      if (loudness) envelope.connect(loudness);
      tone.start(from);
      tone.stop(from + length);
      tones.add(tone);
      tone.onended = () => {
        tones.delete(tone);
        rest();
      };
      return tone;
    });
  }

  /** @param {OscillatorNode} tone */
  function cancel(tone) {
    tone.onended = null;
    tone.stop();
    tones.delete(tone);
  }

  return {
    update({ state, settings, ahead }) {
      const now = performance.now();
      isOn = state === "running" && settings.volume > 0;
      cues = settings.volume > 0 ? ahead.map(({ id, kind, inMs }) => ({ id, kind, due: now + inMs })) : [];
      if (!isOn) {
        stuckAt = undefined;
      } else if (!context || context.currentTime !== stuckAt) {
        stuckAt = context?.currentTime;
        stuckSince = now;
      } else if (now - stuckSince > STUCK_MS && !page.document.hidden && !isUntouched(page)) {
        close(); // so that it is opened again
      }
      if (isOn) open(settings);
      seeWhetherItWaits();
      schedule();
      rest();
    },
    test({ kind }, { settings }) {
      if (!settings.volume) return;
      open(settings);
      const due = performance.now();
      cues.push({ id: due, kind, due });
      schedule();
    },
    wake,
    free: close,
  };
}
