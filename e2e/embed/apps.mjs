// Pages made with a framework and bundled with Vite, each from the sources in one of these folders: what people have
// who install the npm package.
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { build } from 'vite';
import { seedStorage, storageKey, safetyNoticeRead } from '../fixtures/storage.mjs';
import { keptKeys, property, ready, widget } from '../element/host.mjs';
import { routineOf } from '../library.mjs';
import { countResources, NONE, resources } from '../element/resources.mjs';
import { press } from '../page-object.mjs';
import { serve } from '../site.mjs';
import { installPackage } from './packages.mjs';

/** Inside the tests' folder, whose node_modules contain the frameworks. */
const PROJECTS = fileURLToPath(new URL('../results/', import.meta.url));

/** Builds the page of a folder with the installed package, and serves it below a sub-path. */
async function openApp(sources) {
  await mkdir(PROJECTS, { recursive: true });
  const project = await mkdtemp(join(PROJECTS, 'app-'));
  await cp(sources, project, { recursive: true, filter: (path) => !path.endsWith('.test.mjs') });
  await installPackage(project);
  await build({ root: project, configFile: join(project, 'vite.config.mjs'), logLevel: 'error' });
  const site = await serve({ '/some/blog/': join(project, 'dist') });
  return {
    project,
    address: `${site.address}/some/blog/`,
    async close() {
      await site.close();
      await rm(project, { recursive: true });
    },
  };
}

const DARK = { theme: 'dark', loading: 'eager', storageKey: 'app', compact: true, noPersist: false, src: null };
const settings = (page) =>
  widget(page).evaluate(
    (element, names) => Object.fromEntries(names.map((name) => [name, element[name]])),
    Object.keys(DARK),
  );
const heard = (page) => page.locator('#app > ol > li').allTextContents();
/** What the widget shows, and not only its attributes. */
const looks = (page) =>
  widget(page).evaluate((element) => {
    const wrapper = element.shadowRoot.querySelector('.supple');
    return [getComputedStyle(wrapper).colorScheme, wrapper.hasAttribute('data-compact')];
  });

/**
 * What must hold for every framework. The pages have the same buttons. Returns where the project is, once it is
 * built.
 */
export function testApp(framework, sources) {
  // In series: installing and building is slow and needs to happen only once.
  test.describe.configure({ mode: 'default' });

  let app;
  test.beforeAll(async () => {
    test.setTimeout(180_000); // cargo may have to compile xtask first
    app = await openApp(sources);
  });
  test.afterAll(() => app?.close());

  async function open(page, query = '') {
    const safe = (name) => ({ [storageKey('safety', name)]: safetyNoticeRead[storageKey('safety')] });
    await seedStorage(page, safe('app'), safe('other'));
    await page.goto(app.address + query);
  }

  test(`${framework}: properties reach the element, and events come back with their detail`, async ({ page }) => {
    const troubles = [];
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && troubles.push(message.text()));
    const elsewhere = [];
    page.on('response', (response) => {
      if (response.status() !== 200 || !response.url().startsWith(app.address)) elsewhere.push(response.url());
    });
    await open(page);
    await ready(page);
    expect(await settings(page)).toEqual(DARK);
    expect(await looks(page)).toEqual(['dark', true]);
    await press(page, 'Begin');
    await expect
      .poll(() => heard(page))
      .toEqual([
        'supple-ready ready null null',
        'supple-start running anchor prepare',
        'supple-phase running anchor prepare',
      ]);
    await press(page, 'Wait');
    await expect.poll(async () => (await heard(page)).at(-1)).toBe('supple-pause paused anchor prepare');
    expect((await keptKeys(page)).filter((name) => !/^supple:(app|other):/.test(name))).toEqual([]);
    expect(troubles).toEqual([]);
    expect(elsewhere, 'the bundle contains everything').toEqual([]);
  });

  test(`${framework}: properties set before the element was defined reach it too`, async ({ page }) => {
    await open(page, '?late');
    await expect(page.getByRole('link', { name: 'Open the hamstring routine' })).toBeVisible();
    expect(await property(page, 'state')).toBeUndefined();
    await press(page, 'Load');
    await ready(page);
    expect(await settings(page)).toEqual(DARK);
    expect(await looks(page)).toEqual(['dark', true]);
    await press(page, 'Begin');
    await expect.poll(async () => (await heard(page)).at(-1)).toBe('supple-phase running anchor prepare');
    await press(page, 'Change looks');
    await expect.poll(() => settings(page)).toEqual({ ...DARK, theme: 'light', compact: false });
  });

  test(`${framework}: changes reach the element`, async ({ page }) => {
    const routine = routineOf('hamstring');
    await page.route('**/routine.json', (route) =>
      route.fulfill({ json: { ...routine, name: 'Somebody’s own routine' } }),
    );
    await open(page);
    await ready(page);
    await press(page, 'Begin');
    await press(page, 'Change looks');
    await expect.poll(() => looks(page)).toEqual(['light', false]);
    expect(await settings(page)).toEqual({ ...DARK, theme: 'light', compact: false });
    expect(await property(page, 'state'), "a change of appearance doesn't end a session").toBe('running');
    const kept = await keptKeys(page);
    await press(page, 'Change storage');
    await expect.poll(async () => (await heard(page)).at(-1)).toBe('supple-ready ready null null');
    expect(await settings(page)).toMatchObject({ storageKey: 'other', noPersist: true });
    await press(page, 'Change routine');
    await expect(widget(page).getByRole('heading', { name: 'Somebody’s own routine' })).toBeVisible();
    expect(await keptKeys(page), 'nothing more was kept').toEqual(kept);
  });

  test(`${framework}: removing the element releases everything, and it can return`, async ({ page }) => {
    await countResources(page);
    await open(page);
    await ready(page);
    await press(page, 'Begin');
    await expect.poll(() => property(page, 'state')).toBe('running');
    expect(await resources(page)).toMatchObject({ locks: 1 });
    await press(page, 'Hide');
    await expect(widget(page)).toHaveCount(0);
    await expect.poll(() => resources(page)).toEqual(NONE);
    await press(page, 'Show');
    await ready(page);
    expect(await settings(page)).toEqual(DARK);
    await expect(widget(page).getByRole('button', { name: 'Continue', exact: true })).toBeVisible();
    expect((await heard(page)).filter((line) => line.startsWith('supple-ready'))).toHaveLength(2);
  });

  return () => app.project;
}
