// The page as an app: the invitation to install it, persistent storage, shortcuts, and the back button.
import { expect, test } from '@playwright/test';
import { violations } from '../accessibility/violations.mjs';
import { seedStorage, safetyNoticeRead } from '../fixtures/storage.mjs';
import {
  heading,
  openRoutine,
  advanceClock,
  press,
  reload,
  start,
  startHere,
  pauseClock,
  widgetReady,
} from '../page-object.mjs';

const state = (page) => page.locator('supple-routine').evaluate((it) => it.state);
const invitation = (page) => page.getByText('Add Supple to your home screen?');

/** Completes the last exercise. */
async function finish(page) {
  await startHere(page, 'Lying stretch');
  await page.getByRole('timer').waitFor();
  await advanceClock(page, 120_000);
  await expect.poll(() => state(page)).toBe('done');
}

/** A browser that can install the page and says so. */
const canInstall = (page) =>
  page.addInitScript(() => {
    window.prompted = 0;
    addEventListener('load', () => {
      const event = new Event('beforeinstallprompt', { cancelable: true });
      event.prompt = () => (window.prompted += 1);
      event.userChoice = Promise.resolve({ outcome: 'accepted' });
      dispatchEvent(event);
      window.isHeldBack = event.defaultPrevented;
    });
  });

const isInstalled = (page) =>
  page.addInitScript(() => {
    const { matchMedia } = window;
    window.matchMedia = (query) => (query === '(display-mode: standalone)' ? { matches: true } : matchMedia(query));
  });

test.beforeEach(async ({ page }) => {
  await pauseClock(page);
  await seedStorage(page, safetyNoticeRead);
});

test('after a completed session it invites once, and asks the browser for persistent storage', async ({ page }) => {
  await canInstall(page);
  await page.addInitScript(() => {
    window.asked = 0;
    navigator.storage.persist = async () => Boolean((window.asked += 1));
  });
  await openRoutine(page);
  expect(await page.evaluate(() => window.isHeldBack)).toBe(true);
  await expect(invitation(page)).toHaveCount(0);
  expect(await page.evaluate(() => window.asked)).toBe(0);
  await finish(page);
  await expect(invitation(page)).toBeVisible();
  expect(await page.evaluate(() => window.asked)).toBe(1);
  await press(page, 'Add');
  await expect(invitation(page)).toHaveCount(0);
  expect(await page.evaluate(() => window.prompted)).toBe(1);
  await reload(page);
  await finish(page);
  await expect(invitation(page)).toHaveCount(0);
});

test('people who decline are not asked again', async ({ page }) => {
  await canInstall(page);
  await openRoutine(page);
  await finish(page);
  await press(page, 'Not now');
  await reload(page);
  await finish(page);
  await expect(invitation(page)).toHaveCount(0);
  expect(await page.evaluate(() => window.prompted)).toBe(0);
});

test("a session that was stopped early doesn't bring the invitation", async ({ page }) => {
  await canInstall(page);
  await openRoutine(page);
  await start(page);
  await advanceClock(page, 13_000);
  await press(page, 'Stop');
  await expect.poll(() => state(page)).toBe('done');
  await expect(invitation(page)).toHaveCount(0);
});

test('without an install prompt, as on an iPhone, it says how to install', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'standalone', { value: false }));
  await openRoutine(page);
  await finish(page);
  await expect(page.getByText('Add to Home Screen')).toBeVisible();
  await press(page, 'Got it');
  await reload(page);
  await finish(page);
  await expect(page.getByText('Add to Home Screen')).toHaveCount(0);
});

/** An Apple browser, with or without persistent storage. */
const isWebKit = (page, isKept) =>
  page.addInitScript((isKept) => {
    Object.defineProperty(navigator, 'vendor', { value: 'Apple Computer, Inc.' });
    navigator.storage.persist = async () => isKept;
  }, isKept);

test('if the browser may delete the storage, it says so once and leads to the backup file', async ({ page }) => {
  await isWebKit(page, false);
  await openRoutine(page);
  await finish(page);
  await expect(page.getByText('Safari may delete your progress')).toBeVisible();
  await press(page, 'Save a backup');
  await expect(page.getByRole('region', { name: 'Backup' })).toBeVisible();
  await expect(page.getByText('Safari may delete your progress')).toHaveCount(0);
  await press(page, 'Back to the routine');
  expect(await state(page)).toBe('ready');
  await reload(page);
  await finish(page);
  await expect(page.getByText('Safari may delete your progress')).toHaveCount(0);
});

test('on an iPhone one message covers deletion and the home screen; with persistent storage it leaves deletion out', async ({
  page,
  browser,
}) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'standalone', { value: false }));
  await isWebKit(page, false);
  await openRoutine(page);
  await finish(page);
  await expect(page.getByText(/Add to Home Screen.*Safari may delete your progress/)).toBeVisible();
  await press(page, 'Got it');

  const other = await browser.newPage();
  await pauseClock(other);
  await seedStorage(other, safetyNoticeRead);
  await isWebKit(other, true);
  await openRoutine(other);
  await finish(other);
  await expect(other.getByRole('button', { name: 'Done' })).toBeVisible();
  await expect(other.getByText('Safari may delete your progress')).toHaveCount(0);
});

test("somebody else's value under its key is left alone", async ({ page }) => {
  await canInstall(page);
  await openRoutine(page);
  await page.evaluate(() => localStorage.setItem('supple:app', '{"version":7,"install":"later","else":[1]}'));
  await finish(page);
  await press(page, 'Not now');
  expect(await page.evaluate(() => JSON.parse(localStorage.getItem('supple:app')))).toMatchObject({
    else: [1],
    install: 'answered',
  });
});

test("shortcuts start the routine and show the progress, and reloading doesn't repeat them", async ({ page }) => {
  await openRoutine(page, './#start');
  await expect(page.getByRole('timer')).toBeVisible();
  await press(page, 'Stop');
  await reload(page);
  expect(await state(page)).toBe('ready');
  await page.goto('about:blank');
  await page.goto('./#progress');
  await widgetReady(page);
  await expect(heading(page, 'Progress')).toBeVisible();
});

test('installed, the back button asks before it leaves a session', async ({ page }) => {
  await isInstalled(page);
  await page.goto('about:blank');
  await openRoutine(page);
  await start(page);
  await page.goBack();
  await expect(page.getByRole('dialog', { name: 'End this session?' })).toBeVisible();
  expect(await state(page)).toBe('paused');
  await press(page, 'Keep going');
  await expect.poll(() => state(page)).toBe('running');
  await advanceClock(page, 13_000);
  await page.goBack();
  await page.keyboard.press('Escape');
  await expect.poll(() => state(page)).toBe('running');
  await page.goBack();
  await page.getByRole('dialog').getByRole('button', { name: 'Stop', exact: true }).click();
  await expect.poll(() => state(page)).toBe('done');
  // That used up the history entry: the next step back leaves.
  await expect.poll(() => page.evaluate(() => history.state)).toBe(null);
  await page.goBack();
  expect(page.url()).toBe('about:blank');
});

for (const colorScheme of ['light', 'dark']) {
  test(`axe finds no violation in what the page offers and asks: ${colorScheme}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await canInstall(page);
    await isInstalled(page);
    await openRoutine(page);
    await finish(page);
    await expect(invitation(page)).toBeVisible();
    await page.clock.resume();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await press(page, 'Done');
    await start(page);
    await page.goBack();
    await expect(page.getByRole('dialog', { name: 'End this session?' })).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}

test("in a browser tab the back button is the browser's", async ({ page }) => {
  await page.goto('about:blank');
  await openRoutine(page);
  await start(page);
  await page.goBack();
  expect(page.url()).toBe('about:blank');
});
