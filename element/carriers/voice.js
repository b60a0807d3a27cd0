// Voice: short sentences by the browser's own speech, with voices that speak on the device alone.

/** An utterance that could not begin within this many milliseconds is not spoken at all. */
const STALE = 1_500;
/** What browsers need between `cancel` and `speak`, in milliseconds. */
const BREATH = 50;

/** Cues as sentences. */
export function voice(place, say) {
  const speech = globalThis.speechSynthesis;
  let session, missedSince;
  /** What wants to be spoken before there are voices. */
  let early;
  /** The sentence that counts, given to the browser or about to be. */
  let sentence;
  /** The last utterance. Browsers forget those that nobody holds. */
  let held;

  /** Those of the language. A voice that is not of the device would send what it says over the network. */
  function voices() {
    const base = (lang) => lang.toLowerCase().split(/[-_]/)[0];
    try {
      return speech.getVoices().filter((it) => it.localService !== false && base(it.lang) === base(session.lang));
    } catch {
      return [];
    }
  }

  function hush() {
    if (sentence) {
      clearTimeout(sentence.timer);
      speech.cancel();
    }
    sentence = early = undefined;
  }

  function utter(text, volume = 1) {
    const utterance = new SpeechSynthesisUtterance(text);
    const { voice_name: voiceName, rate } = session.settings;
    const all = voices();
    const voice = all.find(({ name }) => name === voiceName) ?? all.find((it) => it.default) ?? all[0];
    if (voice) utterance.voice = voice;
    utterance.lang = voice?.lang ?? session.lang;
    utterance.rate = rate / 100;
    utterance.volume = volume;
    speech.speak((held = utterance));
    return held;
  }

  function speak({ text, at, isImportant }) {
    const now = performance.now();
    // By the estimate of core/src/speech.rs: nobody can rely on hearing of the end.
    if (!isImportant && now < sentence?.until) return;
    const pause = sentence && BREATH;
    hush();
    const mine = (sentence = { until: now + ((400 + text.length * 70) * 100) / session.settings.rate });
    const isStale = () => performance.now() - at > STALE;
    const over = () => {
      if (mine === sentence) sentence = undefined;
    };
    const begin = () => {
      try {
        if (isStale()) return over();
        const utterance = utter(text);
        utterance.onstart = () => mine === sentence && isStale() && hush();
        utterance.onend = utterance.onerror = over;
      } catch {
        over();
      }
    };
    if (pause) mine.timer = setTimeout(begin, pause);
    else begin();
  }

  /** The choice of voices, where it is shown. */
  function fill() {
    const select = place.querySelector("select.voices");
    if (!select || !session) return;
    const names = voices().map(({ name }) => name);
    if (select.filled !== `${names}`) {
      select.filled = `${names}`;
      select.replaceChildren(new Option("The browser's own", ""), ...names.map((name) => new Option(name, name)));
    }
    const { voice_name: voiceName } = session.settings;
    select.value = names.includes(voiceName) ? voiceName : "";
  }

  function come() {
    fill();
    if (early && voices().length) speak(early);
  }
  speech?.addEventListener?.("voiceschanged", come);
  place.addEventListener("focusin", fill);

  return {
    carry(next) {
      const before = session ?? next;
      session = next;
      const { state, now, settings, title, what, atMs } = next;
      const isElsewhere = title + what !== before.title + before.what || atMs < before.atMs;
      if (before.state === "running" && !now && (state !== "running" || isElsewhere)) hush();
      fill();
      if (settings.voice === "off") return hush();
      // Some browsers speak only after they did in a press.
      if (state === "running" && speech && !held && !(now && voices().length)) utter("", 0);
    },
    cue({ kind, text }, { settings }, isImportant) {
      if (!text || settings.voice === "off") return;
      const at = performance.now();
      const wish = { text, at, isImportant: isImportant || kind !== "halfway" };
      if (voices().length) return speak(wish);
      // They may come late.
      early = wish;
      missedSince ??= at;
      if (!settings.volume && (!speech || at - missedSince > STALE)) {
        say("This browser has no voice. Switch the sound on, or follow the screen.");
      }
    },
    free() {
      hush();
      speech?.removeEventListener?.("voiceschanged", come);
      place.removeEventListener("focusin", fill);
    },
  };
}
