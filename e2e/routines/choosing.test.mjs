// Finding a routine or an exercise on the page of all of them.
import { expect, test } from '@playwright/test';

import { violations } from '../accessibility/violations.mjs';
import { ROUTINES } from '../library.mjs';

const shown = (page) =>
  page.locator('.routine-list > li').evaluateAll((items) =>
    items.filter((item) => item.checkVisibility()).map((item) => item.dataset.routine),
  );
const filter = (page, name) => page.getByRole('navigation', { name: 'Show routines for' }).getByRole('link', { name, exact: true });

test('all routines are listed, and each leads to its page', async ({ page }) => {
  await page.goto('routines/');
  expect((await shown(page)).sort()).toEqual(ROUTINES);
  for (const link of await page.locator('.routine-list a').evaluateAll((links) => links.map(({ href }) => href))) {
    expect((await page.request.get(link)).status(), link).toBe(200);
  }
});

test('filters work by keyboard, say how many are left, and are marked', async ({ page }) => {
  await page.goto('routines/');
  await filter(page, 'All').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(filter(page, 'Back')).toHaveAttribute('aria-current', 'true');
  const back = await shown(page);
  expect(back).toContain('lower-back');
  expect(back).not.toContain('calves-ankles');
  await expect(page.locator('#found')).toHaveText(`${back.length} routines`);
  await page.goBack();
  expect(await shown(page)).toHaveLength(ROUTINES.length);
});

test('who can’t get down on the floor finds what needs no floor, and who lies in bed what needs nothing else', async ({ page }) => {
  await page.goto('routines/');
  await filter(page, 'Without getting down on the floor').click();
  expect(await shown(page)).toEqual(['desk-break', 'neck-shoulders', 'after-run']);
  await filter(page, 'All lying down').click();
  expect(await shown(page)).toEqual(['before-bed']);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('filters are links that work all the same', async ({ page }) => {
    await page.goto('routines/');
    await filter(page, 'Calves and feet').click();
    await expect(page.locator('[data-routine="calves-ankles"]')).toBeVisible();
    await expect(page.locator('[data-routine="desk-break"]')).toBeHidden();
    await expect(page.getByRole('searchbox')).toBeHidden();
    await expect(page.getByRole('link', { name: /^Cat and cow/ })).toBeVisible();
  });
});

test('exercises are found by name, part of the body and muscle, however they are typed', async ({ page }) => {
  await page.goto('routines/');
  const search = page.getByRole('searchbox', { name: 'Search by name, part of the body or muscle' });
  const found = () => page.locator('#exercises > li:visible a').evaluateAll((links) => links.map((it) => it.firstChild.textContent.trim()));
  for (const [typed, name] of [['COBRA', 'Cobra'], ['calves', 'Heel raises'], ['piriformis', 'Figure four lying']]) {
    await search.fill(typed);
    expect(await found(), typed).toContain(name);
    expect((await found()).length).toBeLessThan(15);
  }
  await search.fill('<b>');
  await expect(page.locator('#matches')).toHaveText('No exercise found. Try part of the body, such as “hip”.');
  await search.fill('');
  expect((await found()).length).toBeGreaterThan(45);
});

test('an exercise leads to its open card, where it can be done on its own', async ({ page }) => {
  await page.goto('routines/');
  await page.getByRole('searchbox').fill('cat and cow');
  await page.getByRole('link', { name: /^Cat and cow/ }).click();
  await expect(page).toHaveURL(/routines\/lower-back\/$/);
  const card = page.getByRole('article', { name: 'Cat and cow', exact: true });
  await expect(card.getByText('Keep moving slowly between the two.')).toBeInViewport();
  await card.getByRole('button', { name: /^Just this one/ }).click();
  await page.getByRole('button', { name: 'I understand, start' }).click();
  await expect(page.locator('.player')).toContainText('Cat and cow');
});

test('a link to an exercise that a routine doesn’t have shows the routine', async ({ page }) => {
  await page.goto('routines/hips/#exercise=gone');
  await expect(page.getByRole('button', { name: 'Start routine' })).toBeVisible();
});

test('the routine that was done last comes first, then favourites', async ({ page }) => {
  await page.goto('routines/');
  const star = (name) => page.getByRole('button', { name: `Favourite: ${name}`, exact: true });
  await star('Before bed').click();
  await expect(star('Before bed')).toHaveAttribute('aria-pressed', 'true');
  await star('Open hips').click();
  await star('Open hips').click();
  await page.goto('routines/morning/');
  await page.getByRole('button', { name: 'Start routine' }).click();
  await page.getByRole('button', { name: 'I understand, start' }).click();
  await expect(page.locator('.player')).toBeVisible();
  await page.goto('routines/');
  expect((await shown(page)).slice(0, 3)).toEqual(['morning', 'before-bed', 'hamstring']);
  await page.goto('./');
  const row = page.getByRole('navigation', { name: 'More routines' }).getByRole('listitem').filter({ visible: true });
  await expect(row.nth(0)).toContainText('Morning wake-up');
  await expect(row.nth(1)).toContainText('Before bed');
  await expect(row).toHaveCount(4);
});

test('garbled favourites change nothing', async ({ page }) => {
  for (const text of ['{', '7', '{"version":9}', '{"version":1,"recent":"hips","favourites":[7,"gone"]}']) {
    await page.addInitScript((text) => localStorage.setItem('supple:site:routines', text), text);
    await page.goto('routines/');
    expect((await shown(page))[0], text).toBe('hamstring');
  }
});

test('a link to a routine that doesn’t exist leads to a page that says so, and offers others', async ({ page }) => {
  await page.goto('routines/lower-bakc/');
  await expect(page.getByRole('heading', { name: "This page isn't here" })).toBeVisible();
  expect((await shown(page)).sort()).toEqual(ROUTINES);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('link', { name: /^Lower-back relief/ }).click();
  await expect(page.getByRole('heading', { name: 'Lower-back relief', exact: true })).toBeVisible();
});

for (const width of [320, 1280]) {
  test(`axe finds nothing on the page of all routines at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('routines/');
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}
