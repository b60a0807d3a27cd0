// Options that can't apply say so, and what to do instead.
import { expect, test } from '@playwright/test';

import { safetyNoticeRead, savedCueSettings, savedOptions, seedStorage } from '../fixtures/storage.mjs';
import { notices, openRoutine, player, press, startHere, stopAndLeave } from '../page-object.mjs';

const options = (page) => page.locator('#options');

async function open(page, ...stored) {
  await seedStorage(page, safetyNoticeRead, ...stored);
  await openRoutine(page);
  await options(page).getByText('More settings', { exact: true }).click();
}

const OWN_PACE = 'At your own pace there is no pocket mode, which needs the timer. Leave the screen on.';
const TOO_LONG = 'This is too long for pocket mode';

test('pocket mode at your own pace: beside the option, and when a session begins', async ({ page }) => {
  await open(page, savedCueSettings({ pocket: true }));
  await expect(options(page)).not.toContainText(OWN_PACE);
  await options(page).getByText("No countdown. I'll tap when I'm done").click();
  await expect(options(page).getByText(OWN_PACE)).toBeVisible();
  await startHere(page, 'Anchor stretch');
  await expect(player(page)).toBeVisible();
  await expect(notices(page)).toContainText(OWN_PACE);
  await stopAndLeave(page);
  await options(page).getByText("No countdown. I'll tap when I'm done").click();
  await expect(options(page)).not.toContainText(OWN_PACE);
});

test('pocket mode for more than two hours', async ({ page }) => {
  const long = { hold_percent: 1000, exercises: { anchor: { seconds: 600 } } };
  await open(page, savedCueSettings({ pocket: true }), savedOptions(long));
  await expect(options(page)).toContainText(TOO_LONG);
  await press(page, 'Start routine');
  await expect(player(page)).toBeVisible();
  await expect(notices(page)).toContainText(TOO_LONG);
});

test('vibration where there is none', async ({ page }) => {
  await page.addInitScript(() => delete Navigator.prototype.vibrate);
  await open(page);
  const text = "This browser can't vibrate. Use the sound, or the flash.";
  await expect(options(page)).toContainText(text);
  await options(page).getByText('Vibrate', { exact: true }).click();
  await expect(options(page)).not.toContainText(text);
});

test('a voice where there is none', async ({ page }) => {
  await page.addInitScript(() => (speechSynthesis.getVoices = () => []));
  await open(page, savedCueSettings({ voice: 'short' }));
  const text = 'This device has no voice for this language.';
  await expect(options(page)).toContainText(text);
  await options(page).getByText('Off', { exact: true }).click();
  await expect(options(page)).not.toContainText(text);
});

test('full screen where there is none: the list of keys leaves it out', async ({ page }) => {
  await page.addInitScript(() => delete Document.prototype.fullscreenEnabled);
  await open(page);
  await startHere(page, 'Anchor stretch');
  await expect(player(page)).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'More' })).toContainText('It hurts');
  await expect(page.getByRole('dialog', { name: 'More' })).not.toContainText('Full screen');
});
