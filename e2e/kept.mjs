// What the widget finds in the browser's storage from earlier visits, for tests that begin in the middle of things.

const DAY_MS = 86_400_000;
const NOW_MS = Date.UTC(2026, 10, 22, 9);

/** The key of one kind of thing, for the `storage-key` of a widget. */
export const key = (kind, name = 'default') => `supple:${name}:${kind}`;

/** Whether the safety notice was read. */
export const safety = { [key('safety')]: { version: 1, read: true } };

/** The person's options for the built-in routine; what is not said is the default. */
export function options(chosen) {
  const defaults = { version: 1, first_leg: 'left', hold_percent: 100, partner: false, exercises: {} };
  return { [key('options:hamstring')]: { ...defaults, ...chosen } };
}

/** A session that was left behind. The phase is an index into the default plan, whose length is `planMs`. */
export function leftover({ phase, elapsedMs, planMs, startedMs }) {
  const { [key('options:hamstring')]: chosen } = options({});
  const session = {
    id: `${startedMs}-0badcafe`,
    routine: 'hamstring',
    options: chosen,
    position: { phase, elapsed_ms: elapsedMs, extended_ms: 0, logged_ms: 0 },
    entries: 0,
    plan_ms: planMs,
    started_ms: startedMs,
    offset_min: 0,
  };
  return { [key(`running:${session.id}`)]: { version: 1, ...session } };
}

/** Every hold of the default routine. */
const HOLDS = [
  ['anchor', 'left', 1],
  ['anchor', 'right', 1],
  ['seated', 'both', 1],
  ['seated', 'both', 2],
  ['seated', 'both', 3],
  ['lying', 'left', 1],
  ['lying', 'right', 1],
];

/** One logged session, with the first `holds` holds of the routine, each in full. */
export function logged(startedMs, { holds = HOLDS.length, complete = true, id } = {}) {
  const entries = HOLDS.slice(0, holds).map(([exercise, side, repeat], i) =>
    [exercise, 'hold', side, repeat, 20_000, 20_000, true, 60_000 + 30_000 * i]);
  const record = {
    version: 1,
    id: id ?? `${startedMs}-0badcafe`,
    routine: 'hamstring',
    started_ms: startedMs,
    offset_min: 0,
    ended_ms: startedMs + 300_000,
    complete,
    entries,
  };
  return { [key(`log:${record.id}`)]: record };
}

/** Many sessions, put away as the widget puts away its older ones. Their entries are those of the first one. */
export function archived(records) {
  const [[, { routine, offset_min: offset, complete, entries }]] = Object.entries(records);
  let before = 0;
  const rows = entries.map((entry) => {
    const at = entry.at(-1);
    const row = [...entry.slice(0, -1), at - before];
    before = at;
    return row;
  });
  const shape = [routine, offset, complete, rows.map((row, i) => i)];
  const sessions = Object.values(records).map(({ id, started_ms: start, ended_ms: end }) => [id, start, end - start, 0]);
  const archives = {};
  for (let i = 0; i < sessions.length; i += 100) {
    const some = sessions.slice(i, i + 100);
    archives[key(`archive:${some[0][0]}:${NOW_MS}`)] = { version: 1, entries: rows, shapes: [shape], sessions: some };
  }
  return archives;
}

/** A few weeks in which most days were done, up to the day before `nowMs`. */
export function weeks(nowMs, days = 33) {
  const missed = new Set([8, 9, 16, 23, 27]);
  const records = [];
  for (let ago = 1; ago <= days; ago += 1) {
    if (!missed.has(ago)) {
      records.push(logged(nowMs - ago * DAY_MS - (ago % 4) * 1_260_000, { complete: ago % 11 !== 0, holds: ago % 11 ? 7 : 4 }));
    }
  }
  return Object.assign({}, ...records);
}

/** Lets every page of a context, or one page, find these things before its first script runs. */
export async function keep(where, ...things) {
  await where.addInitScript((kept) => {
    if (sessionStorage.getItem('kept')) return; // a reload finds what the visit before has left
    sessionStorage.setItem('kept', 'yes');
    for (const [name, value] of Object.entries(kept)) localStorage.setItem(name, JSON.stringify(value));
  }, Object.assign({}, ...things));
}
