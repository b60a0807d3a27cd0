// The widget in an iframe: as high as it needs to be, and commanded and heard by messages.
import { expect, test } from '@playwright/test';
import { blog, here } from '../blog.mjs';

let host;
test.beforeAll(async () => {
  host = await blog(here(import.meta.url));
});
test.afterAll(() => host.close());

const inside = (page) => page.frameLocator('#frame').locator('supple-routine');
const state = (page) => inside(page).evaluate((element) => element.state);
const send = (page, message) => page.evaluate((message) => document.querySelector('#frame').contentWindow.postMessage(message, '*'), message);

async function open(page) {
  await page.addInitScript(() => {
    window.heard = [];
    addEventListener('message', ({ data }) => window.heard.push(data));
  });
  await page.goto(`${host.address}/host.html`);
  await expect.poll(() => state(page)).toBe('ready');
}

const heard = (page) => page.evaluate(() => window.heard.filter(({ type }) => type === 'event').map(({ event }) => event));

test('it is as high as it needs to be, at every width, and looks as it was told', async ({ page }) => {
  await open(page);
  const fits = () => page.evaluate(() => document.querySelector('#frame').getBoundingClientRect().height);
  const needed = () => inside(page).evaluate((element) => element.getBoundingClientRect().height);
  for (const width of [600, 320]) {
    await page.locator('#frame').evaluate((frame, width) => (frame.width = width), width);
    await expect.poll(async () => (await fits()) - (await needed())).toBeGreaterThanOrEqual(0);
    expect((await fits()) - (await needed())).toBeLessThan(8);
    expect(await needed()).toBeGreaterThan(2_000);
  }
  const told = await inside(page).evaluate((element) => [element.theme, element.storageKey, element.style.getPropertyValue('--supple-accent')]);
  expect(told.slice(0, 2)).toEqual(['dark', 'framed']);
  expect(told[2], 'on a dark ground a lighter shade').toMatch(/^light-dark\(#123456, #(?!123456)[\da-f]{6}\)$/);
  await expect(inside(page).getByRole('button', { name: 'Show all exercises' })).toHaveCount(0);
});

test('it obeys commands of its page, and tells its events', async ({ page }) => {
  await open(page);
  await send(page, { supple: 1, type: 'command', command: 'start', value: 'anchor' });
  await inside(page).getByRole('button', { name: 'Got it, start' }).click();
  await expect.poll(() => state(page)).toBe('running');
  await send(page, { supple: 1, type: 'command', command: 'pause' });
  await expect.poll(() => state(page)).toBe('paused');
  await expect.poll(() => heard(page)).toEqual(['supple-ready', 'supple-start', 'supple-phase', 'supple-pause']);
});

test('it ignores everything else', async ({ page }) => {
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await open(page);
  for (const nonsense of [
    null, 7, 'start', [], {}, { supple: 2, type: 'command', command: 'start' }, { type: 'command', command: 'start' },
    { supple: 1, type: 'command', command: 'remove' }, { supple: 1, type: 'command', command: 'constructor' },
    { supple: 1, type: 'command' }, { supple: 1, type: 'size', height: 1 },
  ]) await send(page, nonsense);
  // A message of the frame to itself is not one of the page around it.
  await inside(page).evaluate(() => postMessage({ supple: 1, type: 'command', command: 'start' }, '*'));
  await send(page, { supple: 1, type: 'command', command: 'next' }); // does nothing where nothing runs
  expect(await state(page)).toBe('ready');
  await expect(inside(page)).toBeVisible();
  // Nor does the page give a height to whom it didn't ask.
  const before = await page.locator('#frame').evaluate((it) => it.style.height);
  await page.evaluate(() => postMessage({ supple: 1, type: 'size', height: 5 }, '*'));
  for (const height of [-1, 0, 1e9, 'tall', null]) {
    await inside(page).evaluate((element, height) => parent.postMessage({ supple: 1, type: 'size', height }, '*'), height);
  }
  await expect.poll(() => page.evaluate(() => window.heard.filter((it) => it?.height === null).length)).toBe(1);
  expect(await page.locator('#frame').evaluate((it) => it.style.height)).toBe(before);
  expect(errors).toEqual([]);
});
