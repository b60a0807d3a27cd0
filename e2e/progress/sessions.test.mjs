// The sessions of the log are found, opened, deleted, restored, and added by hand.
import { expect, test } from '@playwright/test';

import { violations } from '../accessibility/violations.mjs';
import { openArticle, sound } from '../bad-routine/article.mjs';
import { ago, openProgress } from '../backup/device.mjs';
import { loggedSession, recorded, safetyNoticeRead, seedStorage, storageKey } from '../fixtures/storage.mjs';
import {
  finishSession,
  openRoutine,
  pauseClock,
  player,
  press,
  readLog,
  readStorage,
  reload,
  widgetReady,
} from '../page-object.mjs';

/** A session of another routine, with one hold on each side. */
function sessionOf(routine, exercise, startedMs) {
  const entry = (side, heldMs) => [exercise, 'hold', side, 1, heldMs, 30_000, true, 60_000];
  return recorded({ routine, startedMs, entries: [entry('left', 30_000), entry('right', 25_000)] });
}

/** Names that another page has stored for its exercises. */
const names = {
  [storageKey('names')]: {
    version: 1,
    routines: { theirs: [ago(50), "Somebody's routine"] },
    exercises: { bow: [ago(50), 'The bow'] },
  },
};

const history = [
  loggedSession(ago(1)),
  sessionOf('hips', 'figure-four-lying', ago(2)),
  sessionOf('theirs', 'bow', ago(50)), // in October
];

const all = (page) => page.getByText(/^All sessions/);
const sessions = (page) => page.locator('.sessions > li');
const search = (page) => page.getByRole('searchbox', { name: 'Search by routine, exercise or month' });
const found = (page) => page.locator('.sessions-found');
const news = (page) => page.locator('.session-news').getByRole('status');

/** Opens the list, and a session in it. */
async function open(page, number) {
  await all(page).click();
  await sessions(page).nth(number).locator('summary').click();
}

/** Deletes the session that is open. */
const deleteIt = (page) => page.getByRole('button', { name: /^Delete session/ }).click();

/** The rows of the open session's table. */
const table = (page) =>
  page
    .locator('.session[open] table tr')
    .evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent)));

test('sessions are found by exercise, by routine and by month, in any case and order', async ({ page }) => {
  await openProgress(page, ...history, names);
  await all(page).click();
  await expect(sessions(page)).toHaveCount(3);
  await expect(found(page)).toHaveText('');

  await search(page).fill('ANCHOR');
  await expect(sessions(page)).toHaveCount(1);
  await expect(sessions(page)).toContainText('Hamstring routine');
  await expect(found(page)).toHaveText('1 session found');

  await search(page).fill('november');
  await expect(sessions(page)).toHaveCount(2);
  await expect(found(page)).toHaveText('2 sessions found');
  await search(page).fill('2026 october');
  await expect(sessions(page)).toHaveText([/Somebody's routine/]);
  await search(page).fill('the bow');
  await expect(sessions(page)).toHaveCount(1);
  await search(page).fill('hips november');
  await expect(sessions(page)).toHaveText([/Open hips/]);

  await search(page).fill('hips october');
  await expect(found(page)).toHaveText('No session found. Try a routine, an exercise or a month.');
  await expect(sessions(page)).toHaveCount(0);
  await search(page).fill(' ');
  await expect(sessions(page)).toHaveCount(3);
  await expect(search(page)).toBeFocused();
});

test('an opened session says what was held on each side, by the names of then', async ({ page }) => {
  await openProgress(page, ...history, names);
  await open(page, 0);
  expect(await table(page)).toEqual([
    ['Exercise', 'Left leg', 'Right leg'],
    ['Anchor stretch', '20 s', '20 s'],
    ['Seated stretch', '1 min', '1 min'],
    ['Lying stretch', '20 s', '20 s'],
  ]);
  await sessions(page).nth(0).locator('summary').click();
  await sessions(page).nth(2).locator('summary').click();
  await expect
    .poll(() => table(page))
    .toEqual([
      ['Exercise', 'Left side', 'Right side'],
      ['The bow', '30 s', '25 s'],
    ]);
});

test('a session is deleted, which can be undone, and nothing is lost', async ({ page }) => {
  await openProgress(page, ...history);
  await open(page, 0);
  await deleteIt(page);
  await expect(news(page)).toHaveText(/^Session deleted: Yesterday, /);
  await expect(news(page).locator('p')).toBeFocused();
  await expect(all(page)).toHaveText('All sessions (2)');
  await expect(sessions(page)).toHaveCount(2);
  expect(await readLog(page), 'it is still stored').toHaveLength(3);

  await press(page, 'Undo');
  await expect(news(page)).toHaveText('Session restored.');
  await expect(news(page).locator('p')).toBeFocused();
  await expect(sessions(page)).toHaveCount(3);
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0);

  await sessions(page).nth(0).locator('summary').click();
  await deleteIt(page);
  await expect(sessions(page)).toHaveCount(2);
  await reload(page);
  await press(page, 'Progress');
  await expect(sessions(page)).toHaveCount(2);
  await expect(news(page)).toHaveText('');
});

test('the last session can be deleted and restored', async ({ page }) => {
  await openProgress(page, loggedSession(ago(1)));
  await open(page, 0);
  await deleteIt(page);
  await expect(page.getByText('Your first session will show up here.')).toBeVisible();
  await expect(news(page).locator('p')).toBeFocused();
  await press(page, 'Undo');
  await expect(all(page)).toHaveText('All sessions (1)');
});

test('a session that can still be continued is not deleted', async ({ page }) => {
  await seedStorage(page, safetyNoticeRead);
  await pauseClock(page);
  await openRoutine(page);
  await press(page, 'Start routine');
  await expect(player(page)).toBeVisible();
  await page.clock.runFor(90_000);
  await reload(page);
  await press(page, 'Progress');
  await open(page, 0);
  await deleteIt(page);
  await expect(news(page)).toHaveText(/^This session can still be continued/);
  await expect(sessions(page)).toHaveCount(1);
});

test('what was done without the app is added, once it is possible', async ({ page }) => {
  await openProgress(page);
  await page.getByText('I did it without the app').click();
  const form = page.locator('.by-hand');
  const day = form.getByLabel('Day', { exact: true });
  const minutes = form.getByLabel('Minutes', { exact: true });
  await expect(day).toHaveValue('2026-11-22');

  for (const wrong of ['', 'ten', '0', '241', '2,5']) {
    await minutes.fill(wrong);
    await press(page, 'Add session');
    await expect(minutes).toBeFocused();
    await expect(minutes).toHaveAccessibleDescription('Enter whole minutes, from 1 to 240.');
    await expect(minutes).toHaveAttribute('aria-invalid', 'true');
  }
  await minutes.fill('25');
  await day.fill('2026-11-23');
  await press(page, 'Add session');
  await expect(day).toBeFocused();
  await expect(day).toHaveAccessibleDescription("Choose a day that isn't after today.");
  await expect(minutes).not.toHaveAttribute('aria-invalid', 'true');
  expect(await readLog(page)).toEqual([]);

  await day.fill('2026-11-20');
  await form.locator('select').selectOption('Open hips');
  await minutes.press('Enter');
  await expect(news(page)).toHaveText('Session added: November 20, 2026, 25 min.');
  await expect(news(page).locator('p')).toBeFocused();
  await expect(minutes).toBeHidden();
  const [record] = await readLog(page);
  expect(record).toMatchObject({ routine: 'hips', complete: true });
  await all(page).click();
  await expect(sessions(page)).toHaveText(/^Fri,? (20 Nov|Nov 20).*25 min · Without the app$/);
  await expect(page.locator('.sessions .when')).not.toContainText(':');

  await press(page, 'Undo');
  await expect(news(page)).toHaveText('Session removed again.');
  await expect(page.getByText('Your first session will show up here.')).toBeVisible();
});

test('names of an author are stored when a session ends, and shown by pages without them', async ({ page }) => {
  await seedStorage(page, safetyNoticeRead);
  await pauseClock(page);
  await openArticle(page, JSON.stringify(sound()));
  await widgetReady(page);
  await press(page, 'Start routine');
  await expect(player(page)).toBeVisible();
  await finishSession(page);
  const stored = JSON.parse((await readStorage(page))[storageKey('names')]);
  expect(stored).toMatchObject({
    routines: { 'my-own': [expect.any(Number), 'My own routine'] },
    exercises: { reach: [expect.any(Number), 'Reach'], walk: [expect.any(Number), 'Walk'] },
  });

  await openRoutine(page);
  await press(page, 'Progress');
  await open(page, 0);
  await expect(page.locator('.session[open] table')).toContainText('Reach');
});

test('nothing is stored about names of the built-in routine', async ({ page }) => {
  await seedStorage(page, safetyNoticeRead);
  await pauseClock(page);
  await openRoutine(page);
  await press(page, 'Start routine');
  await expect(player(page)).toBeVisible();
  await finishSession(page);
  await expect.poll(async () => (await readLog(page)).length).toBe(1);
  expect(await readStorage(page, storageKey('names'))).toEqual({});
});

for (const width of [320, 1280]) {
  test(`with everything open it is accessible and within ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await openProgress(page, ...history, names);
    await open(page, 2);
    await page.getByText('I did it without the app').click();
    await press(page, 'Add session');
    await expect(page.getByText('Enter whole minutes')).toBeVisible();
    await sessions(page).nth(0).locator('summary').click();
    await page.getByRole('button', { name: /^Delete session: Yesterday/ }).click();
    await expect(news(page)).toHaveText(/^Session deleted/);
    expect(await page.evaluate(() => document.scrollingElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.clock.resume();
    expect(await violations(page)).toEqual([]);
  });
}
