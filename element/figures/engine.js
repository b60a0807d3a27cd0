// The engine that makes drawings of figures (`figures/`), for routines that bring figures of their own.

/** A routine's document with drawings in it. `report` hears what is wrong with its figures, a line each. */
export async function draw(document, address, report) {
  const response = await fetch(address);
  const { instance } = await WebAssembly.instantiate(await response.arrayBuffer());
  const { memory, room, draw, length } = instance.exports;
  const bytes = new TextEncoder().encode(document);
  new Uint8Array(memory.buffer, room(bytes.length), bytes.length).set(bytes);
  const place = draw();
  const [drawn, ...problems] = new TextDecoder().decode(new Uint8Array(memory.buffer, place, length())).split("\n");
  if (problems.length) report(problems.join("\n"));
  return drawn;
}
