// What axe can check, in every part; the names in the accessibility tree; and the studio without a network.
import { expect, test } from '@playwright/test';

import { violations } from '../accessibility/violations.mjs';
import { kept, publish } from '../offline/versions.mjs';
import { add, edit, names, openStudio, paste, show, unfold } from './page-object.mjs';

for (const colorScheme of ['light', 'dark']) {
  for (const width of [412, 1280]) {
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 }, reducedMotion: 'reduce' });

      test('axe finds nothing in any part', async ({ page }) => {
        await openStudio(page);
        expect(await violations(page)).toEqual([]);
        await add(page, 'Cat and cow', 'Butterfly');
        const item = await edit(page, 'Cat and cow');
        await item.getByRole('textbox', { name: 'Seconds' }).fill('5000');
        await page.getByRole('checkbox', { name: 'Select: Butterfly' }).check();
        await unfold(page, 'Drafts and new routines');
        await unfold(page, 'About this routine');
        await paste(page, 'Wall slide, twice as slow\nButterfly 30 s');
        expect(await violations(page)).toEqual([]);
        await item.getByRole('textbox', { name: 'Seconds' }).fill('30');
        for (const part of ['Preview', 'Hand over']) {
          await show(page, part);
          if (part === 'Preview') {
            await expect(page.locator('supple-routine').getByRole('heading', { name: 'Butterfly' })).toBeAttached();
          }
          expect(await violations(page)).toEqual([]);
        }
      });
    });
  }
}

test('nothing is wider than a screen of 320 px', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await openStudio(page);
  await add(page, 'Cat and cow');
  await edit(page, 'Cat and cow');
  await page.getByRole('checkbox', { name: 'Select: Cat and cow' }).check();
  for (const part of ['Library', 'Routine', 'Preview', 'Hand over']) {
    await show(page, part);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), part).toBe(true);
  }
});

test('the accessibility tree names what there is', async ({ page }) => {
  await openStudio(page);
  await add(page, 'Cat and cow', 'Butterfly');
  await expect(page.getByRole('region', { name: 'Routine' })).toMatchAriaSnapshot(`
    - list:
      - listitem:
        - list "Exercises":
          - listitem:
            - 'checkbox "Select: Cat and cow"'
            - 'button "Edit: Cat and cow"'
            - 'button "Move up: Cat and cow"'
            - 'button "Move down: Cat and cow"'
            - 'button "Duplicate: Cat and cow"'
            - 'button "Remove: Cat and cow"'
          - listitem:
            - 'checkbox "Select: Butterfly"'
            - 'button "Edit: Butterfly"'
            - 'button "Move up: Butterfly"'
            - 'button "Move down: Butterfly"'
            - 'button "Duplicate: Butterfly"'
            - 'button "Remove: Butterfly"'
  `);
});

test.describe('without a network', () => {
  test.use({ serviceWorkers: 'allow' });

  test('after one visit the studio works offline, with figures and preview', async ({ page }) => {
    const site = await publish();
    await page.goto(`${site.address}studio/`);
    await add(page, 'Cat and cow');
    await kept(page);
    await site.down();
    await page.reload();
    await show(page, 'Routine');
    await expect.poll(() => names(page)).toEqual(['Cat and cow']);
    await add(page, 'Butterfly');
    await show(page, 'Preview');
    await expect(page.locator('supple-routine').getByRole('heading', { name: 'Butterfly' })).toBeAttached();
    await show(page, 'Routine');
    await expect
      .poll(() => page.locator('.item img').evaluateAll((all) => all.every((it) => it.naturalWidth > 0)))
      .toBe(true);
    await site.close();
  });
});
