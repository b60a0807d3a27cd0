// What axe can check of WCAG 2.2 AA, on every screen.
import { expect, test } from '@playwright/test';
import { resize } from './overlaps.mjs';
import { SCREENS } from './screens.mjs';
import { violations } from './violations.mjs';

async function violationsNow(page) {
  await page.clock.resume();
  return violations(page);
}

for (const colorScheme of ['light', 'dark']) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, viewport: { width: 320, height: 800 }, reducedMotion: 'reduce' });
    for (const [name, come] of Object.entries(SCREENS)) {
      test(`${name}, narrow and wide`, async ({ page }) => {
        await come(page);
        expect(await violationsNow(page)).toEqual([]);
        await resize(page, { width: 1280, height: 800 });
        expect(await violationsNow(page)).toEqual([]);
      });
    }
  });
}

test('axe reports a violation inside the widget', async ({ page }) => {
  await SCREENS.overview(page);
  await page.evaluate(() => {
    const root = document.querySelector('supple-routine').shadowRoot;
    root.querySelector('#start-routine').setAttribute('aria-labelledby', 'nothing');
    root.querySelector('.summary').style.color = '#ddd';
    root.querySelector('.summary').style.background = '#fff';
  });
  expect((await violationsNow(page)).join()).toContain('color-contrast');
});
