// `showProgress()` and `offerBackup()`: how the page around the widget leads to the progress, without its shadow DOM.
import { expect, test } from '@playwright/test';

import { news, pressAdd } from '../backup/device.mjs';
import { recordedBackup } from '../fixtures/recorded.mjs';
import { loggedSession, safetyNoticeRead, seedStorage } from '../fixtures/storage.mjs';
import { advanceClock, callMethod, heading, pauseClock, player, press, readElement, SUNDAY } from '../page-object.mjs';
import { openHost, ready } from './host.mjs';

const DAY_MS = 86_400_000;
const progress = (page) => heading(page, 'Progress');

async function open(page, loading = 'eager', ...values) {
  await pauseClock(page);
  await seedStorage(page, safetyNoticeRead, ...values);
  await openHost(page, `<supple-routine loading="${loading}"></supple-routine>`);
}

test('`showProgress()` shows what was done, from the overview', async ({ page }) => {
  await open(page, 'eager', loggedSession(SUNDAY - DAY_MS));
  await ready(page);
  await callMethod(page, 'showProgress');
  await expect(progress(page)).toBeVisible();
  await expect(page.locator('.sessions li')).toHaveCount(1);
  await press(page, 'Back to the routine');
  await expect(page.getByRole('button', { name: 'Start routine' })).toBeVisible();
});

test('`showProgress()` shows what was done, from the end of a session', async ({ page }) => {
  await open(page);
  await ready(page);
  await callMethod(page, 'start', 'anchor');
  await advanceClock(page, 12_000);
  await callMethod(page, 'stop');
  await expect(heading(page, 'Good start')).toBeVisible();
  await callMethod(page, 'showProgress');
  await expect(progress(page)).toBeVisible();
});

test('during a session `showProgress()` and `offerBackup()` do nothing', async ({ page }) => {
  await open(page);
  await ready(page);
  await callMethod(page, 'start', 'anchor');
  await callMethod(page, 'showProgress');
  await callMethod(page, 'offerBackup', await recordedBackup('small'));
  await expect(player(page)).toBeVisible();
  await expect(progress(page)).toHaveCount(0);
  expect((await readElement(page)).state).toBe('running');
});

test('`showProgress()` loads the widget, and resolves once it is there', async ({ page }) => {
  await open(page, 'click');
  await callMethod(page, 'showProgress');
  await expect(progress(page)).toBeVisible();
});

test('`offerBackup()` previews what the file would add, and adds it only when asked', async ({ page }) => {
  await open(page);
  await ready(page);
  await callMethod(page, 'offerBackup', await recordedBackup('small'));
  await expect(progress(page)).toBeVisible();
  await expect(news(page)).toContainText('This adds 31 sessions');
  await expect(page.locator('.sessions li')).toHaveCount(0);
  await pressAdd(page);
  await expect(news(page)).toHaveText('31 sessions added.');
  await expect(page.locator('.sessions li')).toHaveCount(20);
});

for (const [what, text] of [
  ['no backup', 'garbage'],
  ['a number', 7],
  ['nothing', undefined],
]) {
  test(`\`offerBackup()\` of ${what} is refused with a reason`, async ({ page }) => {
    await open(page);
    await ready(page);
    await callMethod(page, 'offerBackup', text);
    await expect(news(page)).toContainText("This isn't a Supple backup file. Nothing was changed.");
    await expect(page.getByRole('button', { name: /^Add \d+ session/ })).toHaveCount(0);
  });
}
