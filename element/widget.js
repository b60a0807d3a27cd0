// The WebAssembly module, fetched once and shared by all elements of the page, and the routines.
//
// The names of addresses are filled in by `cargo xtask assemble`, relative to the loader. `new URL` with just such a name
// and this file's address is how bundlers know that there is a file to take along.

const BUILT_IN = "hamstring";

/** Adds the style sheet to a wrapper's shadow root, if it isn't there. Without one it would be no sight, so it must come. */
export function loadStyle(wrapper) {
  const root = wrapper.getRootNode();
  const there = root.querySelector("link");
  if (there) return there.loaded; // one that the page brought has nothing to wait for
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: new URL(STYLE_URL, import.meta.url).href });
  link.loaded = new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = () => {
      link.remove();
      reject(new Error(`The style sheet at ${link.href} can't be had.`));
    };
  });
  root.prepend(link);
  return link.loaded;
}

/**
 * Kept once the page has been painted for the first time, so that starting the widget is in no paint's way; or once it
 * has loaded, for a page that has nothing to paint, or is hidden.
 */
const painted = new Promise((resolve) => {
  if (document.hidden || document.readyState === "complete") return resolve();
  addEventListener("load", resolve, { once: true });
  if (PerformanceObserver.supportedEntryTypes?.includes("paint")) {
    const seen = (_, observer) => resolve(observer.disconnect());
    new PerformanceObserver(seen).observe({ type: "paint", buffered: true });
  }
});

let loading;
let attempt = 0;

/** The module, ready to mount. A failure is not remembered, so that a later call tries again. */
export function loadWidget() {
  loading ??= start();
  loading.catch(() => (loading = undefined));
  return loading;
}

async function start() {
  await painted;
  // A start that failed halfway leaves the module unusable; under another name it is another module.
  const again = attempt++ ? `#${attempt}` : "";
  const widget = await import(new URL(GLUE_URL, import.meta.url).href + again);
  await widget.default(new URL(WASM_URL, import.meta.url).href, new URL(AUTHORING_URL, import.meta.url).href);
  return widget;
}

/** A routine's document: of the built-in one of this name, or from an address. */
export async function fetchRoutine(name, source) {
  if (!source && (name ?? BUILT_IN) !== BUILT_IN) throw new Error(`There is no built-in routine "${name}".`);
  const from = source ? new URL(source, document.baseURI).href : new URL(ROUTINE_URL, import.meta.url).href;
  const response = await fetch(from).catch(() => {
    throw new Error(`The routine at ${from} can't be reached.`);
  });
  if (!response.ok) throw new Error(`The routine at ${from} can't be had: ${response.status}.`);
  return response.text();
}
