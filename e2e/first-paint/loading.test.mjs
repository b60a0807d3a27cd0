// Nothing is fetched before the first paint; then the widget comes when the page is idle, or as soon as somebody takes
// an interest.
import { expect, test } from '@playwright/test';

/** What only the widget needs: its script, its WebAssembly, its routine. */
const WIDGET = /\/assets\/(?:supple-[^/]*\.(?:js|wasm)|routines-[^/]*\/hamstring\.json)$/;

/** Records what the widget is made of as it is asked for. */
function recordRequests(page) {
  const asked = [];
  page.on('request', (request) => WIDGET.test(request.url()) && asked.push(request.url()));
  return asked;
}

/** No page is ever idle. */
const keepBusy = (page) => page.addInitScript(() => (window.requestIdleCallback = () => 0));

/** Opens the page, and returns once its loader has run and it has painted. */
async function openPainted(page) {
  await page.goto('./');
  await page.evaluate(async () => {
    await customElements.whenDefined('supple-routine');
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}

/** The widget's state. Unlike awaiting `ready`, looking at it is no interest. */
const state = (page) => page.locator('supple-routine').evaluate((element) => element.state);

test('nothing of the widget is asked for before the first paint', async ({ page }) => {
  await page.goto('./');
  await expect.poll(() => state(page), 'it comes by itself').toBe('ready');
  const { painted, starts } = await page.evaluate((source) => {
    const [{ startTime }] = performance.getEntriesByName('first-contentful-paint');
    const files = performance.getEntriesByType('resource').filter(({ name }) => new RegExp(source).test(name));
    return { painted: startTime, starts: files.map((file) => file.startTime) };
  }, WIDGET.source);
  expect(starts).toHaveLength(3);
  expect(Math.min(...starts)).toBeGreaterThanOrEqual(painted);
});

const INTEREST = {
  'a pointer over it': (page) => page.getByRole('heading', { name: 'Hamstring routine' }).hover(),
  'the focus': (page) => page.getByRole('button', { name: 'Start routine' }).focus(),
  'a key': (page) => page.keyboard.press('Tab').then(() => page.keyboard.press('Tab')),
  'a press': (page) => page.getByRole('button', { name: 'Start routine' }).click(),
  'a script that awaits it': (page) => page.locator('supple-routine').evaluate((element) => element.ready),
};

for (const [what, take] of Object.entries(INTEREST)) {
  test(`on a busy page, ${what} brings the widget at once`, async ({ page }) => {
    const asked = recordRequests(page);
    await keepBusy(page);
    await openPainted(page);
    expect(asked).toEqual([]);
    await take(page);
    await expect.poll(() => state(page)).toBe('ready');
  });
}

for (const [what, connection] of [
  ['data saver', { saveData: true, effectiveType: '4g' }],
  ['a very slow network', { saveData: false, effectiveType: 'slow-2g' }],
]) {
  test(`with ${what}, nothing is fetched until somebody takes an interest`, async ({ page }) => {
    const asked = recordRequests(page);
    await page.addInitScript((connection) => {
      Object.defineProperty(navigator, 'connection', { value: connection });
      // What would have been fetched when the page was idle has been asked for by then.
      window.wasIdle = new Promise((resolve) => addEventListener('load', () => requestIdleCallback(resolve)));
    }, connection);
    await openPainted(page);
    await page.evaluate(() => window.wasIdle.then(() => new Promise((resolve) => requestIdleCallback(resolve))));
    expect(asked).toEqual([]);
    await page.getByRole('heading', { name: 'Hamstring routine' }).hover();
    await expect.poll(() => state(page)).toBe('ready');
  });
}
