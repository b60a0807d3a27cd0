// What becomes of a session that was left behind: resumed, discarded or replaced. What was held stays in the log.
import { expect, test } from '@playwright/test';

import { seedStorage, storageKey, savedOptions, safetyNoticeRead } from '../fixtures/storage.mjs';
import {
  card,
  heading,
  resumeOffer,
  openRoutine,
  advanceClock,
  player,
  press,
  readElement,
  readFacts,
  readPlayer,
  reload,
  startHere,
  pauseClock,
  readStorage,
  readLog,
  resumeHold,
  stopAndLeave,
  finishHeading,
  openCard,
} from '../page-object.mjs';

const HELD_MS = 7_600;

test.beforeEach(async ({ page }) => {
  await seedStorage(page, safetyNoticeRead);
  await pauseClock(page);
  await openRoutine(page);
});

/** Holds the left leg in full and the right one for a while, and leaves. */
async function leaveInTheMiddle(page) {
  await startHere(page, 'Anchor stretch');
  await advanceClock(page, 10_000 + 20_000 + 5_000 + HELD_MS);
  expect(await readPlayer(page)).toMatchObject({ what: 'Hold', leg: 'Right leg' });
  await reload(page);
  await expect(resumeOffer(page)).toContainText('Pick up where you left off');
  await expect(resumeOffer(page)).toContainText('Anchor stretch, right leg · 13 s to go');
}

const held = (entries) => entries.map(([exercise, , side, , ms, , full]) => [exercise, side, ms, full]);
const bothLegs = [
  ['anchor', 'left', 20_000, true],
  ['anchor', 'right', HELD_MS, false],
];
const unfinished = (page) => readStorage(page, storageKey('running:'));

test('while it is offered, continuing it is what the big button does', async ({ page }) => {
  await leaveInTheMiddle(page);
  await expect(page.locator('.button.primary').filter({ visible: true })).toHaveText(['Continue']);
  await expect(resumeOffer(page)).toContainText('What you did is saved.');
});

test('starting from the beginning keeps what was held, and withdraws the offer', async ({ page }) => {
  await leaveInTheMiddle(page);
  await press(page, 'Start from the beginning');
  await stopAndLeave(page);
  await expect(resumeOffer(page)).toBeHidden();
  const [record, ...others] = await readLog(page);
  expect(others).toEqual([]);
  expect(held(record.entries)).toEqual(bothLegs);
  expect(record.complete).toBe(false);
  expect(record.ended_ms, 'it is over').toEqual(expect.any(Number));
  expect(await unfinished(page)).toEqual({});

  await reload(page);
  await press(page, 'Progress');
  await expect(page.locator('.sessions')).toContainText('Left 20 s · right 7 s · part of it');
  expect(await readFacts(page)).toMatchObject({ 'Current streak': '1 day', 'In total': '1 day' });
});

test('starting another session keeps what was held in the old one, separately', async ({ page }) => {
  await leaveInTheMiddle(page);
  await press(page, 'Start from the beginning');
  await expect(heading(page, 'Jumping jacks').and(page.locator('#player-title'))).toBeVisible();
  await advanceClock(page, 15_000);
  await stopAndLeave(page);
  await expect(resumeOffer(page)).toBeHidden();
  const log = await readLog(page);
  expect(log.map(({ entries }) => held(entries))).toEqual([bothLegs, [['jumping-jacks', 'none', 5_000, false]]]);
  expect(log.every(({ ended_ms: ended }) => ended !== null)).toBe(true);
});

test('resuming continues the same session', async ({ page }) => {
  await leaveInTheMiddle(page);
  await press(page, 'Continue');
  await resumeHold(page);
  await advanceClock(page, 20_000 - HELD_MS);
  await press(page, 'Stop');
  const log = await readLog(page);
  expect(log).toHaveLength(1);
  expect(held(log[0].entries), 'one hold, although it took two visits').toEqual([
    bothLegs[0],
    ['anchor', 'right', 20_000, true],
  ]);
});

test('it can be left again and again', async ({ page }) => {
  await leaveInTheMiddle(page);
  for (let visit = 0; visit < 3; visit += 1) {
    await press(page, 'Continue');
    await expect(player(page)).toBeVisible();
    expect(await readElement(page)).toMatchObject({ state: 'paused', remainingMs: 20_000 - HELD_MS });
    await reload(page);
    await expect(resumeOffer(page)).toContainText('13 s to go');
  }
  await advanceClock(page, 86_400_000);
  await press(page, 'Continue');
  await expect(player(page)).toBeVisible();
  expect(await readElement(page), 'on another day too').toMatchObject({
    state: 'paused',
    remainingMs: 20_000 - HELD_MS,
  });
});

test("options changed since then don't change its plan", async ({ page }) => {
  await leaveInTheMiddle(page);
  await page.evaluate(
    ([key, chosen]) => localStorage.setItem(key, JSON.stringify(chosen)),
    [
      storageKey('options:hamstring'),
      { version: 1, hold_percent: 300, first_leg: 'right', exercises: { anchor: { leave_out: true } } },
    ],
  );
  await reload(page);
  await expect(resumeOffer(page)).toContainText('Anchor stretch, right leg · 13 s to go');
  await press(page, 'Continue');
  await resumeHold(page);
  expect(await readPlayer(page)).toMatchObject({
    what: 'Hold',
    exercise: 'Anchor stretch',
    leg: 'Right leg',
    seconds: '13',
  });
});

test('a session that is over is not offered', async ({ page }) => {
  await startHere(page, 'Lying stretch');
  await advanceClock(page, 17_000);
  await press(page, 'Stop');
  await reload(page);
  await expect(page.getByRole('button', { name: 'Start routine' })).toBeVisible();
  await startHere(page, 'Lying stretch');
  await advanceClock(page, 60_000);
  await expect(finishHeading(page)).toBeVisible();
  await reload(page);
  expect(await unfinished(page)).toEqual({});
  expect(await readStorage(page, storageKey('alive'))).toEqual({});
  await expect(resumeOffer(page)).toBeHidden();
});

test('a session that was stopped, continued and left is offered again', async ({ page }) => {
  await startHere(page, 'Lying stretch');
  await advanceClock(page, 17_000);
  await press(page, 'Stop');
  await resumeHold(page, 'Finish the rest');
  await advanceClock(page, 3_000);
  await reload(page);
  await expect(resumeOffer(page)).toContainText('Lying stretch, left leg · 15 s to go');
  await press(page, 'Start from the beginning');
  await press(page, 'Stop');
  const [record] = await readLog(page);
  expect(held(record.entries), 'nothing counts twice').toEqual([
    ['lying', 'left', 2_000, false],
    ['lying', 'left', 3_000, false],
  ]);
});

test('while a session is offered, a card still starts its own exercise', async ({ page }) => {
  await leaveInTheMiddle(page);
  await startHere(page, 'Lying stretch');
  expect(await readPlayer(page)).toMatchObject({ exercise: 'Lying stretch', what: 'Get ready' });
});

test('the offer stays the same when options change around it', async ({ page }) => {
  await leaveInTheMiddle(page);
  await openCard(page, 'Seated stretch');
  await card(page, 'Seated stretch').getByText('Customise').click();
  await card(page, 'Seated stretch').getByText('One leg at a time', { exact: true }).click();
  await expect(resumeOffer(page)).toContainText('Anchor stretch, right leg · 13 s to go');
  const [saved] = Object.values(await readStorage(page, storageKey('options')));
  expect(JSON.parse(saved)).toMatchObject(
    Object.values(savedOptions({ exercises: { seated: { variation: true } } }))[0],
  );
});
