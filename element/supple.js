// <supple-routine>: the custom element, and the loader of the widget behind it.
//
// It shows what the page already holds (prerendered cards, or the fallback inside the element), and fetches the
// WebAssembly only when it is wanted. The contract is in docs/ARCHITECTURE.md.

import { fetchRoutine, loadStyle, loadWidget } from "./widget.js";
import { wantedCard } from "./wanted.js";
import { clearError, showError } from "./error.js";
import { clearFacade, showFacade } from "./facade.js";
import { reflectProperties, takeEarlyProperties } from "./properties.js";

const NAME = "supple-routine";
/** Where the app is, if this is a part of its site. */
const SITE = new URL("../../", import.meta.url).href;
/** How far from the viewport a lazy element begins to load. */
const NEAR = "600px";
/** What is told when a session begins to run, by elements and, for those in frames, by iframe.js. */
const RUNS = ["supple-start", "supple-resume", "supple-other"];
/** With another value of one of these it is another widget. */
const FUNDAMENTAL = ["routine", "src", "storage-key", "no-persist", "lang"];

class SuppleRoutine extends HTMLElement {
  static observedAttributes = ["theme", "compact", "loading", ...FUNDAMENTAL];

  #internals = this.attachInternals();
  /** `idle`, `loading` or `error` before there is a widget; it knows its own state afterwards. */
  #state;
  #wrapper;
  /** Whether it has been in the page; before that, attributes are only beginning to come. */
  #isSeen = false;
  #handle;
  /** The load under way, or done. Another object each time, so that a late one notices that it is stale. */
  #loading;
  #observer;
  #settle;
  /** The last event, to be known again at the document: what path it took, a closed shadow root hides. */
  #told;
  #pressed = Promise.resolve();

  constructor() {
    super();
    this.#setState("idle");
    this.#renewReady();
    const shadow = this.#internals.shadowRoot ?? this.attachShadow({ mode: "open" });
    this.#wrapper = shadow.querySelector(".supple") ?? wrap(shadow);
    // A start button that is pressed early opens its note, with or without this script.
    this.#wrapper.addEventListener("beforetoggle", () => this.#loadQuietly(), { capture: true });
    this.#wrapper.addEventListener("pointerdown", () => this.#waitForRelease());
  }

  connectedCallback() {
    if (this.#handle) return;
    this.#isSeen = true;
    takeEarlyProperties(this);
    this.#dress();
    if (!this.#wrapper.firstChild) this.#showFacade();
    this.#wait();
  }

  /** Loads now, or when it is wanted. */
  #wait() {
    this.#observer?.disconnect();
    const loading = this.getAttribute("loading");
    if (loading === "eager" || wantedCard(this.#wrapper)) {
      this.#loadQuietly();
    } else if (loading === "click") {
      this.addEventListener("click", () => this.#loadQuietly(), { once: true });
    } else {
      this.#observer = new IntersectionObserver(
        (entries) => entries.some((entry) => entry.isIntersecting) && this.#loadQuietly(),
        { rootMargin: NEAR },
      );
      this.#observer.observe(this);
    }
  }

  disconnectedCallback() {
    // Moving an element disconnects and connects it within one task; only one that stays out is let go.
    queueMicrotask(() => this.isConnected || this.#release());
  }

  attributeChangedCallback(name, before, now) {
    this.#dress();
    if (before === now || !this.#isSeen) return;
    if (FUNDAMENTAL.includes(name) && this.#loading) {
      this.#release();
      this.#loadQuietly();
    } else if (!this.#loading) {
      if (name === "src" && this.#state === "idle") this.#showFacade();
      if (name === "loading") this.#wait();
    }
  }

  #showFacade() {
    showFacade(this.#wrapper, !this.hasAttribute("src"), () => this.start().catch(() => {}));
  }

  /** Frameworks hand over whatever they have, such as the event of a press. */
  start(exerciseId) {
    return this.#command("start", typeof exerciseId === "string" ? exerciseId : undefined);
  }
  pause() {
    return this.#command("pause");
  }
  resume() {
    return this.#command("resume");
  }
  next() {
    return this.#command("next");
  }
  previous() {
    return this.#command("previous");
  }
  extend(ms) {
    // Whole milliseconds; more than there is to add is as good as a lot.
    return this.#command("extend", `${ms > 1e9 ? 1e9 : ms | 0}`);
  }
  stop() {
    return this.#command("stop");
  }

  get state() {
    return this.#detail()?.state ?? this.#state;
  }
  get exerciseId() {
    return this.#detail()?.exerciseId ?? null;
  }
  get side() {
    return this.#detail()?.side ?? "none";
  }
  get phase() {
    return this.#detail()?.phase ?? null;
  }
  get repeat() {
    return this.#detail()?.repeat ?? 0;
  }
  get remainingMs() {
    return this.#detail()?.remainingMs ?? 0;
  }

  #detail() {
    return this.#handle && JSON.parse(this.#handle.detail());
  }

  /** A command given before the widget is there is kept until it is. */
  async #command(name, value) {
    while (!this.#handle) {
      const done = this.#load();
      const load = this.#loading;
      await done;
      // Another may have taken its place meanwhile; without one the element was let go.
      if (!this.#loading || this.#loading === load) break;
    }
    this.#handle?.command(name, value);
  }

  #load() {
    this.#observer?.disconnect();
    if (!this.#loading) {
      const load = {};
      this.#loading = load;
      load.done = this.#mount(load).catch(async (error) => this.#fail(await error, load));
    }
    return this.#loading.done;
  }

  /** For whom a failure is shown and told, and not thrown. */
  #loadQuietly() {
    this.#load().catch(() => {});
  }

  async #mount(load) {
    if (this.#state === "error") this.#renewReady();
    this.#setState("loading");
    clearError(this.#wrapper);
    const routine = fetchRoutine(this.getAttribute("routine"), this.getAttribute("src"));
    const [widget, document_] = await Promise.all([loadWidget(), routine, loadStyle(this.#wrapper)]);
    await this.#pressed;
    if (this.#loading !== load) return; // removed meanwhile

    const place = document.createElement("div");
    place.className = "mounted";
    this.#handle = widget.mount(this, place, document_, (event, detail) => this.#tell(event, detail), SITE);

    const wanted = wantedCard(this.#wrapper);
    widget.takeOver(this.#wrapper, place);
    for (const event of RUNS) document.addEventListener(event, this.#giveWay);
    this.#settle.resolve();
    this.#tell("supple-ready", this.#detail());
    if (wanted) this.#handle.command("start", wanted);
  }

  /** Says what went wrong where the person can see it, and leaves what can be read as it is. */
  #fail(error, load) {
    if (this.#loading !== load) return;
    this.#loading = undefined; // so that pressing again tries again
    this.#setState("error");
    const message = error instanceof Error ? error.message : String(error);
    clearFacade(this.#wrapper);
    showError(this.#wrapper, message, () => this.#loadQuietly());
    this.#settle.reject(error);
    this.#dispatch("supple-error", { state: "error", message });
    throw error;
  }

  /** Another one on the page begins to run: one voice at a time. */
  #giveWay = (event) => {
    if (event !== this.#told && this.#state === "running") this.#handle?.command("give-way");
  };

  /** Without a name it is only another state. */
  #tell(event, detail) {
    this.#setState(detail.state);
    if (event) this.#dispatch(event, detail);
  }

  #dispatch(event, detail) {
    this.#told = new CustomEvent(event, { bubbles: true, composed: true, detail });
    this.dispatchEvent(this.#told);
  }

  /** Settled once the widget works, or once it is known that it can't. */
  #renewReady() {
    this.ready = new Promise((resolve, reject) => (this.#settle = { resolve, reject }));
    // Whoever cares waits for it; the others hear of failures by `supple-error`.
    this.ready.catch(() => {});
  }

  /** Keeps the state where style sheets can see it: `:state(running)`. */
  #setState(state) {
    this.#state = state;
    this.#internals.states?.clear();
    this.#internals.states?.add(state);
  }

  /** A button that is held down while the view is replaced would lose its press. */
  #waitForRelease() {
    if (this.#handle) return;
    this.#pressed = new Promise((resolve) => {
      const over = new AbortController();
      const released = () => {
        over.abort();
        setTimeout(resolve); // after the click that follows
      };
      for (const event of ["pointerup", "pointercancel"]) addEventListener(event, released, over);
    });
  }

  #release() {
    this.#observer?.disconnect();
    for (const event of RUNS) document.removeEventListener(event, this.#giveWay);
    if (this.#handle) this.#renewReady();
    this.#handle?.free();
    this.#handle = this.#loading = undefined;
    this.#setState("idle");
  }

  #dress() {
    this.#wrapper.dataset.theme = this.getAttribute("theme") ?? "auto";
    this.#wrapper.toggleAttribute("data-compact", this.hasAttribute("compact"));
  }
}

reflectProperties(SuppleRoutine);

/** A wrapper of our own, where the page brought no shadow root. */
function wrap(shadow) {
  const wrapper = Object.assign(document.createElement("div"), { className: "supple" });
  wrapper.part = "routine";
  shadow.append(wrapper);
  return wrapper;
}

if (customElements.get(NAME)) {
  console.warn(`<${NAME}> is defined already.`);
} else {
  customElements.define(NAME, SuppleRoutine);
}
