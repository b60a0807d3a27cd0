// This week beside its goal, a pause, the minutes of each group of muscles and side, and a year at a glance.
import { expect, test } from '@playwright/test';

import { collisions, cutOff } from '../accessibility/overlaps.mjs';
import { violations } from '../accessibility/violations.mjs';
import { loggedSession, safetyNoticeRead, seedStorage } from '../fixtures/storage.mjs';
import { openRoutine, pauseClock, press, reload, SUNDAY } from '../page-object.mjs';

const DAY_MS = 86_400_000;
const daysAgo = (days) => SUNDAY - days * DAY_MS;
const part = (page, name) => page.getByRole('region', { name, exact: true });
const week = (page) => part(page, 'This week');
const standing = (page) => week(page).getByRole('status');
const goal = (page, days) =>
  week(page).getByRole('group', { name: 'Days a week' }).getByRole('radio', { name: days, exact: true });

/** A session of which one hold was begun, and let go after 5 s. */
function begunSession(startedMs) {
  const stored = loggedSession(startedMs, { holds: 1, complete: false });
  for (const { entries } of Object.values(stored)) {
    for (const entry of entries) [entry[4], entry[6]] = [5_000, false];
  }
  return stored;
}

/** Of the week from Monday to this Sunday: on Thursday one leg, on Friday everything, and on Saturday a beginning. */
const THIS_WEEK = [loggedSession(daysAgo(3), { holds: 1 }), loggedSession(daysAgo(2)), begunSession(daysAgo(1))];

async function openProgress(page, ...sessions) {
  await seedStorage(page, safetyNoticeRead, ...sessions);
  await pauseClock(page);
  await openRoutine(page);
  await press(page, 'Progress');
  await expect(standing(page)).toBeVisible();
}

const openAll = (page) =>
  page.locator('.progress details').evaluateAll((all) => all.forEach((details) => (details.open = true)));

test.use({ locale: 'en-GB' });

test('the week counts days, and asks for no more than can still be done', async ({ page }) => {
  await openProgress(page, ...THIS_WEEK);
  await expect(standing(page)).toContainText('2 of 5 days this week');
  await expect(standing(page)).toContainText("What you've done counts. A new week starts on Monday.");
  await expect(week(page).getByRole('img', { name: 'Done this week: Thursday, Friday' })).toBeVisible();
});

test('the goal is chosen with the keyboard, kept, and has a source', async ({ page }) => {
  await openProgress(page, ...THIS_WEEK);
  await week(page).getByText('Your goal: 5 days a week').click();
  await expect(goal(page, '5')).toBeChecked();
  await goal(page, '4').check();
  await page.keyboard.press('ArrowLeft');
  await expect(goal(page, '3')).toBeFocused();
  await expect(standing(page)).toContainText('2 of 3 days this week');
  await expect(standing(page)).toContainText('1 more day reaches your goal. 1 day left this week.');
  await expect(week(page).getByRole('link', { name: /^Thomas 2018/ })).toHaveAttribute('href', /10447\/293353$/);

  await reload(page);
  await press(page, 'Progress');
  await expect(standing(page)).toContainText('2 of 3 days this week');
});

test('a pause says since when, is there at the next visit, and ends with the same button', async ({ page }) => {
  await openProgress(page, ...THIS_WEEK);
  const [away, back] = ["I'm ill or away", "I'm back"].map((name) => page.getByRole('button', { name, exact: true }));
  await away.focus();
  await page.keyboard.press('Enter');
  await expect(standing(page)).toContainText('Paused since Sunday 22 November.');
  await expect(back).toBeFocused();

  await reload(page);
  await press(page, 'Progress');
  await expect(standing(page)).toContainText('Paused since Sunday 22 November.');
  await back.click();
  await expect(away).toBeVisible();
  await expect(standing(page)).not.toContainText('Paused');
});

test('weeks in which the goal was met are counted in a row', async ({ page }) => {
  // Five days of each of the two weeks before this one.
  const days = [7, 8, 9, 10, 11, 14, 15, 16, 17, 18];
  await openProgress(page, ...days.map((days) => loggedSession(daysAgo(days))));
  await expect(week(page)).toContainText('2 weeks in a row with your goal met');
});

test('minutes are told for each side beside the band, in words, bars and numbers', async ({ page }) => {
  await openProgress(page, ...THIS_WEEK);
  const minutes = part(page, 'Minutes this week');
  const row = minutes.getByRole('img', {
    name: 'Hamstrings: left 2 min 5 s, right 1 min 40 s. The band is 5 to 10 min a week.',
  });
  await expect(row).toBeVisible();
  const widths = await row.locator('rect').evaluateAll((all) => all.map((rect) => rect.getBBox().width));
  const [band, left, right] = widths;
  expect(left / band).toBeCloseTo(125 / 300, 1);
  expect(right / band).toBeCloseTo(100 / 300, 1);
  await minutes.getByText('As a table').click();
  await expect(minutes.getByRole('row', { name: /^Hamstrings/ })).toHaveText('Hamstrings2 min 5 s1 min 40 s');
  await expect(minutes.getByRole('link', { name: /^Ingram 2025/ })).toBeVisible();
});

test('a group that was stretched lately has a row before anything is done for it', async ({ page }) => {
  await openProgress(page, loggedSession(daysAgo(14)));
  await expect(
    page.getByRole('img', { name: /^Hamstrings: nothing yet this week\./ }),
  ).toBeVisible();
});

test('what was long ago has no row this week', async ({ page }) => {
  await openProgress(page, loggedSession(daysAgo(30)));
  await expect(part(page, 'Minutes this week')).toHaveCount(0);
  await expect(part(page, 'Minutes a week')).toBeVisible();
});

test('minutes of the last weeks are those of everything, or of one group by sides', async ({ page }) => {
  await openProgress(page, ...THIS_WEEK, loggedSession(daysAgo(9)));
  const minutes = part(page, 'Minutes a week');
  await expect(minutes.getByRole('img', { name: /^Time in holds .*; 2 min 20 s; 2 min 45 s\.$/ })).toBeVisible();
  await expect(minutes).toContainText('This week: 2 min 45 s. Last week: 2 min 20 s.');

  await minutes.getByLabel('Show').selectOption('Hamstrings');
  await expect(
    minutes.getByRole('img', {
      name: /^Hamstrings, left and right, .*; 1 min 40 s and 1 min 40 s; 2 min 5 s and 1 min 40 s\. The band is/,
    }),
  ).toBeVisible();
  await minutes.getByText('As a table').click();
  await expect(minutes.getByRole('row')).toHaveCount(1 + 8);
  await expect(minutes.getByRole('row').last()).toHaveText('16 Nov 20262 min 5 s1 min 40 s');
});

test('a year is a picture that says what it shows, and a table by month', async ({ page }) => {
  await openProgress(page, ...THIS_WEEK);
  const year = part(page, 'Your year');
  await expect(year.getByRole('img', { name: 'Your year' })).toHaveAccessibleDescription(
    '2 days done in the last 53 weeks, and 1 more in part.',
  );
  await year.getByText('As a table').click();
  await expect(year.getByRole('row').nth(1)).toHaveText('November 2026212 min 45 s');
  await expect(year.getByRole('row')).toHaveCount(1 + 13);
});

test('with everything open it is accessible, and nothing is cut off at 320 px', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openProgress(page, ...THIS_WEEK, loggedSession(daysAgo(9)));
  await part(page, 'Minutes a week').getByLabel('Show').selectOption('Hamstrings');
  await openAll(page);
  expect(await cutOff(page)).toEqual([]);
  expect(await collisions(page)).toEqual([]);
  await page.clock.resume();
  expect(await violations(page)).toEqual([]);
});

test('without colours the sides and the days still differ, and in print the numbers are there', async ({ page }) => {
  await openProgress(page, ...THIS_WEEK);
  await page.emulateMedia({ forcedColors: 'active' });
  const fills = (selectors) =>
    page.evaluate(
      (selectors) => selectors.map((selector) => {
        const root = document.querySelector('supple-routine').shadowRoot;
        return getComputedStyle(root.querySelector(selector)).fill;
      }),
      selectors,
    );
  const [left, right] = await fills(['.minutes .left', '.minutes .right']);
  expect(left).not.toBe(right);
  const [done, partly] = await fills(['.year .done', '.year .partly']);
  expect(done).not.toBe(partly);

  await page.emulateMedia({ forcedColors: 'none', media: 'print' });
  const tables = page.locator('.data-table table');
  expect(await tables.evaluateAll((all) => all.map((table) => table.checkVisibility()))).toEqual([true, true, true]);
});
