// Moving an element, removing it, and two elements on one page.
import { expect, test } from '@playwright/test';
import { seedStorage, storageKey, safetyNoticeRead } from '../fixtures/storage.mjs';
import { keptKeys, openHost, property, ready, startRoutine, widget } from './host.mjs';
import { countResources, NONE, resources } from './resources.mjs';

const HELD = '**/*.wasm';
/** What one widget listens to. */
const ONE = [
  'pagehide',
  'storage',
  'supple-other',
  'supple-resume',
  'supple-start',
  'visibilitychange',
  'visibilitychange',
];
const detail = (page, id) => widget(page, id).evaluate((it) => [it.state, it.exerciseId, it.phase, it.side, it.repeat]);

test('moving the element keeps the session running', async ({ page }) => {
  await seedStorage(page, safetyNoticeRead);
  await openHost(
    page,
    '<div id="here"><supple-routine loading="eager"></supple-routine></div><aside id="there"></aside>',
  );
  await ready(page);
  await startRoutine(page);
  await widget(page).evaluate((element) => element.next());
  const before = await detail(page);
  const remaining = await property(page, 'remainingMs');
  await page.evaluate(() => document.querySelector('#there').append(document.querySelector('supple-routine')));
  await ready(page);
  expect(await detail(page)).toEqual(before);
  await expect(widget(page).getByRole('timer')).toBeVisible();
  await expect.poll(() => property(page, 'remainingMs')).toBeLessThan(remaining - 1_000);
  const isOff = () =>
    widget(page).evaluate(
      (it) => it.shadowRoot.querySelector('[role=timer]').textContent - Math.ceil(it.remainingMs / 1000),
    );
  await expect.poll(isOff, 'the timer shows what remains').toBe(0);
});

/** How much of the time bar has passed, from 0 to 1, measured from how far it has slid. */
const barGone = (page) =>
  widget(page).evaluate((element) => {
    const bar = element.shadowRoot.querySelector('.time-left-bar');
    return -new DOMMatrix(getComputedStyle(bar).transform).e / bar.offsetWidth;
  });

for (const [what, disturb] of [
  ['moved', () => document.body.prepend(document.querySelector('supple-routine'))],
  [
    'hidden for a moment',
    () => {
      const { style, offsetHeight } = document.querySelector('supple-routine');
      style.display = 'none';
      const { offsetHeight: hidden } = document.querySelector('supple-routine');
      style.display = '';
      return offsetHeight - hidden;
    },
  ],
]) {
  test(`the bar shows the remaining time after the element was ${what}`, async ({ page }) => {
    await seedStorage(page, safetyNoticeRead);
    await openHost(page, '<p>Before</p><supple-routine loading="eager"></supple-routine>');
    await ready(page);
    await startRoutine(page);
    await expect.poll(() => property(page, 'remainingMs')).toBeLessThan(7_000); // of ten seconds
    await page.evaluate(disturb);
    const off = async () => Math.abs((await barGone(page)) - 1 + (await property(page, 'remainingMs')) / 10_000);
    await expect.poll(off).toBeLessThan(0.05);
  });
}

test('removing the element releases everything, and the session can be resumed later', async ({ page }) => {
  await seedStorage(page, safetyNoticeRead);
  await countResources(page);
  await openHost(page, '<supple-routine loading="eager"></supple-routine>');
  await ready(page);
  // The module for the figures may be on its way, which has a time limit.
  await expect.poll(async () => (await resources(page)).timers, 'an idle widget does no work').toBe(0);
  expect((await resources(page)).listeners).toContain('storage');
  await startRoutine(page);
  await widget(page).evaluate((element) => element.next());
  const running = await resources(page);
  expect(running.timers).toBeGreaterThan(0);
  expect(running.locks).toBe(1);
  await expect(page).toHaveTitle(/Jumping jacks/);

  await page.evaluate(() => {
    window.removed = document.querySelector('supple-routine');
    window.removed.remove();
  });
  await expect.poll(() => resources(page)).toEqual(NONE);
  await expect(page).toHaveTitle('A blog');
  expect(await page.evaluate(() => window.removed.state)).toBe('idle');

  await page.evaluate(() => document.body.append(window.removed));
  await expect(widget(page).getByRole('button', { name: 'Continue' })).toBeVisible();
});

test('an element removed before the widget has loaded holds nothing afterwards', async ({ page }) => {
  await countResources(page);
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await page.route(HELD, async (route) => {
    await released;
    await route.continue();
  });
  await openHost(
    page,
    '<supple-routine id="gone" loading="eager"></supple-routine><supple-routine id="stays" loading="eager"></supple-routine>',
  );
  await page.evaluate(() => customElements.whenDefined('supple-routine'));
  await page.evaluate(() => {
    window.readied = [];
    window.removed = document.querySelector('#gone');
    window.removed.addEventListener('supple-ready', () => window.readied.push('gone'));
    window.removed.remove();
  });
  release();
  await ready(page, 'stays');
  expect((await resources(page)).listeners, 'those of one widget').toEqual(ONE);
  expect(await page.evaluate(() => [window.removed.state, window.readied])).toEqual(['idle', []]);
});

test('an element that returns before the widget has loaded is mounted once', async ({ page }) => {
  await seedStorage(page, safetyNoticeRead);
  await countResources(page);
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await page.route(HELD, async (route) => {
    await released;
    await route.continue();
  });
  await openHost(page, '<supple-routine loading="eager"></supple-routine>');
  await page.evaluate(async () => {
    await customElements.whenDefined('supple-routine');
    window.readied = 0;
    document.addEventListener('supple-ready', () => (window.readied += 1));
    const element = document.querySelector('supple-routine');
    element.remove();
    await new Promise((resolve) => setTimeout(resolve));
    document.body.append(element);
  });
  release();
  await ready(page);
  await startRoutine(page);
  expect(await page.evaluate(() => window.readied)).toBe(1);
  expect((await resources(page)).listeners).toEqual(ONE);
});

test("two elements with different storage keys don't affect each other", async ({ page }) => {
  await seedStorage(page, {
    [storageKey('safety', 'a')]: safetyNoticeRead[storageKey('safety')],
    [storageKey('safety', 'b')]: safetyNoticeRead[storageKey('safety')],
  });
  await openHost(
    page,
    `<supple-routine id="a" storage-key="a" loading="eager"></supple-routine>
    <supple-routine id="b" storage-key="b" loading="eager"></supple-routine>`,
  );
  await Promise.all([ready(page, 'a'), ready(page, 'b')]);
  await startRoutine(page, 'a');
  expect(await property(page, 'state', 'b')).toBe('ready');
  await expect(widget(page, 'b').getByText('Already running in another tab').filter({ visible: true })).toHaveCount(0);
  await startRoutine(page, 'b');
  await widget(page, 'b').evaluate((element) => element.next());
  expect((await detail(page, 'a')).slice(0, 3)).toEqual(['paused', 'jumping-jacks', 'prepare']);
  expect((await detail(page, 'b')).slice(0, 3)).toEqual(['running', 'jumping-jacks', 'move']);
  const keys = await keptKeys(page);
  for (const name of ['a', 'b'])
    expect(keys.filter((it) => it.startsWith(storageKey('running:', name)))).toHaveLength(1);

  await widget(page, 'a').evaluate((element) => element.stop());
  await widget(page, 'b').evaluate((element) => element.stop());
  await expect(page, 'the page has its own title back').toHaveTitle('A blog');
});
