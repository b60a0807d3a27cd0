// What a machine can check of WCAG 2.2 AA, on every screen.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { SCREENS } from './screens.mjs';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function violations(page) {
  await page.clock.resume(); // axe waits by timers of the page
  const axe = new AxeBuilder({ page }).withTags(TAGS).options({ rules: { 'target-size': { enabled: true } } });
  const { violations, passes } = await axe.analyze();
  expect(passes.map(({ id }) => id), 'it sees into the widget').toContain('target-size');
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.flat().join(' ')}: ${node.failureSummary}`));
}

for (const colorScheme of ['light', 'dark']) {
  for (const width of [320, 1280]) {
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: 800 }, reducedMotion: 'reduce' });
      for (const [name, come] of Object.entries(SCREENS)) {
        test(name, async ({ page }) => {
          await come(page);
          expect(await violations(page)).toEqual([]);
        });
      }
    });
  }
}

test('axe finds what is wrong in the widget', async ({ page }) => {
  await SCREENS.overview(page);
  await page.evaluate(() => {
    const root = document.querySelector('supple-routine').shadowRoot;
    root.querySelector('#start-routine').setAttribute('aria-labelledby', 'nothing');
    root.querySelector('.tagline').style.color = '#ddd';
    root.querySelector('.tagline').style.background = '#fff';
  });
  expect((await violations(page)).join()).toContain('color-contrast');
});
