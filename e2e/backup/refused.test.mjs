// What can't be added is refused with a reason, and nothing changes.
import { truncate, writeFile } from 'node:fs/promises';

import { expect, test } from '@playwright/test';

import { loggedSession } from '../fixtures/storage.mjs';
import { notices, readFacts } from '../page-object.mjs';
import { ago, choose, chooser, everything, news, openProgress, save, pressAdd } from './device.mjs';

const backup = (version, rest) => JSON.stringify({ app: 'supple', kind: 'backup', version, made_ms: 1, ...rest });

/** What is chosen: a text, bytes, or a number of bytes. */
const REFUSED = {
  'an empty file': ['', /^This isn't a Supple backup file\./],
  garbage: [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0x00]), /^This isn't a Supple backup file\./],
  "another app's file": [
    '{"app":"stretchy","version":1,"sessions":[{"id":"1"}]}',
    /^This isn't a Supple backup file\./,
  ],
  'a file of a newer version': [
    backup(2, { log: [] }),
    /^This file was saved by a newer version of Supple\. Reload this page and try again\./,
  ],
  'a file that is cut off': [backup(1, { archives: [] }).slice(0, -4), /^This backup file is damaged/],
  'a file with other content': [backup(1, { archives: ['<b>'] }), /^This backup file is damaged/],
  'a list of more sessions than a browser can store': [
    backup(1, {
      archives: [{ entries: [], shapes: [['x', 0, true, []]], sessions: Array(50_001).fill(['a', 1, 1, 0]) }],
    }),
    /^This file is too large for your browser's storage/,
  ],
  'a file of 50 MB': [50_000_000, /^This file is too big to be a Supple backup/],
};

for (const [what, [text, reason]] of Object.entries(REFUSED)) {
  test(`${what} is refused with a reason, and nothing changes`, async ({ page }, info) => {
    const errors = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.addInitScript(() => {
      const { text } = Blob.prototype;
      Blob.prototype.text = function () {
        window.readings = (window.readings ?? 0) + 1;
        return text.call(this);
      };
    });
    await openProgress(page, loggedSession(ago(1)));
    const [before, facts] = [await everything(page), await readFacts(page)];
    if (typeof text === 'number') {
      const path = info.outputPath('supple-2026-11-22.json');
      await writeFile(path, '');
      await truncate(path, text);
      await chooser(page).setInputFiles(path);
    } else {
      await choose(page, text);
    }
    await expect(news(page)).toHaveText(reason);
    await expect(news(page)).toHaveText(/Nothing was changed\.$/);
    await expect(page.getByRole('button', { name: /^Add \d+ session/ })).toHaveCount(0);
    await expect(chooser(page)).toHaveValue('');
    expect([await everything(page), await readFacts(page)]).toEqual([before, facts]);
    expect(await page.evaluate(() => window.readings ?? 0), 'too large files are not read').toBe(
      what.includes('MB') ? 0 : 1,
    );
    expect(errors).toEqual([]);
  });
}

test('a good file can be chosen after a refused one', async ({ page, browser }) => {
  await openProgress(page, loggedSession(ago(1)));
  const { text } = await save(page);
  const context = await browser.newContext();
  const other = await context.newPage();
  await openProgress(other);
  await choose(other, 'garbage');
  await expect(news(other)).toHaveText(/^This isn't a Supple backup file\./);
  await choose(other, text);
  await pressAdd(other);
  await expect(other.locator('.sessions li')).toHaveCount(1);
  await context.close();
});

test('when the storage fills up while adding, nothing is added and the person is told', async ({ page, browser }) => {
  await openProgress(page, ...Array.from({ length: 250 }, (_, i) => loggedSession(ago(i + 1))));
  const { text } = await save(page);
  const context = await browser.newContext();
  const other = await context.newPage();
  await openProgress(other, loggedSession(ago(400)));
  const [before, facts] = [await everything(other), await readFacts(other)];
  await other.evaluate(() => {
    let left = 2; // of three archives
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (...given) {
      if (left === 0) throw new DOMException('no room', 'QuotaExceededError');
      left -= 1;
      setItem.apply(this, given);
    };
  });
  await choose(other, text);
  await pressAdd(other);
  await expect(news(other)).toHaveText(/Storage is full, so nothing was added\./);
  await expect(notices(other)).toHaveText('');
  expect([await everything(other), await readFacts(other)]).toEqual([before, facts]);
  await context.close();
});

for (const [what, read] of [
  ['fails', () => Promise.reject(new DOMException('gone', 'NotReadableError'))],
  ['is missing', undefined],
]) {
  test(`if reading files ${what}, the person is told`, async ({ page }) => {
    await page.addInitScript(`Blob.prototype.text = ${read}`);
    await openProgress(page, loggedSession(ago(1)));
    await choose(page, '{}');
    await expect(news(page)).toHaveText(/^Your browser couldn't read this file\./);
  });
}
