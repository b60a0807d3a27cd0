// The order of exercises: with the keyboard, with buttons, by dragging; and undo and redo of it.
import { expect, test } from '@playwright/test';

import { add, names, openStudio, row, said } from './page-object.mjs';

const THREE = ['Cat and cow', 'Butterfly', 'Deep squat hold'];
const [CAT, BUTTERFLY, SQUAT] = THREE;

for (const width of [412, 1280]) {
  test.describe(`${width} px`, () => {
    test.use({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });

    test.beforeEach(async ({ page }) => {
      await openStudio(page);
      await add(page, ...THREE);
    });

    test('Alt and an arrow move the exercise that has the focus', async ({ page }) => {
      await page.getByRole('button', { name: `Edit: ${CAT}` }).focus();
      await page.keyboard.press('Alt+ArrowDown');
      await expect(said(page)).toHaveText(`${CAT}, now 2 of 3`);
      expect(await names(page)).toEqual([BUTTERFLY, CAT, SQUAT]);
      await expect(page.getByRole('button', { name: `Edit: ${CAT}` })).toBeFocused();
      await page.keyboard.press('Alt+ArrowDown');
      expect(await names(page)).toEqual([BUTTERFLY, SQUAT, CAT]);
      await page.keyboard.press('Alt+ArrowUp');
      expect(await names(page)).toEqual([BUTTERFLY, CAT, SQUAT]);
      await page.keyboard.press('Control+z');
      await page.keyboard.press('Control+z');
      await page.keyboard.press('Control+z');
      expect(await names(page)).toEqual(THREE);
      await page.keyboard.press('Control+Shift+z');
      expect(await names(page)).toEqual([BUTTERFLY, CAT, SQUAT]);
    });

    test('buttons move it', async ({ page }) => {
      await page.getByRole('button', { name: `Move up: ${SQUAT}` }).click();
      expect(await names(page)).toEqual([CAT, SQUAT, BUTTERFLY]);
      await expect(page.getByRole('button', { name: `Move up: ${SQUAT}` })).toBeFocused();
      await page.getByRole('button', { name: `Move down: ${CAT}` }).click();
      expect(await names(page)).toEqual([SQUAT, CAT, BUTTERFLY]);
    });

    test('dragging moves it', async ({ page }) => {
      const handle = row(page, CAT).locator('.drag-items');
      // With the last one in sight, the first one is, too.
      await row(page, SQUAT).scrollIntoViewIfNeeded();
      const from = await handle.boundingBox();
      const to = await row(page, SQUAT).boundingBox();
      const x = from.x + from.width / 2;
      await page.mouse.move(x, from.y + from.height / 2);
      await page.mouse.down();
      await page.mouse.move(x, from.y + from.height / 2 + 20, { steps: 4 });
      await page.mouse.move(x, to.y + to.height - 8, { steps: 12 });
      await page.mouse.up();
      await expect(said(page)).toHaveText(`${CAT}, now 3 of 3`);
      expect(await names(page)).toEqual([BUTTERFLY, SQUAT, CAT]);
    });
  });
}

test('an exercise goes from one section to the next', async ({ page }) => {
  await openStudio(page);
  await add(page, ...THREE);
  await page.getByRole('button', { name: 'Add section' }).click();
  await page.getByRole('button', { name: `Move down: ${SQUAT}` }).click();
  await expect(page.getByRole('list', { name: 'More exercises' }).locator('.item')).toHaveCount(1);
  await expect(page.getByRole('button', { name: `Move down: ${SQUAT}` })).toBeFocused();
});

test('fifty steps can be undone', async ({ page }) => {
  await openStudio(page);
  await add(page, ...THREE);
  await page.getByRole('button', { name: `Edit: ${CAT}` }).focus();
  for (let step = 0; step < 60; step += 1) await page.keyboard.press(step % 2 ? 'Alt+ArrowUp' : 'Alt+ArrowDown');
  await expect(said(page)).toHaveText(`${CAT}, now 1 of 3`);
  const undo = page.getByRole('button', { name: 'Undo' });
  let undone = 0;
  while ((await undo.getAttribute('aria-disabled')) === 'false') {
    await page.keyboard.press('Control+z');
    undone += 1;
  }
  expect(undone).toBe(50);
});
