// What a session should be, computed independently from the routine's document and a person's options. It shares no
// code with the widget, so a mistake passes only if both make the same one.
import { routineOf } from '../library.mjs';

export const routine = routineOf('hamstring');

const cardsOf = (routine) => routine.sections.flatMap((section) => section.exercises);

export const cards = cardsOf(routine);

const WORDS = { prepare: 'Get ready', move: 'Move', breathing: 'Breathe', hold: 'Hold', recover: 'Ease out' };

/** What a side is called on the screen. */
const sideIn = (side, name) =>
  ({ left: `Left ${name}`, right: `Right ${name}`, both: `Both ${name}s`, none: '' })[side];

/** All phases in order, each with its start, its length, and what the player shows at its start. */
export function planOf(options = {}, of = routine) {
  const { partner = false, exercises = {} } = options;
  const cards = cardsOf(of);
  const done = [];
  for (const exercise of cards) {
    const chosen = exercises[exercise.id] ?? {};
    if (chosen.leave_out) continue;
    if (!exercise.partner || partner) done.push({ card: exercise, exercise });
    else if (chosen.substitute)
      done.push({ card: exercise, exercise: cards.find(({ id }) => id === exercise.substitute) });
  }
  const postures = ['standing', ...done.map(({ exercise }) => exercise.posture ?? 'standing')];
  const phases = done.flatMap(({ card, exercise }, index) =>
    phasesOf(of, exercise, options, postures[index], postures[index + 1]).map((phase) => ({
      ...phase,
      card: card.id,
      index,
      count: done.length,
    })),
  );
  const taking = phases.filter(({ ms }) => ms > 0);
  const totalMs = sum(taking.map(({ ms }) => ms));
  let startMs = 0;
  for (const phase of taking) {
    phase.startMs = startMs;
    phase.read = whatIsRead(phase, totalMs - startMs);
    startMs += phase.ms;
  }
  return { phases: taking, totalMs, holdMs: sum(taking.filter(({ kind }) => kind === 'hold').map(({ ms }) => ms)) };
}

const ON_FLOOR = ['sitting', 'kneeling', 'lying'];

/** Seconds from one posture into another. */
function secondsInto(before, after) {
  if (before === after) return 10;
  const floors = [before, after].filter((posture) => ON_FLOOR.includes(posture)).length;
  if (floors === 2) return 15;
  return floors === 1 || after === 'chair' ? 20 : 10;
}

/** Prepare, then holds with recoveries between them, then a switch and the other leg. */
function phasesOf(of, exercise, options, before, posture) {
  const chosen = options.exercises?.[exercise.id] ?? {};
  const varied = exercise.variation && chosen.variation ? { ...exercise, ...exercise.variation } : exercise;
  const { kind, seconds, repeats } = exercise.dose;
  const count = repeats ? (chosen.repeats ?? repeats.default) : 1;
  const scale = kind === 'hold' ? (options.hold_percent ?? 100) / 100 : 1;
  const doseMs = (chosen.seconds ?? seconds) * scale * 1_000;
  const { prepare, switch: change, recover } = of.times;
  const between = {
    prepare: options.prepare_s ?? prepare ?? secondsInto(before, posture),
    switch: options.switch_s ?? change,
    recover: options.recover_s ?? recover,
  };
  const order = options.first_leg === 'right' ? ['right', 'left'] : ['left', 'right'];
  const sides = {
    none: ['none'],
    together: ['both'],
    alternating: ['both'],
    each: order,
    left: ['left'],
    right: ['right'],
  }[varied.sides];
  const phases = [];
  sides.forEach((side, turn) => {
    for (let repeat = 1; repeat <= count; repeat += 1) {
      const kindBefore = repeat > 1 ? 'recover' : turn > 0 ? 'switch' : 'prepare';
      const sideName = varied['side-name'] ?? of['side-name'] ?? 'side';
      const same = { id: varied.id, name: varied.name, side, sideName, repeat, repeats: count };
      phases.push({ ...same, kind: kindBefore, ms: between[kindBefore] * 1_000 }, { ...same, kind, ms: doseMs });
    }
  });
  return phases;
}

function whatIsRead({ kind, name, side, sideName, repeat, repeats, ms, index, count }, leftMs) {
  const seconds = Math.ceil(ms / 1_000);
  return {
    what: kind === 'switch' ? `Switch to your ${side} ${sideName}` : WORDS[kind],
    exercise: name,
    leg: sideIn(side, sideName),
    repeat: repeats > 1 ? `Round ${repeat} of ${repeats}` : '',
    seconds: seconds < 60 ? `${seconds}` : clock(seconds),
    left: timeLeft(Math.ceil(leftMs / 1_000)),
    place: `Exercise ${index + 1} of ${count}`,
  };
}

/** The rows that the finish screen should have after some phases, given as `[phase, ms]`. */
export function rowsOf(done) {
  const rows = new Map();
  for (const [{ id, name, kind, side }, ms] of done) {
    if (!['move', 'breathing', 'hold'].includes(kind)) continue;
    const row = rows.get(id) ?? { name, left: 0, right: 0, body: 0 };
    if (side === 'left' || (side === 'both' && kind === 'hold')) row.left += ms;
    if (side === 'right' || (side === 'both' && kind === 'hold')) row.right += ms;
    if (side === 'none' || (side === 'both' && kind === 'move')) row.body += ms;
    rows.set(id, row);
  }
  // Less than a second is left over from skipping, and doesn't count as done.
  const lasting = [...rows.values()].filter(({ left, right, body }) => Math.max(left, right, body) >= 1_000);
  return lasting.map(({ name, left, right, body }) =>
    body > 0 ? [name, inWords(body)] : [name, inWords(left), inWords(right)],
  );
}

/** Milliseconds held with each leg in some phases, given as `[phase, ms]`. */
export function heldOf(done) {
  const of = (leg) =>
    sum(done.filter(([{ kind, side }]) => kind === 'hold' && (side === leg || side === 'both')).map(([, ms]) => ms));
  return { left: of('left'), right: of('right') };
}

/** All phases of a plan, each in full. */
export const inFull = ({ phases }) => phases.map((phase) => [phase, phase.ms]);

/** "2 min 5 s", never rounded up. */
export function inWords(ms) {
  const seconds = Math.floor(ms / 1_000);
  const parts = [Math.floor(seconds / 60), seconds % 60];
  if (parts[0] === 0) return `${seconds} s`;
  return parts[1] === 0 ? `${parts[0]} min` : `${parts[0]} min ${parts[1]} s`;
}

/** "8 min", to the nearest minute. */
export const inMinutes = (ms) => (ms < 60_000 ? inWords(ms) : `${Math.round(ms / 60_000)} min`);

/** "8 min left", rounded; "45 s left" in the last minute. */
const timeLeft = (seconds) => (seconds < 60 ? `${seconds} s left` : `${Math.round(seconds / 60)} min left`);

/** "1:05". */
export const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
