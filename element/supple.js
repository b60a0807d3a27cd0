// <supple-routine>: the custom element, and the loader of the widget behind it.
//
// It reserves the box, shows what the page already holds (prerendered cards, or the fallback inside the
// element), and fetches the WebAssembly only when it is wanted. The contract is in docs/ARCHITECTURE.md.

import { loadWidget, styleAddress } from "./widget.js";
import { readView, replaceView } from "./view.js";

const NAME = "supple-routine";
/** How far from the viewport a lazy element begins to load. */
const NEAR = "600px";

class SuppleRoutine extends HTMLElement {
  static observedAttributes = ["theme", "lang", "compact"];

  #internals = this.attachInternals();
  /** `idle`, `loading` or `error` before there is a widget; it knows its own state afterwards. */
  #state = "idle";
  #wrapper;
  #handle;
  #loading;
  #observer;
  #settle;
  /** Settled once the widget works, or once it is known that it can't. */
  ready = new Promise((resolve, reject) => (this.#settle = { resolve, reject }));

  constructor() {
    super();
    // Whoever cares waits for `ready`; the others hear of failures by `supple-error`.
    this.ready.catch(() => {});
    const shadow = this.#internals.shadowRoot ?? this.attachShadow({ mode: "open" });
    this.#wrapper = shadow.querySelector(".supple") ?? prepare(shadow);
  }

  connectedCallback() {
    if (this.#handle) return;
    this.#dress();
    const loading = this.getAttribute("loading");
    if (loading === "eager" || readView(this.#wrapper).wanted) {
      this.#load();
    } else if (loading === "click") {
      this.#wrapper.addEventListener("beforetoggle", () => this.#load(), { capture: true, once: true });
    } else {
      this.#observer = new IntersectionObserver(
        (entries) => entries.some((entry) => entry.isIntersecting) && this.#load(),
        { rootMargin: NEAR },
      );
      this.#observer.observe(this);
    }
  }

  disconnectedCallback() {
    // Moving an element disconnects and connects it within one task; only one that stays out is let go.
    queueMicrotask(() => this.isConnected || this.#release());
  }

  attributeChangedCallback() {
    this.#dress();
  }

  start(exerciseId) {
    return this.#command((handle) => handle.start(exerciseId));
  }
  pause() {
    return this.#command((handle) => handle.pause());
  }
  resume() {
    return this.#command((handle) => handle.resume());
  }
  next() {
    return this.#command((handle) => handle.next());
  }
  previous() {
    return this.#command((handle) => handle.previous());
  }
  extend(ms) {
    return this.#command((handle) => handle.extend(Number(ms)));
  }
  stop() {
    return this.#command((handle) => handle.stop());
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
  async #command(send) {
    send(this.#handle ?? (await this.#load()));
  }

  #load() {
    this.#observer?.disconnect();
    return (this.#loading ??= this.#mount().catch((error) => this.#fail(error)));
  }

  async #mount() {
    this.#setState("loading");
    const source = this.getAttribute("src");
    const [widget, routine] = await Promise.all([loadWidget(), source ? fetchText(source) : undefined]);
    const name = this.getAttribute("routine");
    if (!source && name && name !== "hamstring") throw new Error(`There is no built-in routine "${name}".`);

    const place = document.createElement("div");
    place.className = "mounted";
    const key = this.hasAttribute("no-persist") ? undefined : (this.getAttribute("storage-key") ?? "default");
    const tell = (event, detail) => this.#tell(event, JSON.parse(detail));
    const lang = this.closest("[lang]")?.lang || "en";
    this.#handle = widget.mount(place, routine, key, validLang(lang), tell);

    const before = readView(this.#wrapper);
    replaceView(this.#wrapper, place, before);
    this.#tell("supple-ready", this.#detail());
    this.#settle.resolve();
    if (before.wanted) this.#handle.start(before.wanted);
    return this.#handle;
  }

  /** Says what went wrong where the person can see it, and leaves what can be read as it is. */
  #fail(error) {
    this.#loading = undefined; // so that pressing again tries again
    this.#setState("error");
    const message = error instanceof Error ? error.message : String(error);
    const note = document.createElement("div");
    note.className = "load-error";
    note.setAttribute("role", "alert");
    for (const line of ["The guided timer could not be loaded.", ...message.split("\n")]) {
      note.append(Object.assign(document.createElement("p"), { textContent: line }));
    }
    const again = Object.assign(document.createElement("button"), { type: "button", textContent: "Try again" });
    again.className = "button small";
    again.addEventListener("click", () => this.#load());
    note.append(again);
    this.#wrapper.querySelector(".load-error")?.remove();
    this.#wrapper.prepend(note);
    this.dispatchEvent(
      new CustomEvent("supple-error", { bubbles: true, composed: true, detail: { state: "error", message } }),
    );
    this.#settle.reject(error);
    throw error;
  }

  #tell(event, detail) {
    this.#setState(detail.state);
    this.dispatchEvent(new CustomEvent(event, { bubbles: true, composed: true, detail }));
  }

  /** Keeps the state where style sheets can see it: `:state(running)`. */
  #setState(state) {
    this.#state = state;
    this.#internals.states?.clear();
    this.#internals.states?.add(state);
  }

  #release() {
    this.#observer?.disconnect();
    this.#handle?.free();
    this.#handle = this.#loading = undefined;
    this.#setState("idle");
  }

  #dress() {
    this.#wrapper.dataset.theme = this.getAttribute("theme") ?? "auto";
    this.#wrapper.toggleAttribute("data-compact", this.hasAttribute("compact"));
  }
}

/** A shadow root of our own, where the page brought none: the style sheet, and the element's own fallback. */
function prepare(shadow) {
  const style = Object.assign(document.createElement("link"), { rel: "stylesheet", href: styleAddress });
  const wrapper = Object.assign(document.createElement("div"), { className: "supple" });
  wrapper.part = "routine";
  wrapper.append(document.createElement("slot"));
  shadow.append(style, wrapper);
  return wrapper;
}

async function fetchText(address) {
  const response = await fetch(new URL(address, document.baseURI));
  if (!response.ok) throw new Error(`The routine at ${address} can't be had: ${response.status}.`);
  return response.text();
}

/** A language that dates can be written in; anything else would throw at each of them. */
function validLang(lang) {
  try {
    return Intl.getCanonicalLocales(lang)[0];
  } catch {
    return "en";
  }
}

if (customElements.get(NAME)) {
  console.warn(`<${NAME}> is defined already; this copy of the loader does nothing.`);
} else {
  customElements.define(NAME, SuppleRoutine);
}
