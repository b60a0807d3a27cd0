// JavaScript because the library that draws codes is.
// @ts-check

import { correction, generate } from "lean-qr";
import { toSvgPath } from "lean-qr/extras/svg";

/** A code of more bytes than this is too dense for a phone's camera at arm's length, and on paper. */
const BYTES_MAX = 1_250;

/**
 * A code of a text: how many modules wide it is, and the dark ones as an SVG path. Undefined where the text is too long for
 * one that a phone can read.
 *
 * @param {string} text
 */
export function code(text) {
  if (text.length > BYTES_MAX) return undefined;
  const bitmap = generate(text, { minCorrectionLevel: correction.L });
  return { size: bitmap.size, path: toSvgPath(bitmap) };
}
