// Phones open the share sheet if it accepts the file; everywhere else the file is downloaded.
import { expect, test } from '@playwright/test';

import { loggedSession } from '../fixtures/storage.mjs';
import { press } from '../page-object.mjs';
import { ago, news, openProgress, save } from './device.mjs';

/**
 * Replaces the share sheet: whether it accepts such files, and how it answers. `window.shared` holds what it was
 * given.
 */
const replaceSheet = (page, can, answer) =>
  page.addInitScript(
    ([can, answer]) => {
      window.shared = [];
      const own = (name, value) => Object.defineProperty(Navigator.prototype, name, { configurable: true, value });
      own('canShare', can === 'missing' ? undefined : ({ files: [file] }) => can === 'yes' && file instanceof File);
      own('share', async ({ files: [file] }) => {
        window.shared.push({ name: file.name, type: file.type, text: await file.text() });
        if (answer) throw new DOMException('no', answer);
      });
    },
    [can, answer],
  );

const shared = (page) => page.evaluate(() => window.shared);

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 412, height: 860 } });

  test('the share sheet gets the file', async ({ page }) => {
    await replaceSheet(page, 'yes');
    const downloads = [];
    page.on('download', (download) => downloads.push(download));
    await openProgress(page, loggedSession(ago(1)));
    await press(page, 'Save a backup');
    await expect(news(page)).toHaveText('supple-2026-11-22.json was shared.');
    const [{ name, type, text }] = await shared(page);
    expect([name, type]).toEqual(['supple-2026-11-22.json', 'application/json']);
    expect(JSON.parse(text)).toMatchObject({ app: 'supple', kind: 'backup', version: 1 });
    expect(downloads).toEqual([]);
  });

  test('closing the share sheet saves nothing', async ({ page }) => {
    await replaceSheet(page, 'yes', 'AbortError');
    const downloads = [];
    page.on('download', (download) => downloads.push(download));
    await openProgress(page, loggedSession(ago(1)));
    await press(page, 'Save a backup');
    await expect.poll(() => shared(page)).toHaveLength(1);
    await press(page, 'Save a backup');
    await expect.poll(() => shared(page)).toHaveLength(2);
    await expect(news(page)).toHaveText('');
    expect(downloads).toEqual([]);
  });

  for (const [what, can, answer] of [
    ['refuses', 'yes', 'NotAllowedError'],
    ['does not take such files', 'no'],
    ['is missing', 'missing'],
  ]) {
    test(`if the share sheet ${what}, the file is downloaded`, async ({ page }) => {
      await replaceSheet(page, can, answer);
      await openProgress(page, loggedSession(ago(1)));
      const { name, text } = await save(page);
      expect(name).toBe('supple-2026-11-22.json');
      expect(JSON.parse(text)).toMatchObject({ app: 'supple', kind: 'backup' });
      await expect(news(page)).toHaveText('Look for supple-2026-11-22.json in your downloads.');
    });
  }
});

test('with a mouse the file is downloaded, even if the share sheet would accept it', async ({ page }) => {
  await replaceSheet(page, 'yes');
  await openProgress(page, loggedSession(ago(1)));
  await save(page);
  expect(await shared(page)).toEqual([]);
});

for (const [what, broken] of [
  ['addresses of files are missing', 'URL.createObjectURL = undefined'],
  ["files can't be made", 'window.File = class { constructor() { throw new TypeError() } }'],
]) {
  test(`if ${what}, the person is told that nothing can be saved`, async ({ page }) => {
    await page.addInitScript(broken);
    const errors = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await openProgress(page, loggedSession(ago(1)));
    await press(page, 'Save a backup');
    await expect(news(page)).toHaveText(/^Your browser blocked the download\./);
    expect(errors).toEqual([]);
  });
}
