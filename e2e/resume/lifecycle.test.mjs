// The browser freezes a page, or caches it while the person visits another: the session stays where it was, quietly.
import { expect, test } from '@playwright/test';

import { heardCues, spoken } from '../cues/harness.mjs';
import { installFakes, takeCalls, takeTones } from '../cues/fakes.mjs';
import { savedOptions, seedStorage, safetyNoticeRead } from '../fixtures/storage.mjs';
import {
  takeEvents as events,
  recordEvents,
  openRoutine,
  advanceClock,
  player,
  press,
  readFinishTable,
  readElement,
  startHere,
  pauseClock,
  readLog,
  resumeHold,
} from '../page-object.mjs';


const AWAY = 'Welcome back. Ready to continue?';
/** A sound may be this far from its instant, where the first of two comes from a press. */
const NEAR_MS = 50;

/** Reads the cues of a page whose clock began at 0. */
const harness = (page) => ({ page, startedAt: 0 });
const kinds = async (page) => (await heardCues(harness(page))).map(([, kind]) => kind);

/** Everything that could startle somebody since the last time: what was spoken, vibrated and flashed. */
async function startled(page) {
  const all = { voice: await spoken(harness(page)) };
  for (const ability of ['vibration', 'flash']) all[ability] = await takeCalls(page, ability);
  return Object.entries(all).flatMap(([ability, given]) => given.map(() => ability));
}

/**
 * Hides the page, freezes it for some time and shows it again: nothing of it runs meanwhile, its sound stops, and the
 * events arrive before any late timer. Simulated, because Chromium freezes only hidden pages and Playwright
 * keeps every page visible, so that CDP's Page.setWebLifecycleState does nothing.
 */
const freeze = (page, ms) =>
  page.evaluate((ms) => {
    const show = (state) => {
      Object.defineProperty(document, 'hidden', { value: state === 'hidden', configurable: true });
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    };
    const stand = (stands) => window.audio.contexts.forEach((context) => context.become(context.state, stands));
    show('hidden');
    document.dispatchEvent(new Event('freeze'));
    stand(true);
    for (const clock of [performance, Date]) {
      const now = clock.now.bind(clock);
      Object.defineProperty(clock, 'now', { value: () => now() + ms, configurable: true, writable: true });
    }
    stand(false);
    document.dispatchEvent(new Event('resume'));
    show('visible');
  }, ms);

/** A session five seconds into the hold of the left leg, on the virtual clock. */
async function hold(page) {
  await pauseClock(page);
  await installFakes(page);
  await recordEvents(page);
  await seedStorage(page, safetyNoticeRead);
  await openRoutine(page);
  await startHere(page, 'Anchor stretch');
  await advanceClock(page, 15_000);
  expect(await readElement(page)).toMatchObject({ state: 'running', phase: 'hold', remainingMs: 15_000 });
  expect(await kinds(page)).toEqual(['next', 'begin']);
  await startled(page);
  await events(page);
}

test('after a minute frozen the session catches up, with one cue at most', async ({ page }) => {
  await hold(page);
  await freeze(page, 70_000);
  await advanceClock(page, 1_000);
  // 15 s left leg, 5 s, 20 s right leg, 20 s preparation, and 11 s of the next hold.
  expect(await readElement(page)).toMatchObject({
    state: 'running',
    exerciseId: 'seated',
    phase: 'hold',
    repeat: 1,
    remainingMs: 9_000,
  });
  expect((await events(page)).map(({ type, detail }) => [type, detail.phase])).toEqual([['supple-phase', 'hold']]);
  const late = (await kinds(page)).slice(2);
  expect(late.length, `heard on coming back: ${late}`).toBeLessThanOrEqual(1);
  const given = await startled(page);
  expect(given, 'each output at most once').toEqual([...new Set(given)]);

  // From here on every cue is at its instant again.
  const now = await page.evaluate(() => performance.now());
  await advanceClock(page, 9_500);
  const next = [
    [now + 6_000, 'last'],
    [now + 7_000, 'last'],
    [now + 8_000, 'last'],
    [now + 9_000, 'recover'],
  ];
  expect((await heardCues(harness(page))).slice(2 + late.length)).toEqual(
    next.map(([at, kind]) => [Math.round(at), kind]),
  );
  await press(page, 'Stop');
  expect(await readFinishTable(page)).toEqual([
    ['Anchor stretch', '20 s', '20 s'],
    ['Seated stretch', '20 s', '20 s'],
  ]);
});

test('after ten minutes frozen the session is where it was, says nothing, and asks', async ({ page }) => {
  await hold(page);
  await freeze(page, 600_000);
  await advanceClock(page, 1_000);
  expect(await readElement(page)).toMatchObject({
    state: 'away',
    exerciseId: 'anchor',
    side: 'left',
    phase: 'hold',
    remainingMs: 15_000,
  });
  await expect(player(page)).toContainText(AWAY);
  expect((await events(page)).map(({ type, detail }) => [type, detail.state])).toEqual([['supple-pause', 'away']]);
  await advanceClock(page, 120_000);
  expect(await kinds(page), 'nothing more is heard').toEqual(['next', 'begin']);
  expect(await startled(page)).toEqual([]);
  expect(await readLog(page)).toEqual([]);

  await resumeHold(page);
  const now = await page.evaluate(() => performance.now());
  await advanceClock(page, 15_500);
  const next = [
    [now - 5_000, 'ready'],
    [now, 'begin'],
    [now + 5_000, 'halfway'],
    [now + 12_000, 'last'],
    [now + 13_000, 'last'],
    [now + 14_000, 'last'],
    [now + 15_000, 'switch'],
  ];
  expect((await heardCues(harness(page))).slice(2)).toEqual(next.map(([at, kind]) => [Math.round(at), kind]));
  await press(page, 'Stop');
  expect(await readFinishTable(page)).toEqual([['Anchor stretch', '20 s', '0 s']]);
});

test('stopping instead of answering credits what was held before the page froze', async ({ page }) => {
  await hold(page);
  await freeze(page, 600_000);
  await advanceClock(page, 1_000);
  await press(page, 'Stop');
  expect(await readFinishTable(page)).toEqual([['Anchor stretch', '5 s', '0 s']]);
});

test('after leaving the page and returning, the session is paused at its place, and audible again once it resumes', async ({
  page,
}) => {
  await installFakes(page);
  await recordEvents(page);
  // Resuming takes no time, so that nothing but what follows it is heard.
  await seedStorage(page, { ...safetyNoticeRead, ...savedOptions({ resume_s: 0 }) });
  await openRoutine(page);
  await startHere(page, 'Anchor stretch');
  await expect(player(page)).toBeVisible();
  await press(page, 'Next');
  await expect.poll(async () => (await readElement(page)).remainingMs, { intervals: [20] }).toBeLessThan(18_500);
  // What a page hears that the browser keeps for those who go back. A browser without a window keeps none.
  const leftAt = await page.evaluate(() => {
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    const { remainingMs } = document.querySelector('supple-routine');
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    return remainingMs;
  });
  await expect(player(page)).toContainText('Paused');
  const found = await readElement(page);
  expect(found).toMatchObject({ state: 'paused', exerciseId: 'anchor', side: 'left', phase: 'hold', repeat: 1 });
  expect(found.remainingMs).toBe(leftAt);

  const before = (await takeTones(page)).length;
  await press(page, 'Resume');
  const { state, remainingMs } = await readElement(page);
  expect(state).toBe('running');
  expect(remainingMs).toBeLessThanOrEqual(found.remainingMs);
  await press(page, 'Next');
  // The three notes of switching legs, and five seconds later the one that begins the hold.
  const since = async () => (await takeTones(page)).slice(before);
  await expect
    .poll(async () => (await since()).map(({ frequency }) => frequency), { timeout: 10_000 })
    .toEqual([659, 440, 659, 440]);
  const [changing, , , begin] = await since();
  expect(Math.abs(begin.at - changing.at - 5_000), 'at its instant').toBeLessThanOrEqual(NEAR_MS);
});
