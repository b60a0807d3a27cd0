// A link that holds a routine, as the source of an element and of a frame, on a page of another site.
import { expect, test } from '@playwright/test';

import { readAlert } from '../bad-routine/article.mjs';
import { press } from '../page-object.mjs';
import { fragmentOf, ROUTINE, standing } from '../received/links.mjs';

const LINK = `https://physio.example/supple/routines/shared/#${fragmentOf(ROUTINE)}`;

/** Opens an article with an element that has this source, and collects what is requested of other sites. */
async function openArticle(page, source) {
  const elsewhere = [];
  await page.route('https://physio.example/**', (route) => {
    elsewhere.push(route.request().url());
    return route.abort();
  });
  await page.route('**/article.html', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>An article</title>
        <script type="module" src="embed/v1/supple.js"></script></head>
        <body><supple-routine src="${source}" loading="eager"><a href="${source}">Open it</a></supple-routine></body></html>`,
    }),
  );
  await page.goto('article.html');
  return elsewhere;
}

test('an element shows the routine that a link holds, and asks nobody for it', async ({ page }) => {
  const elsewhere = await openArticle(page, LINK);
  const element = page.locator('supple-routine');
  await expect(element.getByRole('heading', { name: ROUTINE.name, exact: true })).toBeVisible();
  await expect(element.getByRole('button', { name: 'Start routine' }).first()).toBeVisible();
  expect(elsewhere).toEqual([]);
});

test('whoever meets it in an article can keep it, on its own page', async ({ page, baseURL }) => {
  await openArticle(page, LINK);
  const opened = page.waitForEvent('popup');
  await page.locator('supple-routine').getByRole('link', { name: 'Keep this routine on my device' }).click();
  const own = await opened;
  expect(own.url()).toBe(`${baseURL}routines/shared/#${fragmentOf(ROUTINE)}`);
  await press(own, 'Keep it');
  await expect(standing(own)).toHaveText('Kept. You find it under All routines, also offline.');
});

test('a routine that came otherwise has no such link', async ({ page }) => {
  await page.goto('./routines/hips/');
  await page.locator('supple-routine').evaluate((element) => element.ready);
  await expect(page.getByRole('link', { name: 'Keep this routine on my device' })).toHaveCount(0);
});

test('a frame does so too', async ({ page }) => {
  await page.goto(`embed/v1/frame.html?${new URLSearchParams({ src: LINK, loading: 'eager' })}`);
  await expect(page.getByRole('heading', { name: ROUTINE.name, exact: true })).toBeVisible();
});

test('a link that was cut off is explained, and what the author wrote stays', async ({ page }) => {
  await openArticle(page, LINK.slice(0, -20));
  expect(await readAlert(page)).toContain(
    "This link to a routine can't be read. The end of this link is missing. Ask whoever made it to send it again.",
  );
  await expect(page.getByRole('link', { name: 'Open it' })).toBeVisible();
});
