// Progress counts all routines together, and shows them separately.
import { expect, test } from '@playwright/test';

import { loggedSession, recorded, safetyNoticeRead, seedStorage } from '../fixtures/storage.mjs';
import { openRoutine, pauseClock, press, SUNDAY } from '../page-object.mjs';

const HOUR_MS = 3_600_000;

/** A session of another routine: one exercise on both sides, the second of which hurt. */
function sessionOf(routine, exercise, startedMs) {
  const entry = (side, tooMuch) => [
    exercise,
    'hold',
    side,
    1,
    30_000,
    30_000,
    true,
    60_000,
    ...(tooMuch ? [true] : []),
  ];
  return recorded({ routine, startedMs, entries: [entry('left', false), entry('right', true)] });
}

test.beforeEach(async ({ page }) => {
  await seedStorage(
    page,
    safetyNoticeRead,
    loggedSession(SUNDAY - 30 * HOUR_MS),
    sessionOf('hips', 'figure-four-lying', SUNDAY - 6 * HOUR_MS),
    sessionOf('long-gone', 'left-behind', SUNDAY - 54 * HOUR_MS),
  );
  await pauseClock(page);
});

test('each routine has its sessions and its time, and the list names it', async ({ page }) => {
  await openRoutine(page);
  await press(page, 'Progress');
  const facts = page.locator('.facts > div');
  await expect(facts.filter({ hasText: 'Open hips' })).toContainText('1 session · 30 s per side');
  await expect(facts.filter({ hasText: 'Hamstring routine' })).toContainText('1 session');
  await expect(facts.filter({ hasText: 'In total' }).first()).toContainText('3 days');
  await page.getByText('All sessions (3)').click();
  const sessions = page.locator('.sessions > li');
  await expect(sessions.nth(0)).toContainText('Open hips');
  await expect(sessions.nth(0)).toContainText('Figure four lying, right side');
  await expect(sessions.nth(1)).toContainText('Hamstring routine');
});

test('what nobody knows any more is shown by the name that it was stored with', async ({ page }) => {
  await openRoutine(page, 'routines/hips/');
  await press(page, 'Progress');
  await page.getByText('All sessions (3)').click();
  await expect(page.locator('.sessions > li').nth(2)).toContainText('long-gone');
  await expect(page.locator('.sessions > li').nth(2)).toContainText('left-behind, right side');
});
