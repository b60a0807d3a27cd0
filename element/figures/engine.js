// The engine that makes drawings of figures (`figures/`), with its WebAssembly in it: a file of its own, which only routines with
// figures of their own load.

import module from "supple-figures";

/** A routine's document with drawings in it; then what is wrong with its figures, a line each. */
export async function draw(document) {
  const { instance } = await WebAssembly.instantiate(module);
  const { memory, room, draw, length } = instance.exports;
  const bytes = new TextEncoder().encode(document);
  new Uint8Array(memory.buffer, room(bytes.length), bytes.length).set(bytes);
  const place = draw();
  return new TextDecoder().decode(new Uint8Array(memory.buffer, place, length())).split("\n");
}
