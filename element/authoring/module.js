// What only routines of other authors need, with its WebAssembly in it (`authoring/`): a file of its own, which nobody else loads.

import module from "supple-authoring";

/** A routine's document with drawings in the place of its figures, or nothing where it is refused; then what is wrong with it, a
 * line each. */
export async function read(document) {
  const { instance } = await WebAssembly.instantiate(module);
  const { memory, room, read, length } = instance.exports;
  const bytes = new TextEncoder().encode(document);
  // Making room may give the memory another buffer, and so may reading.
  const from = room(bytes.length);
  new Uint8Array(memory.buffer).set(bytes, from);
  const place = read();
  return new TextDecoder().decode(new Uint8Array(memory.buffer, place, length())).split("\n");
}
