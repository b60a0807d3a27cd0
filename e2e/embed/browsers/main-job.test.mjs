// The main job: somebody reads a blog, starts the routine in the article, and is guided through it in real time.
import { blog, here } from '../blog.mjs';
import { storageKey } from '../../fixtures/storage.mjs';
import { becomes, expect, heard, press, shows, test } from './tab.mjs';

/** The plan of short.json: exercise, side, phase, repeat, repeats, seconds. */
const PLAN = [
  ['walk', 'none', 'prepare', 1, 1, 1],
  ['walk', 'none', 'move', 1, 1, 1],
  ['reach', 'left', 'prepare', 1, 1, 1],
  ['reach', 'left', 'hold', 1, 1, 3],
  ['reach', 'right', 'switch', 1, 1, 1],
  ['reach', 'right', 'hold', 1, 1, 3],
  ['fold', 'both', 'prepare', 1, 2, 1],
  ['fold', 'both', 'hold', 1, 2, 2],
  ['fold', 'both', 'recover', 2, 2, 1],
  ['fold', 'both', 'hold', 2, 2, 2],
];
const TOTAL_MS = 16_000;
/** For each side: one hold of its own, and two of both. */
const HELD_MS = 7_000;

let host;
test.beforeAll(async () => {
  host = await blog(here(import.meta.url));
  host.vary = (text) => text.replace('<supple-routine', '<supple-routine src="short.json"');
});
test.afterAll(() => host.close());

test('a routine is guided from start to end, both sides are credited in full, and it is logged', async ({ tab }) => {
  await tab.goto(`${host.address}/host.html`);
  // Whoever has read the safety notice isn't waited for, as in a first session.
  await tab.evaluate((key) => localStorage.setItem(key, JSON.stringify({ version: 1, read: true })), storageKey('safety'));
  await tab.goto(`${host.address}/host.html`);
  await becomes(tab, 'ready');
  const before = performance.now();
  await press(tab, 'Start routine');
  await expect.poll(() => tab.evaluate(() => document.querySelector('supple-routine').phase)).toBe('hold');
  await tab.press(' ');
  await becomes(tab, 'paused');
  await press(tab, 'Resume');
  await becomes(tab, 'done');
  // How much longer it took depends on the machine; it must never be shorter.
  expect(performance.now() - before).toBeGreaterThanOrEqual(TOTAL_MS);

  await shows(tab, /First one done!.*7 s per side/);
  tellsWholePlan(await heard(tab));
  const [log, ...more] = await kept(tab);
  expect(more).toEqual([]);
  expect(log).toMatchObject({ version: 1, routine: 'short', complete: true });
  expect(log.entries.map((entry) => entry.slice(0, -1))).toEqual([
    ['walk', 'move', 'none', 1, 1_000, 1_000, true],
    ['reach', 'hold', 'left', 1, 3_000, 3_000, true],
    ['reach', 'hold', 'right', 1, 3_000, 3_000, true],
    ['fold', 'hold', 'both', 1, 2_000, 2_000, true],
    ['fold', 'hold', 'both', 2, 2_000, 2_000, true],
  ]);

  await tab.goto(`${host.address}/host.html`);
  await becomes(tab, 'ready');
  await press(tab, 'Progress');
  await shows(tab, /Current streak 1 day .*Stretched in total 7 s per side .*All sessions \(1\)/);
});

/** The events are those of the whole plan with one pause, with the documented details. */
function tellsWholePlan(events) {
  const of = (type) => events.filter((it) => it.type === `supple-${type}`);
  const [[ready], [begin], [pause], [resume], [end]] = ['ready', 'start', 'pause', 'resume', 'complete'].map(of);
  const phases = of('phase');
  expect(events).toHaveLength(5 + PLAN.length);
  for (const { composed, target } of events) expect([composed, target]).toEqual([true, 'supple-routine']);

  expect(ready.detail).toMatchObject({
    state: 'ready',
    routine: 'short',
    totalMs: TOTAL_MS,
    sessionId: null,
    exerciseId: null,
  });
  const { sessionId } = begin.detail;
  expect(sessionId).toEqual(expect.any(String));
  for (const { detail } of events.slice(1))
    expect(detail).toMatchObject({ routine: 'short', totalMs: TOTAL_MS, sessionId });
  expect(
    phases.map(({ detail: { exerciseId, side, phase, repeat, repeats, durationMs } }) => [
      exerciseId,
      side,
      phase,
      repeat,
      repeats,
      durationMs / 1_000,
    ]),
  ).toEqual(PLAN);
  for (const { detail } of phases) expect(detail.remainingMs).toBeLessThanOrEqual(detail.durationMs);
  expect([begin, pause, resume, end].map(({ detail }) => detail.state)).toEqual([
    'running',
    'paused',
    'running',
    'done',
  ]);
  expect(end.detail).toMatchObject({ complete: true, heldLeftMs: HELD_MS, heldRightMs: HELD_MS });
}

/** The session log in the browser's storage. */
const kept = (tab) =>
  tab.evaluate(() =>
    Object.entries(localStorage)
      .filter(([key]) => key.startsWith('supple:default:log:'))
      .map(([, text]) => JSON.parse(text)),
  );
