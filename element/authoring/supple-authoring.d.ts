// What the build puts in place of this name: the glue that wasm-bindgen writes for `authoring/`.

declare module "supple-authoring" {
  /** Instantiates the WebAssembly; nothing else may be called before that. */
  export function initSync(options: { module: WebAssembly.Module }): unknown;

  /** What reading a document has brought; see `Outcome` in `authoring/src/lib.rs`. */
  export class Outcome {
    free(): void;
    readonly routine: string | undefined;
    readonly drawings: string | undefined;
    readonly problems: string[];
  }

  /** Whether a document refers to the library. */
  export function needsLibrary(document: string): boolean;

  /** Throws where the library is another file. */
  export function read(document: string, library?: string): Outcome;
}
