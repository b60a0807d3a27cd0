// The npm package: packed, installed like any other, and opened in somebody else's page.
import { copyFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';
import { seedStorage, safetyNoticeRead } from '../../fixtures/storage.mjs';
import { callMethod, readElement, widgetReady } from '../../page-object.mjs';
import { routine } from '../../routine/expected-plan.mjs';
import { serve } from '../../site.mjs';
import { here } from '../blog.mjs';
import { installPackage } from '../packages.mjs';

// In series: packing is slow and needs to happen only once.
test.describe.configure({ mode: 'default' });

let folder;
let site;

test.beforeAll(async () => {
  test.setTimeout(180_000); // cargo may have to compile xtask first
  folder = await mkdtemp(join(tmpdir(), 'supple-package-'));
  await installPackage(folder);
  for (const page of ['host.html', 'framed.html'])
    await copyFile(join(here(import.meta.url), page), join(folder, page));
  site = await serve({ '/': folder });
});

test.afterAll(async () => {
  await site?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

test('a page with the installed package guides through the routine', async ({ page }) => {
  const asked = [];
  page.on('response', (response) => asked.push([response.status(), new URL(response.url()).pathname]));
  const troubles = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && troubles.push(message.text()));

  await seedStorage(page, safetyNoticeRead);
  await page.goto(`${site.address}/host.html`);
  await widgetReady(page);
  await callMethod(page, 'start');
  expect(await readElement(page)).toMatchObject({ state: 'running', exerciseId: 'jumping-jacks' });
  await expect(page.getByRole('heading', { name: 'Jumping jacks', exact: true })).toBeVisible();
  await callMethod(page, 'stop');
  expect(await readElement(page), 'nothing was done').toMatchObject({ state: 'ready' });

  expect(troubles).toEqual([]);
  const elsewhere = asked.filter(
    ([status, path]) => status !== 200 || !(path === '/host.html' || path.startsWith('/node_modules/supple-routine/')),
  );
  expect(elsewhere, 'the package contains every file it requests').toEqual([]);
});

test("the installed package reads a routine of the page's own, with its figures", async ({ page }) => {
  await page.route('**/own.json', (route) => route.fulfill({ json: { ...routine, name: 'Our own routine' } }));
  await page.goto(`${site.address}/host.html`);
  await widgetReady(page);
  await page.locator('supple-routine').evaluate(async (element) => {
    element.src = 'own.json';
    await element.ready;
  });
  await expect(page.getByRole('heading', { name: 'Our own routine' })).toBeVisible();
  await expect(page.locator('.card supple-figure svg').first()).toBeAttached();
});

test('the iframe of the installed package is as high as its content', async ({ page }) => {
  const asked = [];
  page.on('response', (response) => asked.push([response.status(), new URL(response.url()).pathname]));
  await page.goto(`${site.address}/framed.html`);
  const inside = page.frameLocator('iframe').locator('supple-routine');
  await expect.poll(() => inside.evaluate((element) => element.state)).toBe('ready');
  expect(await inside.evaluate((element) => element.theme)).toBe('dark');
  const height = () => page.locator('iframe').evaluate((frame) => Number.parseInt(frame.style.height, 10));
  await inside.getByRole('button', { name: 'Show all exercises' }).click();
  const needed = () => inside.evaluate((element) => Math.ceil(element.getBoundingClientRect().height));
  await expect.poll(async () => (await height()) - (await needed())).toBe(0);
  expect(await needed()).toBeGreaterThan(2_000);
  expect(asked.filter(([status]) => status !== 200)).toEqual([]);
});

test("the iframe links to no page that the package doesn't contain", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site.address}/node_modules/supple-routine/embed/v1/frame.html`);
  await expect(page.getByText('A guided routine for your hamstrings.')).toBeVisible();
  await expect(page.getByRole('link')).toHaveCount(0);
  await context.close();
});

test('it has no dependencies and needs no compiler', async () => {
  const installed = (await readdir(join(folder, 'node_modules'))).filter((name) => !name.startsWith('.'));
  expect(installed).toEqual(['supple-routine']);
  const manifest = JSON.parse(await readFile(join(folder, 'node_modules/supple-routine/package.json'), 'utf8'));
  expect(manifest.scripts).toBeUndefined();
  const files = await readdir(join(folder, 'node_modules/supple-routine'), { recursive: true });
  const sources = files.filter((name) => /\.[cm]?tsx?$/.test(name) && !name.endsWith('.d.ts'));
  expect(sources, 'it contains only JavaScript, without sources to compile').toEqual([]);
});

test('importing it by name finds the loader, and tools find its types and its manifest', async () => {
  const { resolve } = createRequire(join(folder, 'package.json'));
  expect(resolve('supple-routine')).toMatch(/supple-routine[/\\]embed[/\\]v1[/\\]supple\.js$/);
  expect(resolve('supple-routine/frame.html')).toMatch(/supple-routine[/\\]embed[/\\]v1[/\\]frame\.html$/);
  const described = JSON.parse(await readFile(resolve('supple-routine/custom-elements.json'), 'utf8'));
  expect(described.modules[0].declarations[0].tagName).toBe('supple-routine');
});

test('the element has every documented member', async ({ page }) => {
  const text = await readFile(join(folder, 'node_modules/supple-routine/custom-elements.json'), 'utf8');
  const { members } = JSON.parse(text).modules[0].declarations[0];
  await page.goto(`${site.address}/host.html`);
  await widgetReady(page);
  const missing = await page
    .locator('supple-routine')
    .evaluate(
      (element, members) =>
        members.filter(({ kind, name }) =>
          kind === 'method' ? typeof element[name] !== 'function' : !(name in element),
        ),
      members,
    );
  expect(missing.map(({ name }) => name)).toEqual([]);
});
