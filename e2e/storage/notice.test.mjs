// A notice is said over the screen, and takes nothing of it out of reach.
import { expect, test } from '@playwright/test';

import { seedStorage, storageKey, safetyNoticeRead } from '../fixtures/storage.mjs';
import { notices, openRoutine, player, press, startHere, pauseClock } from '../page-object.mjs';

/** Nothing covers a button, after scrolling to it as far as the page lets one: else trying to press it fails, and says what does. */
async function canPressAll(page, within) {
  const buttons = await page.locator(within).getByRole('button', { disabled: false }).filter({ visible: true }).all();
  expect(buttons.length).toBeGreaterThan(0);
  for (const button of buttons) await button.click({ trial: true });
}

for (const [width, height] of [[1280, 720], [412, 915], [320, 640]]) {
  test.describe(`on a screen of ${width} by ${height}`, () => {
    test.use({ viewport: { width, height } });

    test('a notice covers no button of the player', async ({ page }) => {
      await seedStorage(page, safetyNoticeRead);
      await page.addInitScript((storageKey) => localStorage.setItem(storageKey, 'garbage'), storageKey('running:1'));
      await pauseClock(page);
      await openRoutine(page);
      await startHere(page, 'Anchor stretch');
      await expect(player(page)).toBeVisible();
      await expect(notices(page)).toContainText('Saved data');
      await canPressAll(page, '.player');
    });

    test('a notice does not cover the button that goes on from the safety notice', async ({ page }) => {
      await page.addInitScript((storageKey) => localStorage.setItem(storageKey, 'garbage'), storageKey('safety'));
      await pauseClock(page);
      await openRoutine(page);
      await press(page, 'Start routine');
      await expect(notices(page)).toContainText('Saved data');
      await canPressAll(page, '.sheet');
    });
  });
}
