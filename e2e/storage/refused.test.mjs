// Storage that is full, forbidden, broken or missing: the person is told, and a whole session works in memory.
import { expect, test } from '@playwright/test';

import { storageKey, loggedSession, safetyNoticeRead } from '../fixtures/storage.mjs';
import {
  heading,
  notices,
  openRoutine,
  advanceClock,
  player,
  press,
  readFinishTable,
  readFacts,
  dismissNotices,
  readPlayer,
  start,
  pauseClock,
  readStorage,
  readLog,
  SUNDAY,
} from '../page-object.mjs';
import { heldOf, inFull, inWords, planOf, rowsOf } from '../routine/expected-plan.mjs';

const FULL = /Storage is full/;
const UNAVAILABLE = /Your browser is blocking storage/;

/** Ways in which storage fails, applied before the page's first script. */
const FAILURES = {
  'every write says that there is no room': [
    FULL,
    () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('no room', 'QuotaExceededError');
      };
    },
  ],
  'every write is refused': [
    UNAVAILABLE,
    () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('no', 'NotAllowedError');
      };
    },
  ],
  'every call throws': [
    UNAVAILABLE,
    () => {
      const broken = () => {
        throw new Error('broken');
      };
      const traps = {
        get: broken,
        set: broken,
        has: broken,
        ownKeys: broken,
        getOwnPropertyDescriptor: broken,
        deleteProperty: broken,
      };
      const storage = new Proxy({}, traps);
      Object.defineProperty(window, 'localStorage', { get: () => storage });
    },
  ],
  'every method throws': [
    UNAVAILABLE,
    () => {
      for (const method of ['getItem', 'setItem', 'removeItem', 'key', 'clear']) {
        Storage.prototype[method] = () => {
          throw new DOMException('broken', 'InvalidStateError');
        };
      }
    },
  ],
  'looking at localStorage is forbidden': [
    UNAVAILABLE,
    () => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('forbidden', 'SecurityError');
        },
      });
    },
  ],
  'localStorage is null': [UNAVAILABLE, () => Object.defineProperty(window, 'localStorage', { get: () => null })],
  'there is no localStorage': [
    UNAVAILABLE,
    () => Object.defineProperty(window, 'localStorage', { get: () => undefined }),
  ],
};

for (const [failure, [says, fail]] of Object.entries(FAILURES)) {
  test(`if ${failure}, the person is told once, and a session runs to its end`, async ({ page }) => {
    const errors = [];
    page.on('pageerror', (error) => errors.push(error.message));
    const plan = planOf();
    await page.addInitScript(fail);
    await pauseClock(page);
    await openRoutine(page);
    const told = await dismissNotices(page);
    await start(page);
    await heading(page, 'Jumping jacks').hover(); // a click would pause
    expect(told).toEqual([expect.stringMatching(says)]);
    for (const { kind, ms, read } of plan.phases) {
      // In a first session the timer waits, so what is left is an estimate.
      if (kind === 'prepare') {
        expect(await readPlayer(page)).toMatchObject({ what: read.what, exercise: read.exercise });
        await press(page, "I'm ready");
      } else {
        expect(await readPlayer(page)).toEqual({ ...read, left: expect.stringMatching(/^about/) });
        await page.clock.fastForward(ms);
      }
    }
    await expect(heading(page, 'First one done!')).toBeVisible();
    expect(await readFinishTable(page)).toEqual(rowsOf(inFull(plan)));

    // As long as the page lives, it remembers the session, the options, and that the notice was accepted.
    await press(page, 'See progress');
    await expect(page.locator('.sessions li')).toHaveCount(1);
    expect(await readFacts(page)).toMatchObject({ 'Current streak': '1 day', 'In total': '1 day' });
    await press(page, 'Back to the routine');
    await page.locator('#options').getByText('More settings', { exact: true }).click();
    await page.locator('#options').getByText('Someone is helping me', { exact: true }).click();
    await press(page, 'Start routine');
    await expect(player(page)).toBeVisible();
    expect(await readPlayer(page)).toEqual(planOf({ partner: true }).phases[0].read);
    expect(told, 'once is enough').toHaveLength(1);
    expect(errors).toEqual([]);
  });
}

test('what was saved before the storage was full stays, and still counts', async ({ page }) => {
  const before = { ...safetyNoticeRead, ...loggedSession(SUNDAY - 86_400_000) };
  await page.addInitScript((before) => {
    for (const [key, thing] of Object.entries(before)) localStorage.setItem(key, JSON.stringify(thing));
    Storage.prototype.setItem = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
  }, before);
  await pauseClock(page);
  await openRoutine(page);
  await press(page, 'Start routine');
  const plan = planOf();
  for (const { ms } of plan.phases) await page.clock.fastForward(ms);
  const twice = inWords(2 * heldOf(inFull(plan)).left);
  await expect(page.locator('.totals')).toHaveText(`2 days so far · ${twice} per leg · best streak 2 days`);
  const texts = Object.fromEntries(Object.entries(before).map(([key, thing]) => [key, JSON.stringify(thing)]));
  expect(await readStorage(page)).toEqual(texts);
});

test('storage that is full for a while loses nothing: once there is room, everything is saved', async ({ page }) => {
  await page.addInitScript((saved) => {
    for (const [key, thing] of Object.entries(saved)) localStorage.setItem(key, JSON.stringify(thing));
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function (...given) {
      if (window.isFull) throw new DOMException('no room', 'QuotaExceededError');
      set.apply(this, given);
    };
  }, safetyNoticeRead);
  await pauseClock(page);
  await openRoutine(page);
  await press(page, 'Start routine');
  await advanceClock(page, 75_000);
  await page.evaluate(() => (window.isFull = true));
  await advanceClock(page, 100_000);
  await expect(notices(page).getByText(FULL)).toBeVisible();
  const [meanwhile] = await readLog(page);
  expect(meanwhile.entries, 'the log from before is still whole').toHaveLength(1);
  await page.evaluate(() => (window.isFull = false));
  await advanceClock(page, 90_000);
  const [saved] = await readLog(page);
  expect(
    saved.entries.map(([exercise]) => exercise),
    'everything done in the meantime',
  ).toEqual(['jumping-jacks', 'jogging-in-place', 'leg-lunges', 'knee-raises', 'leg-swings']);
  expect(Object.keys(await readStorage(page, storageKey('running:')))).toHaveLength(1);
});
