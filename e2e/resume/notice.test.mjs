// The safety notice comes once before the first session.
import { expect, test } from '@playwright/test';

import {
  advanceClock,
  heading,
  openRoutine,
  player,
  press,
  readElement,
  readPlayer,
  reload,
  startHere,
  pauseClock,
  stopAndLeave,
} from '../page-object.mjs';
import { routine } from '../routine/expected-plan.mjs';

test.beforeEach(async ({ page }) => {
  await pauseClock(page);
  await openRoutine(page);
});

const notice = (page) => heading(page, 'Before you start');

test('the first session begins after the notice, which is complete and readable', async ({ page }) => {
  await press(page, 'Start routine');
  await expect(notice(page)).toBeFocused();
  await expect(player(page)).toHaveCount(0);
  const rules = page.getByRole('region', { name: 'Before you start' }).getByRole('listitem');
  await expect(rules).toHaveText(routine.safety);
  await press(page, 'I understand, start');
  expect(await readPlayer(page)).toMatchObject({ what: 'Get ready', exercise: 'Jumping jacks' });
});

test("it doesn't come again, today or at the next visit", async ({ page }) => {
  await press(page, 'Start routine');
  await press(page, 'I understand, start');
  await stopAndLeave(page);
  await press(page, 'Start routine');
  await expect(player(page)).toBeVisible();
  await press(page, 'Stop');
  await reload(page);
  await press(page, 'Start routine');
  await expect(player(page)).toBeVisible();
  await expect(notice(page)).toHaveCount(0);
});

test('it leads to the exercise whose card was pressed', async ({ page }) => {
  await startHere(page, 'Lying stretch');
  await expect(notice(page)).toBeVisible();
  await press(page, 'I understand, start');
  expect(await readPlayer(page)).toMatchObject({ exercise: 'Lying stretch', what: 'Get ready' });
});

test('"Back" starts nothing, and the notice comes again next time', async ({ page }) => {
  await press(page, 'Start routine');
  await press(page, 'Back');
  await expect(page.getByRole('button', { name: 'Start routine' })).toBeFocused();
  await expect(player(page)).toHaveCount(0);
  await reload(page);
  await press(page, 'Start routine');
  await expect(notice(page)).toBeVisible();
});

test('in the first session the timer waits before each exercise, and never again', async ({ page }) => {
  await startHere(page, 'Jumping jacks');
  await press(page, 'I understand, start');
  await advanceClock(page, 600_000);
  expect(await readElement(page)).toMatchObject({ state: 'running', phase: 'prepare', exerciseId: 'jumping-jacks' });
  await expect(page.getByRole('button', { name: 'No rush. The timer waits for you.' })).toBeDisabled();
  await press(page, "I'm ready");
  expect(await readPlayer(page)).toMatchObject({ what: 'Move', seconds: '1:00' });
  await advanceClock(page, 60_000 + 60_000);
  expect(await readElement(page)).toMatchObject({ phase: 'prepare', exerciseId: 'jogging-in-place' });

  await press(page, 'Stop');
  await press(page, 'Done');
  await press(page, 'Start routine');
  await advanceClock(page, 10_000);
  expect(await readPlayer(page)).toMatchObject({ what: 'Move', seconds: '1:00' });
});

test('a first session that is interrupted still waits', async ({ page }) => {
  await startHere(page, 'Lying stretch');
  await press(page, 'I understand, start');
  await advanceClock(page, 3_000);
  await reload(page);
  await press(page, 'Continue');
  await press(page, 'Resume');
  await advanceClock(page, 600_000);
  expect(await readElement(page)).toMatchObject({ state: 'running', phase: 'prepare', exerciseId: 'lying' });
});
