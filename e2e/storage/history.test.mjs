// A write costs no more with a long history than with a short one.
import { expect, test } from '@playwright/test';

import { seedStorage, storageKey, loggedSession, safetyNoticeRead } from '../fixtures/storage.mjs';
import {
  openRoutine,
  advanceClock,
  player,
  press,
  readPlayer,
  startHere,
  pauseClock,
  readStorage,
  SUNDAY,
} from '../page-object.mjs';

const DAY_MS = 86_400_000;

/** Counts the calls to localStorage. */
function count() {
  window.asked = { reset: () => Object.assign(window.asked, { sizes: [], reads: 0, removals: 0 }) };
  window.asked.reset();
  const { setItem, getItem, removeItem } = Storage.prototype;
  Storage.prototype.setItem = function (key, text) {
    window.asked.sizes.push(key.length + text.length);
    setItem.call(this, key, text);
  };
  Storage.prototype.getItem = function (key) {
    window.asked.reads += 1;
    return getItem.call(this, key);
  };
  Storage.prototype.removeItem = function (key) {
    window.asked.removals += 1;
    removeItem.call(this, key);
  };
}

const history = (sessions) =>
  Array.from({ length: sessions }, (_, i) =>
    loggedSession(SUNDAY - ((i + 1) * DAY_MS) / 2, { id: `${SUNDAY - i}-0badcafe` }),
  );

/** The calls to localStorage during a phase change, a pause and five seconds of holding, after this many sessions. */
async function costs(page, sessions) {
  await seedStorage(page, safetyNoticeRead, ...history(sessions));
  await page.addInitScript(count);
  await pauseClock(page);
  await openRoutine(page);
  expect(Object.keys(await readStorage(page, storageKey('log:')))).toHaveLength(sessions);
  await startHere(page, 'Anchor stretch');
  await expect(player(page)).toBeVisible();
  await advanceClock(page, 29_999);
  const asked = async (act) => {
    await page.evaluate(() => window.asked.reset());
    await act();
    return page.evaluate(() => ({ ...window.asked, reset: undefined }));
  };
  const change = await asked(() => advanceClock(page, 1));
  expect(await readPlayer(page)).toMatchObject({ what: 'Switch to your right leg' });
  const running = await asked(() => advanceClock(page, 4_999));
  const command = await asked(() => press(page, 'Pause'));
  return { change, running, command };
}

test('with 2,000 sessions a phase change writes as often and as much as with none', async ({ page, context }) => {
  const none = await costs(page, 0);
  expect(none.change.sizes.length, 'the log and the position, with a heartbeat').toBeLessThanOrEqual(3);
  expect(none.change.sizes.length).toBeGreaterThanOrEqual(2);
  expect(none.running.sizes.length, 'only heartbeats').toBeLessThanOrEqual(25);
  const other = await context.browser().newContext();
  const many = await costs(await other.newPage(), 2_000);
  await other.close();
  expect(many).toEqual(none);
});

test('2,000 sessions are all there', async ({ page }) => {
  await seedStorage(page, safetyNoticeRead, ...history(2_000));
  await pauseClock(page);
  await openRoutine(page);
  await press(page, 'Progress');
  await expect(page.locator('.facts').filter({ visible: true }).first()).toContainText('1000 days');
  await expect(page.locator('.sessions li')).toHaveCount(20);
  await page.getByText(/^All sessions/).click();
  await press(page, 'Show more');
  await expect(page.locator('.sessions li')).toHaveCount(40);
});
