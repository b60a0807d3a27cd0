// The module that draws figures loads after everything else, and nothing waits for it.
import { expect, test } from '@playwright/test';
import { seedStorage, safetyNoticeRead } from '../fixtures/storage.mjs';
import { callMethod, card, openAll, openRoutine, pauseClock, player, press, startHere } from '../page-object.mjs';
import { moves } from './moving.mjs';

const MODULE = '**/assets/figures-*.js';
const CARD_FIGURES = '.card-body > supple-figure > div > .figure';

/** Everything that was thrown on a page and caught by nobody. */
function recordErrors(page) {
  const thrown = [];
  page.on('pageerror', ({ message }) => thrown.push(message));
  return thrown;
}

test.beforeEach(({ page }) => seedStorage(page, safetyNoticeRead));

for (const [what, answer] of [
  ['fails to load', (route) => route.abort()],
  ['never arrives', () => {}],
]) {
  test(`if the module ${what}, cards and session work`, async ({ page }) => {
    const thrown = recordErrors(page);
    await page.route(MODULE, answer);
    await openRoutine(page);
    await openAll(page);
    await expect(page.locator(CARD_FIGURES).filter({ visible: true })).toHaveCount(11);
    await card(page, 'Anchor stretch').hover();
    await startHere(page, 'Anchor stretch');
    await expect(player(page).getByRole('timer')).toBeVisible();
    await press(page, 'Next');
    await expect(player(page).getByText('Hold', { exact: true })).toBeVisible();
    await press(page, 'Stop');
    await expect(player(page)).toBeHidden();
    expect(thrown).toEqual([]);
  });
}

test('what failed to load is tried again when the session goes on', async ({ page }) => {
  const thrown = recordErrors(page);
  await page.route(MODULE, (route) => route.abort());
  const failed = page.waitForEvent('requestfailed', (request) => request.url().includes('/assets/figures-'));
  await pauseClock(page);
  await openRoutine(page);
  await callMethod(page, 'start', 'anchor');
  await failed;
  await expect(player(page)).toBeVisible();
  await expect(player(page).locator('.figure')).toHaveCount(0);
  await page.unroute(MODULE);
  await callMethod(page, 'next');
  await expect(player(page).locator('.figure')).toBeVisible();
  await expect(player(page).locator('.near.muscle')).toHaveAttribute('fill-opacity', '1');
  expect(thrown).toEqual([]);
});

test('what failed to load is tried again when somebody points at a card', async ({ page }) => {
  await page.route(MODULE, (route) => route.abort());
  await pauseClock(page);
  await openRoutine(page);
  const failed = page.waitForEvent('requestfailed', (request) => request.url().includes('/assets/figures-'));
  await card(page, 'Jumping jacks').hover();
  await failed;
  await page.unroute(MODULE);
  await openAll(page);
  await card(page, 'Jogging on the spot').hover();
  await expect(async () => {
    await card(page, 'Jumping jacks').hover();
    await card(page, 'Jogging on the spot').hover();
    await moves(card(page, 'Jogging on the spot'));
  }).toPass();
});

test('a prerendered page asks for it when nothing else is to do', async ({ page }) => {
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await pauseClock(page);
  await openRoutine(page);
  const isAsked = () => asked.some((address) => address.includes('/assets/figures-'));
  expect(isAsked()).toBe(false);
  await page.clock.runFor(1_000);
  await expect.poll(isAsked).toBe(true);
});

test('an embed asks for it at once, and the figures of its cards appear', async ({ page }) => {
  await page.route('**/article.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<!doctype html><script type="module" src="embed/v1/supple.js"></script><supple-routine loading="eager">',
    }),
  );
  await pauseClock(page);
  await openRoutine(page, 'article.html');
  await openAll(page);
  await expect(page.locator(CARD_FIGURES).filter({ visible: true })).toHaveCount(11);
});

test('what was prerendered is kept', async ({ page }) => {
  await pauseClock(page);
  await page.route('**/*.wasm', async (route) => {
    await page
      .locator(CARD_FIGURES)
      .first()
      .evaluate((svg) => svg.setAttribute('data-prerendered', ''));
    await route.continue();
  });
  await openRoutine(page);
  const first = page.locator(CARD_FIGURES).first();
  await expect(first).toHaveAttribute('data-prerendered');
  await page.clock.runFor(1_000);
  await expect.poll(() => page.evaluate(() => Boolean(customElements.get('supple-figure')))).toBe(true);
  await expect(first).toHaveAttribute('data-prerendered');
});
