// What the widget borrows from the page it gives back only while it is still its own: the title, and the focus.
import { expect, test } from '@playwright/test';

import { callMethod, card, holdAnchorStretch, player, press, finishHeading } from '../page-object.mjs';

/** Opens the page and starts a session, on a clock that stands still. */
const begin = (page) => holdAnchorStretch(page, 2_000);

test('a page that renames itself while it removes the element keeps its new title', async ({ page }) => {
  await begin(page);
  await page.evaluate(() => {
    document.title = 'Article B';
    document.querySelector('supple-routine').remove();
  });
  await expect.poll(() => page.locator('supple-routine').count()).toBe(0);
  expect(await page.title()).toBe('Article B');
});

test('a page that renamed itself earlier gets that title back', async ({ page }) => {
  await begin(page);
  await page.evaluate(() => (document.title = 'Article B'));
  await press(page, 'Next');
  await expect.poll(() => page.title()).not.toBe('Article B');
  await page.evaluate(() => document.querySelector('supple-routine').remove());
  await expect.poll(() => page.title()).toBe('Article B');
});

/** Adds something for the person to write in, far below, and begins to write there. */
const write = (page, html) =>
  page.evaluate((html) => {
    const comments = document.createElement('div');
    comments.append(document.createElement(html));
    comments.style.padding = '3000px 0 1000px';
    document.body.append(comments);
    comments.firstChild.setAttribute('contenteditable', 'true');
    comments.firstChild.focus();
    comments.firstChild.scrollIntoView({ block: 'center' });
    comments.firstChild.id = 'comment';
  }, html);
const focused = (page) => page.evaluate(() => document.activeElement.id || document.activeElement.localName);

for (const html of ['textarea', 'div']) {
  test(`a session that ends leaves the person where they write: ${html}`, async ({ page }) => {
    await begin(page);
    await write(page, html);
    await callMethod(page, 'stop');
    await expect(finishHeading(page)).toBeAttached();
    expect(await focused(page)).toBe('comment');
    await page.keyboard.type('Hello');
    expect(await page.locator('#comment').evaluate((it) => it.value ?? it.textContent)).toBe('Hello');
    await expect(page.locator('#comment')).toBeInViewport();
  });
}

test('otherwise the focus follows the session, and comes back to what was pressed', async ({ page }) => {
  await begin(page);
  await expect(player(page).getByRole('heading')).toBeFocused();
  await press(page, 'Stop');
  await expect(finishHeading(page)).toBeFocused();
  await press(page, 'Done');
  await expect(card(page, 'Anchor stretch').getByRole('button', { name: /^Start from here/ })).toBeFocused();
});
