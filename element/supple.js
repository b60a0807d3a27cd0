// JavaScript because a custom element is a class of JavaScript, and because it loads the WebAssembly.
//
// `<supple-routine>` shows what is there already (prerendered cards, the facade, or the element's own content) and
// fetches the widget when it is needed. The contract is in docs/ARCHITECTURE.md and supple.d.ts.
// @ts-check

import { create } from "./create.js";
import { clearError, showError } from "./error.js";
import { clearFacade, showFacade } from "./facade.js";
import { fetchRoutine, FRONT, loadStyle, loadWidget, ownSource } from "./load.js";
import { renewed } from "./renewal.js";
import { idle, isFrugal, painted } from "./pace.js";
import { openNote } from "./pending-start.js";
import { reflectProperties, upgradeProperties } from "./properties.js";
import { windowOf } from "./window-of.js";

/** @import { SuppleErrorDetail, SuppleDetail, SuppleEventMap, SuppleState } from "./supple.d.ts" */
/** @import { WidgetHandle } from "./widget.d.ts" */

/** @typedef {{ done?: Promise<void> }} Load A load that is under way or done. */
/** @typedef {Awaited<ReturnType<typeof import("./bootstrap.js").show>>} Mounted */

const NAME = "supple-routine";
/** The site with the app, if this is a part of one. */
const SITE = new URL("../../", import.meta.url).href;
/** How far from the viewport a lazy element begins to load. */
const NEAR = "600px";
/** If one of these changes, the element needs a new widget. */
const FUNDAMENTAL = ["routine", "src", "storage-key", "no-persist", "lang"];
/** What shows that somebody may be about to press something. */
const INTEREST = ["pointerover", "pointerdown", "focusin", "keydown"];

/** What loads everything else. */
let files = { fetchRoutine, loadStyle, loadWidget };

/** @implements {Omit<import("./supple.d.ts").SuppleRoutine, typeof import("./properties.js").PROPERTIES[number]>} */
class SuppleRoutine extends HTMLElement {
  static observedAttributes = ["theme", "compact", "loading", ...FUNDAMENTAL];

  #internals = this.attachInternals();
  /** @type {SuppleState} `idle`, `loading` or `error` before there is a widget; the widget's own state after that. */
  #state = "idle";
  /** @type {HTMLElement} */
  #wrapper;
  /** Whether it has been in the page: before that, its attributes are still being set. */
  #wasConnected = false;
  /** @type {Mounted | undefined} */
  #mounted;
  /** @type {Load | undefined} A new object for each load, so that one that comes late notices that it is stale. */
  #loading;
  /** @type {IntersectionObserver | undefined} */
  #observer;
  /** @type {{ resolve: () => void, reject: (reason: unknown) => void }} */
  #settleReady = { resolve() {}, reject() {} };
  /** Whether somebody has taken an interest in the element. */
  #isWanted = false;
  /** Whether it loads as soon as the page is idle or somebody takes an interest. */
  #isDue = false;
  #settleInterest = () => {};
  /** Settled once somebody takes an interest in the element. */
  #interest = new Promise((/** @type {(value?: undefined) => void} */ resolve) => (this.#settleInterest = resolve));
  /** Settled while no pointer is down. */
  #released = Promise.resolve();
  #ready = Promise.resolve();

  constructor() {
    super();
    this.#setState("idle");
    this.#renewReady();
    const shadow = this.#internals.shadowRoot ?? this.attachShadow({ mode: "open" });
    this.#wrapper = shadow.querySelector(".supple") ?? addWrapper(shadow);
    // An early press on a start button opens its popover, with or without this script.
    this.#wrapper.addEventListener("beforetoggle", () => this.#loadNow(), { capture: true });
    this.#wrapper.addEventListener("pointerdown", () => this.#awaitRelease());
    for (const event of INTEREST) this.addEventListener(event, () => this.#hasten(), { passive: true });
  }

  connectedCallback() {
    if (this.#mounted) return;
    this.#wasConnected = true;
    upgradeProperties(this);
    this.#applyLooks();
    if (!this.#wrapper.firstChild) this.#showFacade();
    this.#loadWhenNeeded();
  }

  /** It is in another document now. */
  adoptedCallback() {
    if (this.#wrapper.querySelector(".facade")) this.#showFacade(); // its styles belong to the document before
    this.#mounted?.move();
  }

  #loadWhenNeeded() {
    this.#observer?.disconnect();
    this.#isDue = false;
    const loading = this.getAttribute("loading");
    if (openNote(this.#wrapper)) {
      this.#loadNow();
    } else if (loading === "eager") {
      this.#loadOnceIdle();
    } else if (loading === "click") {
      this.addEventListener("click", () => this.#loadNow(), { once: true });
    } else {
      this.#observer = new (windowOf(this).IntersectionObserver)(
        (entries) => entries.some((entry) => entry.isIntersecting) && this.#loadOnceIdle(),
        { rootMargin: NEAR },
      );
      this.#observer.observe(this);
    }
  }

  #hasten() {
    this.#isWanted = true;
    this.#settleInterest();
    if (this.#isDue) this.#loadQuietly();
  }

  /** Loads when the page has nothing better to do, or at once when somebody takes an interest. */
  #loadOnceIdle() {
    this.#observer?.disconnect();
    this.#isDue = true;
    if (this.#isWanted) this.#loadQuietly();
    else if (!isFrugal()) painted.then(() => idle()).then(() => this.#isDue && this.#loadQuietly());
  }

  disconnectedCallback() {
    // Moving an element disconnects and connects it within one task; only one that stays out is released.
    queueMicrotask(() => this.isConnected || this.#release());
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} now
   */
  attributeChangedCallback(name, before, now) {
    this.#applyLooks();
    if (before === now || !this.#wasConnected) return;
    if (FUNDAMENTAL.includes(name) && this.#loading) {
      this.#release();
      this.#loadQuietly();
    } else if (!this.#loading) {
      if (FUNDAMENTAL.includes(name) && this.#state === "idle") this.#showFacade();
      if (name === "loading") this.#loadWhenNeeded();
    }
  }

  #showFacade() {
    const isFront = !ownSource(this) && (this.getAttribute("routine") ?? FRONT) === FRONT;
    showFacade(this.#wrapper, isFront, () => this.start().catch(() => {}));
  }

  /** @param {string} [exerciseId] */
  start(exerciseId) {
    // Frameworks pass on whatever they have, such as the event of a press.
    return this.#command((widget) => widget.start(typeof exerciseId === "string" ? exerciseId : undefined));
  }
  pause() {
    return this.#command((widget) => widget.pause());
  }
  resume() {
    return this.#command((widget) => widget.resume());
  }
  next() {
    return this.#command((widget) => widget.next());
  }
  previous() {
    return this.#command((widget) => widget.previous());
  }
  /** @param {number} ms */
  extend(ms) {
    return this.#command((widget) => widget.extend(Number(ms)));
  }
  stop() {
    return this.#command((widget) => widget.stop());
  }
  showProgress() {
    return this.#command((widget) => widget.showProgress());
  }
  /** @param {string} text */
  offerBackup(text) {
    return this.#command((widget) => widget.offerBackup(String(text)));
  }

  /** Whoever asks is waiting. */
  get ready() {
    this.#hasten();
    return this.#ready;
  }
  get #detail() {
    return this.#mounted?.handle.detail();
  }
  get state() {
    return this.#detail?.state ?? this.#state;
  }
  get exerciseId() {
    return this.#detail?.exerciseId ?? null;
  }
  get side() {
    return this.#detail?.side ?? "none";
  }
  get phase() {
    return this.#detail?.phase ?? null;
  }
  get repeat() {
    return this.#detail?.repeat ?? 0;
  }
  get remainingMs() {
    return this.#detail?.remainingMs ?? 0;
  }

  /**
   * Carries out a command once the widget is there, and loads it if need be.
   *
   * @param {(widget: WidgetHandle) => unknown} command
   */
  async #command(command) {
    this.#hasten();
    while (!this.#mounted) {
      const done = this.#load();
      const load = this.#loading;
      await done;
      // Another load may have replaced it meanwhile. Without one, the element was released.
      if (!this.#loading || this.#loading === load) break;
    }
    if (this.#mounted) command(this.#mounted.handle);
  }

  #load() {
    this.#observer?.disconnect();
    this.#isDue = false;
    if (!this.#loading) {
      /** @type {Load} */
      const load = {};
      this.#loading = load;
      load.done = this.#mount(load).catch((error) => this.#fail(error, load));
    }
    return this.#loading.done;
  }

  /** Loads because somebody has asked for it. */
  #loadNow() {
    this.#hasten();
    this.#loadQuietly();
  }

  /** Loads where nobody awaits the outcome: a failure is shown, and fires an event. */
  #loadQuietly() {
    this.#load()?.catch(() => {});
  }

  /** @param {Load} load */
  async #mount(load) {
    if (this.#state === "error") this.#renewReady();
    this.#setState("loading");
    clearError(this.#wrapper);
    const [bootstrap, routine] = await this.#fetch(files).catch(async (error) => {
      files = await renewed(error);
      return this.#fetch(files);
    });
    const mayGoOn = async () => {
      await this.#released;
      return this.#loading === load; // or it was removed meanwhile
    };
    if (!(await mayGoOn())) return;

    const mounted = await bootstrap.show({
      ...routine,
      element: this,
      wrapper: this.#wrapper,
      site: SITE,
      onEvent: this.#onEvent,
      mayGoOn,
      hurry: this.#interest,
    });
    if (this.#loading !== load) return mounted.unmount();

    this.#mounted = mounted;
    this.#settleReady.resolve();
    mounted.begin();
  }

  /** @param {typeof files} from */
  #fetch({ fetchRoutine, loadStyle, loadWidget }) {
    const widget = loadWidget(this.#isWanted ? "high" : "low");
    return Promise.all([widget, fetchRoutine(this), loadStyle(this.#wrapper)]);
  }

  /**
   * Shows what went wrong, and leaves whatever can be read as it is.
   *
   * @param {Error & { text?: string, isFinal?: boolean }} error
   * @param {Load} load
   */
  #fail(error, load) {
    if (this.#loading !== load) return;
    this.#loading = undefined; // so that the next press tries again
    this.#setState("error");
    const { text, message, isFinal } = error;
    clearFacade(this.#wrapper);
    showError(this.#wrapper, text, !isFinal && (() => this.#loadQuietly()));
    this.#settleReady.reject(error);
    this.#dispatch("supple-error", { state: "error", message: message ?? String(error) });
    throw error;
  }

  /**
   * Without a name, only the state has changed.
   *
   * @param {keyof SuppleEventMap | undefined} name
   * @param {SuppleDetail | SuppleErrorDetail} detail
   */
  #onEvent = (name, detail) => {
    this.#setState(detail.state);
    if (name) this.#dispatch(name, detail);
  };

  /**
   * @param {keyof SuppleEventMap} name
   * @param {SuppleDetail | SuppleErrorDetail} detail
   */
  #dispatch(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }

  /** Makes a new promise, settled once the widget works or has failed to load. */
  #renewReady() {
    this.#ready = new Promise((resolve, reject) => (this.#settleReady = { resolve, reject }));
    // A page that doesn't await it learns of failures from `supple-error`, not from an unhandled rejection.
    this.#ready.catch(() => {});
  }

  /**
   * Keeps the state where style sheets can see it: `:state(running)`.
   *
   * @param {SuppleState} state
   */
  #setState(state) {
    this.#state = state;
    this.#internals.states?.clear();
    this.#internals.states?.add(state);
  }

  /** Delays taking over while a pointer is down: replacing the button below it would lose the click. */
  #awaitRelease() {
    if (this.#mounted) return;
    this.#released = new Promise((resolve) => {
      const listening = new AbortController();
      const released = () => {
        listening.abort();
        setTimeout(resolve); // after the click that follows
      };
      for (const event of ["pointerup", "pointercancel"]) {
        windowOf(this).addEventListener(event, released, listening);
      }
    });
  }

  #release() {
    this.#observer?.disconnect();
    this.#isDue = false;
    if (this.#mounted) this.#renewReady();
    this.#mounted?.unmount();
    this.#mounted = this.#loading = undefined;
    this.#setState("idle");
  }

  #applyLooks() {
    this.#wrapper.dataset.theme = this.getAttribute("theme") ?? "auto";
    this.#wrapper.toggleAttribute("data-compact", this.hasAttribute("compact"));
  }
}

// For an older loader, see renewal.js.
export { fetchRoutine, loadStyle, loadWidget };

reflectProperties(SuppleRoutine);

/**
 * Adds the wrapper that the page brings along where it is prerendered.
 *
 * @param {ShadowRoot} shadow
 */
function addWrapper(shadow) {
  const wrapper = create("div", "", "supple");
  wrapper.part = "routine";
  shadow.append(wrapper);
  return wrapper;
}

if (customElements.get(NAME)) {
  console.warn(`<${NAME}> is defined already.`);
} else {
  customElements.define(NAME, SuppleRoutine);
}
