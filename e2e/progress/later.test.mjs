// What fills the Progress screen loads when the screen is opened, and nothing else waits for it.
import { expect, test } from '@playwright/test';

import { news, pressAdd } from '../backup/device.mjs';
import { delayResponse } from '../delayed-response.mjs';
import { recordedBackup } from '../fixtures/recorded.mjs';
import { loggedSession, safetyNoticeRead, seedStorage } from '../fixtures/storage.mjs';
import {
  callMethod,
  heading,
  openRoutine,
  pauseClock,
  player,
  press,
  start,
  SUNDAY,
  stopAndLeave,
} from '../page-object.mjs';

const MODULE = '**/assets/progress-*';
const DAY_MS = 86_400_000;
const sessions = (page) => page.locator('.sessions li');
const status = (page) => page.locator('.progress-status');

/** The names of the module's files that the page asks for from now on. */
function watchRequests(page) {
  const asked = [];
  page.on('request', (request) => {
    const [name] = /progress-\w+\.\w+$/.exec(request.url()) ?? [];
    if (name) asked.push(name.replace(/-\w+/, ''));
  });
  return asked;
}

test.beforeEach(async ({ page }) => {
  await pauseClock(page);
  await seedStorage(page, safetyNoticeRead, loggedSession(SUNDAY - DAY_MS));
});

test('it loads when the screen is opened, and once for all visits', async ({ page }) => {
  const asked = watchRequests(page);
  await openRoutine(page);
  await start(page);
  await stopAndLeave(page);
  expect(asked).toEqual([]);
  for (let visit = 1; visit <= 2; visit += 1) {
    await press(page, 'Progress');
    await expect(sessions(page)).toHaveCount(1);
    await expect(status(page)).toHaveText('');
    await press(page, 'Back to the routine');
    await expect(sessions(page)).toHaveCount(0);
  }
  expect(asked).toEqual(['progress.js', 'progress.wasm']);
});

for (const [what, file] of [
  ['script', `${MODULE}.js`],
  ['WebAssembly', `${MODULE}.wasm`],
]) {
  test(`if its ${what} doesn't load, the screen says so, and tries again when asked`, async ({ page }) => {
    await page.route(file, (route) => route.abort());
    await openRoutine(page);
    await press(page, 'Progress');
    await expect(status(page)).toHaveText(/^Your progress can't be shown right now, .* Nothing is lost/);
    await expect(heading(page, 'Progress')).toBeFocused();

    await press(page, 'Back to the routine');
    await start(page);
    await expect(player(page)).toBeVisible();
    await press(page, 'Stop');
    await press(page, 'Progress');
    await expect(status(page)).toHaveText(/can't be shown right now/);

    await page.unroute(file);
    await press(page, 'Try again');
    await expect(sessions(page)).toHaveCount(1);
    await expect(status(page)).toHaveText('');
    await expect(page.getByRole('button', { name: 'Try again' })).toHaveCount(0);
  });
}

test('while it loads, the screen says so and leads back; what arrives then changes nothing', async ({ page }) => {
  const release = await delayResponse(page, MODULE);
  await openRoutine(page);
  await press(page, 'Progress');
  await expect(status(page)).toHaveText('Loading your progress…');
  await press(page, 'Back to the routine');
  const arrived = page.waitForResponse('**/assets/progress-*.wasm');
  release();
  await arrived;
  await expect(sessions(page)).toHaveCount(0);
  await press(page, 'Progress');
  await expect(sessions(page)).toHaveCount(1);
});

test('a backup file that is offered before it is there is shown once it is', async ({ page }) => {
  await page.route(MODULE, (route) => route.abort());
  await openRoutine(page);
  await callMethod(page, 'offerBackup', await recordedBackup('small'));
  await expect(status(page)).toHaveText(/can't be shown right now/);
  await page.unroute(MODULE);
  await press(page, 'Try again');
  await expect(news(page)).toContainText('This adds 31 sessions');
});

test('where nothing is stored, it shows what this visit has brought', async ({ page }) => {
  await openRoutine(page);
  await page.locator('supple-routine').evaluate((element) => element.setAttribute('no-persist', ''));
  await callMethod(page, 'offerBackup', await recordedBackup('small'));
  await pressAdd(page);
  await expect(news(page)).toHaveText('31 sessions added.');
  await press(page, 'Back to the routine');
  await press(page, 'Progress');
  await expect(page.getByText('Best streak')).toBeVisible();
  await expect(sessions(page)).toHaveCount(20);
});
