// A running widget wakes for visible changes; an idle one doesn't wake at all.
import { expect, test } from '@playwright/test';

import { seedStorage, safetyNoticeRead } from '../fixtures/storage.mjs';
import {
  callMethod,
  figuresReady,
  resumeOffer,
  openRoutine,
  advanceClock,
  player,
  press,
  pressInMore,
  reload,
  startHere,
  pauseClock,
  resumeHold,
} from '../page-object.mjs';

/** Counts the page's timers. */
function count() {
  const counts = (window.wakes = {});
  const wrap = (name) => {
    const set = window[name];
    window[name] = (callback, ...given) =>
      set(
        (...args) => {
          counts[name] = (counts[name] ?? 0) + 1;
          return callback(...args);
        },
        ...given,
      );
  };
  for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback']) wrap(name);
}

test.beforeEach(async ({ page }) => {
  await seedStorage(page, safetyNoticeRead);
  await pauseClock(page);
  await page.addInitScript(count);
  await openRoutine(page);
  await settle(page);
});

/** Lets everything come that loads when the page is idle. */
async function settle(page) {
  await figuresReady(page);
  await advanceClock(page, 1_000);
}

/** What woke the page while some time passed. */
async function wakes(page, ms) {
  await page.evaluate(() => Object.keys(window.wakes).forEach((name) => delete window.wakes[name]));
  await advanceClock(page, ms);
  return page.evaluate(() => ({ ...window.wakes }));
}

test('a running session wakes once a second, and its heartbeat goes along with that', async ({ page }) => {
  await callMethod(page, 'start', 'anchor');
  await expect(player(page)).toBeVisible();
  for (const [seconds, when] of [
    [10, 'getting ready'],
    [20, 'in a hold'],
    [60, 'over changes of phase'],
  ]) {
    // The compositor moves the figure.
    expect(await wakes(page, seconds * 1_000), when).toEqual({ setTimeout: seconds });
  }
});

test('commands cause no extra wakes', async ({ page }) => {
  await startHere(page, 'Anchor stretch');
  await advanceClock(page, 350);
  for (const name of ['Next', 'Previous', 'Need more time · +10 s', 'Pause', 'Resume']) await press(page, name);
  await pressInMore(page, 'Start this one again');
  expect(await wakes(page, 10_000)).toEqual({ setTimeout: 10 });
});

test('a partial second costs a single wake', async ({ page }) => {
  await startHere(page, 'Anchor stretch');
  await advanceClock(page, 12_345);
  await press(page, 'Pause');
  await resumeHold(page);
  expect(await wakes(page, 654)).toEqual({});
  expect(await wakes(page, 1), 'the second').toEqual({ setTimeout: 1 });
  expect(await wakes(page, 17_000)).toEqual({ setTimeout: 17 });
});

const STILL = {
  'the overview': () => {},
  'an overview that offers a session': async (page) => {
    await startHere(page, 'Anchor stretch');
    await advanceClock(page, 12_000);
    await reload(page);
    await settle(page);
    await expect(resumeOffer(page)).toContainText('Pick up where you left off');
  },
  'a pause': async (page) => {
    await startHere(page, 'Anchor stretch');
    await advanceClock(page, 12_300);
    await press(page, 'Pause');
  },
  'an absence': async (page) => {
    await startHere(page, 'Anchor stretch');
    await advanceClock(page, 12_000);
    await page.clock.fastForward(600_000);
    await expect(player(page)).toContainText('Welcome back');
  },
  'the end of a session': async (page) => {
    await startHere(page, 'Lying stretch');
    await advanceClock(page, 12_000);
    await press(page, 'Stop');
  },
  'the progress screen': async (page) => {
    await press(page, 'Progress');
    await page.getByText('Your first session').waitFor();
  },
};

for (const [where, go] of Object.entries(STILL)) {
  test(`nothing wakes in ${where}`, async ({ page }) => {
    await go(page);
    expect(await wakes(page, 60_000)).toEqual({});
  });
}
