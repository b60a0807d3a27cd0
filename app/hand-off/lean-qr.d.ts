// The part of lean-qr that the hand-off page uses. The library is a tool of the build, installed outside the checkout, so
// its own types aren't found here.

declare module "lean-qr" {
  export interface Bitmap {
    /** The width and height in modules. */
    readonly size: number;
    get(x: number, y: number): boolean;
  }
  /** The levels of error correction; a higher one makes a denser code. */
  export const correction: { readonly L: number; readonly M: number; readonly Q: number; readonly H: number };
  /** Throws where the text is too long for a code. */
  export function generate(text: string, options?: { minCorrectionLevel?: number }): Bitmap;
}

declare module "lean-qr/extras/svg" {
  /** The `d` of an SVG path with the dark modules, each 1 unit wide. */
  export function toSvgPath(code: import("lean-qr").Bitmap): string;
}
