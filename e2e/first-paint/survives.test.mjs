// What the person did on the prerendered page survives when the widget takes over.
import { expect, test } from '@playwright/test';
import { WASM, delayResponse } from '../delayed-response.mjs';
import { openPrerendered, widgetPainted } from './prerendered.mjs';

let release;

test.beforeEach(async ({ page }) => {
  release = await delayResponse(page, WASM);
  await openPrerendered(page);
});

async function takeOver(page) {
  release();
  await widgetPainted(page);
}

const card = (page, name) => page.getByRole('article', { name, exact: true });
const scrolled = (page) => page.evaluate(() => window.scrollY);

test('open details stay open, closed ones closed', async ({ page }) => {
  await page.locator('summary', { hasText: 'Options' }).click();
  await card(page, 'Seated stretch').locator('summary', { hasText: 'Variation' }).click();
  await card(page, 'Anchor stretch').locator('summary', { hasText: 'Adjust' }).click();
  await takeOver(page);
  await expect(page.getByRole('group', { name: 'Length of holds' })).toBeVisible();
  await expect(card(page, 'Seated stretch').getByText(/fold the other leg/i)).toBeVisible();
  await expect(card(page, 'Anchor stretch').getByRole('group', { name: 'Repeats' })).toBeVisible();
  await expect(card(page, 'Lying stretch').getByRole('group', { name: 'Repeats' })).toBeHidden();
});

for (const [what, find] of [
  ['a start button', (page) => page.getByRole('button', { name: 'Start routine' })],
  ['the start button of a card', (page) => card(page, 'Lying stretch').getByRole('button', { name: /^Start here/ })],
  ['the summary of a card', (page) => card(page, 'Lying stretch').locator('summary', { hasText: 'Adjust' })],
  ['the summary of the options', (page) => page.locator('summary', { hasText: 'Options' })],
  ['a link to a source', (page) => page.getByRole('link', { name: 'Source 1: Semitendinosus muscle' }).first()],
  ['a reference', (page) => page.getByRole('region', { name: 'References' }).getByRole('link').last()],
]) {
  test(`focus stays on ${what}`, async ({ page }) => {
    await find(page).focus();
    const before = await scrolled(page);
    await takeOver(page);
    await expect(find(page)).toBeFocused();
    expect(await scrolled(page)).toBe(before);
  });
}

test('the page keeps its scroll position', async ({ page }) => {
  await page.setViewportSize({ width: 412, height: 780 });
  await page.mouse.move(200, 400);
  await page.mouse.wheel(0, 2_500);
  await expect.poll(() => scrolled(page)).toBe(2_500);
  await takeOver(page);
  expect(await scrolled(page)).toBe(2_500);
});

test('a choice made in the meantime counts', async ({ page }) => {
  await page.locator('summary', { hasText: 'Options' }).click();
  const partner = page.getByRole('switch', { name: 'I have a partner' }).first();
  await page.getByText('I have a partner').first().click();
  await expect(partner).toBeChecked();
  await takeOver(page);
  await expect(partner).toBeChecked();
  await expect(card(page, 'Assisted stretch').getByRole('button', { name: /^Start here/ })).toBeVisible();
});

/** Selects from the middle of one text to the middle of another, by the elements that hold them. */
const select = (page, from, to) =>
  page.locator('supple-routine').evaluate(
    ({ shadowRoot }, selectors) => {
      const [start, end] = selectors.map((selector) => shadowRoot.querySelector(selector).firstChild);
      shadowRoot.getSelection().setBaseAndExtent(start, 3, end, 5);
    },
    [from, to],
  );

const selected = (page) =>
  page
    .locator('supple-routine')
    .evaluate(({ shadowRoot }) => shadowRoot.getSelection().toString().replace(/\s+/g, ' '));

/** Its first and its last words: what lies in panels that nobody has opened is drawn later. */
const ends = (text) => [text.slice(0, 30), text.slice(-30)];

for (const [what, from, to] of [
  ['within a card', '#exercise-anchor', '.card:has(#exercise-anchor) .card-summary'],
  ['from one part to another', '.tagline', '.card-name'],
]) {
  test(`what is selected stays selected, ${what}`, async ({ page }) => {
    await select(page, from, to);
    const before = await selected(page);
    expect(before.length).toBeGreaterThan(10);
    await takeOver(page);
    expect(ends(await selected(page))).toEqual(ends(before));
  });
}
