// Progress moves from a blog's embed to the app or to a phone, in a link or a QR code.
import { expect, test } from '@playwright/test';
import decode from 'qr/decode.js';

import { violations } from '../accessibility/violations.mjs';
import { ago, logOf, news, openProgress, pressAdd } from '../backup/device.mjs';
import { seedStorage, loggedSession, safetyNoticeRead, weeksOfSessions } from '../fixtures/storage.mjs';
import { openRoutine, press, readFacts, pauseClock, SUNDAY } from '../page-object.mjs';

const TAKE = 'Move to another device';

/** Presses the button in the widget and returns the page that opens. */
async function handOff(page) {
  const [opened] = await Promise.all([page.context().waitForEvent('page'), press(page, TAKE)]);
  await expect(opened.locator('#lead')).toHaveText(/session|no progress/i);
  return opened;
}

const link = (page) => page.getByRole('link', { name: 'Open Supple' }).getAttribute('href');

/** Opens a link on another device. */
async function device(browser, address, ...things) {
  const page = await (await browser.newContext()).newPage();
  await pauseClock(page);
  await seedStorage(page, safetyNoticeRead, ...things);
  await openRoutine(page, address);
  return page;
}

/** What a phone reads in the QR code. */
async function scan(page) {
  const picture = (await page.getByRole('img', { name: 'QR code for your link' }).screenshot()).toString(
    'base64',
  );
  const { width, height, data } = await page.evaluate(async (picture) => {
    const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    context.drawImage(bitmap, 0, 0);
    const { width, height, data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    return { width, height, data: [...data] };
  }, picture);
  return decode({ width, height, data: Uint8ClampedArray.from(data) });
}

test('the link carries the whole log, and no server sees it', async ({ page, browser }) => {
  const done = weeksOfSessions(SUNDAY, 22);
  await openProgress(page, done);
  const log = await logOf(page);
  const facts = await readFacts(page);
  const asked = [];
  page.context().on('request', (request) => asked.push(request.url()));
  const opened = await handOff(page);
  await expect(opened.locator('#lead')).toHaveText(
    'Your 19 sessions are inside the link itself. Nothing goes through a server.',
  );
  const address = await link(opened);
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter((url) => /archives|add=/.test(url))).toEqual([]);

  const other = await device(browser, address);
  await expect(news(other)).toHaveText(/^This adds 19 sessions/);
  expect(new URL(other.url()).hash).toBe('');
  await pressAdd(other);
  await expect(news(other)).toHaveText('19 sessions added.');
  expect(await logOf(other)).toEqual(log);
  expect(await readFacts(other)).toEqual(facts);

  // Opening the link again adds nothing, and changes nothing.
  await other.goto('about:blank');
  await openRoutine(other, address);
  await expect(news(other)).toHaveText('Nothing to add. Everything in this file is here already.');
  expect(await logOf(other)).toEqual(log);
});

test('a phone reads the link in the QR code', async ({ page, browser }) => {
  await openProgress(page, loggedSession(ago(3)), loggedSession(ago(1), { holds: 2, complete: false }));
  const opened = await handOff(page);
  const address = await scan(opened);
  expect(address).toBe(await link(opened));
  const phone = await device(browser, address, loggedSession(ago(1), { holds: 1, complete: false }));
  await expect(news(phone)).toHaveText(/^This adds 2 sessions/);
  await press(phone, 'Cancel');
  await expect(news(phone)).toHaveText('Cancelled. Nothing was added.');
});

test('a log too long for a QR code fits in the link, and one too long for a link fits in a file', async ({ page }) => {
  const many = Array.from({ length: 120 }, (_, day) => loggedSession(ago(day + 1), { holds: 1 + (day % 7) }));
  await openProgress(page, ...many);
  const opened = await handOff(page);
  await expect(opened.getByText('too much for a QR code')).toBeVisible();
  await expect(opened.getByRole('img')).toHaveCount(0);
  expect(await link(opened)).toContain('#add=');

  const more = await (await page.context().browser().newContext()).newPage();
  await openProgress(more, ...Array.from({ length: 900 }, (_, day) => loggedSession(ago(day + 1))));
  await press(more, TAKE);
  await expect(news(more)).toHaveText('Your history is too long for a link. Use a backup file instead.');
});

test('with an empty log there is nothing to take along, and a page without a log says where to get one', async ({
  page,
}) => {
  await openProgress(page);
  await press(page, TAKE);
  await expect(news(page)).toHaveText('Nothing to back up yet.');
  for (const hash of [
    '',
    '#',
    '#%E0%A4%A',
    '#{"app":"other"}',
    '#[]',
    '#{"app":"supple","kind":"backup","archives":{}}',
  ]) {
    await page.goto('about:blank');
    await page.goto(`./hand-off/${hash}`);
    await expect(page.locator('#lead'), hash).toHaveText(/^This link doesn't contain any progress/);
    const way = page.getByRole('link', { name: 'Open Supple' });
    expect(new URL(await way.getAttribute('href'), page.url()).hash, 'with nothing in it').toBe('#progress');
  }
});

for (const [what, letters] of [
  ['nothing', ''],
  ['invalid characters', '?!'],
  ['something else', 'AAAA'],
]) {
  test(`a link that was cut off or changed is refused, and says what to do: ${what}`, async ({ page }) => {
    await pauseClock(page);
    await openRoutine(page, `./#add=${letters}`);
    await expect(page.getByText('This link is incomplete, so nothing was added.')).toBeVisible();
    await press(page, 'OK');
    expect(
      await page.evaluate(() =>
        Object.keys(localStorage).filter((key) => key.includes('archive') || key.includes('log')),
      ),
    ).toEqual([]);
  });
}

test('data that unpacks to more than a backup file is not unpacked', async ({ page }) => {
  await pauseClock(page);
  await page.goto('./hand-off/');
  const letters = await page.evaluate(async () => {
    const zeros = new Blob([new Uint8Array(30_000_000)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
    const bytes = new Uint8Array(await new Response(zeros).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replaceAll('=', '');
  });
  await page.goto('about:blank');
  await openRoutine(page, `./#add=${letters}`);
  await expect(page.getByText('This link is incomplete')).toBeVisible();
});

test("a browser that doesn't open the page says so", async ({ page }) => {
  await page.addInitScript(() => (window.open = () => null));
  await openProgress(page, loggedSession(ago(1)));
  await press(page, TAKE);
  await expect(news(page)).toHaveText(
    'Your browser blocked the new page. You can use a backup file instead.',
  );
});

test('the link can be copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openProgress(page, loggedSession(ago(1)));
  const opened = await handOff(page);
  await opened.bringToFront();
  await press(opened, 'Copy the link');
  await expect(opened.getByText('Copied.')).toBeVisible();
  expect(await opened.evaluate(() => navigator.clipboard.readText())).toBe(await link(opened));
});

for (const colorScheme of ['light', 'dark']) {
  test(`axe finds no violation on the page, at any width: ${colorScheme}`, async ({ page }) => {
    await openProgress(page, loggedSession(ago(1)));
    const opened = await handOff(page);
    await opened.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const width of [320, 412, 768, 1280]) {
      await opened.setViewportSize({ width, height: 800 });
      expect(await opened.evaluate(() => document.documentElement.scrollWidth), width).toBe(width);
    }
    await opened.clock.resume();
    expect(await violations(opened)).toEqual([]);
  });
}
