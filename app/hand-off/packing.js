// JavaScript because the hand-off page, which has no WebAssembly, and the app share it.
//
// A log in an address: the text of a backup file, compressed, and written in letters that any address can hold.
// @ts-check

/** No backup file is larger than this many bytes (core/src/store/backup.rs), however well it was compressed. */
const BYTES_MAX = 10_000_000;

/**
 * Compresses a text into letters for an address.
 *
 * @param {string} text
 */
export async function pack(text) {
  const bytes = await transform(new CompressionStream("deflate-raw"), new TextEncoder().encode(text));
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/**
 * The reverse of `pack`. Throws where the letters were cut off or changed, or swell beyond any backup file.
 *
 * @param {string} letters
 */
export async function unpack(letters) {
  const base64 = letters.replaceAll("-", "+").replaceAll("_", "/");
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const text = await transform(new DecompressionStream("deflate-raw"), bytes);
  return new TextDecoder("utf-8", { fatal: true }).decode(text);
}

/**
 * Unpacks letters that came through messengers and mail programs. They break lines (quoted-printable text does it after
 * a `=`, and writes `=3D` for `=`), put in spaces and invisible characters, and append what followed the link in the
 * text. Throws where that can't be undone.
 *
 * @param {string} worn
 */
export async function unpackWorn(worn) {
  const [letters = ""] = worn.replace(/=?[\s\p{Cf}+]/gu, "").match(/^[\w-]*/) ?? [];
  // An underline may be the mark-up of the text around the link.
  const readings = new Set([letters, letters.replace(/[_-]+$/, ""), letters.replace(/^3D/, "")]);
  /** @type {unknown} */
  let problem;
  for (const reading of readings) {
    try {
      return await unpack(reading);
    } catch (error) {
      problem ??= error;
    }
  }
  throw problem;
}

/**
 * @param {CompressionStream | DecompressionStream} stream
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
async function transform(stream, bytes) {
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const chunks = [];
  let length = 0;
  for await (const chunk of chunksOf(new Blob([bytes]).stream().pipeThrough(stream))) {
    length += chunk.length;
    if (length > BYTES_MAX) throw new RangeError("This is larger than any backup file.");
    chunks.push(chunk);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/**
 * Not every browser can iterate over a stream itself.
 *
 * @param {ReadableStream<Uint8Array<ArrayBuffer>>} stream
 */
async function* chunksOf(stream) {
  const reader = stream.getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
  } finally {
    reader.cancel().catch(() => {});
  }
}
