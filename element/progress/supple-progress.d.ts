// What the build puts in place of this name: the glue that wasm-bindgen writes for the app that fills the Progress screen.
// Rust has the same in `src/progress/bindings.rs`.

declare module "supple-progress" {
  import type { StorageHandle } from "supple-glue";

  /** Instantiates the WebAssembly; nothing else may be called before that. */
  export function initSync(options: { module: WebAssembly.Module }): unknown;

  export interface ProgressOptions {
    /** The routine in its checked form, as JSON text. */
    routine: string;
    /** As the widget has it; empty where it stores nothing. */
    storageKey: string;
    /** The language of dates, as a canonical BCP 47 tag. */
    lang: string;
    /** The first day of the week: from 0 for Monday to 6 for Sunday. */
    firstWeekday: number;
    /** The address of the site with the app, which ends with a slash; without it there is no hand-off. */
    site?: string | undefined;
    /** How long the routine takes with the person's options, in milliseconds. */
    totalMs: number;
    /** The session that is just over, by its id, where it is asked how much that hurt, and nothing else is shown. */
    asksAbout?: string | undefined;
    /** What the widget has stored. */
    storage: StorageHandle;
    /** Tells the person something, over the screen. */
    notify(text: string): void;
    /** Starts the routine. */
    start(): void;
    /** Says something as a session would, by the cue outputs that the person has chosen; an estimate says how long it takes. */
    say(text: string, speechMs: number): void;
    /** Has the figures in an element drawn: those of how to measure. They come later, or not at all. */
    showFigures(place: HTMLElement): void;
  }

  /** The app in its place. No method may be called after `free`. */
  export class ProgressHandle {
    /** Throws where the routine isn't in its checked form. */
    constructor(options: ProgressOptions, place: HTMLElement);
    /** Unmounts the app and releases everything it holds. */
    free(): void;
    /** Shows what this backup file would add to the log, and asks whether to add it. */
    offerBackup(text: string): void;
  }
}

// The drawings of how to measure, as JSON text.
declare module "supple-progress-figures" {
  const drawings: string;
  export default drawings;
}

// The app's style sheet, as text.
declare module "supple-progress-style" {
  const style: string;
  export default style;
}
