// The WebAssembly module: fetched once, shared by all elements of the page.

// Filled in by `cargo xtask assemble`, relative to the loader.
const address = (relative) => new URL(relative, import.meta.url).href;

/** Address of the widget's style sheet. */
export const styleAddress = address(STYLE_URL);

let loading;

/** The module, ready to mount. A failure is not remembered, so that a later call tries again. */
export function loadWidget() {
  loading ??= start();
  loading.catch(() => (loading = undefined));
  return loading;
}

async function start() {
  const widget = await import(address(GLUE_URL));
  await widget.default({ module_or_path: address(WASM_URL) });
  return widget;
}
