// The shortcode in a Hugo site with a stock theme, and the widget on another site.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { openHost, property, ready, startRoutine, widget } from '../../element/host.mjs';
import { seedStorage, storageKey, safetyNoticeRead } from '../../fixtures/storage.mjs';
import { serve } from '../../site.mjs';
import { here } from '../blog.mjs';
import { firstPost, readPost } from '../feed-reader.mjs';
import { delayResponse, LOADER } from '../../delayed-response.mjs';
import { installDependencies } from '../npm-dependencies.mjs';
import { expectSameAppearance, layoutShifts, watchLayoutShifts } from '../appearance.mjs';
import { hugo } from './hugo.mjs';

// In series: the blog needs to be built only once.
test.describe.configure({ mode: 'default' });

const HERE = here(import.meta.url);
const POST = 'blog/before-you-sit-down/';
const SAFE = { [storageKey('safety', 'blog')]: safetyNoticeRead[storageKey('safety')] };

let folder;
let site;
let blog;

test.beforeAll(async () => {
  test.setTimeout(120_000); // the theme may have to be installed first
  installDependencies(HERE, "Hugo's theme and its styles", '5 seconds');
  folder = await mkdtemp(join(tmpdir(), 'supple-hugo-'));
  site = await serve(undefined, undefined, '');
  blog = await serve({ '/': folder }, undefined, '');
  // The theme's "production" needs PostCSS and a dozen plugins, to make smaller styles that look the same.
  const given = ['--environment', 'development', '--destination', folder, '--baseURL', `${blog.address}/`];
  await hugo(HERE, given, { HUGO_PARAMS_SUPPLE: `${site.address}/` });
});

test.afterAll(async () => {
  await Promise.all([site?.close(), blog?.close()]);
  if (folder) await rm(folder, { recursive: true });
});

test('the shortcode puts the routine into a post, and nothing there shifts', async ({ page }) => {
  const troubles = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  await seedStorage(page, SAFE);
  await watchLayoutShifts(page);
  // The theme itself shifts the post when its fonts and its picture load, so the widget comes after them.
  const release = await delayResponse(page, LOADER);
  await page.setViewportSize({ width: 1_000, height: 1_600 });
  await page.goto(`${blog.address}/${POST}`, { waitUntil: 'commit' });
  const isWhole = () =>
    page.evaluate(async () => {
      await document.fonts.ready;
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      return (
        document.readyState !== 'loading' &&
        [...document.images].every(({ complete }) => complete) &&
        document.fonts.status === 'loaded'
      );
    });
  await expect.poll(isWhole).toBe(true);
  await page.evaluate(() => window.shifts.splice(0));
  release();
  await ready(page);
  expect(await widget(page).evaluate((it) => [it.theme, it.loading, it.storageKey, it.compact])).toEqual([
    'dark',
    'eager',
    'blog',
    false,
  ]);
  await expect(widget(page).getByRole('button', { name: 'Start routine' })).toBeVisible();
  expect(await layoutShifts(page)).toEqual([]);
  await startRoutine(page);
  expect(await property(page, 'state')).toBe('running');
  expect(troubles).toEqual([]);
});

test('it looks the same in the theme as on a plain page', async ({ page, context }) => {
  await seedStorage(context, SAFE);
  await page.goto(`${blog.address}/${POST}`);
  await ready(page);
  const { width } = await widget(page).boundingBox();
  const plain = await context.newPage();
  const attributes = 'theme="dark" loading="eager" storage-key="blog"';
  const element = `<supple-routine ${attributes} style="display: block; width: ${width}px; min-height: 34em"></supple-routine>`;
  await openHost(plain, element, { site: site.address });
  await ready(plain);
  await expectSameAppearance(page, plain);
});

test('without scripts there is a link, and it leads to a readable page', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${blog.address}/${POST}`);
  await page.getByRole('link', { name: 'Open the guided stretching routine' }).click();
  await expect(page.getByRole('article', { name: 'Anchor stretch' })).toBeVisible();
  expect(page.url()).toBe(`${site.address}/`);
  await context.close();
});

test('in the feed, without scripts and unknown elements, a link remains that works elsewhere', async ({ page }) => {
  const feed = await readFile(join(folder, 'blog/index.xml'), 'utf8');
  const read = await readPost(page, await firstPost(page, feed, 'item > description'));
  expect(read).toEqual({
    text:
      'Eight minutes for the backs of your legs, before you sit down for the day. ' +
      'Open the guided stretching routine What comes after the routine.',
    links: [['Open the guided stretching routine', `${site.address}/`]],
  });
});
