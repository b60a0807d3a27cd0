// What the build puts in place of these two names: the glue that wasm-bindgen writes for `authoring/`, and its
// WebAssembly.

declare module "supple-authoring" {
  /** Instantiates the WebAssembly, once; nothing else may be called before that. */
  export function initSync(options: { module: WebAssembly.Module }): unknown;

  /** What reading a document has brought; see `Outcome` in `authoring/src/lib.rs`. */
  export class Outcome {
    free(): void;
    readonly routine: string | undefined;
    readonly drawings: string | undefined;
    readonly problems: string[];
  }

  export function read(document: string): Outcome;
}

declare module "supple-authoring-wasm" {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}
