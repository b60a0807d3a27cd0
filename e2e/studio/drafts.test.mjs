// Nothing is lost: reloads, several drafts, two tabs, storage that is full or refuses, one file of all drafts.
import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';

import { add, edit, names, openStudio, paste, said, show, stored, unfold } from './page-object.mjs';

test('a draft is there again after a reload', async ({ page }) => {
  await openStudio(page);
  await add(page, 'Cat and cow', 'Butterfly');
  const item = await edit(page, 'Butterfly');
  await item.getByRole('textbox', { name: 'Seconds' }).fill('45');
  await page.reload();
  await show(page, 'Routine');
  await expect.poll(() => names(page)).toEqual(['Cat and cow', 'Butterfly']);
  const again = await edit(page, 'Butterfly');
  await expect(again.getByRole('textbox', { name: 'Seconds' })).toHaveValue('45');
});

test('several drafts lie side by side; one is deleted and restored', async ({ page }) => {
  await openStudio(page);
  await add(page, 'Cat and cow');
  await page.getByRole('textbox', { name: 'Name of the routine' }).fill('For Sam');
  await unfold(page, 'Drafts and new routines');
  await page.getByRole('button', { name: 'New routine' }).click();
  await expect.poll(() => names(page)).toEqual([]);
  await add(page, 'Butterfly');
  await page.getByRole('textbox', { name: 'Name of the routine' }).fill('For Ada');
  await page.getByRole('button', { name: 'Open draft: For Sam' }).click();
  await expect.poll(() => names(page)).toEqual(['Cat and cow']);
  await page.getByRole('button', { name: 'Delete draft: For Ada' }).click();
  await expect(said(page)).toHaveText('Draft deleted: For Ada');
  expect(await stored(page)).toHaveLength(1);
  await page.getByRole('button', { name: 'Restore deleted draft' }).click();
  await expect.poll(() => names(page)).toEqual(['Butterfly']);
  expect(await stored(page)).toHaveLength(2);
});

test('two tabs write the same draft, and neither loses anything', async ({ page, context }) => {
  await openStudio(page);
  await add(page, 'Cat and cow');
  const other = await context.newPage();
  await openStudio(other);
  await show(other, 'Routine');
  await expect.poll(() => names(other)).toEqual(['Cat and cow']);
  await add(other, 'Butterfly');
  await expect.poll(() => names(page)).toEqual(['Cat and cow', 'Butterfly']);
  await expect(said(page)).toContainText('changed in another tab');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => names(other)).toEqual(['Cat and cow']);
  await other.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => names(other)).toEqual(['Cat and cow', 'Butterfly']);
});

test('storage that is full is said, and what was written stays in sight', async ({ page }) => {
  await openStudio(page);
  await add(page, 'Cat and cow');
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
  });
  await add(page, 'Butterfly');
  await expect(page.getByRole('alert').filter({ hasText: 'There is no space left' })).toBeVisible();
  expect(await names(page)).toEqual(['Cat and cow', 'Butterfly']);
  const [{ draft }] = await stored(page);
  expect(draft.sections[0].items).toHaveLength(1);
});

test('storage that refuses is said', async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('no', 'SecurityError');
      },
    }),
  );
  await openStudio(page);
  await add(page, 'Cat and cow');
  await expect(page.getByRole('alert').filter({ hasText: 'stores nothing here' })).toBeVisible();
  expect(await names(page)).toEqual(['Cat and cow']);
});

test('all drafts are one file, which brings them to another device', async ({ page, browser, baseURL }) => {
  await openStudio(page);
  await add(page, 'Cat and cow');
  await page.getByRole('textbox', { name: 'Name of the routine' }).fill('For Sam');
  await unfold(page, 'Drafts and new routines');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save all drafts' }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  const elsewhere = await browser.newPage({ baseURL });
  await openStudio(elsewhere);
  await paste(elsewhere, text);
  await expect(said(elsewhere)).toHaveText('1 draft added.');
  await unfold(elsewhere, 'Drafts and new routines');
  await elsewhere.getByRole('button', { name: 'Open draft: For Sam' }).click();
  await expect.poll(() => names(elsewhere)).toEqual(['Cat and cow']);
  await elsewhere.close();
});
