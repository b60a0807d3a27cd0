// Older sessions are archived, and the person sees no difference.
import { expect, test } from '@playwright/test';

import { archivedByPage } from '../fixtures/archives.mjs';
import { loggedSession, safetyNoticeRead, seedStorage, storageKey } from '../fixtures/storage.mjs';
import {
  openRoutine,
  advanceClock,
  press,
  readFacts,
  reload,
  start,
  pauseClock,
  readStorage,
  SUNDAY,
  finishHeading,
} from '../page-object.mjs';

const DAY_MS = 86_400_000;
/** A session on each of the last days. */
const days = (count) => Array.from({ length: count }, (_, i) => loggedSession(SUNDAY - (count - i) * DAY_MS));

/** What Progress shows of the log. */
async function look(page) {
  await press(page, 'Progress');
  const facts = await readFacts(page);
  const sessions = await page.locator('.sessions li').allTextContents();
  await press(page, 'Back to the routine');
  return { facts, sessions };
}

test('once there are many sessions, all but the newest are archived, and Progress shows the same', async ({ page }) => {
  await seedStorage(page, safetyNoticeRead, ...days(200));
  await pauseClock(page);
  await openRoutine(page);
  const before = await look(page);
  expect(before.sessions.length).toBeGreaterThan(10);

  await start(page);
  await advanceClock(page, 25_000);
  await press(page, 'Stop');
  await expect(finishHeading(page)).toBeVisible();
  expect(Object.keys(await readStorage(page, storageKey('archive:')))).toHaveLength(1);
  expect(Object.keys(await readStorage(page, storageKey('log:')))).toHaveLength(101);
  await press(page, 'Done');
  const after = await look(page);
  expect(after.facts, 'a day counts for its holds').toEqual(before.facts);
  expect(after.sessions.slice(1)).toEqual(before.sessions.slice(0, after.sessions.length - 1));
  await reload(page);
  expect(await look(page)).toEqual(after);
});

test('archived sessions are read like those with a key of their own', async ({ browser, baseURL }) => {
  const archived = await archivedByPage(browser, baseURL, days(180));
  expect(Object.keys(archived).filter((key) => key.startsWith(storageKey('archive:')))).toHaveLength(1);
  const seen = [];
  for (const sessions of [days(180), [archived]]) {
    const page = await browser.newPage();
    await seedStorage(page, safetyNoticeRead, ...sessions);
    await pauseClock(page);
    await openRoutine(page);
    seen.push(await look(page));
    await page.close();
  }
  expect(seen[1]).toEqual(seen[0]);
});
