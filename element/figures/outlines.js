// From a moment of a drawing to outlines: `Frame::joints` and `Outline::path` of `core/src/figure`, once more, since what moves
// thirty times a second is better here than there.

/** Of the numbers of a moment: milliseconds, tension, x, y; then the directions. */
const FIRST = 4;

const mix = (from, to, share) => from.map((number, n) => number + (to[n] - number) * share);

/** What there is at a time, in milliseconds, if steps take so long: each begins and ends slowly. */
export function momentAt(moments, time, step) {
  const share = (time / step) % 1;
  const ms = time + (share * share * (3 - 2 * share) - share) * step;
  const next = moments.findIndex((moment) => moment[0] > ms);
  if (next < 0) return moments.at(-1);
  const [from, to] = [moments[next - 1], moments[next]];
  return mix(from, to, (ms - from[0]) / (to[0] - from[0]));
}

/**
 * The left limbs do what the right ones did: after the three directions of the trunk come three for each limb. From the front that
 * is what a mirror shows.
 */
export const exchanged = (moment, view) =>
  moment.map((number, n) => {
    const exchanged = n < FIRST + 3 ? number : moment[n + ((n - FIRST) % 6 < 3 ? -3 : 3)];
    return view === "front" && (n === 2 || n >= FIRST) ? -exchanged : exchanged;
  });

/** Where a moment puts the joints of a body. */
export function jointsOf({ bones }, moment) {
  const joints = [moment.slice(2, FIRST)];
  for (const [parent, length, direction, turned] of bones) {
    const angle = ((moment[FIRST + direction] + turned) * Math.PI) / 1800;
    const [x, y] = joints[parent];
    joints.push([x + Math.sin(angle) * length, y - Math.cos(angle) * length]);
  }
  return joints;
}

/** A closed curve near points that hang on bones, as SVG writes it. */
export function pathOf([, ...points], { bones }, joints) {
  const hung = ([bone, along, beside]) => {
    const [parent, length] = bones[bone];
    const [from, to] = [joints[parent], joints[bone + 1]];
    const [x, y] = mix(from, to, along / 100);
    return [x - ((to[1] - from[1]) * beside) / length, -y - ((to[0] - from[0]) * beside) / length];
  };
  // Where there are two, what counts is the middle between them.
  const places = points.map((point) => (point[3] === undefined ? hung(point) : mix(hung(point), hung(point.slice(3)), 0.5)));
  const text = (place) => place.map((number) => number.toFixed(1)).join(" ");
  const side = (n) => text(mix(places.at(n), places[(n + 1) % places.length], 0.5));
  return `M${side(-1)}${places.map((place, n) => `Q${text(place)} ${side(n)}`).join("")}`;
}
