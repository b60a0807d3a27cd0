// When the widget can't be loaded, the cards stay, an alert says so, and trying again works.
import { expect, test } from '@playwright/test';
import { safetyNoticeRead, seedStorage } from '../fixtures/storage.mjs';
import { LOADER, WASM } from '../delayed-response.mjs';
import { countEvents } from './prerendered.mjs';

const GLUE = '**/assets/supple-*.js';
const ROUTINE = '**/assets/routines-*/hamstring.json';

const FAILURES = {
  'the WebAssembly is missing': [WASM, (route) => route.fulfill({ status: 404, body: 'Not found.' })],
  'the WebAssembly is another file': [
    WASM,
    (route) => route.fulfill({ contentType: 'application/wasm', body: 'not a module' }),
  ],
  'the WebAssembly is cut short': [
    WASM,
    (route) => route.fulfill({ contentType: 'application/wasm', body: Buffer.from('0061736d01000000', 'hex') }),
  ],
  'the network is gone': [WASM, (route) => route.abort('internetdisconnected')],
  'the routine is another file': [ROUTINE, (route) => route.fulfill({ body: '<!doctype html>' })],
  'the glue is missing': [GLUE, (route) => route.fulfill({ status: 404, body: 'Not found.' })],
};

async function expectCards(page) {
  await expect(page.getByRole('article')).toHaveCount(9);
  const row = page.locator('#card-anchor');
  if (!(await row.evaluate(({ open }) => open))) await row.locator(':scope > summary').click();
  await expect(row.getByText('Common mistake')).toBeVisible();
}

for (const [what, [file, answer]] of Object.entries(FAILURES)) {
  test(`${what}: the page says so, stays readable and can try again`, async ({ page }) => {
    await seedStorage(page, safetyNoticeRead);
    const errors = await countEvents(page, 'supple-error');
    await page.route(file, answer);
    await page.goto('./');
    const alert = page.getByRole('alert');
    await expect(alert).toBeVisible();
    await expect(alert).toContainText("couldn't load");
    await expectCards(page);
    const [detail] = await errors();
    expect(detail.state).toBe('error');
    expect(detail.message, 'says what went wrong').not.toBe('');
    expect(await page.evaluate(() => document.querySelector('supple-routine').state)).toBe('error');

    await alert.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(async () => (await errors()).length, 'tried once more, in vain').toBe(2);
    await expect(page.getByRole('alert'), 'said once').toHaveCount(1);

    await page.unroute(file);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(alert).toHaveCount(0);
    await page.getByRole('button', { name: 'Start routine' }).click();
    await expect(page.getByRole('timer')).toBeVisible();
  });
}

test('pressing a start button after a failure tries again and starts', async ({ page }) => {
  await seedStorage(page, safetyNoticeRead);
  await page.route(WASM, (route) => route.abort());
  await page.goto('./');
  await expect(page.getByRole('alert')).toBeVisible();
  await page.unroute(WASM);
  await page.getByRole('button', { name: 'Start routine' }).click();
  await expect(page.getByRole('timer')).toBeVisible();
});

test("a remembered press doesn't seem to wait forever after loading has failed", async ({ page }) => {
  await seedStorage(page, safetyNoticeRead);
  let fail;
  const failing = new Promise((resolve) => (fail = resolve));
  await page.route(WASM, async (route) => {
    await failing;
    await route.abort();
  });
  await page.goto('./', { waitUntil: 'commit' });
  await page.getByRole('button', { name: 'Start routine' }).click();
  const waiting = page.getByText('Loading your routine…').filter({ visible: true });
  await expect(waiting).toHaveCount(1);
  fail();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(waiting).toHaveCount(0);
});

test('the alert is in view after scrolling, and shifts nothing', async ({ page }) => {
  let fail;
  const failing = new Promise((resolve) => (fail = resolve));
  await page.route(WASM, async (route) => {
    await failing;
    await route.abort();
  });
  await page.goto('./', { waitUntil: 'commit' });
  const heading = page.getByRole('heading', { name: 'Anchor stretch' });
  await heading.scrollIntoViewIfNeeded();
  const before = await heading.boundingBox();
  fail();
  await expect(page.getByRole('alert')).toBeInViewport();
  expect(await heading.boundingBox()).toEqual(before);
});

test('WebAssembly served with another type still works', async ({ page }) => {
  await page.route(WASM, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-type': 'application/octet-stream' } });
  });
  await page.goto('./');
  await page.evaluate(() => document.querySelector('supple-routine').ready);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('with the loader blocked the cards are still there', async ({ page }) => {
  await page.route(LOADER, (route) => route.abort('blockedbyclient'));
  await page.goto('./');
  await expectCards(page);
  const summary = page.getByRole('article', { name: 'Seated stretch' }).locator('summary', { hasText: 'Another way' });
  await page.locator('#card-seated > summary').click();
  await summary.click();
  await expect(page.getByText(/fold the other leg/i)).toBeVisible();
});
