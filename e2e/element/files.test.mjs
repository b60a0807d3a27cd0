// What an element says when its files don't come, or when something else comes in their place.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { LOADER, WASM } from '../delayed-response.mjs';
import { safetyNoticeRead, seedStorage } from '../fixtures/storage.mjs';
import { DIST } from '../site.mjs';
import { openHost, ready, widget } from './host.mjs';

const FILES = {
  'the script': '**/assets/supple-*.js',
  'the WebAssembly': WASM,
  'the style sheet': '**/assets/supple-*.css',
  'the routine': '**/assets/routines-*/hamstring.json',
};
const EMBED = '<supple-routine loading="eager"><p>What the author wrote.</p></supple-routine>';

const state = (page) => widget(page).evaluate((element) => element.state);
const alert = (page) => widget(page).getByRole('alert');
const never = () => new Promise(() => {});

/** The states that the element goes through, from before it exists. */
const watchReady = (page) =>
  page.addInitScript(() => {
    window.wasReady = false;
    document.addEventListener('supple-ready', () => (window.wasReady = true));
  });

/** Presses "Try again", and finds the widget working. */
async function tryAgain(page) {
  await alert(page).getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => state(page)).toBe('ready');
  await expect(alert(page)).toHaveCount(0);
  await expect(widget(page).getByRole('button', { name: 'Start routine' })).toBeVisible();
}

for (const [what, file] of Object.entries(FILES)) {
  test(`${what} that never answers is given up after ten seconds, and can be tried again`, async ({ page }) => {
    await page.route(file, never);
    await openHost(page, EMBED);
    const begun = Date.now();
    await expect(alert(page)).toContainText("Couldn't reach");
    expect(Date.now() - begun).toBeLessThan(15_000);
    await expect(page.getByText('What the author wrote.')).toBeVisible();
    await page.unroute(file);
    await tryAgain(page);
  });

  test(`${what} as a log-in page is no ${what.slice(4)}`, async ({ page }) => {
    await watchReady(page);
    await page.route(file, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Log in</title><h1>Log in</h1>' }),
    );
    await openHost(page, EMBED);
    await expect(alert(page)).toContainText('log-in page');
    await expect(page.getByText('What the author wrote.')).toBeVisible();
    expect(await page.evaluate(() => window.wasReady)).toBe(false);
    await page.unroute(file);
    await tryAgain(page);
  });

  test(`half of ${what} is not enough`, async ({ page }) => {
    await watchReady(page);
    await page.route(file, async (route) => {
      const response = await route.fetch();
      const bytes = await response.body();
      const headers = { ...response.headers(), 'content-length': undefined, 'content-encoding': undefined };
      await route.fulfill({ response, headers, body: bytes.subarray(0, bytes.length / 2) });
    });
    await openHost(page, EMBED);
    await expect(alert(page)).toContainText("couldn't load");
    for (const engines of [/expected/i, /WebAssembly\./, /token|syntax|import/i]) {
      await expect(alert(page)).not.toContainText(engines);
    }
    expect(await page.evaluate(() => window.wasReady)).toBe(false);
    await page.unroute(file);
    await tryAgain(page);
  });
}

test('a slow file that is arriving is waited for, and one that stops is not', async ({ page }) => {
  const types = { '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm' };
  const CHUNKS = 13;
  let stopsAfter = Infinity;
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const bytes = await readFile(join(DIST, pathname)).catch(() => undefined);
    response.writeHead(bytes ? 200 : 404, {
      'Content-Type': types[extname(pathname)] ?? 'application/json',
      'Access-Control-Allow-Origin': '*',
    });
    if (!bytes || !/supple-.*\.wasm$/.test(pathname)) return response.end(bytes);
    const chunk = Math.ceil(bytes.length / CHUNKS);
    for (let n = 0; n < CHUNKS; n += 1) {
      if (n >= stopsAfter) return undefined;
      response.write(bytes.subarray(n * chunk, (n + 1) * chunk));
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
    return response.end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const site = `http://127.0.0.1:${server.address().port}`;
  try {
    for (const [stops, expected] of [
      [Infinity, 'ready'],
      [3, 'error'],
    ]) {
      stopsAfter = stops;
      await openHost(page, EMBED, { site });
      await expect.poll(() => state(page)).toBe(expected);
      await expect(alert(page)).toHaveCount(expected === 'error' ? 1 : 0);
    }
  } finally {
    server.close();
    server.closeAllConnections();
  }
});

test('without WebAssembly it says so, and offers no retry that would be in vain', async ({ page }) => {
  await page.addInitScript(() => delete globalThis.WebAssembly);
  await page.goto('./');
  await expect(alert(page)).toContainText('needs WebAssembly');
  await expect(alert(page).getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('article', { name: 'Anchor stretch' })).toBeVisible();
});

test('nor where the policy of the page forbids it', async ({ page }) => {
  await page.route('**/host.html', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: { 'Content-Security-Policy': "script-src 'self'" },
      body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>A blog</title>
        <script type="module" src="embed/v1/supple.js"></script>${EMBED}`,
    }),
  );
  await page.goto('./host.html');
  await expect(alert(page)).toContainText('needs WebAssembly');
  await expect(alert(page).getByRole('button')).toHaveCount(0);
  await expect(page.getByText('What the author wrote.')).toBeVisible();
});

test.describe('a loader that the browser has kept, whose files are gone from the site', () => {
  /** Answers with the loader of an older version: all its files had other names. */
  async function keepOldLoader(page) {
    const asked = [];
    await page.route(LOADER, async (route) => {
      const response = await route.fetch();
      const text = (await response.text()).replace(/(assets\/\w+-)[\da-f]{5}/g, '$1000000');
      await route.fulfill({ response, body: text });
    });
    page.on('request', (request) => request.url().includes('/supple.js?') && asked.push(request.url()));
    return asked;
  }

  test('is replaced by the one of the site', async ({ page }) => {
    await seedStorage(page, safetyNoticeRead);
    const asked = await keepOldLoader(page);
    await openHost(page, EMBED);
    await ready(page);
    await widget(page).getByRole('button', { name: 'Start routine' }).click();
    await expect(widget(page).getByRole('timer')).toBeVisible();
    expect(asked).toHaveLength(1);
  });

  test('is asked for once: where the new one has no files either, it says what is missing', async ({ page }) => {
    const asked = await keepOldLoader(page);
    await page.route('**/assets/supple-*', (route) => route.fulfill({ status: 404, body: 'Not found.' }));
    await openHost(page, EMBED);
    await expect(alert(page)).toContainText(/Couldn't load .*\(404\)/);
    await alert(page).getByRole('button', { name: 'Try again' }).click();
    await expect(alert(page)).toContainText(/Couldn't load .*\(404\)/);
    expect(asked).toHaveLength(1);
  });
});
