// The WebAssembly module, fetched once and shared by all elements of the page, and the routines.

// Filled in by `cargo xtask assemble`, relative to the loader.
const address = (relative) => new URL(relative, import.meta.url).href;
const BUILT_IN = "hamstring";

/** Address of the widget's style sheet. */
export const styleAddress = address(STYLE_URL);

/**
 * Kept once the page has been painted for the first time, so that starting the widget is in no paint's way. A hidden
 * page is not painted.
 */
const painted = new Promise((resolve) => {
  if (document.hidden || !PerformanceObserver.supportedEntryTypes?.includes("paint")) return resolve();
  new PerformanceObserver(resolve).observe({ type: "paint", buffered: true });
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
  const widget = await import(address(GLUE_URL) + again);
  await widget.default({ module_or_path: address(WASM_URL) });
  return widget;
}

/** A routine's document: of the built-in one of this name, or from an address. */
export async function fetchRoutine(name, source) {
  if (!source && (name ?? BUILT_IN) !== BUILT_IN) throw new Error(`There is no built-in routine "${name}".`);
  const from = source ? new URL(source, document.baseURI).href : address(ROUTINE_URL);
  const response = await fetch(from).catch(() => {
    throw new Error(`The routine at ${from} can't be reached.`);
  });
  if (!response.ok) throw new Error(`The routine at ${from} can't be had: ${response.status}.`);
  return response.text();
}
