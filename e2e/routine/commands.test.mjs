// Controlling the session: pause, back, next, longer, again. The tab's title follows.
import { expect, test } from '@playwright/test';

import { seedStorage, safetyNoticeRead } from '../fixtures/storage.mjs';
import {
  advanceClock,
  callMethod,
  openRoutine,
  pauseClock,
  player,
  press,
  pressInMore,
  readPlayer,
  setHidden,
  startHere,
  resumeHold,
  finishHeading,
} from '../page-object.mjs';
import { planOf } from './expected-plan.mjs';

const { phases } = planOf();
const TITLE = 'Supple: a guided hamstring routine';

test.beforeEach(async ({ page }) => {
  await seedStorage(page, safetyNoticeRead);
  await pauseClock(page);
  await openRoutine(page);
});

async function startAtAnchor(page) {
  await startHere(page, 'Anchor stretch');
  await expect(player(page)).toBeVisible();
}

test('a pause stops the time, and Resume continues where it stopped', async ({ page }) => {
  await startAtAnchor(page);
  await advanceClock(page, 14_250);
  const before = await readPlayer(page);
  await press(page, 'Pause');
  expect(await readPlayer(page)).toEqual({ ...before, what: 'Paused' });
  await advanceClock(page, 600_000);
  expect(await readPlayer(page)).toEqual({ ...before, what: 'Paused' });
  await resumeHold(page);
  expect(await readPlayer(page)).toEqual(before);
  await advanceClock(page, 749);
  expect(await readPlayer(page), 'within a second too').toEqual(before);
  await advanceClock(page, 1);
  expect(await readPlayer(page)).toMatchObject({ what: 'Hold', seconds: '15' });
});

test('"Previous" within two seconds goes to the previous phase', async ({ page }) => {
  await startAtAnchor(page);
  await advanceClock(page, 10_000 + 1_999);
  expect(await readPlayer(page)).toMatchObject({ what: 'Hold' });
  await press(page, 'Previous');
  expect(await readPlayer(page)).toMatchObject({ what: 'Get ready', exercise: 'Anchor stretch', seconds: '10' });
  await press(page, 'Previous');
  expect(await readPlayer(page)).toMatchObject({
    what: 'Move',
    exercise: 'Leg swings',
    leg: 'Right leg',
    seconds: '20',
  });
});

test('"Previous" after two seconds restarts the phase', async ({ page }) => {
  await startAtAnchor(page);
  await advanceClock(page, 10_000 + 2_000);
  await press(page, 'Previous');
  expect(await readPlayer(page)).toMatchObject({ what: 'Hold', leg: 'Left leg', seconds: '20' });
  await advanceClock(page, 20_000);
  expect(await readPlayer(page)).toMatchObject({ what: 'Switch to your right leg' });
});

test('before the first phase there is nothing to go back to', async ({ page }) => {
  await press(page, 'Start routine');
  await advanceClock(page, 1_000);
  await press(page, 'Previous');
  expect(await readPlayer(page)).toEqual(phases[0].read);
});

test('"Next" goes through all phases in order, and from the last one to the end', async ({ page }) => {
  await press(page, 'Start routine');
  await expect(player(page)).toBeVisible();
  for (const { read } of phases) {
    expect(await readPlayer(page)).toEqual(read);
    await press(page, 'Next');
  }
  await expect(player(page)).toHaveCount(0);
});

test('"Next" and "Previous" don\'t end a pause', async ({ page }) => {
  await startAtAnchor(page);
  await press(page, 'Pause');
  await press(page, 'Next');
  expect(await readPlayer(page)).toMatchObject({ what: 'Paused', leg: 'Left leg', seconds: '20' });
  await advanceClock(page, 30_000);
  expect(await readPlayer(page)).toMatchObject({ what: 'Paused', seconds: '20' });
  await press(page, 'Previous');
  await press(page, 'Resume');
  expect(await readPlayer(page)).toMatchObject({ what: 'Get ready', seconds: '10' });
});

test('"+10 seconds" makes the phase and the session ten seconds longer, every time', async ({ page }) => {
  await startAtAnchor(page);
  await advanceClock(page, 10_000 + 5_000);
  expect(await readPlayer(page)).toMatchObject({ seconds: '15', left: '3 min left' });
  await pressInMore(page, '+10 seconds');
  expect(await readPlayer(page)).toMatchObject({ seconds: '25', left: '3 min left' });
  await pressInMore(page, '+10 seconds');
  expect(await readPlayer(page)).toMatchObject({ seconds: '35', left: '4 min left' });
  await advanceClock(page, 34_999);
  expect(await readPlayer(page)).toMatchObject({ what: 'Hold', seconds: '1' });
  await advanceClock(page, 1);
  expect(await readPlayer(page), 'the next phase has its usual length').toMatchObject({
    what: 'Switch to your right leg',
    seconds: '5',
  });
});

test('"Start this one again" goes back to its beginning, even from the other leg', async ({ page }) => {
  await startAtAnchor(page);
  const beginning = await readPlayer(page);
  await advanceClock(page, 10_000 + 20_000 + 5_000 + 8_000);
  expect(await readPlayer(page)).toMatchObject({ what: 'Hold', leg: 'Right leg', seconds: '12' });
  await pressInMore(page, 'Start this one again');
  expect(await readPlayer(page)).toEqual(beginning);
  await advanceClock(page, 10_000);
  expect(await readPlayer(page)).toMatchObject({ what: 'Hold', leg: 'Left leg', seconds: '20' });
});

test('the player says what comes next', async ({ page }) => {
  const next = player(page).locator('.next-up');
  await startAtAnchor(page);
  for (const said of [
    'hold for 20 s',
    'switch to your right leg',
    'hold for 20 s',
    'Seated stretch',
    'hold for 20 s',
    'round 2 of 3',
  ]) {
    await expect(next).toHaveText(`Next: ${said}`);
    await press(page, 'Next');
  }
});

test("the tab's title shows the leg and the exercise, and afterwards what it was before", async ({ page }) => {
  await expect(page).toHaveTitle(TITLE);
  await press(page, 'Start routine');
  await expect(page).toHaveTitle('Jumping jacks');
  await advanceClock(page, 10_000 + 60_000 + 60_000 + 10_000 + 2 * 40_000 + 20_000 + 3_000);
  await expect(page).toHaveTitle('Left leg · Leg swings');
  await press(page, 'Stop');
  await expect(page).toHaveTitle(TITLE);
});

test('while the page is hidden, its title shows the time', async ({ page }) => {
  await press(page, 'Start routine');
  await advanceClock(page, 10_000 + 60_000 + 60_000 + 10_000 + 2 * 40_000 + 20_000 + 3_000);
  await setHidden(page, true);
  await expect(page).toHaveTitle('0:17 · Left leg · Leg swings');
  await advanceClock(page, 1_000);
  await expect(page).toHaveTitle('0:16 · Left leg · Leg swings');
  // Looking at the page in the middle of a second delays nothing.
  await advanceClock(page, 600);
  await setHidden(page, false);
  await setHidden(page, true);
  await advanceClock(page, 400);
  await expect(page).toHaveTitle('0:15 · Left leg · Leg swings');
  await callMethod(page, 'pause');
  await advanceClock(page, 5_000);
  await expect(page).toHaveTitle('0:15 · Left leg · Leg swings');
  await setHidden(page, false);
  await expect(page).toHaveTitle('Left leg · Leg swings');
});

test('the title is restored after a whole session, and again after continuing one', async ({ page }) => {
  await startHere(page, 'Lying stretch');
  await advanceClock(page, 17_000);
  await press(page, 'Stop');
  await resumeHold(page, 'Finish the rest');
  await expect(page).toHaveTitle('Left leg · Lying stretch');
  await advanceClock(page, 45_000);
  await expect(finishHeading(page)).toBeVisible();
  await expect(page).toHaveTitle(TITLE);
});
