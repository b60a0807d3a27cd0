// Starting from something: text, a built-in routine, a file, a link; and what isn't any of these.
import { expect, test } from '@playwright/test';

import { add, names, openStudio, paste, said, show, stored, unfold } from './page-object.mjs';

test('lines of text: what wasn’t understood is marked, and nothing is added silently', async ({ page }) => {
  await openStudio(page);
  await paste(page, 'Cat and cow 40 s\nButterfly 2 x 30 s with a purple towel\nElbow spiral 30 s each side');
  const lines = page.locator('.import-lines > li');
  await expect(lines).toHaveCount(3);
  await expect(lines.nth(0)).not.toHaveClass(/unread/);
  await expect(lines.nth(1)).toHaveClass(/unread/);
  await expect(lines.nth(1).locator('mark')).toContainText('purple towel');
  await expect(lines.nth(1)).toContainText('Not understood');
  await expect(lines.nth(2).getByRole('combobox')).toContainText('Own exercise: Elbow spiral');
  expect(await names(page)).toEqual([]);
  await lines.nth(2).getByRole('combobox').selectOption("Don't add it");
  await page.getByRole('button', { name: 'Add 2 exercises' }).click();
  await expect.poll(() => names(page)).toHaveLength(2);
  const [{ draft }] = await stored(page);
  expect(draft.sections.at(-1).items.map((item) => item.seconds)).toContain(40);
});

test('a built-in routine is a start', async ({ page }) => {
  await openStudio(page);
  await show(page, 'Routine');
  await unfold(page, 'Drafts and new routines');
  await page.getByRole('combobox', { name: 'Start from a built-in routine' }).selectOption({ index: 3 });
  await expect.poll(async () => (await names(page)).length).toBeGreaterThan(5);
  await expect(page.locator('.problem-list')).toHaveCount(0);
  const [{ draft }] = await stored(page);
  expect(draft.id).toMatch(/^routine-/);
});

test('a link of one’s own comes back as it was', async ({ page }) => {
  await openStudio(page);
  await add(page, 'Cat and cow', 'Butterfly');
  await show(page, 'Hand over');
  const link = page.getByRole('textbox', { name: 'Link', exact: true });
  await expect(link).toHaveValue(/#v1-/);
  const address = await link.inputValue();
  await paste(page, address);
  await expect(said(page)).toContainText('is a draft here now');
  await expect.poll(() => names(page)).toEqual(['Cat and cow', 'Butterfly']);
  await paste(page, address.slice(0, -12));
  await expect(page.getByRole('alert').filter({ hasText: 'link' })).toContainText('Copy the whole link again');
  expect(await names(page)).toEqual(['Cat and cow', 'Butterfly']);
});

test('a picture instead of a file is refused in words, and the draft is still there', async ({ page }) => {
  await openStudio(page);
  await add(page, 'Cat and cow');
  await unfold(page, 'Paste or open');
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const files = { name: 'routine.json', mimeType: 'application/json', buffer: png };
  await page.getByLabel('Open a file').setInputFiles(files);
  await expect(page.getByRole('alert').filter({ hasText: 'picture' })).toBeVisible();
  expect(await names(page)).toEqual(['Cat and cow']);
});
