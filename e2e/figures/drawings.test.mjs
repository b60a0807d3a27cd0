// The drawings of the built-in routine are a file of their own, which the widget can do without.
import { expect, test } from '@playwright/test';
import { openHost, ready, widget } from '../element/host.mjs';
import { safetyNoticeRead, seedStorage } from '../fixtures/storage.mjs';
import { countEvents } from '../first-paint/prerendered.mjs';

const DRAWINGS = '**/assets/routines-*/*-figures.json';
const ELEMENT = '<supple-routine loading="eager"></supple-routine>';

const isDrawings = (url) => /\/assets\/routines-[^/]*\/[^/]*-figures\.json$/.test(url);
const drawn = (page, where) => widget(page).locator(`${where} supple-figure svg`);

for (const [what, answer] of Object.entries({
  "can't be fetched": (route) => route.abort(),
  'are missing': (route) => route.fulfill({ status: 404, body: 'Not found.' }),
  'are another file': (route) => route.fulfill({ body: '<!doctype html>' }),
})) {
  test(`if they ${what}, everything else works, and the next figure tries again`, async ({ page }) => {
    const troubles = [];
    page.on('pageerror', (error) => troubles.push(error.message));
    await seedStorage(page, safetyNoticeRead);
    const errors = await countEvents(page, 'supple-error');
    await page.route(DRAWINGS, answer);
    const failed = new Promise((resolve) => {
      for (const event of ['requestfinished', 'requestfailed']) {
        page.on(event, (request) => isDrawings(request.url()) && resolve());
      }
    });
    await openHost(page, ELEMENT);
    await ready(page);
    await failed;
    await expect(page.getByRole('article')).toHaveCount(9);
    await expect(drawn(page, '.card')).toHaveCount(0);

    await page.unroute(DRAWINGS);
    await widget(page).evaluate((element) => element.start('anchor'));
    await expect(widget(page).getByRole('timer')).toBeVisible();
    await expect(drawn(page, '.player').first()).toBeVisible();
    expect(await errors()).toEqual([]);
    expect(troubles).toEqual([]);
  });
}

test('two widgets fetch them once', async ({ page }) => {
  const asked = [];
  page.on('request', (request) => isDrawings(request.url()) && asked.push(request.url()));
  await openHost(
    page,
    '<supple-routine id="a" loading="eager"></supple-routine><supple-routine id="b" loading="eager"></supple-routine>',
  );
  await Promise.all([ready(page, 'a'), ready(page, 'b')]);
  for (const id of ['a', 'b']) await expect(page.locator(`#${id} .card supple-figure svg`).first()).toBeAttached();
  expect(asked).toHaveLength(1);
});
