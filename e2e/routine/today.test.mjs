// What the overview says to somebody who comes back: the week, and whether today is still to be done.
import { expect, test } from '@playwright/test';

import { violations } from '../accessibility/violations.mjs';
import {
  chosenGoal,
  loggedSession,
  safetyNoticeRead,
  seedStorage,
  startedPause,
  startedProgramme,
} from '../fixtures/storage.mjs';
import { advanceClock, finishSession, openRoutine, pauseClock, press, startHere, SUNDAY, stopAndLeave } from '../page-object.mjs';

test.use({ locale: 'en-GB' });

const DAY_MS = 86_400_000;
const week = (page) => page.locator('.this-week');
const days = (page) => week(page).getByRole('img');
const letters = (page) => week(page).locator('.week span').allTextContents();

async function open(page, ...kept) {
  await seedStorage(page, safetyNoticeRead, ...kept);
  await pauseClock(page);
  await openRoutine(page);
}

/** A session of so many days ago. */
const ago = (number) => loggedSession(SUNDAY - number * DAY_MS);

test('on a first visit there is no week, but what it costs and who sees what is done', async ({ page }) => {
  await open(page);
  await expect(week(page)).toBeHidden();
  await expect(page.getByText('Only you can see it.')).toBeVisible();
});

test('yesterday was done, so today is still open; then it is done, at the time of its last hold', async ({ page }) => {
  await open(page, ago(1), ago(3));
  await expect(week(page)).toContainText('Today is still open');
  await expect(days(page)).toHaveAccessibleName('Done this week: Thursday, Saturday');
  await expect(page.getByRole('button', { name: 'Start routine', exact: true })).toBeVisible();
  await startHere(page, 'Lying stretch');
  await finishSession(page);
  await press(page, 'Done');
  await expect(week(page)).toContainText('Done today at 11:31');
  await expect(days(page)).toHaveAccessibleName('Done this week: Thursday, Saturday, Sunday');
});

test('after a gap it says welcome back, and nothing of a streak that was lost', async ({ page }) => {
  await open(page, ago(2), ago(9));
  await expect(week(page)).toContainText('Welcome back');
  await expect(week(page)).not.toContainText(/lost|streak/i);
});

test('a day on which no hold was done in full is no day done', async ({ page }) => {
  await open(page, ago(20));
  await startHere(page, 'Anchor stretch');
  await advanceClock(page, 15_000);
  await stopAndLeave(page);
  await expect(week(page)).toContainText('Welcome back');
  await expect(days(page)).toHaveAccessibleName('Nothing done yet this week');
});

for (const [locale, first] of [
  ['en-GB', 'MTWTFSS'],
  ['en-US', 'SMTWTFS'],
]) {
  test.describe(`for a reader with ${locale}`, () => {
    test.use({ locale });
    test(`weeks begin as they do there`, async ({ page }) => {
      await open(page, ago(1));
      await expect(week(page)).toBeVisible();
      expect((await letters(page)).join('')).toBe(first);
    });
  });
}

const startButton = (page) => page.getByRole('button', { name: 'Start routine', exact: true });

test('where nothing was chosen, nothing is said of a goal or of what is due', async ({ page }) => {
  await open(page, ago(1));
  await expect(week(page)).toContainText('Today is still open');
  await expect(week(page)).not.toContainText(/days this week|due|session/i);
});

test('a goal is said in days beside the days themselves', async ({ page }) => {
  await open(page, ago(1), ago(3), chosenGoal(4, SUNDAY - 3 * DAY_MS));
  await expect(week(page)).toContainText('2 of 4 days this week');
  await expect(days(page)).toHaveAccessibleName('Done this week: Thursday, Saturday');
  await startHere(page, 'Lying stretch');
  await finishSession(page);
  await press(page, 'Done');
  await expect(week(page)).toContainText('3 of 4 days this week');
});

test('what the programme has for today is said, and then that it is done', async ({ page }) => {
  await open(page, ago(1), startedProgramme(SUNDAY - DAY_MS));
  await expect(week(page)).toContainText('A session is due today');
  await startHere(page, 'Lying stretch');
  await finishSession(page);
  await press(page, 'Done');
  await expect(week(page)).toContainText('Done today at 11:31');
});

test('a rest day says so, with the next session, and Start is there all the same', async ({ page }) => {
  await open(page, ago(1), ago(2), startedProgramme(SUNDAY - 2 * DAY_MS), chosenGoal(5, SUNDAY - 2 * DAY_MS));
  await expect(week(page)).toContainText('Rest day. Next session: tomorrow');
  await expect(startButton(page)).toBeEnabled();
  await page.clock.resume(); // axe waits
  expect(await violations(page)).toEqual([]);
});

test('in a pause nothing is due', async ({ page }) => {
  await open(page, ago(1), startedProgramme(SUNDAY - DAY_MS), startedPause(SUNDAY));
  await expect(week(page).locator('.standing')).toHaveText('Paused');
});

test('what was decided on Progress is there at once on the way back', async ({ page }) => {
  await open(page, ago(1));
  await press(page, 'Progress');
  await press(page, 'Start today');
  await press(page, 'Back to the routine');
  await expect(week(page)).toContainText('A session is due today');
});

test('a page that stays open over midnight is about the new day', async ({ page }) => {
  await open(page, ago(0));
  await expect(week(page)).toContainText('Done today at');
  await advanceClock(page, DAY_MS);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(week(page)).toContainText('Today is still open');
});
