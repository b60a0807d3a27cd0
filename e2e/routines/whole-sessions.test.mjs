// Every built-in routine from its own page: what it shows, and every phase in order, each as long as it should be.
import { expect, test } from '@playwright/test';

import { seedStorage, safetyNoticeRead } from '../fixtures/storage.mjs';
import { ROUTINES, routineOf } from '../library.mjs';
import {
  advanceClock,
  openRoutine,
  pauseClock,
  player,
  press,
  readPlayer,
  recordEvents,
  startFacts,
  takeEvents,
} from '../page-object.mjs';
import { heldOf, inFull, inMinutes, planOf } from '../routine/expected-plan.mjs';

for (const id of ROUTINES) {
  test(`${id} runs through every phase, and both sides are held equally long`, async ({ page }) => {
    const plan = planOf({}, routineOf(id));
    await recordEvents(page);
    await seedStorage(page, safetyNoticeRead);
    await pauseClock(page);
    await openRoutine(page, `routines/${id}/`);
    await expect(startFacts(page)).toContainText(`${inMinutes(plan.totalMs)} · ${plan.phases.at(-1).count} exercises`);
    await press(page, 'Start routine');
    await expect(player(page)).toBeVisible();
    for (const { ms, read } of plan.phases) {
      expect(await readPlayer(page)).toEqual(read);
      await advanceClock(page, ms);
    }
    await expect(player(page)).toHaveCount(0);
    const events = await takeEvents(page);
    const started = events.find(({ type }) => type === 'supple-start');
    const complete = events.find(({ type }) => type === 'supple-complete');
    expect(complete.at - started.at, 'it takes as long as the plan').toBe(plan.totalMs);
    const held = heldOf(inFull(plan));
    expect(held.left).toBe(held.right);
    expect(complete.detail).toMatchObject({ routine: id, complete: true, heldLeftMs: held.left });
  });
}
