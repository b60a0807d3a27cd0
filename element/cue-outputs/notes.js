// JavaScript because the sound output, which is JavaScript, plays the notes; the session's audio file takes them from
// here.
// @ts-check

/** @import { CueKind } from "../widget.d.ts" */

/**
 * What each kind of cue sounds like: its notes, each with its offset in seconds, frequency in hertz and length in
 * seconds.
 * @type {Record<CueKind, [number, number, number][]>}
 */
export const NOTES = {
  ready: [[0, 523, 0.2], [0.15, 659, 0.4]],
  next: [[0, 523, 0.2], [0.15, 587, 0.2], [0.3, 659, 0.4]],
  begin: [[0, 440, 0.8]],
  halfway: [[0, 1175, 0.1], [0.15, 1175, 0.1]],
  last: [[0, 988, 0.1]],
  switch: [[0, 659, 0.2], [0.15, 440, 0.2], [0.3, 659, 0.4]],
  recover: [[0, 587, 0.2], [0.15, 440, 0.4]],
  done: [[0, 523, 0.6], [0.15, 659, 0.6], [0.3, 784, 0.6], [0.45, 1047, 1]],
};

/**
 * The notes of a cue for the WebAssembly, flat: offset, frequency and length of each, with times in milliseconds.
 *
 * @param {CueKind} kind
 */
export const notes = (kind) =>
  Uint16Array.from(NOTES[kind].flatMap(([offset, frequency, length]) => [offset * 1_000, frequency, length * 1_000]));
