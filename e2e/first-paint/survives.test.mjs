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
  await page.locator('summary', { hasText: 'More settings' }).click();
  for (const id of ['seated', 'anchor', 'lying']) await page.locator(`#card-${id} > summary`).click();
  await card(page, 'Seated stretch').locator('summary', { hasText: 'Another way' }).click();
  await card(page, 'Anchor stretch').locator('summary', { hasText: 'Customise' }).click();
  await takeOver(page);
  await expect(page.getByRole('group', { name: 'Hold length' })).toBeVisible();
  await expect(card(page, 'Seated stretch').getByText(/fold the other leg/i)).toBeVisible();
  await expect(card(page, 'Anchor stretch').getByRole('group', { name: 'Rounds' })).toBeVisible();
  await expect(card(page, 'Lying stretch').getByRole('group', { name: 'Rounds' })).toBeHidden();
});

for (const [what, find] of [
  ['a start button', (page) => page.getByRole('button', { name: 'Start routine' })],
  [
    'the start button of a card',
    (page) => card(page, 'Lying stretch').getByRole('button', { name: /^Start from here/ }),
  ],
  ['the summary of a card', (page) => card(page, 'Lying stretch').locator('summary', { hasText: 'Customise' })],
  ['the row of a card', (page) => page.locator('#card-lying > summary')],
  ['the summary of the options', (page) => page.locator('summary', { hasText: 'More settings' })],
  ['a link to a source', (page) => page.getByRole('link', { name: 'Source 1: Semitendinosus muscle' }).first()],
  ['a reference', (page) => page.getByRole('region', { name: 'References' }).getByRole('link').last()],
]) {
  test(`focus stays on ${what}`, async ({ page }) => {
    await page.locator('#card-lying > summary').click();
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
  await page.mouse.wheel(0, 1_200);
  await expect.poll(() => scrolled(page)).toBe(1_200);
  await takeOver(page);
  expect(await scrolled(page)).toBe(1_200);
});

test('a choice made in the meantime counts', async ({ page }) => {
  await page.locator('summary', { hasText: 'More settings' }).click();
  const partner = page.getByRole('switch', { name: 'Someone is helping me' }).first();
  await page.getByText('Someone is helping me').first().click();
  await expect(partner).toBeChecked();
  await page.getByRole('radio', { name: /^Deeper/ }).check();
  await takeOver(page);
  await expect(partner).toBeChecked();
  await expect(page.getByRole('radio', { name: /^Deeper/ })).toBeChecked();
  await page.locator('#card-assisted > summary').click();
  await expect(card(page, 'Assisted stretch').getByRole('button', { name: /^Start from here/ })).toBeVisible();
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
    await page.locator('#card-anchor > summary').click();
    await select(page, from, to);
    const before = await selected(page);
    expect(before.length).toBeGreaterThan(10);
    await takeOver(page);
    expect(ends(await selected(page))).toEqual(ends(before));
  });
}
