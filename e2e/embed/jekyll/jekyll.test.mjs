// A page and a feed as Jekyll renders them, with typical blog styles. They are written by hand, because it doesn't
// matter what rendered them. Ghost renders the content of an HTML card in just this way.
import { expect, test } from '@playwright/test';
import { openHost, property, ready, startRoutine, widget } from '../../element/host.mjs';
import { seedStorage, storageKey, safetyNoticeRead } from '../../fixtures/storage.mjs';
import { blog, here } from '../blog.mjs';
import { firstPost, readPost } from '../feed-reader.mjs';
import { expectSameAppearance, layoutShifts, watchLayoutShifts } from '../appearance.mjs';

const SAFE = { [storageKey('safety', 'blog')]: safetyNoticeRead[storageKey('safety')] };

let host;
test.beforeAll(async () => {
  host = await blog(here(import.meta.url));
});
test.afterAll(() => host.close());

test('the routine appears in the article, and nothing there shifts', async ({ page }) => {
  await seedStorage(page, SAFE);
  await watchLayoutShifts(page);
  await page.setViewportSize({ width: 1_000, height: 1_600 });
  await page.goto(`${host.address}/host.html`);
  const top = () => page.locator('#after').evaluate((it) => it.getBoundingClientRect().top + scrollY);
  const before = await top();
  await ready(page);
  await expect(widget(page).getByRole('button', { name: 'Start routine' })).toBeVisible();
  expect(await top()).toBe(before);
  expect(await layoutShifts(page)).toEqual([]);
  await startRoutine(page);
  expect(await property(page, 'state')).toBe('running');
});

test("it looks the same there as on a plain page of the column's width", async ({ page, context }) => {
  await seedStorage(context, SAFE);
  await page.goto(`${host.address}/host.html`);
  await ready(page);
  const { width } = await widget(page).boundingBox();
  expect(width).toBe(620); // 68rem, of 10 pixels each, less the wrapper's padding
  const plain = await context.newPage();
  const element = `<supple-routine loading="eager" storage-key="blog" style="display: block; width: ${width}px; min-height: 34em"></supple-routine>`;
  await openHost(plain, element, { site: host.site });
  await ready(plain);
  await expectSameAppearance(page, plain);
});

test('in the feed a link remains that works elsewhere', async ({ page }) => {
  const feed = await page.request.get(`${host.address}/feed.xml`);
  expect(await readPost(page, await firstPost(page, await feed.text(), 'entry > content'))).toEqual({
    text:
      'Eight minutes for the backs of your legs, before you sit down for the day. ' +
      'Open the hamstring routine What comes after the routine.',
    links: [['Open the hamstring routine', `${host.site}/`]],
  });
});

test('without scripts there is a link, and it leads to a readable page', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${host.address}/host.html`);
  await page.getByRole('link', { name: 'Open the hamstring routine' }).click();
  await expect(page.getByRole('article', { name: 'Anchor stretch' })).toBeVisible();
  await context.close();
});
