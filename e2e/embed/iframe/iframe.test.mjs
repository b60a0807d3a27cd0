// The widget in an iframe: as high as its content, with commands and events as messages.
import { expect, test } from '@playwright/test';
import { blog, here } from '../blog.mjs';
import { delayResponse } from '../../delayed-response.mjs';
import { layoutShifts, watchLayoutShifts } from '../appearance.mjs';

let host;
test.beforeAll(async () => {
  host = await blog(here(import.meta.url));
});
test.afterAll(() => host.close());

const inside = (page) => page.frameLocator('#frame').locator('supple-routine');
const state = (page) => inside(page).evaluate((element) => element.state);
const send = (page, message) =>
  page.evaluate((message) => document.querySelector('#frame').contentWindow.postMessage(message, '*'), message);

const listen = (page) =>
  page.addInitScript(() => {
    window.heard = [];
    addEventListener('message', ({ data }) => window.heard.push(data));
  });

async function open(page) {
  await listen(page);
  await page.goto(`${host.address}/host.html`);
  await expect.poll(() => state(page)).toBe('ready');
}

/** Opens the page and delays one script until another one has taken effect. */
async function openWithLate(page, late, early) {
  const release = await delayResponse(page, `**/${late}`);
  const loaded = page.waitForEvent('requestfinished', (request) => request.url().endsWith(`/${early}`));
  await page.goto(`${host.address}/host.html`, { waitUntil: 'commit' });
  await loaded;
  await inside(page).evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  release();
}

const heard = (page) =>
  page.evaluate(() => window.heard.filter(({ type }) => type === 'event').map(({ event }) => event));

test('it has the given height until somebody asks for more, and then the height of its content', async ({ page }) => {
  await watchLayoutShifts(page);
  await open(page);
  const given = () => page.evaluate(() => document.querySelector('#frame').getBoundingClientRect().height);
  const needed = () => inside(page).evaluate((element) => element.getBoundingClientRect().height);
  await expect.poll(needed).toBe(600);
  expect(await layoutShifts(page)).toEqual([]);
  await inside(page).getByRole('button', { name: 'Show all exercises' }).click();
  for (const width of [600, 320]) {
    await page.locator('#frame').evaluate((frame, width) => (frame.width = width), width);
    await expect.poll(async () => (await given()) - (await needed())).toBeGreaterThanOrEqual(0);
    expect((await given()) - (await needed())).toBeLessThan(8);
    expect(await needed()).toBeGreaterThan(2_000);
  }
  const told = await inside(page).evaluate((element) => [
    element.theme,
    element.storageKey,
    element.style.getPropertyValue('--supple-accent'),
  ]);
  expect(told).toEqual(['dark', 'framed', '#123456']);
});

test('its height is known even if nobody listened when it was sent', async ({ page }) => {
  // The page's script comes late, when the frame is ready and sends nothing by itself any more.
  const release = await delayResponse(page, '**/iframe.js');
  await page.goto(`${host.address}/host.html`, { waitUntil: 'commit' });
  await expect.poll(() => state(page)).toBe('ready');
  await inside(page).getByRole('button', { name: 'Show all exercises' }).click();
  release();
  await expect.poll(() => page.locator('#frame').evaluate((frame) => frame.clientHeight)).toBeGreaterThan(2_000);
});

test('it sends no height before there is an element', async ({ page }) => {
  await listen(page);
  await openWithLate(page, 'supple.js', 'frame.js');
  await expect.poll(() => state(page)).toBe('ready');
  const heights = () =>
    page.evaluate(() => [...new Set(window.heard.filter(({ type }) => type === 'size').map(({ height }) => height))]);
  await expect.poll(heights).toEqual([600]);
});

test('with loading=click nothing is fetched until it is pressed', async ({ page }) => {
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  host.vary = (text) => text.replace('?theme=dark', '?loading=click&amp;theme=dark');
  // Not even if the script that sets the attribute runs long after the loader.
  await openWithLate(page, 'frame.js', 'supple.js');
  host.vary = (text) => text;
  await expect(inside(page).getByRole('button', { name: 'Start routine' })).toBeVisible();
  expect(await state(page)).toBe('idle');
  expect(asked.filter((address) => address.includes('/assets/'))).toEqual([]);
  await inside(page).getByRole('button', { name: 'Start routine' }).click();
  await expect(inside(page).getByRole('button', { name: 'Got it, start' })).toBeVisible();
});

test('of a frame and an element, one runs at a time', async ({ page }) => {
  host.vary = (text) =>
    text.replace(
      '</body>',
      `<script type="module" src="${host.site}/embed/v1/supple.js"></script>
    <supple-routine loading="eager" no-persist></supple-routine></body>`,
    );
  await open(page);
  host.vary = (text) => text;
  const element = page.locator('supple-routine');
  await expect.poll(() => element.evaluate((it) => it.state)).toBe('ready');
  await send(page, { supple: 1, type: 'command', command: 'start' });
  await inside(page).getByRole('button', { name: 'Got it, start' }).click();
  await expect.poll(() => state(page)).toBe('running');
  await element.evaluate((it) => it.start());
  await element.getByRole('button', { name: 'Got it, start' }).click();
  await expect.poll(() => state(page)).toBe('paused');
  await expect(inside(page).getByText('another routine on this page')).toBeVisible();
  expect(await element.evaluate((it) => it.state)).toBe('running');
  await send(page, { supple: 1, type: 'command', command: 'resume' });
  await expect.poll(() => element.evaluate((it) => it.state)).toBe('paused');
  expect(await state(page)).toBe('running');
  await expect(inside(page).getByText('another routine on this page')).toHaveCount(0);
});

test('it follows commands of its page and reports its events', async ({ page }) => {
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
    null,
    7,
    'start',
    [],
    {},
    { supple: 2, type: 'command', command: 'start' },
    { type: 'command', command: 'start' },
    ...['remove', 'constructor', 'free', 'giveWay', 'state', '', null, 7, ['start']].map((command) => ({
      supple: 1,
      type: 'command',
      command,
    })),
    { supple: 1, type: 'command' },
    { supple: 1, type: 'size', height: 1 },
    { supple: 1, type: 'toString' },
    { supple: 1 },
  ])
    await send(page, nonsense);
  // A message from the frame to itself doesn't come from the page around it.
  await inside(page).evaluate(() => postMessage({ supple: 1, type: 'command', command: 'start' }, '*'));
  await send(page, { supple: 1, type: 'command', command: 'next' }); // does nothing, as no session runs
  expect(await state(page)).toBe('ready');
  await expect(inside(page)).toBeVisible();
  // Nor does the page set a height for a frame it doesn't know.
  const before = await page.locator('#frame').evaluate((it) => it.style.height);
  await page.evaluate(() => postMessage({ supple: 1, type: 'size', height: 5 }, '*'));
  for (const height of [-1, 0, 1e9, 'tall', null]) {
    await inside(page).evaluate(
      (element, height) => parent.postMessage({ supple: 1, type: 'size', height }, '*'),
      height,
    );
  }
  await expect.poll(() => page.evaluate(() => window.heard.filter((it) => it?.height === null).length)).toBe(1);
  expect(await page.locator('#frame').evaluate((it) => it.style.height)).toBe(before);
  expect(errors).toEqual([]);
});
