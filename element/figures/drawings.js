// What `core/src/figure` has drawn for a routine.

/**
 * The drawings of a routine's document, by the ids of exercises and variations; and that of its muscles. With `read`
 * (`element/authoring`), which a routine of another author takes, a promise of them: what such a document brings has yet to be
 * checked and drawn, and `report` hears what is wrong with it, a line each.
 */
export function drawingsOf(document, read, report) {
  const { bodies, sections, muscles = [], "anatomy-picture": anatomy } = JSON.parse(document);
  const all = sections.flatMap(({ exercises }) => exercises.flatMap((exercise) => [exercise, exercise.variation ?? {}]));
  if (read && (anatomy || all.some(({ figure }) => figure))) return drawn(document, read, report);
  const drawings = { __proto__: null };
  // No exercise has a capital in its id.
  if (anatomy) drawings.Muscles = { ...anatomy, named: muscles };
  for (const { id, figure } of all) if (figure) drawings[id] = { ...figure, body: bodies[figure.view] };
  return drawings;
}

async function drawn(document, read, report) {
  try {
    const [outcome, ...problems] = await read(document);
    if (problems[0]) report(problems.join("\n"));
    return drawingsOf(outcome);
  } catch (error) {
    report(`The figures can't be drawn: ${error.message}`);
    return { __proto__: null };
  }
}
