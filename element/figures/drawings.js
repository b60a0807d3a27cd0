// JavaScript because it fetches: the drawings of the built-in routine are a file of their own, which is fetched when
// figures are to be drawn. Those of a routine by another author come with what was read of its document.
// @ts-check

import { fetchFile, textOf } from "../arrival.js";
import { once } from "../once.js";

/**
 * A moment of a motion: time in milliseconds, x and y of the hips, the directions of the bones in tenths of degrees, the
 * tension of each muscle that lights up in hundredths, how much is seen of the bones that change their lengths in
 * thousandths, and how far those turn that turn by themselves. Lengths are in thousandths of the body's height, here
 * and below.
 *
 * @typedef {number[]} Moment
 */

/**
 * A body seen from one direction. A bone is the joint where it begins, its length, the index of its direction, and what
 * is added to that. A point of an outline is a bone, the position along it in hundredths, and the distance from it; or
 * the middle between two such points.
 *
 * @typedef {object} Body
 * @property {[parent: number, length: number, direction: number, turned: number][]} bones
 * @property {OutlinePoint[][]} outlines
 */
/** @typedef {[bone: number, along: number, beside: number]} BonePoint */
/** @typedef {BonePoint | [BonePoint, BonePoint]} OutlinePoint */

/**
 * An outline that follows a motion; the class says what it shows.
 *
 * @typedef {object} Layer
 * @property {string} class
 * @property {number} outline
 * @property {number} [tension] Of a muscle: the index of its tension in a moment.
 * @property {string} motion
 * @property {boolean} [mirrored]
 */

/**
 * Arrows are paths that say in the still picture what moves; they are in front of the layers.
 *
 * @typedef {{ label: string, caption?: string, props: string[], layers: Layer[], arrows?: string[] }} Picture
 */

/**
 * The drawing of an exercise, as `figures/src/output.rs` writes it. Times are in milliseconds.
 *
 * @typedef {object} Drawing
 * @property {"side" | "front" | "above"} view
 * @property {Body} body
 * @property {number[]} frame The `viewBox`.
 * @property {Picture[]} pictures The right form and, where it is shown, the usual mistake.
 * @property {Record<string, Moment[]>} motions
 * @property {number} step From one pose to the next.
 * @property {number} end
 * @property {number} rest When it is where one comes back to between two holds.
 * @property {number} still When it explains most.
 * @property {boolean} [repeats]
 * @property {[bone: number, index: number][]} [lengths] The bones of which not always all is seen, each with the index
 *   in a moment of how much is.
 * @property {[bone: number, index: number][]} [turns] The bones to whose direction something is added, each with the
 *   index in a moment of how much.
 */

/** @typedef {[name: string, path: string]} AnatomyShape A class and a path. */

/**
 * The picture of the muscles.
 *
 * @typedef {object} Anatomy
 * @property {string} label
 * @property {number} width
 * @property {number} height
 * @property {AnatomyShape[]} shapes
 * @property {{ label: string, name: string, x: number, y: number, anchor: string, shapes: AnatomyShape[] }[]} muscles
 */

/**
 * Drawings by the ids of exercises and variations. The picture of the muscles is `Muscles`: no id has a capital.
 *
 * @typedef {Record<string, Drawing | Anatomy>} Drawings
 */

/**
 * The drawings of a routine as `figures/src/output.rs` writes them.
 *
 * @typedef {object} Drawn
 * @property {Record<string, Body>} bodies By their views.
 * @property {Record<string, Omit<Drawing, "body">>} drawings By the ids of exercises and variations.
 * @property {Anatomy} [muscles]
 */

/** @type {Map<string, () => Promise<Drawings>>} By their addresses. */
const builtIn = new Map();

/**
 * The drawings of a built-in routine; all widgets of the page share them.
 *
 * @param {string} address
 */
export function builtInDrawings(address) {
  const load = builtIn.get(address) ?? once(async () => parseDrawings(await textOf(await fetchFile(address))));
  builtIn.set(address, load);
  return load();
}

/** @param {string} json `Drawn` */
export async function parseDrawings(json) {
  // By a response, because the page may have put something of its own in the place of `JSON.parse`.
  /** @type {Drawn} */
  const { bodies, drawings, muscles } = await new Response(json).json();
  const drawn = noDrawings();
  if (muscles) drawn.Muscles = muscles;
  for (const [id, drawing] of Object.entries(drawings)) drawn[id] = { ...drawing, body: bodies[drawing.view] };
  return drawn;
}

/** @returns {Drawings} Without a prototype: an id may be the name of one of an object's own members. */
const noDrawings = () => Object.create(null);
