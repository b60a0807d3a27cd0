// Until it is wanted, an embed fetches nothing of the widget and shifts nothing; it says what it is, and starts when pressed.
import { expect, test } from '@playwright/test';
import { seedStorage, safetyNoticeRead } from '../../fixtures/storage.mjs';
import { property, ready, widget } from '../../element/host.mjs';
import { blog, here } from '../blog.mjs';
import { layoutShifts, watchLayoutShifts } from '../appearance.mjs';

let host;
test.beforeAll(async () => {
  host = await blog(here(import.meta.url));
});
test.afterAll(() => host.close());

/** Opens the article with a `loading` attribute, with the widget in view or far below. Returns what is fetched. */
async function open(page, loading, far = false) {
  const asked = [];
  page.on('request', (request) => request.url().startsWith(host.site) && asked.push(new URL(request.url()).pathname));
  await watchLayoutShifts(page);
  host.vary = (text) => {
    const body = text.replace('loading="click"', `loading="${loading}"`);
    return far ? body.replace('<!--before-->', '<div class="long"></div>') : body;
  };
  await page.goto(`${host.address}/host.html`);
  await page.evaluate(async () => void (await customElements.whenDefined('supple-routine')));
  return asked;
}

const button = (page, name) => widget(page).getByRole('button', { name, exact: true });
const top = (page) => page.locator('#after').evaluate((it) => it.getBoundingClientRect().top + scrollY);

test('until it is pressed, only the loader and a figure are fetched, and the button says what it starts', async ({
  page,
}) => {
  const asked = await open(page, 'click');
  await expect(widget(page)).toContainText('Hamstring routine');
  await expect(widget(page)).toContainText('8 min · 8 exercises');
  await expect(button(page, 'Start routine')).toBeVisible();
  await expect.poll(() => asked).toEqual(['/embed/v1/supple.js', '/embed/v1/cover.svg']);
  expect(await property(page, 'state')).toBe('idle');
});

test('pressing it starts the routine, and nothing in the article shifts before', async ({ page }) => {
  await seedStorage(page, safetyNoticeRead);
  await open(page, 'click');
  const before = await top(page);
  await expect(button(page, 'Start routine')).toBeVisible();
  expect([await top(page), await layoutShifts(page)]).toEqual([before, []]);
  await button(page, 'Start routine').click();
  await expect(widget(page).getByRole('timer')).toBeVisible();
  expect(await property(page, 'state')).toBe('running');
});

for (const loading of ['eager', 'lazy']) {
  test(`with loading="${loading}" in view, the article doesn't shift when the widget arrives`, async ({ page }) => {
    await open(page, loading);
    const before = await top(page);
    await ready(page);
    await expect(button(page, 'Progress')).toBeVisible();
    expect(await top(page)).toBe(before);
    expect(await layoutShifts(page)).toEqual([]);
  });
}

test("far below, a lazy embed waits until it comes near, and an eager one doesn't", async ({ page, context }) => {
  expect(await open(page, 'lazy', true)).toEqual(['/embed/v1/supple.js']);
  await page.locator('supple-routine').scrollIntoViewIfNeeded();
  await ready(page);
  expect(await layoutShifts(page)).toEqual([]);
  const other = await context.newPage();
  await open(other, 'eager', true);
  await ready(other);
});

test('the cards are collapsed to the reserved height until somebody expands them', async ({ page }) => {
  await open(page, 'eager');
  await ready(page);
  const card = widget(page).getByRole('article', { name: 'Lying stretch' });
  const height = () => widget(page).evaluate((it) => it.getBoundingClientRect().height);
  const folded = await height();
  await button(page, 'Show all exercises').click();
  expect(await height()).toBeGreaterThan(folded * 2);
  await expect(button(page, 'Show all exercises')).toBeHidden();
  await expect(card).toBeVisible();
});

test('what is collapsed makes the article no longer', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 1000 });
  await open(page, 'eager');
  await ready(page);
  await expect(button(page, 'Show all exercises')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(1000);
});

test('a screen that was asked for is shown whole, and on return the cards are collapsed', async ({ page }) => {
  await open(page, 'eager');
  await ready(page);
  await button(page, 'Progress').click();
  await expect(button(page, 'Show all exercises')).toBeHidden();
  const whole = await widget(page).evaluate((element) => {
    const shown = [...element.shadowRoot.querySelectorAll('.mounted, .screens > :not(.notices)')];
    return shown.every(({ scrollHeight, clientHeight }) => scrollHeight <= clientHeight);
  });
  expect(whole).toBe(true);
  await button(page, 'Back to the routine').click();
  await expect(button(page, 'Show all exercises')).toBeVisible();
});

test('moving on by keyboard finds the cards expanded', async ({ page }) => {
  await open(page, 'eager');
  await ready(page);
  await expect(button(page, 'Show all exercises')).toBeVisible();
  await widget(page).getByRole('article', { name: 'Lying stretch' }).locator('.row > summary').focus();
  await expect(button(page, 'Show all exercises')).toBeHidden();
});

test('without scripts there is a link', async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(`${host.address}/host.html`);
  await expect(page.getByRole('link', { name: 'Open the hamstring routine' })).toBeVisible();
  await page.close();
});

test('removed and returned, or with another storage key, the cards are collapsed and can be expanded', async ({
  page,
}) => {
  await open(page, 'eager');
  await ready(page);
  for (const change of [
    (element) => {
      element.storageKey = 'another';
    },
    async (element) => {
      const { parentElement, nextSibling } = element;
      element.remove();
      await new Promise((resolve) => setTimeout(resolve));
      parentElement.insertBefore(element, nextSibling);
    },
  ]) {
    await widget(page).evaluate(change);
    await ready(page);
    await expect(button(page, 'Show all exercises')).toBeVisible();
  }
  await button(page, 'Show all exercises').click();
  await expect(widget(page).getByRole('article', { name: 'Lying stretch' })).toBeVisible();
  await expect(button(page, 'Show all exercises')).toBeHidden();
});

test("keyboard focus on the facade's button moves to the widget's button", async ({ page }) => {
  await open(page, 'click');
  await button(page, 'Start routine').focus();
  await widget(page).evaluate((element) => (element.loading = 'eager'));
  await ready(page);
  await expect(button(page, 'Start routine')).toBeFocused();
});

test("the facade names the page's own routine even if it learns of it late", async ({ page }) => {
  await open(page, 'click');
  await expect(widget(page).getByText('Hamstring routine', { exact: true })).toBeVisible();
  await widget(page).evaluate((element) => (element.src = 'own.json'));
  await expect(widget(page).getByText('Hamstring routine', { exact: true })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Open the hamstring routine' })).toBeVisible();
});

test('a facade is not printed as a button', async ({ page }) => {
  await open(page, 'click');
  await page.emulateMedia({ media: 'print' });
  await expect(widget(page).getByText('Hamstring routine', { exact: true })).toBeVisible();
  await expect(button(page, 'Start routine')).toBeHidden();
});

for (const [what, change] of [
  ['the built-in routine', (text) => text],
  ["a routine of the page's own", (text) => text.replace('<supple-routine ', '<supple-routine src="/own.json" ')],
]) {
  test(`on paper, before anything has loaded, the author's link shows with its address: ${what}`, async ({ page }) => {
    host.vary = (text) => change(text).replace('<!--before-->', '<div class="long"></div>');
    await page.goto(`${host.address}/host.html`);
    const link = page.getByRole('link', { name: 'Open the hamstring routine' });
    await expect(button(page, 'Start routine')).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(link).toBeVisible();
    expect(await link.evaluate((it) => getComputedStyle(it, '::after').content)).toContain(`${host.site}/`);
    await expect(button(page, 'Start routine')).toBeHidden();
  });
}

test('on the screen, the link of an author is not shown beside the facade of the built-in routine', async ({
  page,
}) => {
  await open(page, 'click');
  await expect(button(page, 'Start routine')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Open the hamstring routine' })).toHaveCount(0);
});
