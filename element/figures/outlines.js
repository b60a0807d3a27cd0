// JavaScript because it runs for every frame of a moving figure, and a first visit has no WebAssembly that could do it:
// from a moment of a motion to outlines, as `Frame::joints` and `Outline::path` do in `figures/`.
// Those draw what is seen before any script runs. `e2e/figures` compares the two.
// @ts-check

/** @import { Body, BonePoint, Drawing, Moment, OutlinePoint } from "./drawings.js" */

/** @typedef {[x: number, y: number]} Point */

/** Where the directions begin in a moment: after time, x and y. */
const DIRECTIONS = 3;
/**
 * Number by number, what lies at a share of the way from one list to another.
 *
 * @type {<T extends number[]>(from: T, to: T, share: number) => T}
 */
const interpolate = (from, to, share) =>
  /** @type {typeof from} */ (from.map((number, n) => number + (to[n] - number) * share));

/**
 * The moment of a motion at a time. Each step begins and ends slowly.
 *
 * @param {Moment[]} moments
 * @param {number} time in milliseconds
 * @param {number} step from one pose to the next, in milliseconds
 */
export function momentAt(moments, time, step) {
  const share = (time / step) % 1;
  const ms = time + (share * share * (3 - 2 * share) - share) * step;
  const next = moments.findIndex((moment) => moment[0] > ms);
  if (next < 0) return moments[moments.length - 1];
  const [from, to] = [moments[next - 1], moments[next]];
  return interpolate(from, to, (ms - from[0]) / (to[0] - from[0]));
}

/**
 * A body at a moment, with its bones as long as they look and turned as they are.
 *
 * @param {Drawing} drawing
 * @param {Moment} moment
 * @returns {Body}
 */
export function bodyAt({ body, lengths = [], turns = [] }, moment) {
  const bones = [...body.bones];
  for (const [bone, index] of lengths) {
    const [parent, length, direction, turned] = bones[bone];
    bones[bone] = [parent, (length * moment[index]) / 1000, direction, turned];
  }
  for (const [bone, index] of turns) {
    const [parent, length, direction, turned] = bones[bone];
    bones[bone] = [parent, length, direction, turned + moment[index]];
  }
  return { ...body, bones };
}

/**
 * Where the joints of a body are at a moment.
 *
 * @param {Body} body
 * @param {Moment} moment
 */
export function jointsOf({ bones }, moment) {
  /** @type {Point[]} */
  const joints = [[moment[1], moment[2]]];
  for (const [parent, length, direction, turned] of bones) {
    const angle = ((moment[DIRECTIONS + direction] + turned) * Math.PI) / 1800;
    const [x, y] = joints[parent];
    joints.push([x + Math.sin(angle) * length, y - Math.cos(angle) * length]);
  }
  return joints;
}

/**
 * An outline as an SVG path: a closed curve near its points.
 *
 * @param {OutlinePoint[]} outline
 * @param {Body} body
 * @param {Point[]} joints
 */
export function pathOf(outline, { bones }, joints) {
  /** @type {(point: BonePoint) => Point} */
  const position = ([bone, along, beside]) => {
    const [parent, length] = bones[bone];
    const [from, to] = [joints[parent], joints[bone + 1]];
    const [x, y] = interpolate(from, to, along / 100);
    // A line that moves an outline may be so short that it has no direction.
    const share = beside && beside / length;
    return [x - (to[1] - from[1]) * share, -y - (to[0] - from[0]) * share];
  };
  const points = outline.map((point) =>
    isMidway(point) ? interpolate(position(point[0]), position(point[1]), 0.5) : position(point),
  );
  const text = (/** @type {Point} */ point) => point.map((number) => number.toFixed(1)).join(" ");
  const middle = (/** @type {Point} */ point, /** @type {Point} */ next) => text(interpolate(point, next, 0.5));
  const curves = points.map((point, n) => `Q${text(point)} ${middle(point, points[(n + 1) % points.length])}`);
  return `M${middle(points[points.length - 1], points[0])}${curves.join("")}`;
}

/**
 * @param {OutlinePoint} point
 * @returns {point is [BonePoint, BonePoint]}
 */
function isMidway(point) {
  return typeof point[0] !== "number";
}
