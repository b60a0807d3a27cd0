// What `core/src/figure` has drawn for a routine.

/**
 * The drawings of a routine's document, by the ids of exercises and variations; or a promise of them, where the document brings
 * figures that have yet to be drawn. `read` does that (`element/authoring`); `report` hears what is wrong, a line each.
 */
export function drawingsOf(document, read, report) {
  const { bodies, sections, muscles, "anatomy-picture": anatomy } = JSON.parse(document);
  const drawings = {};
  if (anatomy) drawings.muscles = { ...anatomy, named: muscles };
  for (const exercise of sections.flatMap((section) => section.exercises)) {
    for (const { id, figure } of [exercise, exercise.variation ?? {}]) {
      if (figure && !bodies) return drawn(document, read, report);
      if (figure) drawings[id] = { ...figure, body: bodies[figure.view] };
    }
  }
  return drawings;
}

async function drawn(document, read, report) {
  try {
    const [outcome, ...problems] = await read(document);
    if (problems[0]) report(problems.join("\n"));
    return drawingsOf(outcome);
  } catch (error) {
    report(`The figures can't be drawn: ${error.message}`);
    return {};
  }
}
