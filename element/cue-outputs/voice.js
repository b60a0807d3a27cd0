// JavaScript because it calls the browser's speech; see cue-outputs.js.
//
// Speaks short sentences with voices that work on the device alone: others would send what they say over the network.
// @ts-check

/** @import { CueMessage, CueProblem, SpokenCue } from "../widget.d.ts" */

/** A sentence that could not begin within this many milliseconds is not spoken at all. */
const STALE_MS = 1_500;
/** What browsers need between `cancel` and `speak`, in milliseconds. */
const PAUSE_MS = 50;

/**
 * What is to be spoken, and when it was due on the page's clock, in milliseconds. An important one interrupts.
 * @typedef {Pick<SpokenCue, "text" | "speechMs"> & { dueAt: number, isImportant: boolean }} Sentence
 */

/**
 * An utterance that the browser was given.
 *
 * @typedef {object} Utterance
 * @property {SpeechSynthesisUtterance} spoken Browsers forget those that nobody refers to.
 * @property {boolean} isFirst Whether nothing of the page's own comes before it.
 * @property {boolean} isOver
 */

/**
 * One engine speaks for the whole page. What the widgets gave it last is theirs together: a widget that gives way must
 * not cut off the one that begins.
 * @type {Utterance | undefined}
 */
let latest;
/** When a widget cut off a sentence last, on the page's clock. */
let cutAt = -Infinity;

/**
 * Cuts off an utterance, unless that would cut off what others have given to the engine: `cancel` empties the queue of
 * the whole page.
 *
 * @param {SpeechSynthesis | undefined} speech
 * @param {Utterance | undefined} utterance
 */
function cutOff(speech, utterance) {
  if (!speech || !utterance || utterance !== latest || utterance.isOver || !utterance.isFirst || speech.pending) return;
  cutAt = performance.now();
  utterance.isOver = true;
  speech.cancel();
}

/**
 * @param {Window & typeof globalThis} page The window that shows the widget.
 * @param {HTMLElement} place The element that the widget is mounted in.
 * @param {(names: string[]) => void} setVoices
 * @param {(problem: CueProblem) => void} report
 * @param {(waits: boolean) => void} setWaits Told whether there will be a voice only after a press.
 * @returns {import("./cue-outputs.js").CueOutput}
 */
export function voice(page, place, setVoices, report, setWaits) {
  /** @type {SpeechSynthesis | undefined} */
  const speech = page.speechSynthesis;
  /** @type {CueMessage | undefined} */
  let session;
  /** @type {number | undefined} When the first sentence found no voice. */
  let voicelessSince;
  /** @type {Sentence | undefined} What waits for voices. */
  let pending;
  /**
   * The sentence that counts, given to the browser or about to be; it is taken to be over at `endsAt`.
   * @type {{ endsAt: number, timer?: ReturnType<typeof setTimeout>, utterance?: Utterance } | undefined}
   */
  let current;
  /** Whether anything was given to the browser. */
  let hasSpoken = false;
  /** @type {string | undefined} The voices that were reported last. */
  let reportedVoices;

  /** The device's own voices for the language of the routine. */
  function availableVoices() {
    /** @param {string} lang */
    const languageOf = (lang) => lang.toLowerCase().split(/[-_]/)[0];
    try {
      const language = languageOf(session?.lang ?? "");
      const voices = speech?.getVoices() ?? [];
      return voices.filter((it) => it.localService !== false && languageOf(it.lang) === language);
    } catch {
      return [];
    }
  }

  function reportVoices() {
    if (!session) return; // the language isn't known yet
    const names = availableVoices().map(({ name }) => name);
    const list = names.join("\n"); // a page may have changed what JSON does
    if (list === reportedVoices) return;
    reportedVoices = list;
    setVoices(names);
  }

  function hush() {
    const { timer, utterance } = current ?? {};
    current = pending = undefined;
    clearTimeout(timer);
    cutOff(speech, utterance);
  }

  /**
   * Gives a text to the browser, with a volume from 0 to 1.
   *
   * @param {string} text
   * @param {CueMessage} message
   * @param {number} [volume]
   * @param {() => void} [onOver]
   * @returns {Utterance}
   */
  function utter(text, { settings, lang }, volume = 1, onOver = undefined) {
    const utterance = new page.SpeechSynthesisUtterance(text);
    hasSpoken = true;
    const voices = availableVoices();
    const chosen = voices.find(({ name }) => name === settings.voiceName);
    const voice = chosen ?? voices.find((it) => it.default) ?? voices[0];
    if (voice) utterance.voice = voice;
    utterance.lang = voice?.lang ?? lang;
    utterance.rate = settings.rate / 100;
    utterance.volume = volume;
    // The engine may be busy with the widgets' own; what the page has given it goes first.
    const isFirst = !(speech?.speaking || speech?.pending) || Boolean(latest?.isFirst && !latest.isOver);
    /** @type {Utterance} */
    const mine = { spoken: utterance, isFirst, isOver: false };
    utterance.onend = () => {
      mine.isOver = true;
      onOver?.();
    };
    utterance.onerror = (event) => {
      mine.isOver = true;
      onOver?.();
      if (event.error !== "not-allowed" || session?.state !== "running") return;
      hasSpoken = false;
      setWaits(true);
    };
    speech?.speak(utterance);
    return (latest = mine);
  }

  /** @param {Sentence} sentence */
  function speak({ text, speechMs, dueAt, isImportant }) {
    const now = performance.now();
    // The estimate decides, since browsers can't be relied on to say when they have finished.
    if (!isImportant && current && now < current.endsAt) return;
    const wasBusy = Boolean(current);
    hush();
    if (latest?.spoken.text) cutOff(speech, latest); // another widget's
    const pauseMs = wasBusy ? PAUSE_MS : cutAt + PAUSE_MS - now;
    /** @type {NonNullable<typeof current>} */
    const mine = (current = { endsAt: now + speechMs });
    const isStale = () => performance.now() - dueAt > STALE_MS;
    const end = () => {
      if (mine === current) current = undefined;
    };
    const begin = () => {
      try {
        if (isStale() || !session) return end();
        const utterance = (mine.utterance = utter(text, session, 1, end));
        utterance.spoken.onstart = () => {
          utterance.isFirst = true;
          if (mine !== current) cutOff(speech, utterance);
          else if (isStale()) hush();
        };
      } catch {
        end();
      }
    };
    if (pauseMs > 0) mine.timer = setTimeout(begin, pauseMs);
    else begin();
  }

  function onVoicesChanged() {
    reportVoices();
    if (pending && availableVoices().length) speak(pending);
  }
  speech?.addEventListener?.("voiceschanged", onVoicesChanged);
  // Some browsers come to have voices without an event; the choice must have them when the person turns to it.
  place.addEventListener("focusin", reportVoices);

  return {
    update(message) {
      const before = session ?? message;
      session = message;
      const { state, now, settings, title, instruction, atMs } = message;
      const hasMoved = title !== before.title || instruction !== before.instruction || atMs < before.atMs;
      if (before.state === "running" && !now && (state !== "running" || hasMoved)) hush();
      reportVoices();
      if (settings.voice === "off" || state !== "running") setWaits(false);
      if (settings.voice === "off") return hush();
      // Some browsers speak only once they have spoken within a press.
      if (state === "running" && speech && !hasSpoken && !(now && availableVoices().length)) utter("", message, 0);
    },
    cue({ kind, text, speechMs }, { settings }, isTest = false) {
      if (!text || settings.voice === "off") return;
      const dueAt = performance.now();
      const sentence = { text, speechMs, dueAt, isImportant: isTest || kind !== "halfway" };
      if (availableVoices().length) return speak(sentence);
      // Voices may come late.
      pending = sentence;
      voicelessSince ??= dueAt;
      if (!settings.volume && (!speech || dueAt - voicelessSince > STALE_MS)) report("no-voice");
    },
    wake() {
      if (hasSpoken || session?.state !== "running" || session.settings.voice === "off") return;
      setWaits(false);
      utter("", session, 0);
    },
    free() {
      hush();
      speech?.removeEventListener?.("voiceschanged", onVoicesChanged);
      place.removeEventListener("focusin", reportVoices);
    },
  };
}
