// The routine fitted into the minutes that a person has: what is left out says so, and the rest ends in time.
import { expect, test } from '@playwright/test';

import { safetyNoticeRead, seedStorage } from '../fixtures/storage.mjs';
import {
  card,
  openRoutine,
  pauseClock,
  player,
  press,
  readElement,
  readPlayer,
  reload,
  startFacts,
} from '../page-object.mjs';

const FIVE_MINUTES_MS = 5 * 60_000;
/** How much longer it may take. */
const MARGIN_MS = 10_000;

const panel = (page) => page.locator('#options');
const openPanel = (page) => panel(page).getByText('More settings', { exact: true }).click();
const choice = (page, name) =>
  panel(page).getByRole('group', { name: 'How long do you have?' }).getByRole('radio', { name, exact: true });
const leftOut = (page) => card(page, 'Leg swings').getByText('Left out to fit your time', { exact: true });

test.beforeEach(async ({ page }) => {
  await seedStorage(page, safetyNoticeRead);
  await pauseClock(page);
  await openRoutine(page);
  await openPanel(page);
});

test('with five minutes the least important exercise is left out, and the session ends in time', async ({ page }) => {
  await expect(choice(page, 'As designed')).toBeChecked();
  await expect(leftOut(page)).toBeHidden();
  await choice(page, '5 min').check();
  await expect(startFacts(page)).toContainText('5 min · 7 exercises');
  await expect(leftOut(page)).toBeVisible();
  await expect(card(page, 'Assisted stretch').getByText('Not in your routine', { exact: true })).toBeVisible();
  await expect(card(page, 'Anchor stretch').locator('.dose')).toHaveText('15 s per leg');

  await press(page, 'Start routine');
  await expect(player(page)).toBeVisible();
  expect(await readPlayer(page)).toMatchObject({ exercise: 'Jumping jacks', place: 'Exercise 1 of 7' });
  let tookMs = 0;
  for (let now = await readElement(page); now.state === 'running'; now = await readElement(page)) {
    tookMs += now.remainingMs;
    await page.clock.fastForward(now.remainingMs);
  }
  expect(tookMs).toBeGreaterThan(FIVE_MINUTES_MS - MARGIN_MS);
  expect(tookMs).toBeLessThanOrEqual(FIVE_MINUTES_MS + MARGIN_MS);
  await expect(page.getByRole('button', { name: 'Done', exact: true })).toBeVisible();
});

test('with ten minutes holds are repeated', async ({ page }) => {
  await choice(page, '10 min').check();
  await expect(startFacts(page)).toContainText('10 min · 8 exercises');
  await expect(card(page, 'Anchor stretch').locator('.dose')).toHaveText('2 × 20 s per leg');
});

test('the choice is there at the next visit, is counted, and can be reset', async ({ page }) => {
  await choice(page, '5 min').check();
  await expect(page.locator('.changes')).toContainText('1 change');
  await reload(page);
  await openPanel(page);
  await expect(choice(page, '5 min')).toBeChecked();
  await expect(leftOut(page)).toBeVisible();
  await press(page, 'Reset');
  await expect(choice(page, 'As designed')).toBeChecked();
  await expect(leftOut(page)).toBeHidden();
  await expect(startFacts(page)).toContainText('8 min · 8 exercises');
});

test('without a countdown the routine stays as designed, and says so', async ({ page }) => {
  await choice(page, '5 min').check();
  await panel(page).getByText("No countdown. I'll tap when I'm done", { exact: true }).click();
  await expect(panel(page).getByText('Without a countdown, the routine stays as designed.')).toBeVisible();
  await expect(leftOut(page)).toBeHidden();
});
