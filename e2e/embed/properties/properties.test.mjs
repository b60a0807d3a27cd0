// What frameworks do to an element: they set properties before it is defined, and change attributes.
import { expect, test } from '@playwright/test';
import { seedStorage, storageKey, safetyNoticeRead } from '../../fixtures/storage.mjs';
import { keptKeys, property, ready, startRoutine, widget } from '../../element/host.mjs';
import { blog, here } from '../blog.mjs';

let host;
test.beforeAll(async () => {
  host = await blog(here(import.meta.url));
});
test.afterAll(() => host.close());

async function open(page, properties) {
  await page.goto(`${host.address}/host.html`);
  await page.evaluate((properties) => Object.assign(document.querySelector('supple-routine'), properties), properties);
  await page.addScriptTag({ type: 'module', url: `${host.site}/embed/v1/supple.js` });
  await page.evaluate(async () => void (await customElements.whenDefined('supple-routine')));
}

test('properties set before the element is defined take effect', async ({ page }) => {
  await open(page, { loading: 'eager', theme: 'dark', storageKey: 'early', compact: true });
  await ready(page);
  await startRoutine(page);
  expect(
    await widget(page).evaluate((it) => [
      it.theme,
      it.storageKey,
      it.compact,
      it.noPersist,
      it.getAttribute('storage-key'),
    ]),
  ).toEqual(['dark', 'early', true, false, 'early']);
  expect((await keptKeys(page)).filter((name) => !name.startsWith('supple:early:'))).toEqual([]);
});

test('changes of attributes take effect', async ({ page }) => {
  await seedStorage(page, {
    [storageKey('safety', 'one')]: safetyNoticeRead[storageKey('safety')],
    [storageKey('safety', 'two')]: safetyNoticeRead[storageKey('safety')],
  });
  await open(page, { loading: 'lazy', storageKey: 'one' });
  await ready(page);
  await startRoutine(page);
  expect(await property(page, 'state')).toBe('running');
  await page.evaluate(() => {
    const element = document.querySelector('supple-routine');
    element.setAttribute('theme', 'dark');
    element.setAttribute('storage-key', 'two');
  });
  await ready(page);
  expect(await property(page, 'state'), 'another storage key makes another widget').toBe('ready');
  await page.evaluate(() => document.querySelector('supple-routine').setAttribute('storage-key', 'one'));
  await ready(page);
  await expect(widget(page).getByText('Pick up where you left off')).toBeVisible();
});

test("a routine of the page's own replaces the built-in one, and a bad one is reported", async ({ page }) => {
  await open(page, { loading: 'eager' });
  await ready(page);
  const told = page.evaluate(
    () =>
      new Promise((resolve) => {
        document.addEventListener('supple-error', ({ detail }) => resolve(detail.message), { once: true });
      }),
  );
  await page.evaluate(() => (document.querySelector('supple-routine').src = 'data:application/json,{}'));
  expect(await told).toContain('is missing');
  expect(await property(page, 'state')).toBe('error');
});

test('an early command is kept, even if the element gets another routine meanwhile', async ({ page }) => {
  await seedStorage(page, {
    [storageKey('safety', 'one')]: safetyNoticeRead[storageKey('safety')],
    [storageKey('safety', 'two')]: safetyNoticeRead[storageKey('safety')],
  });
  await open(page, { loading: 'click', storageKey: 'one' });
  await widget(page).evaluate((element) => {
    const started = element.start();
    element.storageKey = 'two';
    return started;
  });
  expect(await property(page, 'state')).toBe('running');
});

test('`ready` is a new promise when a widget replaces another', async ({ page }) => {
  await open(page, { loading: 'eager' });
  await ready(page);
  expect(
    await widget(page).evaluate(async (element) => {
      const before = element.ready;
      element.src = 'nowhere.json';
      return [
        element.ready === before,
        await element.ready.then(
          () => 'ready',
          (error) => error.message,
        ),
      ];
    }),
  ).toEqual([false, expect.stringContaining('nowhere.json')]);
});

for (const [what, value] of Object.entries({
  'an event': 'event',
  'a number': 5,
  'an object': {},
  'a list': ['anchor'],
})) {
  test(`start(${what}), which names no exercise, starts at the first one`, async ({ page }) => {
    await seedStorage(page, safetyNoticeRead);
    await open(page, { loading: 'eager' });
    await ready(page);
    await widget(page).evaluate(
      (element, value) => element.start(value === 'event' ? new Event('click') : value),
      value,
    );
    expect(await property(page, 'exerciseId')).toBe('jumping-jacks');
  });
}
