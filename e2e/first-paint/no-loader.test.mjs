// What a prerendered page says by itself where its loader never comes.
import { expect, test } from '@playwright/test';
import { LOADER, WASM, delayResponse } from '../delayed-response.mjs';
import { safetyNoticeRead, seedStorage } from '../fixtures/storage.mjs';
import { card } from '../page-object.mjs';

const FAILURES = {
  'is blocked': (route) => route.abort('blockedbyclient'),
  'is missing': (route) => route.fulfill({ status: 404, body: 'Not found.' }),
  'is broken': (route) => route.fulfill({ contentType: 'text/javascript', body: 'import {' }),
  'is a log-in page': (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Log in</title>' }),
};

const visible = (page, text) => page.getByText(text).filter({ visible: true });
const inVain = (page) => visible(page, /timer hasn't loaded/);

for (const [what, answer] of Object.entries(FAILURES)) {
  test(`where the loader ${what}, a press is answered with what is wrong, and a way to try again`, async ({ page }) => {
    await seedStorage(page, safetyNoticeRead);
    await page.route(LOADER, answer);
    await page.goto('./');
    await page.getByRole('button', { name: 'Start routine' }).click();
    await expect(visible(page, 'Loading your routine')).toHaveCount(1);
    await expect(inVain(page)).toHaveCount(0);
    await expect(inVain(page)).toBeInViewport();
    await expect(inVain(page)).toContainText('You can still follow the steps below');
    await expect(visible(page, 'Loading your routine')).toHaveCount(0);
    await page.unroute(LOADER);
    await page.getByRole('link', { name: 'Try again' }).click();
    await page.evaluate(() => customElements.whenDefined('supple-routine'));
    await page.getByRole('button', { name: 'Start routine' }).click();
    await expect(page.getByRole('timer')).toBeVisible();
  });
}

for (const [name, press] of Object.entries({
  Progress: (page) => page.getByRole('button', { name: 'Progress' }),
  'Start from here': (page) => card(page, 'Anchor stretch').getByRole('button', { name: /^Start from here/ }),
})) {
  test(`so is "${name}"`, async ({ page }) => {
    await page.route(LOADER, FAILURES['is blocked']);
    await page.goto('./');
    await page.locator('#card-anchor > summary').click();
    await press(page).click();
    await expect(inVain(page)).toBeInViewport();
    await expect(page.getByRole('link', { name: 'Try again' })).toBeVisible();
  });
}

test('"Progress" pressed before the widget is there opens it', async ({ page }) => {
  const release = await delayResponse(page, WASM);
  await page.goto('./', { waitUntil: 'commit' });
  await page.getByRole('button', { name: 'Progress' }).click();
  await expect(visible(page, 'Loading your routine')).toHaveCount(1);
  release();
  await expect(page.getByRole('heading', { name: 'Progress', exact: true })).toBeVisible();
  await expect(page.getByRole('timer')).toHaveCount(0);
});

test('while the loader waits for a slow network, the note says nothing else', async ({ page }) => {
  const release = await delayResponse(page, WASM);
  await page.goto('./', { waitUntil: 'commit' });
  await page.evaluate(() => customElements.whenDefined('supple-routine'));
  const note = page.locator('.in-vain').first();
  expect(await note.evaluate((it) => getComputedStyle(it).animationName)).toBe('none');
  release();
});
