// Hosts that change what they serve: the offline app works with it, or the console says which file is at fault.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { seedStorage, safetyNoticeRead } from '../fixtures/storage.mjs';
import { openRoutine, start } from '../page-object.mjs';
import { kept, publish } from './versions.mjs';

test.use({ serviceWorkers: 'allow' });

let site;
test.beforeEach(async ({ page }) => {
  site = await publish('/some/path/');
  await seedStorage(page, safetyNoticeRead);
});
test.afterEach(() => site.close());

/** Changes the text of all files with these endings. */
async function changeAll(endings, change) {
  for (const name of await readdir(site.folder, { recursive: true })) {
    if (!endings.test(name)) continue;
    const file = join(site.folder, name);
    await writeFile(file, change(await readFile(file, 'utf8')));
  }
}

async function worksOffline(page) {
  await openRoutine(page, site.address);
  await kept(page);
  await site.down();
  await openRoutine(page, site.address);
  await start(page);
}

test('a line that counts visits, in every page', async ({ page }) => {
  await changeAll(/\.html$/, (text) => text.replace('</body>', '<script async src="/count.js"></script></body>'));
  await worksOffline(page);
  expect(await page.content()).toContain('/count.js');
});

test('line endings of another system, in every text', async ({ page }) => {
  await changeAll(/\.(html|js|css|json|svg|webmanifest)$/, (text) => text.replace(/\r?\n/g, '\r\n'));
  await worksOffline(page);
});

for (const [what, file, spoil, reason] of [
  [
    'a script with something added',
    'embed/v1/supple.js',
    () => site.change('embed/v1/supple.js', 'supple', 'Supple'),
    'is served with other contents than were built',
  ],
  [
    'a page that is cut off',
    'reminder/',
    () => site.change('reminder/index.html', '</html>', ''),
    'is served with other contents than were built',
  ],
  [
    'another page in place of one',
    'hand-off/',
    () => writeFile(join(site.folder, 'hand-off/index.html'), '<!doctype html><p>Log in, please.</p></html>'),
    'is served with other contents than were built',
  ],
  ['a file that was left out', 'icon.svg', () => site.remove('icon.svg'), 'the server answers with 404'],
]) {
  test(`the console names the file, and why: ${what}`, async ({ page }) => {
    await spoil();
    const told = page.waitForEvent('console', (message) => message.text().includes('offline use'));
    await openRoutine(page, site.address);
    const text = (await told).text();
    expect(text).toContain(`\n${file}: ${reason}\n`);
    expect(text).toContain('docs/EMBEDDING.md');
  });
}

test('a worker that the host refuses is named as well', async ({ page }) => {
  await site.remove('service-worker.js');
  const told = page.waitForEvent('console', (message) => message.text().includes('offline use'));
  await openRoutine(page, site.address);
  expect((await told).type()).toBe('warning');
});

for (const [name, title] of [
  ['reminder', 'Set a reminder'],
  ['embed', 'Add the routine to your site'],
  ['hand-off', 'Move your progress to another device'],
]) {
  test(`without a network, an address works without its final slash: ${name}`, async ({ page }) => {
    await openRoutine(page, site.address);
    await kept(page);
    await site.down();
    await page.goto(`${site.address}${name}?from=a+friend#title=Stretch`);
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    expect(page.url()).toBe(`${site.address}${name}/?from=a+friend#title=Stretch`);
    // Its script has come too, which would be missing if the page were seen from the folder above.
    expect(await page.evaluate(() => [...document.styleSheets].every(({ cssRules }) => cssRules.length > 0))).toBe(
      true,
    );
  });
}
