// The library's documents, put together as docs/ROUTINES.md describes it. It shares no code with the product, so a mistake
// passes only if both make the same one.
import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = new URL('../library/', import.meta.url);

const read = (path) => JSON.parse(readFileSync(new URL(path, FOLDER), 'utf8'));

/** The ids of all built-in routines, sorted. */
export const ROUTINES = readdirSync(new URL('routines/', FOLDER)).map((name) => name.replace(/\.json$/, ''));

/** An exercise as it is in the library, with what a routine says of it. */
function used({ use, seconds, repeats, ...own }) {
  const exercise = { ...read(`exercises/${use}.json`), ...own };
  exercise.dose = { ...exercise.dose, seconds: seconds ?? exercise.dose.seconds };
  if (repeats) exercise.dose.repeats = { ...exercise.dose.repeats, default: repeats };
  delete exercise.sources;
  delete exercise.switch;
  return exercise;
}

/** The document of a built-in routine, with every exercise described in place. */
export function routineOf(id) {
  const routine = read(`routines/${id}.json`);
  const known = read('muscles.json');
  for (const section of routine.sections) {
    section.exercises = section.exercises.map((exercise) => (exercise.use ? used(exercise) : exercise));
  }
  const named = new Set(routine.sections.flatMap(({ exercises }) => exercises.flatMap(({ muscles }) => muscles ?? [])));
  const muscles = routine.muscles ?? [];
  for (const muscle of named) {
    if (!muscles.some((other) => other.id === muscle)) muscles.push({ ...known[muscle], id: muscle });
  }
  return { ...routine, muscles };
}
