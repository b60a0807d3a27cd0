// Types of <supple-routine>. Importing the loader defines the element and gives nothing else, so all of these are
// types only: write `import "supple-routine"`, and `import type { SuppleRoutine } from "supple-routine"` for a name.
//
// Every time is in whole milliseconds.

/**
 * How an element is:
 *
 * - `idle`: nothing was fetched yet;
 * - `loading`: the widget is on its way;
 * - `ready`: it can be started;
 * - `running`: a session is under way, and time passes;
 * - `paused`: the clock stands, by a command or because another routine on the page began to run;
 * - `away`: the clock stands because the machine slept or the page was frozen, and the person is asked how to go on;
 * - `done`: the session is over, stopped early or gone through to its end;
 * - `error`: it could not be loaded. The element says why, and offers to try again.
 *
 * Style sheets see the same names: `supple-routine:state(running)`.
 */
export type SuppleState = "idle" | "loading" | "ready" | "running" | "paused" | "away" | "done" | "error";

/** The person's left or right leg, both at once or in turn, or `none` where legs are not told apart. */
export type SuppleSide = "left" | "right" | "both" | "none";

/**
 * What a phase is for: get into position, keep moving, hold still, change to the other leg, or come back before the
 * next repeat.
 */
export type SupplePhase = "prepare" | "move" | "hold" | "switch" | "recover";

/** Light, dark, or whatever the person's system prefers. */
export type SuppleTheme = "auto" | "light" | "dark";

/** When the widget is fetched: near the viewport, at once, or at the first click. */
export type SuppleLoading = "lazy" | "eager" | "click";

/** How the widget was at the moment of an event: plain data, which survives `structuredClone` and JSON. */
export interface SuppleDetail {
  /** The element's state. */
  state: "ready" | "running" | "paused" | "away" | "done";
  /** The id of the routine's document, such as `"hamstring"`. */
  routine: string;
  /** How long the whole plan takes, with the options that the person has chosen, in milliseconds. */
  totalMs: number;
  /** The id of the session, the same in all of its events; null while there is none. */
  sessionId: string | null;
  /** The id of the exercise, such as `"jumping-jacks"`; null while there is no session. */
  exerciseId: string | null;
  /** The leg that is meant; `"none"` while there is no session. */
  side: SuppleSide;
  /** What the phase is for; null while there is no session. */
  phase: SupplePhase | null;
  /** Which repeat it is, counted from 1; 0 while there is no session. */
  repeat: number;
  /** How many repeats there are; 0 while there is no session. */
  repeats: number;
  /** How long the phase takes, with what was added to it, in milliseconds; 0 while there is no session. */
  durationMs: number;
  /** How much of the phase is left, in milliseconds; 0 while there is no session. */
  remainingMs: number;
  /** Whether the plan was gone through to its end; null unless the session is over. */
  complete: boolean | null;
  /** How long the left leg was really held, in milliseconds; null unless the session is over. */
  heldLeftMs: number | null;
  /** How long the right leg was really held, in milliseconds; null unless the session is over. */
  heldRightMs: number | null;
}

/** The detail of `supple-complete`: the session is over. */
export interface SuppleCompleteDetail extends SuppleDetail {
  state: "done";
  /** Whether the plan was gone through to its end; false when it was stopped early. */
  complete: boolean;
  /** How long the left leg was really held, in milliseconds. A hold of both legs counts for each. */
  heldLeftMs: number;
  /** How long the right leg was really held, in milliseconds. A hold of both legs counts for each. */
  heldRightMs: number;
}

/** The detail of `supple-error`. */
export interface SuppleErrorDetail {
  /** `error` where there is no widget; its own state where only a figure can't be drawn. */
  state: SuppleState;
  /** What went wrong, in sentences for the person, a line each. */
  message: string;
}

/** The events of the element. All of them bubble and are composed; none can be cancelled. */
export interface SuppleEventMap {
  /** The widget works, and can be started. */
  "supple-ready": CustomEvent<SuppleDetail>;
  /** A session has begun. */
  "supple-start": CustomEvent<SuppleDetail>;
  /** A phase has begun; the first one too, right after `supple-start`. */
  "supple-phase": CustomEvent<SuppleDetail>;
  /** The clock stands: the state is `paused` or `away`. */
  "supple-pause": CustomEvent<SuppleDetail>;
  /** The clock goes on. */
  "supple-resume": CustomEvent<SuppleDetail>;
  /** The session is over, stopped early or gone through to its end: see `complete` and the seconds really held. */
  "supple-complete": CustomEvent<SuppleCompleteDetail>;
  /**
   * The widget could not be loaded, or a figure of its routine can't be drawn. All else that goes wrong is told to the
   * person alone.
   */
  "supple-error": CustomEvent<SuppleErrorDetail>;
}

/**
 * What a template may give to `<supple-routine>`: its attributes, its properties, and `onsupple-start` and its like.
 * React, Svelte and others ask for such a type where an element is made known to them; see docs/EMBEDDING.md.
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
 * A command that is given before the widget is there fetches it, and is carried out once it works. The promise that
 * a command gives is resolved once the command was carried out, and rejected if the widget can't be loaded. A command
 * that makes no sense at the moment does nothing.
 */
declare class SuppleRoutine extends HTMLElement {
  /**
   * Starts the routine; lets a session that is under way go on. A person's first start shows the safety notice, and
   * the session begins when they have read it.
   *
   * @param exerciseId The exercise to begin with; without one, the first. One that the plan doesn't have does nothing.
   */
  start(exerciseId?: string): Promise<void>;
  /** Stops the clock. */
  pause(): Promise<void>;
  /** Lets the clock go on, after a pause, an absence or an early stop. */
  resume(): Promise<void>;
  /** Goes to the next phase; from the last one, to the end. What was held until then counts, no more. */
  next(): Promise<void>;
  /** Goes back to the beginning of the phase; within its first 2000 ms, to the phase before. */
  previous(): Promise<void>;
  /**
   * Makes the phase longer.
   *
   * @param ms By how many milliseconds; a phase grows by 3,600,000 in all at most. Anything but a positive number
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

  /** How the element is right now. */
  get state(): SuppleState;
  /** The id of the exercise, such as `"jumping-jacks"`; null while there is no session. */
  get exerciseId(): string | null;
  /** The leg that is meant; `"none"` while there is no session. */
  get side(): SuppleSide;
  /** What the phase is for; null while there is no session. */
  get phase(): SupplePhase | null;
  /** Which repeat it is, counted from 1; 0 while there is no session. */
  get repeat(): number;
  /** How much of the phase is left, in milliseconds; 0 while there is no session. */
  get remainingMs(): number;
  /**
   * Resolved once the widget works, and rejected once it is known that it can't; trying again after that makes a new
   * promise. Waiting for it makes nothing load: see `loading`.
   */
  readonly ready: Promise<void>;

  /** The built-in routine's name: the attribute `routine`. Null, or no attribute, is `"hamstring"`. */
  get routine(): string | null;
  set routine(name: string | null | undefined);
  /**
   * The address of a routine's document, relative to the page: the attribute `src`. It goes before `routine`. From
   * another origin it needs that origin's leave (CORS).
   */
  get src(): string | null;
  set src(address: string | null | undefined);
  /**
   * Where on the device things are kept: the attribute `storage-key`. Elements with the same key share their log and
   * options. Null, or no attribute, is `"default"`.
   */
  get storageKey(): string | null;
  set storageKey(key: string | null | undefined);
  /** Light or dark: the attribute `theme`. Null, or no attribute, is `"auto"`. */
  get theme(): SuppleTheme | null;
  set theme(theme: SuppleTheme | null | undefined);
  /** When the widget is fetched: the attribute `loading`. Null, or no attribute, is `"lazy"`. */
  get loading(): SuppleLoading | null;
  set loading(loading: SuppleLoading | null | undefined);
  /** Whether the cards show only what is needed for starting: the attribute `compact`. */
  get compact(): boolean;
  set compact(isCompact: boolean);
  /** Whether nothing is read from the device or kept on it: the attribute `no-persist`. */
  get noPersist(): boolean;
  set noPersist(isForgetful: boolean);
}

export type { SuppleRoutine };

declare global {
  interface HTMLElementTagNameMap {
    "supple-routine": SuppleRoutine;
  }

  // The maps of elements, documents and windows inherit from this one: the events bubble to all of them.
  interface GlobalEventHandlersEventMap extends SuppleEventMap {}
}
