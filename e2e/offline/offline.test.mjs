// After one visit the site works without a network, at the root of an origin and below a path.
import { expect, test } from '@playwright/test';
import { seedStorage, safetyNoticeRead } from '../fixtures/storage.mjs';
import { finishSession, heading, openRoutine, pauseClock, press, start } from '../page-object.mjs';
import { kept, publish } from './versions.mjs';

test.use({ serviceWorkers: 'allow' });

for (const base of ['/', '/some/path/']) {
  test.describe(base, () => {
    let site;
    test.beforeEach(async ({ page }) => {
      site = await publish(base);
      await seedStorage(page, safetyNoticeRead);
      await openRoutine(page, site.address);
      await kept(page);
    });
    test.afterEach(() => site.close());

    test('the browser can install it', async ({ page, context }) => {
      const devtools = await context.newCDPSession(page);
      const { errors, url } = await devtools.send('Page.getAppManifest');
      expect(errors).toEqual([]);
      expect(url).toBe(`${site.address}manifest.webmanifest`);
      const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
      // A private window installs nothing; this may be its only objection.
      expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);
    });

    test('the files in the manifest exist and have the stated sizes', async ({ page }) => {
      const manifest = await page.evaluate(async () => (await fetch('manifest.webmanifest')).json());
      expect([manifest.start_url, manifest.scope, manifest.display]).toEqual(['./', './', 'standalone']);
      for (const { src, sizes } of [...manifest.icons, ...manifest.screenshots]) {
        const size = await page.evaluate(async (src) => {
          const image = Object.assign(new Image(), { src });
          await image.decode();
          return `${image.naturalWidth}x${image.naturalHeight}`;
        }, src);
        if (sizes !== 'any') expect(size, src).toBe(sizes);
      }
    });

    test('a cold start without a network, and a whole session', async ({ page, context }) => {
      await page.close();
      await site.down();
      const offline = await context.newPage();
      const failed = [];
      offline.on('requestfailed', (request) => failed.push(request.url()));
      await pauseClock(offline);
      await seedStorage(offline, safetyNoticeRead);
      await openRoutine(offline, `${site.address}?from=the+home+screen`);
      await start(offline);
      // To the end and no further: a clock that runs ahead of a file that is on its way lets the page give it up.
      await finishSession(offline);
      await expect(heading(offline, 'First one done!')).toBeVisible();
      await press(offline, 'See progress');
      await expect(heading(offline, 'Progress')).toBeVisible();
      expect(failed).toEqual([]);
    });

    test('the generator and the frame work without a network too', async ({ page }) => {
      await site.down();
      await page.goto(`${site.address}embed/`);
      await expect(page.getByRole('textbox', { name: 'Copy' })).toHaveValue(/<supple-routine/);
      await page.goto(`${site.address}embed/v1/frame.html?theme=dark`);
      await expect(page.getByRole('button', { name: 'Start routine' })).toBeVisible();
      expect(await page.locator('supple-routine').evaluate((it) => it.theme)).toBe('dark');
    });
  });
}

test('without service workers the page still works', async ({ page }) => {
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
  await seedStorage(page, safetyNoticeRead);
  await openRoutine(page);
  await start(page);
  expect(errors).toEqual([]);
});

test('if the worker is refused, the page still works', async ({ page }) => {
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.addInitScript(() => {
    navigator.serviceWorker.register = () => Promise.reject(new DOMException('Not allowed.', 'SecurityError'));
  });
  await seedStorage(page, safetyNoticeRead);
  await openRoutine(page);
  await start(page);
  expect(errors).toEqual([]);
});
