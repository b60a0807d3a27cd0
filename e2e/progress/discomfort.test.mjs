// The question about discomfort after a session, and what the answers say.
import { expect, test } from '@playwright/test';

import { violations } from '../accessibility/violations.mjs';
import { openProgress } from '../backup/device.mjs';
import { discomfortAnswers, loggedSession, storageKey } from '../fixtures/storage.mjs';
import { press, readStorage, reload, SUNDAY } from '../page-object.mjs';

const DAY_MS = 86_400_000;
const KEY = storageKey('discomfort');
const panel = (page) => page.locator('.discomfort');
const question = (page, day = "today's") =>
  page.getByRole('group', { name: new RegExp(`^How much discomfort .* ${day} session\\?$`) });
const level = (page, points) => page.getByRole('radio', { name: `${points}`, exact: true });

/** Sessions on the days before today, the oldest first, with an answer of so many points each. */
function answered(...points) {
  const started = points.map((_, index) => SUNDAY - (points.length - index) * DAY_MS);
  const sessions = started.map((startedMs) => loggedSession(startedMs));
  const answers = started.map((startedMs, index) => [`${startedMs}-0badcafe`, [points[index], []]]);
  return [...sessions, discomfortAnswers(Object.fromEntries(answers))];
}

/** What is stored of a session's answer: points and places. */
async function stored(page, startedMs) {
  const { [KEY]: text } = await readStorage(page, KEY);
  return JSON.parse(text).answers[`${startedMs}-0badcafe`][1];
}

test("today's session is asked about, and each answer is saved at once", async ({ page }) => {
  const started = SUNDAY - 3_600_000;
  await openProgress(page, loggedSession(started));
  await expect(question(page)).toBeVisible();
  await expect(page.getByRole('group', { name: 'Where?' })).toHaveCount(0);
  await level(page, 4).check();
  expect(await stored(page, started)).toEqual([4, []]);
  await page.getByRole('checkbox', { name: 'Knees' }).check();
  await page.getByRole('checkbox', { name: 'Back of thigh' }).check();
  expect(await stored(page, started)).toEqual([4, ['back-of-thigh', 'knees']]);
  await expect(panel(page)).toContainText('Last answer: 4 of 10.');

  await reload(page);
  await press(page, 'Progress');
  await expect(level(page, 4)).toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'Knees' })).toBeChecked();
  await level(page, 0).check();
  await expect(page.getByRole('group', { name: 'Where?' }), 'nothing hurts anywhere').toHaveCount(0);
  expect(await stored(page, started)).toEqual([0, []]);
});

test("yesterday's is asked about as such", async ({ page }) => {
  await openProgress(page, loggedSession(SUNDAY - DAY_MS));
  await expect(question(page, "yesterday's")).toBeVisible();
});

test('an older session is not asked about', async ({ page }) => {
  await openProgress(page, loggedSession(SUNDAY - 2 * DAY_MS));
  await expect(page.getByRole('heading', { name: 'Your reach' })).toBeVisible();
  await expect(panel(page)).toHaveCount(0);
});

test('it can be switched off for good, and on again', async ({ page }) => {
  await openProgress(page, loggedSession(SUNDAY - 3_600_000));
  await press(page, "Don't ask again");
  await expect(page.getByRole('button', { name: 'Ask me again' })).toBeFocused();
  await expect(panel(page).getByRole('status').last()).toHaveText("You won't be asked about discomfort.");
  await expect(question(page)).toHaveCount(0);

  await reload(page);
  await press(page, 'Progress');
  await expect(question(page)).toHaveCount(0);
  await press(page, 'Ask me again');
  await expect(page.getByRole('button', { name: "Don't ask again" })).toBeFocused();
  await expect(question(page)).toBeVisible();
});

test('a change of one point says nothing, one of two does', async ({ page }) => {
  await openProgress(page, ...answered(3, 6, 4));
  await expect(panel(page)).toContainText('3 at first, 4 now: no change you can be sure of.');
  await level(page, 1).check();
  await expect(panel(page)).toContainText('3 at first, 1 now: less than before.');
  await expect(panel(page).getByText(/Take it easier/)).toHaveCount(0);
});

test('discomfort that rises over three sessions is answered with what to do', async ({ page }) => {
  await openProgress(page, ...answered(2, 3, 4));
  await expect(panel(page)).toContainText('Take it easier: choose Gentle, or rest for a day or two.');
  await expect(panel(page)).toContainText('see a doctor or physiotherapist');
  await expect(panel(page).getByRole('img')).toHaveAccessibleName(
    /^Discomfort after each session, oldest first: 2, 3, 4\. Minutes: \d+, \d+, \d+\.$/,
  );
  await panel(page).getByText('As a table').click();
  await expect(panel(page).locator('tbody tr')).toHaveCount(3);
  await expect(panel(page).locator('tbody tr').first().locator('td').first()).toHaveText('4');
});

for (const colorScheme of ['light', 'dark']) {
  test.describe(`320 px, ${colorScheme}`, () => {
    test.use({ colorScheme, viewport: { width: 320, height: 640 } });

    test('axe finds nothing wrong, and nothing is wider than the screen', async ({ page }) => {
      await openProgress(page, ...answered(2, 3, 4));
      await panel(page).getByText('As a table').click();
      await page.clock.resume();
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.scrollingElement.scrollWidth)).toBe(320);
    });
  });
}
