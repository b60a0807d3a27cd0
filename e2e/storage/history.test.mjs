// One write costs no more with a long history than with a short one.
import { expect, test } from '@playwright/test';

import { keep, key, logged, safety } from '../kept.mjs';
import { openRoutine, pass, player, press, readPlayer, startHere, stopClock, stored, SUNDAY } from '../person.mjs';

const DAY_MS = 86_400_000;

/** Counts what is asked of localStorage. */
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
  Array.from({ length: sessions }, (_, i) => logged(SUNDAY - (i + 1) * DAY_MS / 2, { id: `${SUNDAY - i}-0badcafe` }));

/** What a phase change, a pause and a minute of holding ask of localStorage after so many sessions. */
async function costs(page, sessions) {
  await keep(page, safety, ...history(sessions));
  await page.addInitScript(count);
  await stopClock(page);
  await openRoutine(page);
  expect(Object.keys(await stored(page, key('log:')))).toHaveLength(sessions);
  await startHere(page, 'Anchor stretch');
  await expect(player(page)).toBeVisible();
  await pass(page, 29_999);
  const asked = async (act) => {
    await page.evaluate(() => window.asked.reset());
    await act();
    return page.evaluate(() => ({ ...window.asked, reset: undefined }));
  };
  const change = await asked(() => pass(page, 1));
  expect(await readPlayer(page)).toMatchObject({ what: 'Switch legs' });
  const running = await asked(() => pass(page, 4_999));
  const command = await asked(() => press(page, 'Pause'));
  return { change, running, command };
}

test('with 2,000 sessions a phase change writes as often and as much as with none', async ({ page, context }) => {
  const none = await costs(page, 0);
  expect(none.change.sizes.length, 'the log and the place, with a heartbeat').toBeLessThanOrEqual(3);
  expect(none.change.sizes.length).toBeGreaterThanOrEqual(2);
  expect(none.running.sizes.length, 'in five seconds a heartbeat five times a second, and nothing else').toBeLessThanOrEqual(25);
  const other = await context.browser().newContext();
  const many = await costs(await other.newPage(), 2_000);
  await other.close();
  expect(many).toEqual(none);
});

test('2,000 sessions are all there', async ({ page }) => {
  await keep(page, safety, ...history(2_000));
  await stopClock(page);
  await openRoutine(page);
  await press(page, 'Progress');
  await expect(page.locator('.facts').filter({ visible: true }).first()).toContainText('1000 days');
  await expect(page.locator('.sessions li')).toHaveCount(20);
  await press(page, 'Show more');
  await expect(page.locator('.sessions li')).toHaveCount(40);
});
