// The whole routine: every phase in order, each as long as it should be.
import { expect, test } from '@playwright/test';

import { seedStorage, savedOptions, safetyNoticeRead } from '../fixtures/storage.mjs';
import {
  takeEvents,
  heading,
  recordEvents,
  openRoutine,
  advanceClock,
  player,
  press,
  readFinishTable,
  readPlayer,
  pauseClock,
  startFacts,
} from '../page-object.mjs';
import { cards, heldOf, inFull, inMinutes, inWords, planOf, rowsOf } from './expected-plan.mjs';

/** The same options for every stretch that can be held more than once. */
const everyStretch = (choice) =>
  Object.fromEntries(cards.filter(({ dose }) => dose.repeats).map((exercise) => [exercise.id, choice(exercise)]));

/** What is left of many: core lays out and runs every plan (docs/decisions/browser-tests.md). */
const SETTINGS = {
  'with the most repeats, with a partner': {
    partner: true,
    exercises: everyStretch(({ dose }) => ({ repeats: dose.repeats.max })),
  },
  'with the right leg first, one leg at a time, four times': {
    first_leg: 'right',
    exercises: { seated: { variation: true, repeats: 4 }, anchor: { repeats: 2 } },
  },
  'with holds half as long, one of which ends on half a second': {
    hold_percent: 50,
    exercises: { anchor: { seconds: 15 } },
  },
  'without times between holds': { prepare_s: 0, switch_s: 0, recover_s: 0 },
};

async function open(page, chosen) {
  await recordEvents(page);
  await seedStorage(page, safetyNoticeRead, savedOptions(chosen));
  await pauseClock(page);
  await openRoutine(page);
}

/** What holds at the end of every whole session. */
async function finished(page, plan) {
  await expect(heading(page, 'First one done!')).toBeVisible();
  await expect(player(page)).toHaveCount(0);
  expect(await readFinishTable(page)).toEqual(rowsOf(inFull(plan)));
  const held = heldOf(inFull(plan));
  await expect(page.locator('.finish-facts')).toHaveText(
    `${inWords(held.left)} per leg · all ${plan.phases.at(-1).count} exercises`,
  );
  expect(held.left, 'both legs are held equally long').toBe(held.right);

  const events = await takeEvents(page);
  const started = events.find(({ type }) => type === 'supple-start');
  const complete = events.find(({ type }) => type === 'supple-complete');
  expect(complete.at - started.at, 'it takes as long as the plan').toBe(plan.totalMs);
  expect(complete.detail).toMatchObject({ complete: true, heldLeftMs: held.left, heldRightMs: held.right });
}

test('the default routine runs second by second through every phase', async ({ page }) => {
  const plan = planOf();
  await open(page, {});
  await press(page, 'Start routine');
  await expect(player(page)).toBeVisible();
  for (const { ms, read } of plan.phases) {
    const seen = await readPlayer(page);
    expect(seen).toEqual(read);
    await advanceClock(page, 1);
    expect(await readPlayer(page), 'a second is shown until it is over').toEqual(seen);
    await advanceClock(page, ms - 2);
    expect(await readPlayer(page), 'the last second').toMatchObject({
      what: read.what,
      exercise: read.exercise,
      seconds: '1',
    });
    await advanceClock(page, 1);
  }
  await finished(page, plan);
});

for (const [setting, chosen] of Object.entries(SETTINGS)) {
  test(`every phase is shown in order, ${setting}`, async ({ page }) => {
    const plan = planOf(chosen);
    await open(page, chosen);
    const length = `${inMinutes(plan.totalMs)} · ${plan.phases.at(-1).count} exercises · You'll need a chair`;
    await expect(startFacts(page)).toHaveText(length);
    await press(page, 'Start routine');
    await expect(player(page)).toBeVisible();
    for (const { ms, read } of plan.phases) {
      expect(await readPlayer(page)).toEqual(read);
      await advanceClock(page, ms);
    }
    await finished(page, plan);
  });
}
