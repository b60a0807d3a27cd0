// While the widget takes over piece by piece, a press is to be seen before the next piece is drawn.
import { expect, test } from '@playwright/test';
import { seedStorage, safetyNoticeRead } from '../fixtures/storage.mjs';
import { WASM, delayResponse } from '../delayed-response.mjs';
import { openPrerendered, widgetPainted } from './prerendered.mjs';

test('nothing is drawn before the frame that shows a press', async ({ page }) => {
  await seedStorage(page, safetyNoticeRead);
  const release = await delayResponse(page, WASM);
  await openPrerendered(page);
  await page.evaluate(() => {
    const root = document.querySelector('supple-routine').shadowRoot;
    const drawn = () => root.querySelectorAll('.mounted:last-child .overview *').length;
    const frames = [];
    /** The frame is late. Meanwhile the page has time for many tasks. */
    const press = async () => {
      const { requestAnimationFrame } = window;
      window.requestAnimationFrame = (callback) => frames.push(callback);
      root.querySelector('#start-routine').click();
      const { port1, port2 } = new MessageChannel();
      for (let task = 0; task < 100; task += 1) {
        await new Promise((resolve) => {
          port1.onmessage = resolve;
          port2.postMessage(undefined);
        });
      }
      window.seen = { drawn: drawn(), isAnswered: Boolean(root.querySelector(':popover-open')) };
      window.requestAnimationFrame = requestAnimationFrame;
      for (const callback of frames) requestAnimationFrame(callback);
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
  await seedStorage(page, safetyNoticeRead);
  await page.goto('./');
  await widgetPainted(page);
  await page.evaluate(async () => {
    const element = document.querySelector('supple-routine');
    await Promise.all([element.start(), element.stop()]);
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
  await expect(page.getByRole('button', { name: 'Start routine' })).toBeVisible();
  await expect(page.getByRole('timer')).toHaveCount(0);
});
