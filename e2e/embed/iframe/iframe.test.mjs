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

/** What a page's own style sheet may say about every iframe, and how high the page in it is with that, to 2 px. */
const HOST_STYLES = {
  'a border and border-box': ['* { box-sizing: border-box } iframe { border: 1px solid #ccc }', 598],
  'a border': ['iframe { border: 3px solid #ccc }', 600],
  'a border and padding': ['iframe { border: 2px solid; padding: 10px 5px }', 600],
  'padding in border-box': ['iframe { box-sizing: border-box; border: 0.5px solid; padding: 1.3em 0 0.2em }', 575],
  zoom: ['iframe { zoom: 1.5; box-sizing: border-box; border: 1px solid }', 598],
  'a smaller root with zoom around': ['body { zoom: 0.8 } iframe { border: 1px solid; box-sizing: border-box }', 598],
  'a least height': ['iframe { min-height: 700px; box-sizing: border-box }', 696],
  'another height': ['iframe { height: 500px; box-sizing: border-box; border: 1px solid }', 498],
};

for (const [what, [css, expected]] of Object.entries(HOST_STYLES)) {
  test(`where the page gives iframes ${what}, its height stays as given, and then fits its content`, async ({
    page,
  }) => {
    host.vary = (text) => text.replace('</head>', `<style>${css}</style></head>`);
    await open(page);
    host.vary = (text) => text;
    const windowHeight = () => inside(page).evaluate(() => innerHeight);
    const needed = () => inside(page).evaluate((element) => Math.ceil(element.getBoundingClientRect().height));
    await expect.poll(async () => Math.abs((await needed()) - expected)).toBeLessThanOrEqual(2);
    const given = await windowHeight();
    // Each answer could change the height, and the next one with it.
    for (let n = 1; n <= 5; n += 1) {
      const count = () => page.evaluate(() => window.heard.filter((it) => it.type === 'size').length);
      const before = await count();
      await send(page, { supple: 1, type: 'size' });
      await expect.poll(count).toBeGreaterThan(before);
    }
    expect(await windowHeight()).toBe(given);
    expect(Math.abs(given - expected)).toBeLessThanOrEqual(2);
    // By key: in a frame with zoom, the test's mouse would miss it.
    await inside(page).getByRole('button', { name: 'Show all exercises' }).press('Enter');
    await expect.poll(async () => Math.abs((await windowHeight()) - (await needed()))).toBeLessThanOrEqual(1);
    expect(await needed()).toBeGreaterThan(2_000);
  });
}

test('after a session it is as high as before', async ({ page }) => {
  await open(page);
  await page.locator('#frame').evaluate((frame) => (frame.width = 320));
  const windowHeight = () => inside(page).evaluate(() => innerHeight);
  await inside(page).getByRole('button', { name: 'Progress' }).click();
  await expect(inside(page).getByRole('heading', { name: 'Progress' })).toBeVisible();
  await expect.poll(windowHeight).not.toBe(600);
  await inside(page).getByRole('button', { name: 'Back to the routine' }).click();
  await expect.poll(windowHeight).toBe(600);
});

test('where the page caps its height, it scrolls', async ({ page }) => {
  host.vary = (text) => text.replace('</head>', '<style>iframe { max-height: 400px }</style></head>');
  await open(page);
  host.vary = (text) => text;
  const needed = () => inside(page).evaluate((element) => element.getBoundingClientRect().height);
  await expect.poll(needed).toBe(400);
  await inside(page).getByRole('button', { name: 'Show all exercises' }).click();
  await expect.poll(needed).toBeGreaterThan(2_000);
  const last = inside(page).getByRole('article').last();
  await last.scrollIntoViewIfNeeded();
  await expect(last).toBeInViewport();
});

test('one that is hidden at first has the given height once it is shown', async ({ page }) => {
  host.vary = (text) => text.replace('<iframe', '<div id="tab" hidden><iframe').replace('</iframe>', '</iframe></div>');
  await page.goto(`${host.address}/host.html`);
  host.vary = (text) => text;
  await page.evaluate(() => (document.querySelector('#tab').hidden = false));
  await expect.poll(() => state(page)).toBe('ready');
  const needed = () => inside(page).evaluate((element) => element.getBoundingClientRect().height);
  await expect.poll(needed).toBe(600);
  await expect(inside(page).getByRole('button', { name: 'Show all exercises' })).toBeVisible();
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
  await expect(inside(page).getByRole('button', { name: 'I understand, start' })).toBeVisible();
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
  await inside(page).getByRole('button', { name: 'I understand, start' }).click();
  await expect.poll(() => state(page)).toBe('running');
  await element.evaluate((it) => it.start());
  await element.getByRole('button', { name: 'I understand, start' }).click();
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
  await inside(page).getByRole('button', { name: 'I understand, start' }).click();
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
