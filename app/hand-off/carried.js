// A log in an address: the text of a backup file, compressed and written with the letters that every address takes.

/** More than this is no backup file (core/src/store/backup.rs), however small it was compressed. */
const BYTES_MAX = 10_000_000;

/** The text as it stands behind the hash. */
export async function carried(text) {
  const bytes = await through(new CompressionStream("deflate-raw"), new TextEncoder().encode(text));
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** The text again. Throws where what stands there is cut off, changed, or swells beyond any backup file. */
export async function unpacked(letters) {
  const bytes = Uint8Array.from(atob(letters.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
  const text = await through(new DecompressionStream("deflate-raw"), bytes);
  return new TextDecoder("utf-8", { fatal: true }).decode(text);
}

async function through(stream, bytes) {
  const parts = [];
  let length = 0;
  for await (const part of read(new Blob([bytes]).stream().pipeThrough(stream))) {
    length += part.length;
    if (length > BYTES_MAX) throw new RangeError("This is larger than any backup file.");
    parts.push(part);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** Not every browser lets a stream be walked through by itself. */
async function* read(stream) {
  const reader = stream.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
  } finally {
    reader.cancel().catch(() => {});
  }
}
