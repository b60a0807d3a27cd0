// A running widget wakes at each visible change and for its heartbeat; one that stands still does not wake at all.
import { expect, test } from '@playwright/test';

import { keep, safety } from '../kept.mjs';
import { leftover, openRoutine, pass, player, press, startHere, stopClock } from '../person.mjs';

/** Counts what the page's timers do. */
function count() {
  const counts = (window.wakes = {});
  const wrap = (name) => {
    const set = window[name];
    window[name] = (callback, ...given) =>
      set((...args) => {
        counts[name] = (counts[name] ?? 0) + 1;
        return callback(...args);
      }, ...given);
  };
  for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback']) wrap(name);
}

test.beforeEach(async ({ page }) => {
  await keep(page, safety);
  await stopClock(page);
  await page.addInitScript(count);
  await openRoutine(page);
});

/** What woke the page while some time passed. */
async function wakes(page, ms) {
  await page.evaluate(() => Object.keys(window.wakes).forEach((name) => delete window.wakes[name]));
  await pass(page, ms);
  return page.evaluate(() => ({ ...window.wakes }));
}

test('a running session wakes once a second for the view and five times for its heartbeat', async ({ page }) => {
  await startHere(page, 'Anchor stretch');
  await expect(player(page)).toBeVisible();
  expect(await wakes(page, 10_000)).toEqual({ setTimeout: 10, setInterval: 50 });
  expect(await wakes(page, 20_000), 'in a hold as well').toEqual({ setTimeout: 20, setInterval: 100 });
  expect(await wakes(page, 60_000), 'and over changes of phase').toEqual({ setTimeout: 60, setInterval: 300 });
});

test('commands add no wakes', async ({ page }) => {
  await startHere(page, 'Anchor stretch');
  await pass(page, 350);
  for (const name of ['Next', 'Previous', '+10 s', 'Pause', 'Resume', 'Restart exercise']) await press(page, name);
  const { setTimeout, setInterval } = await wakes(page, 10_000);
  expect(setTimeout).toBe(10);
  expect(setInterval).toBe(50);
});

test('a broken second costs one wake, not more', async ({ page }) => {
  await startHere(page, 'Anchor stretch');
  await pass(page, 12_345);
  await press(page, 'Pause');
  await press(page, 'Resume');
  expect(await wakes(page, 655)).toEqual({ setTimeout: 1, setInterval: 3 });
  expect((await wakes(page, 17_000)).setTimeout).toBe(17);
});

const STILL = {
  'the overview': () => {},
  'an overview that offers a session': async (page) => {
    await startHere(page, 'Anchor stretch');
    await pass(page, 12_000);
    await page.reload();
    await expect(leftover(page)).toContainText('You stopped in the middle');
  },
  'a pause': async (page) => {
    await startHere(page, 'Anchor stretch');
    await pass(page, 12_300);
    await press(page, 'Pause');
  },
  'an absence': async (page) => {
    await startHere(page, 'Anchor stretch');
    await pass(page, 12_000);
    await page.clock.fastForward(600_000);
    await expect(player(page)).toContainText('You were away');
  },
  'the end of a session': async (page) => {
    await startHere(page, 'Lying stretch');
    await pass(page, 12_000);
    await press(page, 'Stop');
  },
  'the progress screen': (page) => press(page, 'Progress'),
};

for (const [where, go] of Object.entries(STILL)) {
  test(`nothing wakes in ${where}`, async ({ page }) => {
    await go(page);
    expect(await wakes(page, 60_000)).toEqual({});
  });
}
