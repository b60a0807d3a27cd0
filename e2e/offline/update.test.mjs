// A new version is found in the background and offered quietly, and versions are never mixed.
import { expect, test } from '@playwright/test';
import { seedStorage, safetyNoticeRead } from '../fixtures/storage.mjs';
import { openRoutine, press, start, widgetReady } from '../page-object.mjs';
import { cacheNames, close, kept, publish, seek } from './versions.mjs';

test.use({ serviceWorkers: 'allow' });

let site;
test.beforeEach(async ({ page }) => {
  site = await publish('/some/path/');
  await seedStorage(page, safetyNoticeRead);
  await openRoutine(page, site.address);
  await kept(page);
  // From here on the worker serves the page.
  await openRoutine(page, site.address);
});
test.afterEach(() => site.close());

const title = (page) => page.getByRole('heading', { level: 1 });
const offered = (page) => page.getByText('An update is ready.');

async function another(context) {
  const page = await context.newPage();
  await seedStorage(page, safetyNoticeRead);
  await openRoutine(page, site.address);
  return page;
}

test('a new version is offered, and used once accepted', async ({ page }) => {
  await site.release('Second');
  await seek(page);
  await expect(offered(page)).toBeVisible();
  await expect(title(page)).toHaveText('Supple');
  await press(page, 'Update');
  await expect(title(page)).toHaveText('Second');
  await widgetReady(page);
  await expect(offered(page)).toHaveCount(0);
});

test('declined, the version survives reloading, and the next cold start has the new one', async ({ page, context }) => {
  await site.release('Second');
  await seek(page);
  await press(page, 'Later');
  await expect(offered(page)).toHaveCount(0);
  await page.reload();
  await expect(title(page)).toHaveText('Supple');
  await expect(offered(page)).toBeVisible();
  await close(page);
  const next = await another(context);
  await expect(title(next)).toHaveText('Second');
});

test('during a session nothing is offered and nothing applied', async ({ page }) => {
  await start(page);
  await site.release('Second');
  await seek(page);
  await expect
    .poll(() => page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration()).waiting)))
    .toBe(true);
  await expect(offered(page)).toBeHidden();
  await expect(page.getByRole('timer')).toBeVisible();
  await press(page, 'Stop');
  await expect(offered(page)).toBeVisible();
  await expect(title(page)).toHaveText('Supple');
});

test('two versions side by side: every page has its own files until nobody needs them', async ({ page, context }) => {
  const other = await another(context);
  await start(other);
  const style = await site.release('Second');
  await seek(page);
  await press(page, 'Update');
  await expect(title(page)).toHaveText('Second');
  await expect(other.getByRole('timer')).toBeVisible();
  await expect(title(other)).toHaveText('Supple');
  // Its files are gone from the server, and still there for it.
  expect(await other.evaluate(async (style) => (await fetch(style, { cache: 'no-store' })).status, style.before)).toBe(
    200,
  );
  expect(await cacheNames(other)).toHaveLength(2);
  await close(other, page);
  const next = await another(context);
  await expect(title(next)).toHaveText('Second');
  await expect.poll(() => cacheNames(next)).toHaveLength(1);
  expect(await next.evaluate(async (style) => (await fetch(style, { cache: 'no-store' })).status, style.before)).toBe(
    404,
  );
});

for (const [what, spoil] of Object.entries({
  'a half-uploaded page': () => site.change('index.html', '</html>', ''),
  'a script of another version': () => site.change('embed/v1/supple.js', 'supple', 'Supple'),
  'a worker that is no script': () => '<!doctype html><p>Not here.',
})) {
  test(`${what}: the working version continues to work`, async ({ page, context }) => {
    await site.release('Second', spoil);
    await page.evaluate(async () =>
      (await navigator.serviceWorker.getRegistration()).update().then(
        () => {},
        () => {},
      ),
    );
    // Once no worker is installing any more, the installation has failed.
    await expect
      .poll(() =>
        page.evaluate(async () => {
          const { installing, waiting } = await navigator.serviceWorker.getRegistration();
          return Boolean(installing || waiting);
        }),
      )
      .toBe(false);
    expect(await cacheNames(page)).toHaveLength(1);
    await close(page);
    await site.down();
    const next = await another(context);
    await expect(title(next)).toHaveText('Supple');
    await start(next);
  });
}

test('caches of other sites on the origin are left alone', async ({ page, context }) => {
  const foreign = ['photos', `supple ${new URL('/', site.address)} 12345678`, `supple ${site.address}deeper/ 12345678`];
  await page.evaluate((names) => Promise.all(names.map((name) => caches.open(name))), foreign);
  await site.release('Second');
  await seek(page);
  await press(page, 'Update');
  await expect(title(page)).toHaveText('Second');
  await close(page);
  const next = await another(context);
  await expect.poll(async () => (await cacheNames(next)).filter((name) => !foreign.includes(name))).toHaveLength(1);
  expect(await cacheNames(next)).toEqual(expect.arrayContaining(foreign));
});

test('embeds register no service worker', async ({ context }) => {
  const fresh = await context.browser().newContext({ serviceWorkers: 'allow' });
  const blog = await fresh.newPage();
  await blog.goto(`${site.address}embed/v1/frame.html`);
  await widgetReady(blog);
  await blog.goto(`${site.address}embed/`);
  await expect(blog.getByRole('textbox', { name: 'Copy' })).toHaveValue(/<supple-routine/);
  expect(await blog.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  await fresh.close();
});
