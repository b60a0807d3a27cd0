// Addresses that ask for something – `#start`, `#progress`, a hand-off link – are followed whenever they arrive, however
// worn they are from the way.
import { expect, test } from '@playwright/test';

import { ago, news, openProgress } from '../backup/device.mjs';
import { seedStorage, loggedSession, safetyNoticeRead } from '../fixtures/storage.mjs';
import { heading, openRoutine, pauseClock, player, press, readElement, readLog, start } from '../page-object.mjs';

test.beforeEach(async ({ page }) => {
  await pauseClock(page);
});

/** Adds a hash to the address of the open page, as a person does who types it or follows a link. */
const addToAddress = (page, hash) => page.evaluate((hash) => void (location.hash = hash), hash);

const state = (page) => readElement(page).then(({ state }) => state);

/** The hand-off link of a log, as the page makes it. */
async function handOffLink(browser, ...sessions) {
  const page = await (await browser.newContext()).newPage();
  await openProgress(page, ...sessions);
  const [opened] = await Promise.all([page.context().waitForEvent('page'), press(page, 'Move to another device')]);
  const link = await opened.getByRole('link', { name: 'Open Supple' }).getAttribute('href');
  await page.context().close();
  return link;
}

test('a shortcut added to the address of the open page acts at once, every time', async ({ page }) => {
  await seedStorage(page, safetyNoticeRead);
  await openRoutine(page);
  for (let time = 0; time < 2; time += 1) {
    await addToAddress(page, '#progress');
    await expect(heading(page, 'Progress')).toBeVisible();
    expect(new URL(page.url()).hash).toBe('');
    await press(page, 'Back to the routine');
  }
  await addToAddress(page, '#start');
  await expect(player(page)).toBeVisible();
});

test('a hand-off link opened in the open page offers what it brings', async ({ page, browser }) => {
  const link = await handOffLink(browser, loggedSession(ago(1)));
  await openRoutine(page);
  await page.goto(link);
  await expect(news(page)).toHaveText(/^This adds 1 session/);
});

test('the progress can be seen instead of the safety notice', async ({ page }) => {
  await openRoutine(page);
  await press(page, 'Start routine');
  await expect(page.getByRole('button', { name: 'I understand, start' })).toBeVisible();
  await addToAddress(page, '#progress');
  await expect(heading(page, 'Progress')).toBeVisible();
});

test('a session is not disturbed: what its address asks for comes afterwards', async ({ page, browser }) => {
  const link = await handOffLink(browser, loggedSession(ago(1)));
  await seedStorage(page, safetyNoticeRead);
  await openRoutine(page);
  await start(page);
  await page.goto(link);
  await expect.poll(() => new URL(page.url()).hash).toBe('');
  expect(await state(page)).toBe('running');
  await press(page, 'Pause');
  await expect.poll(() => state(page)).toBe('paused');
  await addToAddress(page, '#start'); // there is a session, so it goes on
  await expect.poll(() => state(page)).toBe('running');
  await press(page, 'Stop');
  await expect(news(page)).toHaveText(/^This adds 1 session/);
});

test('in the installed app, an address that arrives during a session is not the back gesture', async ({ page }) => {
  await page.addInitScript(() => {
    const { matchMedia } = window;
    window.matchMedia = (query) => (query === '(display-mode: standalone)' ? { matches: true } : matchMedia(query));
  });
  await seedStorage(page, safetyNoticeRead);
  await openRoutine(page);
  await start(page);
  await addToAddress(page, '#progress');
  await expect.poll(() => new URL(page.url()).hash).toBe('');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await state(page)).toBe('running');
  await page.goBack();
  await expect(page.getByRole('dialog', { name: 'End this session?' })).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Stop', exact: true }).click();
  // Nothing is left in the history to go back through.
  await expect.poll(() => page.evaluate(() => history.state)).toBe(null);
});

test("the launcher's shortcuts reach the app that is open, and the launch that opened it acts once", async ({
  page,
}) => {
  await page.addInitScript(() => {
    const setConsumer = (consumer) => {
      window.launch = (hash) => consumer({ targetURL: new URL(hash, document.baseURI).href });
      window.launch('#start');
    };
    Object.defineProperty(window, 'launchQueue', { value: { setConsumer } });
  });
  await openRoutine(page);
  expect(await state(page)).toBe('ready');
  await page.evaluate(() => window.launch('#progress'));
  await expect(heading(page, 'Progress')).toBeVisible();
  const manifest = await page.evaluate(async () => (await fetch('manifest.webmanifest')).json());
  expect(manifest.launch_handler.client_mode[0]).toBe('focus-existing');
});

for (const hash of ['#progress.', '#progress)', '#progress&utm_source=x', '#progress?fbclid=y', '#%20Progress%20']) {
  test(`a worn shortcut is understood: ${hash}`, async ({ page }) => {
    await openRoutine(page, `./${hash}`);
    await expect(heading(page, 'Progress')).toBeVisible();
  });
}

for (const hash of ['#progress-notes', '#additional', '#started', '#about', '#%E0%A4%A']) {
  test(`the address of something else is none: ${hash}`, async ({ page }) => {
    await openRoutine(page, `./${hash}`);
    expect(new URL(page.url()).hash).toBe(hash);
    await expect(heading(page, 'Progress')).toHaveCount(0);
    expect(await state(page)).toBe('ready');
  });
}

test('hand-off links survive messengers and mail programs', async ({ page, browser }) => {
  const [site, packed] = (await handOffLink(browser, loggedSession(ago(1)), loggedSession(ago(2)))).split('#add=');
  const middle = Math.floor(packed.length / 2);
  const [first, second] = [packed.slice(0, middle), packed.slice(middle)];
  await openRoutine(page);
  for (const hash of [
    `#add%3D${packed}`,
    `#add%253D${packed}`,
    `#add=3D${packed}`,
    `#Add=${packed}`,
    ...['.', ')', ',', '>', '%3E', '&utm_source=x', '?fbclid=y', '&fbclid=y', '_', '**', '.%20See%20you!'].map(
      (end) => `#add=${packed}${end}`,
    ),
    ...['%20', '+', '%0D%0A', '=%0D%0A', '%E2%80%8B', '%C2%AD'].map((gap) => `#add=${first}${gap}${second}`),
  ]) {
    await page.goto(site + hash);
    await expect(news(page), hash).toHaveText(/^This adds 2 sessions/);
    await press(page, 'Cancel');
    await expect(news(page), hash).toHaveText('Cancelled. Nothing was added.');
  }
  expect(await readLog(page)).toEqual([]);
});

test('the hand-off page follows its address: no link is left of a log that is gone', async ({ page }) => {
  await openProgress(page, loggedSession(ago(1)));
  const [opened] = await Promise.all([page.context().waitForEvent('page'), press(page, 'Move to another device')]);
  await expect(opened.getByRole('link', { name: 'Open Supple' })).toBeVisible();
  await addToAddress(opened, '');
  await expect(opened.locator('#lead')).toHaveText(/^This link doesn't contain any progress/);
  await expect(opened.getByRole('link', { name: 'Open Supple' }), 'without any of it').toHaveAttribute(
    'href',
    '../#progress',
  );
  await expect(opened.getByRole('button', { name: 'Copy the link' })).toBeHidden();
});
