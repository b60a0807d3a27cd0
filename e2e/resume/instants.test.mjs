// Whenever a visit ends, the next one finds the session where it was: offered, paused, never started by itself.
import { expect, test } from '@playwright/test';

import { randomNumbers, seed } from '../random.mjs';
import { seedStorage, savedOptions, safetyNoticeRead } from '../fixtures/storage.mjs';
import {
  resumeOffer,
  openRoutine,
  advanceClock,
  player,
  press,
  readElement,
  readPlayer,
  reload,
  startHere,
  pauseClock,
  readStorage,
  readLog,
  resumeHold,
} from '../page-object.mjs';
import { cards, planOf } from '../routine/expected-plan.mjs';

/** For every way of leaving and every setting: 27 in all. */
const INSTANTS = 3;
const RUNNING = 'supple:default:running:';
/** The place must be found within this distance. */
const NEAR_MS = 250;
/** The same where nobody hears of the end: a heartbeat, and the second that it may come late. */
const NEAR_UNHEARD_MS = 5_000;

const SETTINGS = [
  {},
  { partner: true, first_leg: 'right', hold_percent: 150 },
  { exercises: { seated: { variation: true, repeats: 5 }, 'leg-lunges': { leave_out: true } } },
];

const KEYS = ['Space', '+', 'ArrowRight', 'ArrowLeft', 'r'];

/** Ways in which a visit ends; each returns the page of the next one. */
const ENDS = {
  async reloading(page) {
    await reload(page);
    return page;
  },
  async 'closing the tab and opening another'(page) {
    const closed = page.waitForEvent('close');
    await page.close({ runBeforeUnload: true });
    await closed;
    return page;
  },
  async 'an end without any event'(page) {
    await page.evaluate(() => (window.endsUnheard = true));
    return page;
  },
};

/** Hides the page's end from the widget if a test says so. The first listener can keep an event from the others. */
function muffle() {
  for (const type of ['pagehide', 'visibilitychange', 'beforeunload']) {
    window.addEventListener(type, (event) => window.endsUnheard && event.stopImmediatePropagation(), { capture: true });
  }
}

/** Goes to a random moment of a session. */
async function wander(page, any, plan) {
  const start = any.oneOf([...new Set(plan.phases.map((phase) => phase.card))]);
  await startHere(page, cards.find(({ id }) => id === start).name);
  await expect(player(page)).toBeVisible();
  // First in long strides, like a hidden page, then tick by tick.
  await page.clock.fastForward(any.below(55_000));
  await page.clock.fastForward(any.below(55_000));
  await advanceClock(page, any.below(5_000));
  if (any.below(3) === 0) {
    if (!(await isOver(page))) await page.keyboard.press(any.oneOf(KEYS));
    await advanceClock(page, any.below(4_000));
  }
}

/** Whether no session is under way: there is no finish screen where nothing was done. */
const isOver = async (page) => ['done', 'ready'].includes((await readElement(page)).state);

async function leaveFinish(page) {
  if ((await readElement(page)).state === 'done') await press(page, 'Done');
}

const kept = async (page, id) => (await readLog(page)).find((record) => record.id === id)?.entries ?? [];

for (const [end, leave] of Object.entries(ENDS)) {
  for (const [i, chosen] of SETTINGS.entries()) {
    test(`${INSTANTS} times, a session is found again after ${end} (${i + 1})`, async ({ page: first, context }) => {
      test.setTimeout(120_000);
      console.log(`SUPPLE_SEED=${seed}`);
      const any = randomNumbers(`${end} ${i}`);
      const plan = planOf(chosen);
      let page = first;
      await seedStorage(page, safetyNoticeRead, savedOptions(chosen));
      await page.addInitScript(muffle);
      await pauseClock(page);
      await openRoutine(page);
      for (let instant = 1; instant <= INSTANTS; instant += 1) {
        await test.step(`instant ${instant}`, async () => {
          await wander(page, any, plan);
          while (await isOver(page)) {
            await leaveFinish(page);
            await wander(page, any, plan);
          }
          const before = { ...(await readElement(page)), ...(await readPlayer(page)) };
          const [{ id }] = Object.values(await readStorage(page, RUNNING)).map((text) => JSON.parse(text));
          const entries = await kept(page, id);

          page = await leave(page);
          if (page.isClosed()) {
            page = await context.newPage();
            await openRoutine(page);
          } else {
            await reload(page);
          }
          await found(
            page,
            before,
            entries,
            id,
            leave === ENDS['an end without any event'] ? NEAR_UNHEARD_MS : NEAR_MS,
          );
        });
      }
    });
  }
}

/** What must hold at the next visit. */
async function found(page, before, entries, id, nearMs) {
  await expect(resumeOffer(page)).toContainText('Pick up where you left off');
  await expect(resumeOffer(page)).toContainText(before.exercise);
  await advanceClock(page, 90_000);
  expect((await readElement(page)).state, 'it never starts by itself').toBe('ready');

  await press(page, 'Continue');
  await expect(player(page)).toBeVisible();
  await advanceClock(page, 90_000);
  const after = { ...(await readElement(page)), ...(await readPlayer(page)) };
  expect(after).toMatchObject({ state: 'paused', what: 'Paused' });
  for (const same of ['exerciseId', 'side', 'phase', 'repeat', 'exercise', 'leg', 'place']) {
    expect(after[same], same).toBe(before[same]);
  }
  expect(Math.abs(after.remainingMs - before.remainingMs), 'remaining time').toBeLessThanOrEqual(nearMs);
  expect(await kept(page, id), 'the log is whole').toEqual(entries);

  if (after.phase === 'hold') await resumeHold(page);
  else await press(page, 'Resume');
  await advanceClock(page, 200);
  const now = await readElement(page);
  if (after.remainingMs > 200) expect(now.remainingMs).toBe(after.remainingMs - 200);
  if (!(await isOver(page))) await press(page, 'Stop');
  const since = (await kept(page, id)).slice(entries.length);
  expect((await kept(page, id)).slice(0, entries.length), 'and only appended to').toEqual(entries);
  const [held] = since;
  // If a phase without a log entry was just ending, the first new entry may belong to the next phase.
  if (held && held[0] === before.exerciseId && ['hold', 'move'].includes(before.phase)) {
    const elapsedMs = held[5] - before.remainingMs + Math.min(200, after.remainingMs);
    // Time that nobody saw is not credited.
    expect(Math.abs(held[4] - elapsedMs), 'what was held before counts too').toBeLessThanOrEqual(2 * nearMs);
  }
  await leaveFinish(page);
}
