// Invariants 9 and 10: a strict policy reports no violation, and nothing is requested after loading.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { seedStorage, weeksOfSessions } from '../fixtures/storage.mjs';
import { figuresReady, pauseClock, finishHeading } from '../page-object.mjs';
import { DIST, POLICY, serve } from '../site.mjs';

// The browser reports blocked ones in the console.
test.use({ serviceWorkers: 'allow' });

const NOW = Date.UTC(2026, 10, 22, 9);

/** Every violation, error and warning the browser reports. */
async function complaints(page) {
  const found = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) found.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => found.push(`thrown: ${error.message}`));
  page.on('requestfailed', (request) => found.push(`failed: ${request.url()}`));
  page.on('response', (response) => response.status() >= 400 && found.push(`${response.status()}: ${response.url()}`));
  await page.exposeFunction('complain', (what) => found.push(what));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      window.complain(`violation: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  return found;
}

/** From the first look to the calendar, using every control. */
async function wholeVisit(page) {
  const press = (name) => page.getByRole('button', { name, exact: true }).filter({ visible: true }).first().click();
  await page.locator('summary', { hasText: 'More settings' }).click();
  await page.getByRole('radio', { name: 'Right' }).check();
  await page.getByRole('group', { name: 'Hold length' }).getByRole('button', { name: 'Increase' }).click();
  await page.getByRole('radio', { name: /^Deeper/ }).check();
  await page.locator('#card-seated > summary').click();
  await page.getByRole('article', { name: 'Seated stretch' }).locator('summary', { hasText: 'Another way' }).click();
  const adjust = page.getByRole('article', { name: 'Seated stretch' });
  await adjust.locator('summary', { hasText: 'Customise' }).click();
  await adjust.getByRole('group', { name: 'Rounds' }).getByRole('button', { name: 'Increase' }).click();
  await press('Start routine');
  await press('I understand, start');
  await press("I'm ready"); // in their first session it waits for people
  await page.getByRole('timer').waitFor();
  await page.clock.runFor(12_000);
  for (const name of ['Pause', 'Resume', 'More', '+10 seconds', 'More', 'Start this one again', 'Previous'])
    await press(name);
  // To the end, through every phase.
  for (let i = 0; i < 80 && (await page.locator('.player').isVisible()); i += 1) {
    await page.clock.runFor(1_000);
    await press('Next');
  }
  await finishHeading(page).waitFor();
  await press('See progress');
  await page.getByRole('button', { name: 'Previous month' }).click();
  await press('Back to the routine');
  await page.getByRole('button', { name: 'Start routine' }).waitFor();
}

const ready = (page) =>
  page.evaluate(async () => {
    await customElements.whenDefined('supple-routine');
    await document.querySelector('supple-routine').ready;
  });

test('a whole visit violates no policy and requests nothing after loading but what fills Progress', async ({
  page,
}) => {
  const found = await complaints(page);
  await pauseClock(page, NOW);
  await seedStorage(page, weeksOfSessions(NOW));
  const response = await page.goto('./');
  const policy = response.headers()['content-security-policy'];
  expect(policy, "the tests' own server sends the same policy").toBe(POLICY);
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
  expect(policy).toContain("style-src 'self';");
  await ready(page);
  await figuresReady(page);
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('websocket', (socket) => asked.push(socket.url()));
  await wholeVisit(page);
  // Once a session runs, the browser fetches the page's own icon for the lock screen.
  const paths = asked.map((url) => new URL(url).pathname).filter((path) => path !== '/icon.svg');
  // Those of the row of other routines, once it comes into view.
  const isCover = (path) => /^\/routines\/[a-z-]+\/cover\.svg$/.test(path);
  expect(paths.filter(isCover).length).toBeLessThanOrEqual(4);
  const later = paths.filter((path) => !isCover(path));
  expect(later.map((path) => path.replace(/-\w+/, ''))).toEqual([
    '/assets/progress.js',
    '/assets/progress.wasm',
  ]);
  expect(found).toEqual([]);
});

test('loading requests every file once, and nothing from another origin', async ({ page, baseURL }) => {
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('./');
  await ready(page);
  await figuresReady(page);
  // The covers of other routines are loaded when they are near; what is near, each browser decides for itself.
  const files = asked.filter((address) => !/\/(icon|cover)\.svg$/.test(address));
  expect(new Set(files).size, files.join('\n')).toBe(files.length);
  // What makes the page an app is two files: the texts are shared with what loads later.
  expect(files, 'page, style, loader, glue, routine, widget, figures, drawings, and the app').toHaveLength(10);
  expect(asked.filter((address) => !address.startsWith(baseURL))).toEqual([]);
});

test('violations would be noticed', async ({ page }) => {
  const found = await complaints(page);
  await page.goto('./');
  await page.evaluate(() => {
    document.body.setAttribute('style', 'color: red');
    document.body.insertAdjacentHTML('beforeend', '<style>body { color: red }</style>');
  });
  await expect.poll(() => found.filter((it) => it.startsWith('violation: style-src'))).toHaveLength(2);
});

test('the site works below any path, unchanged', async ({ page }) => {
  const site = await serve({ '/some/path/': DIST });
  try {
    const found = await complaints(page);
    await pauseClock(page, NOW);
    await seedStorage(page, weeksOfSessions(NOW));
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${site.address}/some/path/`);
    await ready(page);
    await wholeVisit(page);
    expect(found).toEqual([]);
    expect(asked.filter((address) => !address.startsWith(`${site.address}/some/path/`))).toEqual([]);
  } finally {
    await site.close();
  }
});

test('the built page contains no inline script and no inline style', async () => {
  const page = await readFile(join(DIST, 'index.html'), 'utf8');
  const scripts = page.match(/<script[^>]*>/g);
  expect(scripts.length).toBeGreaterThan(0);
  const data = '<script type="application/ld+json">'; // structured data, which no policy restricts
  expect(scripts.filter((tag) => !tag.includes(' src=') && tag !== data)).toEqual([]);
  expect(page).not.toMatch(/<style[\s>]/);
  expect(page).not.toMatch(/<[^>]*\s(?:style|on[a-z]+)\s*=/);
});
