// A session that was started without a press: browsers make no sound before there was one, and the player says so.
import { expect, test } from '@playwright/test';

import { safetyNoticeRead, savedCueSettings, seedStorage } from '../fixtures/storage.mjs';
import { advanceClock, notices, openRoutine, pauseClock, player, press } from '../page-object.mjs';
import { installFakes } from './fakes.mjs';
import { heardCues, spoken } from './harness.mjs';

const TAP = 'Tap once for sound.';
async function openUnpressed(page, given, chosen = {}, address = './#start') {
  await pauseClock(page);
  await installFakes(page, { isUntouched: true, ...given });
  await seedStorage(page, safetyNoticeRead, savedCueSettings(chosen));
  await openRoutine(page, address);
  return { page, startedAt: 0 };
}

test('it says how to get sound, and the first press anywhere in the page brings it', async ({ page }) => {
  const harness = await openUnpressed(page, { audio: 'waits' });
  await expect(player(page)).toBeVisible();
  await advanceClock(page, 3_000);
  await expect(notices(page)).toContainText(TAP);
  expect(await page.evaluate(() => window.audio.contexts.length), 'it is tried once').toBe(1);
  expect(await heardCues(harness)).toEqual([]);
  await page.locator('body').click({ position: { x: 2, y: 2 } });
  await expect(notices(page)).not.toContainText(TAP);
  await advanceClock(page, 8_000);
  expect((await heardCues(harness)).map(([, kind]) => kind)).toContain('begin');
});

test('a key is a press, too, and so is dismissing the notice', async ({ page }) => {
  const harness = await openUnpressed(page, { audio: 'waits' });
  await advanceClock(page, 1_000);
  await expect(notices(page)).toContainText(TAP);
  await press(page, 'OK');
  await expect(notices(page)).not.toContainText(TAP);
  await advanceClock(page, 10_000);
  expect((await heardCues(harness)).map(([, kind]) => kind)).toContain('begin');

  await page.reload();
  await page.locator('supple-routine').evaluate((routine) => routine.start());
  await page.locator('supple-routine').evaluate((routine) => routine.resume());
  await advanceClock(page, 1_000);
  await expect(notices(page)).toContainText(TAP);
  await page.keyboard.press('Shift');
  await expect(notices(page)).not.toContainText(TAP);
});

test('where sound is allowed, as in an installed app, it sounds and says nothing', async ({ page }) => {
  const harness = await openUnpressed(page, {});
  await advanceClock(page, 11_000);
  await expect(notices(page)).not.toContainText(TAP);
  expect((await heardCues(harness)).map(([, kind]) => kind)).toContain('ready');
});

test('where sound and voice are off, it says nothing', async ({ page }) => {
  await openUnpressed(page, { audio: 'waits', voices: 'waits' }, { volume: 0 });
  await expect(player(page)).toBeVisible();
  await advanceClock(page, 3_000);
  await expect(notices(page)).not.toContainText(TAP);
});

test('a voice waits for the press as well', async ({ page }) => {
  const harness = await openUnpressed(page, { voices: 'waits' }, { volume: 0, voice: 'short' });
  await advanceClock(page, 1_000);
  await expect(notices(page)).toContainText(TAP);
  await page.locator('body').click({ position: { x: 2, y: 2 } });
  await expect(notices(page)).not.toContainText(TAP);
  await page.evaluate(() => window.takeRecorded('voice'));
  await advanceClock(page, 10_000);
  expect((await spoken(harness)).length).toBeGreaterThan(0);
});

test('paused without a press, nothing waits any more', async ({ page }) => {
  await openUnpressed(page, { audio: 'waits' });
  await advanceClock(page, 1_000);
  await expect(notices(page)).toContainText(TAP);
  await page.locator('supple-routine').evaluate((routine) => routine.pause());
  await expect(notices(page)).not.toContainText(TAP);
});
