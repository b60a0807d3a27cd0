// JavaScript because it decides whether a module has to be loaded: finds the drawings in a routine's document, and has
// the figures of routines by other authors drawn first.
// @ts-check

/**
 * A moment of a motion: time in milliseconds, tension of the hamstring in hundredths, x and y of the hips, and the
 * directions of the bones in tenths of degrees. Lengths are in thousandths of the body's height, here and below.
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
 * @property {string} motion
 * @property {boolean} [mirrored]
 */

/** @typedef {{ label: string, caption?: string, props: string[], layers: Layer[] }} Picture */

/**
 * The drawing of an exercise, as `figures/src/output.rs` writes it. Times are in milliseconds.
 *
 * @typedef {object} Drawing
 * @property {"side" | "front"} view
 * @property {Body} body
 * @property {[near: boolean, far: boolean]} stretches Whose hamstring is stretched.
 * @property {number[]} frame The `viewBox`.
 * @property {Picture[]} pictures The right form and, where it is shown, the usual mistake.
 * @property {Record<string, Moment[]>} motions
 * @property {number} step From one pose to the next.
 * @property {number} end
 * @property {number} rest When it is where one comes back to between two holds.
 * @property {number} still When it explains most.
 * @property {boolean} [repeats]
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
 * What the module for routines by other authors says of a document: the same with drawings in it, unless it is refused;
 * and what is wrong with it, a line for each problem.
 *
 * @typedef {{ drawn: string | undefined, problems: string[] }} Outcome
 */

/**
 * What is of interest in a document.
 *
 * @typedef {{ id: string, figure?: Drawing, variation?: Exercise }} Exercise
 * @typedef {object} RoutineDocument
 * @property {{ exercises: Exercise[] }[]} sections
 * @property {Record<string, Body>} [bodies]
 * @property {Anatomy} [anatomy-picture]
 */

/**
 * The drawings of a routine's document.
 *
 * A routine by another author has to be read by the module for that (`element/authoring`): what its document brings
 * hasn't been checked or drawn. Then the drawings are promised, and `report` is called with what is wrong with them.
 *
 * @param {string} document The routine's document.
 * @param {((document: string) => Promise<Outcome>) | "" | null} read Reads a routine by another author.
 * @param {(message: string) => unknown} report
 * @returns {Drawings | Promise<Drawings>}
 */
export function drawingsOf(document, read, report) {
  const routine = /** @type {RoutineDocument} */ (JSON.parse(document));
  const exercises = exercisesOf(routine);
  const hasFigures = routine["anatomy-picture"] || exercises.some(({ figure }) => figure);
  if (read && hasFigures) return drawnBy(read, document, report);
  return collect(routine);
}

/**
 * @param {RoutineDocument} routine
 * @returns {Exercise[]} all exercises and variations
 */
const exercisesOf = ({ sections }) =>
  sections
    .flatMap(({ exercises }) => exercises)
    .flatMap((exercise) => (exercise.variation ? [exercise, exercise.variation] : [exercise]));

/** @returns {Drawings} Without a prototype: an id may be the name of one of an object's own members. */
const noDrawings = () => Object.create(null);

/** @param {RoutineDocument} routine A document whose figures are drawn. */
function collect(routine) {
  const drawings = noDrawings();
  const anatomy = routine["anatomy-picture"];
  if (anatomy) drawings.Muscles = anatomy;
  for (const { id, figure } of exercisesOf(routine)) {
    const body = figure && routine.bodies?.[figure.view];
    if (body) drawings[id] = { ...figure, body };
  }
  return drawings;
}

/**
 * @param {(document: string) => Promise<Outcome>} read
 * @param {string} document
 * @param {(message: string) => unknown} report
 */
async function drawnBy(read, document, report) {
  try {
    const { drawn, problems } = await read(document);
    if (problems.length > 0) report(problems.join("\n"));
    return drawn === undefined ? noDrawings() : collect(JSON.parse(drawn));
  } catch (error) {
    report(`The figures can't be drawn: ${/** @type {Error} */ (error).message}`);
    return noDrawings();
  }
}
