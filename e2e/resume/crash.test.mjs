// The renderer is killed, on the real clock, at random moments: the page can't say goodbye.
// SUPPLE_KILLS=200 kills it that often, instead of once in each of a few series.
import { expect, test } from '@playwright/test';

import { randomNumbers, seed } from '../random.mjs';
import { seedStorage, savedOptions, safetyNoticeRead } from '../fixtures/storage.mjs';
import {
  resumeOffer,
  openRoutine,
  player,
  press,
  readElement,
  startHere,
  readLog,
  finishHeading,
} from '../page-object.mjs';
import { cards } from '../routine/expected-plan.mjs';

const SERIES = 4;
const KILLS = Number(process.env.SUPPLE_KILLS ?? SERIES);
/** The place must be found within this distance: a heartbeat, and the second that it may come late. */
const NEAR_MS = 5_000;
/** The longest that a session runs before it is killed: most of a phase, or more than a heartbeat. */
const RUNS_MS = 6_500;

/** Short phases, so that many end shortly before or after a kill; some are longer than a heartbeat. */
const SHORT = {
  prepare_s: 3,
  switch_s: 2,
  recover_s: 2,
  exercises: Object.fromEntries(cards.map(({ id }) => [id, { seconds: 10, repeats: 5 }])),
};

const turnOf = ({ exerciseId, side, repeat, phase }) => ({ exerciseId, side, repeat, phase });

/** The entries of every session, by its id. */
const entriesOf = (log) => Object.fromEntries(log.map(({ id, entries }) => [id, entries]));

/** Kills the page's renderer. Returns the state shortly before, and how long before at most. */
async function crash(page) {
  const session = await page.context().newCDPSession(page);
  const gone = page.waitForEvent('crash');
  const asked = performance.now();
  // In a single look, so that the log is from the same moment.
  const before = await page.locator('supple-routine').evaluate(async (element) => {
    // Let a due heartbeat go first, as timers fire in order.
    await new Promise((resolve) => setTimeout(resolve));
    const { exerciseId, side, phase, repeat, remainingMs } = element;
    const log = Object.entries(localStorage)
      .filter(([key]) => key.startsWith('supple:default:log:'))
      .map(([, text]) => JSON.parse(text));
    return { exerciseId, side, phase, repeat, remainingMs, log };
  });
  session.send('Page.crash').catch(() => {}); // nobody is left to answer
  await gone;
  return { ...before, logged: entriesOf(before.log), tookMs: performance.now() - asked };
}

/** Skips some phases at random, then lets the session run for a random time, or until the phase is over. */
async function run(page, any) {
  for (let skip = any.below(8) - 4; skip > 0; skip -= 1) await press(page, 'Next');
  const from = await readElement(page);
  if (from.state !== 'running') return from;
  const runMs = any.below(RUNS_MS);
  const isThere = async () => {
    const now = await readElement(page);
    return JSON.stringify(turnOf(now)) !== JSON.stringify(turnOf(from)) || now.remainingMs <= from.remainingMs - runMs;
  };
  await expect.poll(isThere, { intervals: [10] }).toBe(true);
  return readElement(page);
}

/** Starts a session at a random exercise, or resumes the one that is there. */
async function begin(page, any) {
  for (;;) {
    const { state } = await readElement(page);
    if (state === 'done') await press(page, 'Done');
    if (state !== 'paused') await startHere(page, any.oneOf(cards.filter(({ partner }) => !partner)).name);
    else await press(page, 'Resume');
    await expect(player(page)).toBeVisible();
    const { state: now } = await run(page, any);
    if (now === 'running') return;
    // Where everything was skipped there is nothing to show.
    if (now === 'done') await expect(finishHeading(page)).toBeVisible();
  }
}

/** Everything logged before is still in its place, and nothing is there twice. Returns the number of new entries. */
function isWhole(logged, before) {
  let fresh = 0;
  for (const [id, entries] of Object.entries(logged)) {
    const earlier = before[id] ?? [];
    expect(entries.slice(0, earlier.length), 'the log is whole').toEqual(earlier);
    const names = entries.map(([exercise, , side, repeat]) => `${exercise} ${side} ${repeat}`);
    expect(names, 'nothing is in it twice').toEqual([...new Set(names)]);
    fresh += entries.length - earlier.length;
  }
  expect(Object.keys(logged), 'no session is lost').toEqual(expect.arrayContaining(Object.keys(before)));
  return fresh;
}

/**
 * What must hold at the next visit. Returns how far the place is from where it may have been when the page was
 * killed.
 */
async function isFound(page, before) {
  const { name } = cards.find(({ id }) => id === before.exerciseId);
  await expect(resumeOffer(page)).toContainText('Pick up where you left off');
  await press(page, 'Continue');
  await expect(player(page)).toBeVisible();
  const found = await readElement(page);
  const fresh = isWhole(entriesOf(await readLog(page)), before.logged);
  expect(found.state).toBe('paused');
  // Between the look and the kill the phase may have ended, and then the hold was logged.
  if (before.remainingMs <= before.tookMs && found.phase !== before.phase) {
    expect(fresh).toBe(['hold', 'move'].includes(before.phase) ? 1 : 0);
    return 0;
  }
  expect(turnOf(found)).toEqual(turnOf(before));
  await expect(player(page).locator('.exercise-name')).toHaveText(name);
  expect(fresh).toBe(0);
  const { remainingMs, tookMs } = before;
  expect(found.remainingMs, 'nothing is skipped').toBeGreaterThanOrEqual(remainingMs - tookMs);
  const off = Math.max(found.remainingMs - remainingMs, 0);
  expect(off, `${found.remainingMs} ms remain, ${remainingMs} did ${tookMs} ms before the end`).toBeLessThanOrEqual(
    NEAR_MS,
  );
  return off;
}

for (let series = 1; series <= SERIES; series += 1) {
  const kills = Math.floor((KILLS + series - 1) / SERIES);
  test(`a session is found where it was, killed ${kills} times (${series})`, async ({ page: first, context }) => {
    test.setTimeout(30_000 + kills * 15_000);
    console.log(`SUPPLE_SEED=${seed}`);
    const any = randomNumbers(`kills ${series}`);
    await seedStorage(context, safetyNoticeRead, savedOptions(SHORT));
    let page = first;
    await openRoutine(page);
    let largest = 0;
    for (let kill = 1; kill <= kills; kill += 1) {
      await test.step(`kill ${kill}`, async () => {
        await begin(page, any);
        const before = await crash(page);
        await page.close();
        page = await context.newPage();
        await openRoutine(page);
        largest = Math.max(largest, await isFound(page, before));
      });
    }
    console.log(`killed ${kills} times: off by ${Math.round(largest)} ms at most`);
  });
}

test('time that nobody saw is not credited', async ({ page, context }) => {
  await seedStorage(page, safetyNoticeRead);
  await openRoutine(page);
  await startHere(page, 'Anchor stretch');
  await expect(player(page)).toBeVisible();
  await press(page, 'Next');
  await expect.poll(async () => (await readElement(page)).remainingMs, { intervals: [20] }).toBeLessThanOrEqual(13_800);
  const { remainingMs, tookMs } = await crash(page);

  const next = await context.newPage();
  await openRoutine(next);
  await press(next, 'Continue');
  await press(next, 'Stop');
  const [{ entries }] = await readLog(next);
  expect(entries).toEqual([['anchor', 'hold', 'left', 1, expect.any(Number), 20_000, false, expect.any(Number)]]);
  const [[, , , , held]] = entries;
  expect(held, 'no more than may have been held').toBeLessThanOrEqual(20_000 - remainingMs + tookMs);
  expect(held).toBeGreaterThanOrEqual(20_000 - remainingMs - NEAR_MS);
});
