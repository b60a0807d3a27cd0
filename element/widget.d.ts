// The typed boundary between the widget and its JavaScript: what wasm-bindgen's glue exports ("supple-glue"), and the
// messages that cross it. Rust has structs with the same fields in `src/bindings.rs` and `src/cue_dispatch.rs`.
//
// Every time is in milliseconds.

import type { SuppleDetail, SuppleEventMap } from "./supple.d.ts";

export type { SuppleDetail };

/** The events that the widget itself causes; the element adds `supple-ready` and `supple-error`. */
export type WidgetEventName = Exclude<keyof SuppleEventMap, "supple-ready" | "supple-error">;

/** Compiles and instantiates the WebAssembly; nothing else may be called before that. */
export function initSync(options: { module: WebAssembly.Module | BufferSource }): unknown;

export interface WidgetOptions {
  /** Where the widget will be mounted: an empty element. */
  place: HTMLElement;
  /** Where on the device things are kept; without it, nothing is. */
  storageKey?: string | undefined;
  /** The address of the site with the app, which ends with a slash; without it there is no reminder. */
  site?: string | undefined;
  /** What is behind the hash of the link that the routine came in: the site has a page where it can be kept. */
  link?: string | undefined;
  /** The first day of the week: from 0 for Monday to 6 for Sunday. */
  firstWeekday: number;
  /** Called at each event of the session; without a name, only the state has changed. */
  onEvent(name: WidgetEventName | undefined, detail: SuppleDetail): void;
  /** Called at each change of the session, and at the instant of each cue. */
  onCues(message: CueMessage): void;
  /** Called when the person tries out one cue, within the event of their press. */
  onCueTest(test: CueTest): void;
  /**
   * Called when the Progress screen is opened, with the place for the app that fills it; without one, when it is closed. With
   * a session's id there is room for that app's question about it, and no more.
   */
  onProgress(place?: HTMLElement, session?: string): void;
  /** Called when a backup file is offered to the open Progress screen. */
  onBackup(text: string): void;
}

/** A routine in its checked form. A widget that is made of it frees it. */
export class WidgetRoutine {
  /**
   * Throws where the text isn't JSON in the checked form: what other authors write is read by a module of its own first
   * (`element/authoring`).
   */
  constructor(text: string);
}

/**
 * A widget. It comes into the page in steps, each meant for a task of its own: reading the routine, `new`, `mount`,
 * `open`, and `drawNextPiece` as often as there are pieces. No method may be called after `free`.
 */
export class WidgetHandle {
  constructor(routine: WidgetRoutine, options: WidgetOptions);
  /** Mounts the widget into its place. Nothing is to be seen yet. */
  mount(): void;
  /** Begins to work: tells the cue outputs how cues are to be given, and looks for an unfinished session. */
  open(): void;
  /** Hears of the document and the window that the widget is in now: it was put into another document. */
  listenAnew(): void;
  /** Unmounts the widget and releases everything it holds. */
  free(): void;
  /** Draws the next piece of the overview, with the `<details>` open that have these ids. Returns whether there are more. */
  drawNextPiece(openedIds: string[]): boolean;
  /** Starts the routine, at the first exercise or at the one with this id. An unknown id does nothing. */
  start(exerciseId?: string): void;
  /** Starts a session of one exercise alone. */
  startOnly(exerciseId: string): void;
  pause(): void;
  resume(): void;
  /** Goes to the next phase. */
  next(): void;
  /** Goes to the beginning of the phase or, near it, to the phase before. */
  previous(): void;
  stop(): void;
  /** Makes the phase longer by a positive whole number of milliseconds. Anything else does nothing. */
  extend(ms: number): void;
  /** Pauses because another routine on the page starts running, and tells the person so. */
  giveWay(): void;
  /** Opens the Progress screen. Does nothing during a session. */
  showProgress(): void;
  /** Opens the Progress screen with what this backup file would add, and asks whether to add it. */
  offerBackup(text: string): void;
  /** What is stored, for the app that fills the Progress screen. */
  storage(): StorageHandle;
  /** Says whether that app is in its place, or can't be had. */
  setProgressShown(isShown: boolean): void;
  /** Tells the person something, over the screen. */
  notify(text: string): void;
  /** Sets the device's voices for the routine's language, which the person can choose from. */
  setVoices(names: string[]): void;
  /** Tells the person whether the browser wants a press before it makes a sound. */
  setSoundWaits(waits: boolean): void;
  /** Tells the person, in the catalogue's words, what a cue output can't do. */
  reportCueProblem(problem: CueProblem): void;
  /** The widget's state right now, as an event would carry it. */
  detail(): SuppleDetail;
}

/** What a widget has stored, on the device or in memory. Each method throws `"full"` or `"unavailable"`. */
export interface StorageHandle {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
  remove(key: string): void;
  /** All keys that begin with a prefix, in alphabetical order. */
  keys(prefix: string): string[];
}

/** What the person must know of a cue output: it makes no sound, has no voice, or can't keep the screen on. */
export type CueProblem = "no-sound" | "no-voice" | "screen-may-sleep";

/** What a cue is about, in the order of a session. */
export type CueKind = "ready" | "next" | "begin" | "halfway" | "last" | "switch" | "recover" | "done";

/** The session as the cue outputs see it. */
export interface CueMessage {
  state: SuppleDetail["state"];
  settings: CueOutputSettings;
  /** The language of the routine. */
  lang: string;
  /** The name of the routine. */
  routine: string;
  /** The name of the exercise; null while there is no session. */
  title: string | null;
  /** What to do, such as "Hold · Left leg"; null while there is no session. */
  instruction: string | null;
  /** How much of the plan is over. */
  atMs: number;
  /** How long the whole plan takes. */
  totalMs: number;
  /** The cues to come, and those that were due a moment ago. */
  ahead: UpcomingCue[];
  /** The cue that is due now. */
  now: SpokenCue | null;
}

export interface UpcomingCue {
  /** The same for a cue in each message. */
  id: number;
  kind: CueKind;
  /** How long until it is due; negative where that was a moment ago. */
  inMs: number;
}

export interface SpokenCue {
  kind: CueKind;
  /** What the voice says; empty where nothing is spoken. */
  text: string;
  /** How long the voice is estimated to take for it. */
  speechMs: number;
}

/** A cue that the person tries out. */
export type CueTest = SpokenCue;

/** How the person wants cues on this device. */
export interface CueOutputSettings {
  /** In percent; 0 is off. */
  volume: number;
  voice: "off" | "short" | "full";
  /** The chosen voice, by the browser's name for it; empty for the browser's own choice. */
  voiceName: string;
  /** How fast the voice speaks, in percent of its usual speed. */
  rate: number;
  vibration: boolean;
  flash: boolean;
  /** Whether the session plays as one audio file, which needs no screen. The volume is 0 then. */
  pocket: boolean;
  /** Whether sounds come through an iPhone's silent switch, which may stop the person's music. */
  throughSilentSwitch: boolean;
}
