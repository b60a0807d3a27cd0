// Fakes for the browser's abilities that give cues. They record what they are asked for, or have something wrong with
// them. Their clocks are the page's, so they follow the virtual clock.

/**
 * Installs them before a page's first script runs. `given` says what is wrong with an ability: `missing`,
 * `throws`, `refuses`, `never` (answers), `waits` (for a press), and for voices `none`, `late`, `stuck` (speak forever), `slow` (to begin) or
 * `queued` (one after another).
 */
export const installFakes = (page, given = {}) => page.addInitScript(replace, given);

/** What all abilities, or one of them, were asked for since the last call, with the time of each. */
export const takeCalls = (page, ability) => page.evaluate((ability) => window.takeRecorded(ability), ability);

/** The tones heard so far, in all audio contexts: when, how high and how loud. */
export const takeTones = (page) => page.evaluate(() => window.audio.contexts.flatMap((context) => context.heard()));

/** Runs in the page, so it can't use anything outside. */
function replace(given) {
  let log = [];
  const note = (ability, what, more) => log.push({ ability, what, at: performance.now(), ...more });
  window.takeRecorded = (ability) => {
    const asked = log.filter((it) => !ability || it.ability === ability);
    log = log.filter((it) => !asked.includes(it));
    return asked;
  };
  const put = (where, name, value) => Object.defineProperty(where, name, { value, configurable: true, writable: true });
  /** The answer of an ability, or its fault. */
  const answer = (ability, right) => {
    if (given[ability] === 'throws') throw new Error(`No ${ability}.`);
    if (given[ability] === 'refuses') return Promise.reject(new DOMException('No.', 'NotAllowedError'));
    if (given[ability] === 'waits' && !window.isPressed) return new Promise(() => {});
    return given[ability] === 'never' ? new Promise(() => {}) : Promise.resolve().then(right);
  };

  // A page that was opened without a press: a test's own calls would count as one.
  if (given.isUntouched) {
    window.isPressed = false;
    for (const press of ['pointerup', 'keydown']) addEventListener(press, () => (window.isPressed = true), true);
    const activation = {
      get hasBeenActive() {
        return window.isPressed;
      },
    };
    put(navigator, 'userActivation', activation);
  }

  const { setTimeout } = window;
  window.setTimeout = (callback, ms, ...args) => {
    note('timer', ms);
    return setTimeout(callback, ms, ...args);
  };

  const audio = (window.audio = { contexts: [] });
  class Parameter {
    value = 1;
    setTargetAtTime() {}
  }
  class Gain {
    gain = new Parameter();
    connect = (to) => (this.to = to);
  }
  class Oscillator extends Gain {
    frequency = new Parameter();
    constructor(context) {
      super();
      this.context = context;
    }
    start(at) {
      this.from = at;
      this.context.tones.push(this);
    }
    stop(at) {
      this.context.sound();
      if (at !== undefined) this.until = at;
      else if (!this.heard) this.isCancelled = true;
      this.context.expectEnds();
    }
  }
  class Context extends EventTarget {
    state = 'suspended';
    isStuck = false;
    destination = {};
    tones = [];
    onstatechange = null;
    /** The clock's time when it was last started or stopped, and when that was. */
    #clock = 0;
    #since = 0;
    constructor() {
      super();
      if (given.audio === 'throws') throw new DOMException('No.', 'NotSupportedError');
      audio.contexts.push(this);
      note('audio', 'open');
    }
    get currentTime() {
      const runs = this.state === 'running' && !this.isStuck;
      return this.#clock + (runs ? (performance.now() - this.#since) / 1_000 : 0);
    }
    /** The device plays everything `given.device` milliseconds late. */
    getOutputTimestamp() {
      if (!given.device) return { contextTime: 0, performanceTime: 0 };
      return { contextTime: this.currentTime - given.device / 1_000, performanceTime: performance.now() };
    }
    createGain() {
      return new Gain();
    }
    createOscillator() {
      return new Oscillator(this);
    }
    /** Records the tones that have begun by now. */
    sound() {
      for (const tone of this.tones) {
        if (tone.heard || tone.isCancelled || tone.from >= this.currentTime) continue;
        const at = this.#since + Math.max(0, tone.from - this.#clock) * 1_000;
        tone.heard = { at: Math.round(at), frequency: tone.frequency.value, loudness: tone.to.to.gain.value };
      }
    }
    heard() {
      this.sound();
      return this.tones.flatMap((tone) => tone.heard ?? []);
    }
    expectEnds() {
      for (const tone of this.tones) {
        if (tone.isOver || tone.isCancelled || tone.until === undefined) continue;
        clearTimeout(tone.ending);
        tone.ending = setTimeout(
          () => {
            if (this.state !== 'running') return;
            tone.isOver = true;
            tone.onended?.();
          },
          (tone.until - this.currentTime) * 1_000,
        );
      }
    }
    /** Starts or stops the clock. */
    become(state, isStuck = this.isStuck) {
      this.sound();
      this.#clock = this.currentTime;
      this.#since = performance.now();
      this.isStuck = isStuck;
      if (state === this.state) return;
      this.state = state;
      this.expectEnds();
      this.onstatechange?.(new Event('statechange'));
    }
    resume() {
      note('audio', 'resume');
      return answer('audio', () => this.become('running'));
    }
    suspend() {
      note('audio', 'suspend');
      return Promise.resolve().then(() => this.state === 'closed' || this.become('suspended'));
    }
    close() {
      note('audio', 'close');
      return Promise.resolve().then(() => this.become('closed'));
    }
  }
  put(window, 'AudioContext', given.audio === 'missing' ? undefined : Context);
  let audioSessionType = 'auto';
  const session = {
    get type() {
      return audioSessionType;
    },
    set type(value) {
      audioSessionType = value;
      note('audioSession', value);
      if (given.audioSession === 'throws') throw new Error('No audio session.');
    },
  };
  if (given.audioSession !== 'missing') put(navigator, 'audioSession', session);

  class Speech extends EventTarget {
    speaking = false;
    voices = [
      { name: 'Anna', lang: 'de-DE', localService: true },
      { name: 'Cloud', lang: 'en-US', localService: false, default: true },
      { name: 'Moira', lang: 'en_IE', localService: true },
      { name: 'Samantha', lang: 'en-US', localService: true, default: true },
    ];
    #areThere = !['none', 'late'].includes(given.voices);
    getVoices() {
      if (given.voices === 'throws') throw new Error('No voices.');
      return this.#areThere ? this.voices : [];
    }
    arrive() {
      this.#areThere = true;
      this.dispatchEvent(new Event('voiceschanged'));
    }
    /** What was spoken to the end. */
    heard = [];
    #queue = [];
    /** Only where voices are `queued`, as in real browsers: what is spoken while another text is waits for it. */
    get pending() {
      return this.#queue.length > 0;
    }
    speak(utterance) {
      if (given.voices === 'queued' && this.now) {
        this.#queue.push(utterance);
        return;
      }
      const { text, lang, rate, volume, voice } = utterance;
      note('voice', 'speak', { text, lang, rate, volume, voice: voice?.name });
      if (given.voices === 'throws') throw new Error('No voice.');
      if (given.voices === 'waits' && !window.isPressed) {
        setTimeout(() => utterance.onerror?.({ error: 'not-allowed' }), 0);
        return;
      }
      this.speaking = true;
      this.now = utterance;
      if (given.voices === 'stuck') return;
      const begin = () => {
        if (this.now !== utterance) return;
        utterance.onstart?.();
        setTimeout(() => {
          if (this.now !== utterance) return;
          this.heard.push(text);
          this.#end();
          if (this.#queue.length > 0) this.speak(this.#queue.shift());
        }, text.length * 60);
      };
      if (given.voices === 'slow') setTimeout(begin, 1_600);
      else begin();
    }
    cancel() {
      note('voice', 'cancel', { text: this.now?.text });
      if (given.voices === 'throws') throw new Error('No cancel.');
      this.#queue = [];
      this.#end();
    }
    #end() {
      const { now } = this;
      this.speaking = false;
      this.now = undefined;
      now?.onend?.();
    }
  }
  put(window, 'speechSynthesis', given.voices === 'missing' ? undefined : new Speech());
  put(
    window,
    'SpeechSynthesisUtterance',
    class {
      constructor(text) {
        Object.assign(this, { text, volume: 1, rate: 1, lang: '' });
      }
    },
  );

  put(
    navigator,
    'vibrate',
    given.vibration === 'missing'
      ? undefined
      : (pattern) => {
          note('vibration', pattern);
          if (given.vibration === 'throws') throw new Error('No vibration.');
          return given.vibration !== 'refuses';
        },
  );

  const locks = (window.locks = []);
  put(
    navigator,
    'wakeLock',
    given.wakeLock === 'missing'
      ? undefined
      : {
          request(type) {
            note('wakeLock', `request ${type}`);
            const lock = {
              released: false,
              release: async () => {
                if (!lock.released) note('wakeLock', 'release');
                lock.released = true;
              },
            };
            const give = () => {
              locks.push(lock);
              return lock;
            };
            // Granted or refused when the test says so.
            if (given.wakeLock === 'late') {
              return new Promise((resolve, reject) => {
                window.giveLock = () => resolve(give());
                window.refuseLock = () => reject(new DOMException('No.', 'NotAllowedError'));
              });
            }
            return answer('wakeLock', give);
          },
        },
  );

  const media = {
    metadata: null,
    handlers: {},
    setActionHandler(key, handler) {
      if (given.mediaSession === 'throws') throw new TypeError(`No ${key}.`);
      media.handlers[key] = handler;
    },
    setPositionState(state) {
      if (given.mediaSession === 'throws') throw new TypeError('No position.');
      if (state && !(state.position <= state.duration)) throw new TypeError('Beyond the end.');
      media.position = state;
    },
  };
  window.media = media;
  put(navigator, 'mediaSession', given.mediaSession === 'missing' ? undefined : media);
  if (given.mediaSession) put(window, 'MediaMetadata', undefined);

  const { animate } = Element.prototype;
  Element.prototype.animate = function (frames, timing) {
    note('flash', frames.opacity, { on: this.className, timing });
    if (given.flash === 'throws') throw new Error('No animations.');
    return animate.call(this, frames, timing);
  };
}
