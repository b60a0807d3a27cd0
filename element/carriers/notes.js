// What each cue sounds like.

/** By the kind of the cue: notes with their offset in seconds, frequency and length. */
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

/** The same for the WebAssembly: one after the other, each offset, frequency and length, in milliseconds. */
export const notes = (kind) =>
  Uint16Array.from(NOTES[kind].flatMap(([offset, frequency, length]) => [offset * 1_000, frequency, length * 1_000]));
