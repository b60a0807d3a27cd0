// What `core/src/figure` has drawn for a routine.

import { draw } from "./engine.js";

/**
 * The drawings of a routine's document, by the ids of exercises and variations; or a promise of them, where the document brings
 * figures that have yet to be drawn. The engine for that is at `address`; `report` hears what is wrong, a line each.
 */
export function drawingsOf(document, address, report) {
  const { bodies, sections } = JSON.parse(document);
  const drawings = {};
  for (const exercise of sections.flatMap((section) => section.exercises)) {
    for (const { id, figure } of [exercise, exercise.variation ?? {}]) {
      if (figure && !bodies) {
        return draw(document, address, report)
          .then(drawingsOf)
          .catch((error) => report(`The figures can't be drawn: ${error.message}`) ?? {});
      }
      if (figure) drawings[id] = { ...figure, body: bodies[figure.view] };
    }
  }
  return drawings;
}
