// While things are drawn piece by piece, a press is to be seen before the next piece, and nothing that is pressed in between
// is lost.
import { expect, test } from '@playwright/test';
import { seedStorage, safetyNoticeRead } from '../fixtures/storage.mjs';
import { openRoutine, pauseClock } from '../page-object.mjs';
import { WASM, delayResponse } from '../delayed-response.mjs';
import { openPrerendered, widgetPainted } from './prerendered.mjs';

/** What the widget takes for a frame, in the hands of the test. */
function holdFrames() {
  /** Frames are late from now on, until the returned function is called. */
  window.lateFrames = () => {
    const { ResizeObserver } = window;
    const late = [];
    window.ResizeObserver = class extends ResizeObserver {
      observe(target) {
        late.push(() => super.observe(target));
      }
    };
    return () => {
      window.ResizeObserver = ResizeObserver;
      for (const observe of late) observe();
    };
  };
  window.task = () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(undefined);
    });
}

test.beforeEach(async ({ page }) => {
  await page.addInitScript(holdFrames);
  await seedStorage(page, safetyNoticeRead);
});

async function openPainted(page) {
  await page.goto('./');
  await widgetPainted(page);
}

test('nothing is drawn before the frame that shows a press', async ({ page }) => {
  const release = await delayResponse(page, WASM);
  await openPrerendered(page);
  await page.evaluate(() => {
    const root = document.querySelector('supple-routine').shadowRoot;
    const drawn = () => root.querySelectorAll('.mounted:last-child .overview *').length;
    /** The frame is late. Meanwhile the page has time for many tasks. */
    const press = async () => {
      const arrive = window.lateFrames();
      root.querySelector('#start-routine').click();
      for (let tasks = 0; tasks < 100; tasks += 1) await window.task();
      window.seen = { drawn: drawn(), isAnswered: Boolean(root.querySelector(':popover-open')) };
      arrive();
    };
    const begun = new MutationObserver(() => {
      if (root.querySelectorAll('.mounted').length < 2) return;
      begun.disconnect();
      press();
    });
    begun.observe(root, { childList: true, subtree: true });
  });
  release();
  await expect(page.getByRole('timer')).toBeVisible();
  expect(await page.evaluate(() => window.seen)).toEqual({ drawn: 0, isAnswered: true });
});

test('a session that is stopped in the task in which it began leaves no player behind', async ({ page }) => {
  await openPainted(page);
  await page.evaluate(async () => {
    const element = document.querySelector('supple-routine');
    await Promise.all([element.start(), element.stop()]);
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
  await expect(page.getByRole('button', { name: 'Start routine' })).toBeVisible();
  await expect(page.getByRole('timer')).toHaveCount(0);
});

test('nothing takes the place of a session whose player is yet to be drawn', async ({ page }) => {
  await openPainted(page);
  await page.evaluate(() => {
    const root = document.querySelector('supple-routine').shadowRoot;
    for (const id of ['start-routine', 'show-progress', 'start-routine']) root.querySelector(`#${id}`).click();
  });
  await expect(page.getByRole('timer')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Progress' })).toHaveCount(0);
});

test('the first key that is pressed in a player reaches it, though nothing there has the focus yet', async ({
  page,
}) => {
  const errors = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await pauseClock(page);
  await openRoutine(page);
  await page.evaluate(async () => {
    const root = document.querySelector('supple-routine').shadowRoot;
    const arrive = window.lateFrames();
    root.querySelector('#start-routine').focus();
    root.querySelector('#start-anchor').click();
    while (!root.querySelector('.player .heading')) await window.task();
    const focused = root.activeElement ?? document.body;
    window.seen = { isFocused: Boolean(focused.closest('.player')), keys: [] };
    addEventListener('keydown', ({ key }) => window.seen.keys.push(key));
    // The player has no use for the last one.
    for (const key of ['ArrowRight', 'x']) {
      focused.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
    }
    arrive();
  });
  await expect(page.getByText('Hold', { exact: true })).toBeVisible();
  // The page sees each press once.
  expect(await page.evaluate(() => window.seen)).toEqual({ isFocused: false, keys: ['ArrowRight', 'x'] });
  expect(errors).toEqual([]);
});

test('a session that the page begins where nothing is drawn comes into view with the focus', async ({ page }) => {
  await openPainted(page);
  await page.evaluate(async () => {
    const element = document.querySelector('supple-routine');
    const around = element.parentElement;
    const left = new Promise((resolve) =>
      around.addEventListener('contentvisibilityautostatechange', ({ skipped }) => skipped && resolve()),
    );
    around.style.marginTop = '9000px';
    around.style.contentVisibility = 'auto';
    await left;
    element.start();
  });
  await expect(page.locator('.player .heading')).toBeFocused();
  await expect(page.locator('.player .heading')).toBeInViewport();
});
