// A notice lies above the screen, but leaves everything within reach.
import { expect, test } from '@playwright/test';

import { seedStorage, storageKey, safetyNoticeRead } from '../fixtures/storage.mjs';
import { notices, openRoutine, player, press, startHere, pauseClock } from '../page-object.mjs';

/** Every button can be scrolled to and pressed. If something covers it, the error says what. */
async function canPressAll(page, within) {
  const buttons = await page.locator(within).getByRole('button', { disabled: false }).filter({ visible: true }).all();
  expect(buttons.length).toBeGreaterThan(0);
  for (const button of buttons) await button.click({ trial: true });
}

for (const [width, height] of [
  [1280, 720],
  [412, 915],
  [320, 640],
]) {
  test.describe(`on a screen of ${width} by ${height}`, () => {
    test.use({ viewport: { width, height } });

    test('a notice covers no button of the player', async ({ page }) => {
      await seedStorage(page, safetyNoticeRead);
      await page.addInitScript((key) => localStorage.setItem(key, 'garbage'), storageKey('running:1'));
      await pauseClock(page);
      await openRoutine(page);
      await startHere(page, 'Anchor stretch');
      await expect(player(page)).toBeVisible();
      await expect(notices(page)).toContainText('your saved data');
      await canPressAll(page, '.player');
    });

    test("a notice doesn't cover the button that accepts the safety notice", async ({ page }) => {
      await page.addInitScript((key) => localStorage.setItem(key, 'garbage'), storageKey('safety'));
      await pauseClock(page);
      await openRoutine(page);
      await press(page, 'Start routine');
      await expect(notices(page)).toContainText('your saved data');
      await canPressAll(page, '.sheet');
    });
  });
}
