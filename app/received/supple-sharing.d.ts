// What the build puts in place of these names: the glue that wasm-bindgen writes for `sharing/`, and the address of its
// WebAssembly, relative to the page's script.

declare const SHARING_WASM_URL: string;

declare module "supple-sharing" {
  /** Instantiates the WebAssembly; nothing else may be called before that. */
  export function initSync(options: { module: WebAssembly.Module }): unknown;

  // Each gives JSON, which `sharing.js` describes. Times are in milliseconds since 1970, UTC.
  export function read(link: string, nowMs: number): string;
  export function keep(link: string, nowMs: number): string;
  export function forget(id: string, nowMs: number): string;
  export function summary(document: string, withMeasurements: boolean, nowMs: number, offsetMin: number): string;
}
