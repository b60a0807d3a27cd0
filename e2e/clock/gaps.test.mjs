// Clocks that are set, stop or jump: only time that was really held counts.
import { expect, test } from '@playwright/test';

import { seedStorage, safetyNoticeRead } from '../fixtures/storage.mjs';
import {
  takeEvents,
  resumeOffer,
  recordEvents,
  openRoutine,
  advanceClock,
  player,
  press,
  readFinishTable,
  readElement,
  readPlayer,
  reload,
  startHere,
  pauseClock,
  readLog,
  SUNDAY,
  resumeHold,
  finishHeading,
} from '../page-object.mjs';
import { planOf } from '../routine/expected-plan.mjs';

const HOUR_MS = 3_600_000;
const AWAY = 'Welcome back. Ready to continue?';

test.beforeEach(async ({ page }) => {
  await recordEvents(page);
  await seedStorage(page, safetyNoticeRead);
  await pauseClock(page);
  await openRoutine(page);
  await startHere(page, 'Anchor stretch');
  await expect(player(page)).toBeVisible();
});

/** Sets the wall clock alone, as a person or a time server does. */
async function setClock(page, byMs) {
  const { now, monotonic } = await page.evaluate(() => ({ now: Date.now(), monotonic: performance.now() }));
  await page.clock.setSystemTime(now + byMs);
  const after = await page.evaluate(() => ({ now: Date.now(), monotonic: performance.now() }));
  expect(after).toEqual({ now: now + byMs, monotonic });
}

const held = async (page) => {
  const [record] = await readLog(page);
  return (record?.entries ?? []).map(([exercise, , side, , ms, , full, at]) => [exercise, side, ms, full, at]);
};

for (const [what, byMs] of [
  ['back by an hour', -HOUR_MS],
  ['back by a day', -24 * HOUR_MS],
  ['forward by two seconds', 2_000],
]) {
  test(`setting the clock ${what} during a hold doesn't change it`, async ({ page }) => {
    await advanceClock(page, 10_000 + 5_500);
    await setClock(page, byMs);
    expect(await readElement(page)).toMatchObject({ state: 'running', phase: 'hold', remainingMs: 14_500 });
    await advanceClock(page, 14_499);
    expect(await readPlayer(page)).toMatchObject({ what: 'Hold', leg: 'Left leg', seconds: '1' });
    await advanceClock(page, 1);
    expect(await readPlayer(page)).toMatchObject({ what: 'Switch to your right leg', seconds: '5' });
    await advanceClock(page, 25_000);
    await press(page, 'Stop');
    expect(await readFinishTable(page)).toEqual([['Anchor stretch', '20 s', '20 s']]);
    const bothLegs = [
      ['anchor', 'left', 20_000, true],
      ['anchor', 'right', 20_000, true],
    ];
    expect((await held(page)).map((entry) => entry.slice(0, 4))).toEqual(bothLegs);
  });
}

/** Ways in which a page can be away for ten minutes. */
const GAPS = {
  'no timer fired': (page) => page.clock.fastForward(600_000),
  'the machine slept, and its monotonic clock too': async (page) => {
    await setClock(page, 600_000);
    await advanceClock(page, 1_000);
  },
};

for (const [what, gap] of Object.entries(GAPS)) {
  test(`after ten minutes in which ${what}, the person is asked and credited nothing`, async ({ page }) => {
    await advanceClock(page, 10_000 + 5_000);
    await takeEvents(page);
    await gap(page);
    expect(await readPlayer(page)).toMatchObject({
      what: AWAY,
      exercise: 'Anchor stretch',
      leg: 'Left leg',
      seconds: '15',
    });
    expect(await readElement(page)).toMatchObject({ state: 'away', phase: 'hold', remainingMs: 15_000 });
    expect((await takeEvents(page)).map(({ type, detail }) => [type, detail.state])).toEqual([
      ['supple-pause', 'away'],
    ]);
    expect(await held(page)).toEqual([]);

    await advanceClock(page, 120_000);
    expect(await readElement(page), 'it waits for an answer').toMatchObject({ state: 'away', remainingMs: 15_000 });
    await resumeHold(page);
    expect(await readElement(page)).toMatchObject({ state: 'running', remainingMs: 15_000 });
    await advanceClock(page, 15_000);
    expect(await readPlayer(page)).toMatchObject({ what: 'Switch to your right leg' });
    expect((await held(page)).map((entry) => entry.slice(0, 4))).toEqual([['anchor', 'left', 20_000, true]]);
  });
}

test('an absence in the middle of a second is credited at most up to the beginning of that second', async ({
  page,
}) => {
  await advanceClock(page, 10_000 + 5_700);
  await page.clock.fastForward(600_000);
  const { state, remainingMs } = await readElement(page);
  expect(state).toBe('away');
  expect(remainingMs).toBeGreaterThanOrEqual(14_300);
  expect(remainingMs).toBeLessThanOrEqual(15_300);
  await press(page, 'Stop');
  await expect(finishHeading(page)).toBeVisible();
  const [[, , ms, full]] = await held(page);
  expect([ms, full]).toEqual([20_000 - remainingMs, false]);
});

test('closing the page instead of answering keeps the place', async ({ page }) => {
  await advanceClock(page, 10_000 + 5_000);
  await page.clock.fastForward(600_000);
  await expect(player(page)).toContainText(AWAY);
  await reload(page);
  await expect(resumeOffer(page)).toContainText('Anchor stretch, left leg · 15 s to go');
  await press(page, 'Continue');
  await expect(player(page)).toBeVisible();
  expect(await readElement(page)).toMatchObject({ state: 'paused', remainingMs: 15_000 });
});

test('a pause of any length is not an absence', async ({ page }) => {
  await advanceClock(page, 12_000);
  await press(page, 'Pause');
  await page.clock.fastForward(24 * HOUR_MS);
  expect(await readPlayer(page)).toMatchObject({ what: 'Paused', seconds: '18' });
  await press(page, 'Resume');
  expect(await readElement(page)).toMatchObject({ state: 'running', remainingMs: 18_000 });
});

test('ticks that are a minute late catch up, with every phase in its place and one event', async ({ page }) => {
  await advanceClock(page, 10_000);
  await takeEvents(page);
  await page.clock.fastForward(70_000);
  // 20 s left leg, 5 s, 20 s right leg, 20 s preparation, and 5 s of the next hold.
  expect(await readPlayer(page)).toMatchObject({
    what: 'Hold',
    exercise: 'Seated stretch',
    repeat: 'Round 1 of 3',
    seconds: '15',
  });
  expect(await held(page)).toEqual([
    ['anchor', 'left', 20_000, true, 30_000],
    ['anchor', 'right', 20_000, true, 55_000],
  ]);
  const told = (await takeEvents(page)).map(({ type, detail }) => [type, detail.exerciseId, detail.phase]);
  expect(told).toEqual([['supple-phase', 'seated', 'hold']]);
});

test('a hidden page with one tick a minute completes the routine on time', async ({ page }) => {
  const { totalMs } = planOf();
  const minutes = Math.ceil(totalMs / 60_000);
  for (let minute = 0; minute < minutes; minute += 1) {
    if ((await readElement(page)).state === 'running') await page.clock.fastForward(60_000);
  }
  await expect(finishHeading(page)).toBeVisible();
  const entries = await held(page);
  expect(entries.every(([, , , full]) => full)).toBe(true);
  const fromAnchor = planOf().phases.slice(planOf().phases.findIndex(({ id }) => id === 'anchor'));
  const ends = fromAnchor
    .filter(({ kind }) => kind === 'hold')
    .map(({ startMs, ms }) => startMs + ms - fromAnchor[0].startMs);
  expect(
    entries.map((entry) => entry[4]),
    'at its planned instant',
  ).toEqual(ends);
});

test('a tick may be at most a minute and a half late', async ({ page }) => {
  for (let i = 0; i < 21; i += 1) await press(page, 'Need more time · +10 s');
  await page.clock.fastForward(89_000);
  expect(await readElement(page)).toMatchObject({ state: 'running', remainingMs: 131_000 });
  await page.clock.fastForward(91_000);
  expect(await readElement(page)).toMatchObject({ state: 'away', remainingMs: 131_000 });
  expect(await page.evaluate(() => Date.now())).toBe(SUNDAY + 180_000);
});
