// Types of <supple-routine>. Importing the loader defines the element and exports nothing, so these are types only:
// write
// `import "supple-routine"`, and `import type { SuppleRoutine } from "supple-routine"` where you need a name.
//
// Every time is in whole milliseconds.

/**
 * The state of an element:
 *
 * - `idle`: nothing has been fetched yet;
 * - `loading`: the widget is being loaded;
 * - `ready`: the routine can be started;
 * - `running`: a session is running;
 * - `paused`: the session is paused, by a command or because another routine on the page started running;
 * - `away`: the session is paused because the device slept or the page was frozen, and the person is asked how to go
 * on;
 * - `done`: the session is over, completed or stopped early (and `ready` at once if nothing was done in it);
 * - `error`: the widget could not be loaded. The element says why, and offers to try again.
 *
 * The same names work in style sheets: `supple-routine:state(running)`.
 */
export type SuppleState = "idle" | "loading" | "ready" | "running" | "paused" | "away" | "done" | "error";

/** The person's left or right leg, both together or alternating, or `none` where the legs make no difference. */
export type SuppleSide = "left" | "right" | "both" | "none";

/**
 * What a phase is for: getting into position, moving, holding still, changing to the other leg, or coming back before
 * the next repeat.
 */
export type SupplePhase = "prepare" | "move" | "hold" | "switch" | "recover";

/** Light, dark, or whatever the person's system prefers. */
export type SuppleTheme = "auto" | "light" | "dark";

/** When the widget is fetched: near the viewport, at once, or at the first click. */
export type SuppleLoading = "lazy" | "eager" | "click";

/** The state of the widget at an event: plain data, which survives `structuredClone` and JSON. */
/** The names of the built-in routines. */
export type SuppleRoutineName =
  | "hamstring" | "lower-back" | "hips" | "desk-break" | "neck-shoulders" | "calves-ankles" | "full-body" | "before-bed"
  | "morning" | "after-run";

export interface SuppleDetail {
  /** The state of the element. */
  state: "ready" | "running" | "paused" | "away" | "done";
  /** The id of the routine's document, such as `"hamstring"`. */
  routine: string;
  /** How long the whole plan takes with the options that the person has chosen, in milliseconds. */
  totalMs: number;
  /** The id of the session, the same in all of its events; null while there is none. */
  sessionId: string | null;
  /** The id of the exercise, such as `"jumping-jacks"`; null while there is no session. */
  exerciseId: string | null;
  /** The leg of the phase; `"none"` while there is no session. */
  side: SuppleSide;
  /** What the phase is for; null while there is no session. */
  phase: SupplePhase | null;
  /** Which repeat it is, counted from 1; 0 while there is no session. */
  repeat: number;
  /** How many repeats there are; 0 while there is no session. */
  repeats: number;
  /** How long the phase takes, including extensions, in milliseconds; 0 while there is no session. */
  durationMs: number;
  /** How much of the phase is left, in milliseconds; 0 while there is no session. */
  remainingMs: number;
  /** Whether the plan was completed; null unless the session is over. */
  complete: boolean | null;
  /** How long the left leg was actually held, in milliseconds; null unless the session is over. */
  heldLeftMs: number | null;
  /** How long the right leg was actually held, in milliseconds; null unless the session is over. */
  heldRightMs: number | null;
}

/** The detail of `supple-complete`: the session is over. */
export interface SuppleCompleteDetail extends SuppleDetail {
  state: "done";
  /** Whether the plan was completed; false if the session was stopped early. */
  complete: boolean;
  /** How long the left leg was actually held, in milliseconds. A hold of both legs counts for each. */
  heldLeftMs: number;
  /** How long the right leg was actually held, in milliseconds. A hold of both legs counts for each. */
  heldRightMs: number;
}

/** The detail of `supple-error`. */
export interface SuppleErrorDetail {
  /** `error` if the widget could not be loaded; the widget's state if only a figure can't be drawn. */
  state: SuppleState;
  /** What went wrong, for the person to read: a sentence on each line. */
  message: string;
}

/** The events of the element. They bubble, are composed, and can't be cancelled. */
export interface SuppleEventMap {
  /** The widget has been loaded, and the routine can be started. */
  "supple-ready": CustomEvent<SuppleDetail>;
  /** A session has begun. */
  "supple-start": CustomEvent<SuppleDetail>;
  /** A phase has begun; for the first one this follows `supple-start`. */
  "supple-phase": CustomEvent<SuppleDetail>;
  /** The session was paused: the state is `paused` or `away`. */
  "supple-pause": CustomEvent<SuppleDetail>;
  /** The session goes on. */
  "supple-resume": CustomEvent<SuppleDetail>;
  /** The session is over, completed or stopped early: see `complete` and the time actually held. */
  "supple-complete": CustomEvent<SuppleCompleteDetail>;
  /**
   * The widget could not be loaded, or a figure of its routine can't be drawn. Anything else that goes wrong
   * is reported to the person only.
   */
  "supple-error": CustomEvent<SuppleErrorDetail>;
}

/**
 * What a template may set on `<supple-routine>`: attributes, properties, and handlers such as `onsupple-start`. React,
 * Svelte and others need such a type to know the element; see docs/EMBEDDING.md.
 */
export type SuppleProps = {
  routine?: string | null | undefined;
  src?: string | null | undefined;
  "storage-key"?: string | null | undefined;
  storageKey?: string | null | undefined;
  theme?: SuppleTheme | null | undefined;
  loading?: SuppleLoading | null | undefined;
  lang?: string | undefined;
  compact?: boolean | undefined;
  "no-persist"?: boolean | undefined;
  noPersist?: boolean | undefined;
} & {
  [Name in keyof SuppleEventMap as `on${Name}`]?: ((event: SuppleEventMap[Name]) => void) | undefined;
};

/**
 * `<supple-routine>`: a guided stretching routine.
 *
 * A command given before the widget has been loaded loads it, and is carried out afterwards. Its promise is resolved
 * once the command has been carried out, and rejected if the widget can't be loaded. A command that makes no sense in
 * the present state does nothing.
 *
 * Its content is what readers see who can't load it. A child `<script type="application/json">` is the document of a
 * routine, shown where there is no `src`; it is read when the widget loads.
 */
declare class SuppleRoutine extends HTMLElement {
  /**
   * Starts the routine, or resumes the session if there is one. A person's first start shows the safety notice, and the
   * session begins when they have read it.
   *
   * @param exerciseId The exercise to begin with; the first by default. One that isn't in the plan does nothing.
   */
  start(exerciseId?: string): Promise<void>;
  /** Pauses the session. */
  pause(): Promise<void>;
  /** Resumes the session, after a pause, an absence or an early stop. */
  resume(): Promise<void>;
  /** Goes to the next phase; from the last one, to the end. Only the time held until then counts. */
  next(): Promise<void>;
  /** Goes back to the beginning of the phase; within its first 2000 ms, to the previous phase. */
  previous(): Promise<void>;
  /**
   * Makes the phase longer.
   *
   * @param ms By how many milliseconds, rounded down; by 3,600,000 in total at most. Anything but a positive number
   * does nothing.
   */
  extend(ms: number): Promise<void>;
  /** Ends the session early. Asks nothing, since it can be resumed. */
  stop(): Promise<void>;
  /** Shows the person what they have done so far. Does nothing during a session. */
  showProgress(): Promise<void>;
  /**
   * Shows the person what a backup file would add to their log, and asks whether to add it. A text that is no backup
   * file changes nothing, and the person is told so.
   *
   * @param text The contents of the file, as `Save a backup file` makes it.
   */
  offerBackup(text: string): Promise<void>;

  /** The state of the element. */
  get state(): SuppleState;
  /** The id of the exercise, such as `"jumping-jacks"`; null while there is no session. */
  get exerciseId(): string | null;
  /** The leg of the phase; `"none"` while there is no session. */
  get side(): SuppleSide;
  /** What the phase is for; null while there is no session. */
  get phase(): SupplePhase | null;
  /** Which repeat it is, counted from 1; 0 while there is no session. */
  get repeat(): number;
  /** How much of the phase is left, in milliseconds; 0 while there is no session. */
  get remainingMs(): number;
  /**
   * Resolved once the widget works, and rejected if it can't be loaded; trying again after that makes a new promise.
   * Awaiting it doesn't load anything: see `loading`.
   */
  readonly ready: Promise<void>;

  /**
   * The name of a built-in routine, a `SuppleRoutineName`: the attribute `routine`. Null, or no attribute, means
   * `"hamstring"`.
   */
  get routine(): string | null;
  set routine(name: string | null | undefined);
  /**
   * The address of a routine's document, relative to the page: the attribute `src`. It takes precedence over `routine`
   * and over a document within the element.
   * Another origin must allow it (CORS).
   */
  get src(): string | null;
  set src(address: string | null | undefined);
  /**
   * Where on the device things are stored: the attribute `storage-key`. Elements with the same key share their log and
   * options. Null, or no attribute, means `"default"`.
   */
  get storageKey(): string | null;
  set storageKey(key: string | null | undefined);
  /** Light or dark: the attribute `theme`. Null, or no attribute, means `"auto"`. */
  get theme(): SuppleTheme | null;
  set theme(theme: SuppleTheme | null | undefined);
  /** When the widget is fetched: the attribute `loading`. Null, or no attribute, means `"lazy"`. */
  get loading(): SuppleLoading | null;
  set loading(loading: SuppleLoading | null | undefined);
  /** Whether it is a small card: figure, name, minutes and Start. The attribute `compact`. */
  get compact(): boolean;
  set compact(isCompact: boolean);
  /** Whether nothing is read from the device or stored on it: the attribute `no-persist`. */
  get noPersist(): boolean;
  set noPersist(shouldNotPersist: boolean);
}

export type { SuppleRoutine };

declare global {
  interface HTMLElementTagNameMap {
    "supple-routine": SuppleRoutine;
  }

  // The event maps of elements, documents and windows inherit from this one, and the events bubble to all of them.
  interface GlobalEventHandlersEventMap extends SuppleEventMap {}
}
