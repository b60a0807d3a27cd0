// A session that was left in a routine whose author then changed it: what was held is logged, and nobody goes on in
// the middle of another plan.
import { expect, test } from '@playwright/test';

import { openArticle, sound } from '../bad-routine/article.mjs';
import { safetyNoticeRead, seedStorage, storageKey } from '../fixtures/storage.mjs';
import {
  advanceClock,
  notices,
  pauseClock,
  player,
  press,
  readFacts,
  readLog,
  readStorage,
  reload,
  resumeOffer,
  widgetReady,
} from '../page-object.mjs';

const CHANGED = "The routine was updated, so you can't continue";

/** Opens an article, holds the first exercise's left side for 12 s, and leaves; meanwhile its author changes the routine. */
async function leaveAndChange(page, change, heldMs = 12_000) {
  const routine = sound();
  await seedStorage(page, safetyNoticeRead);
  await pauseClock(page);
  await openArticle(page, (route) => route.fulfill({ json: routine }));
  await widgetReady(page);
  await press(page, 'Start routine');
  await advanceClock(page, 10_000 + heldMs);
  change(routine, routine.sections[0].exercises);
  await reload(page);
}

/** What the log holds, once it is settled. */
async function entries(page) {
  await expect.poll(() => readStorage(page, storageKey('running:'))).toEqual({});
  return (await readLog(page)).flatMap(({ entries }) =>
    entries.map(([id, , side, , ms, , full]) => [id, side, ms, full]),
  );
}

const changes = {
  'other seconds': (_, [reach]) => (reach.dose.seconds = 30),
  'another order': (_, exercises) => exercises.reverse(),
  'another exercise under the same id': (_, [reach]) => (reach.name = 'Bow'),
  'an exercise less': (_, exercises) => exercises.shift(),
  'other sides': (_, [reach]) => (reach.sides = 'together'),
};

for (const [what, change] of Object.entries(changes)) {
  test(`${what}: what was held is in the log, the person is told, and nothing is offered`, async ({ page }) => {
    await leaveAndChange(page, change);
    await expect(notices(page)).toContainText(CHANGED);
    expect(await entries(page)).toEqual([['reach', 'left', 12_000, false]]);
    await expect(resumeOffer(page)).toBeHidden();
    await expect(player(page)).toHaveCount(0);

    await press(page, 'OK');
    await reload(page);
    await expect(notices(page), 'it is told once').not.toContainText(CHANGED);
    await press(page, 'Progress');
    expect(await readFacts(page)).toMatchObject({ 'In total': '0 days' });
    await expect(page.locator('.sessions li')).toHaveCount(1);
  });
}

test('other words for the steps are the same plan', async ({ page }) => {
  await leaveAndChange(page, (_, [reach]) => (reach.steps = ['Reach far out.']));
  await expect(resumeOffer(page)).toContainText('Reach, left side · 8 s to go');
  await press(page, 'Continue');
  await expect(player(page)).toBeVisible();
});

test('where nothing had been done yet, nothing is said', async ({ page }) => {
  await leaveAndChange(page, changes['other seconds'], -3_000);
  expect(await entries(page)).toEqual([]);
  await expect(notices(page)).not.toContainText(CHANGED);
  await expect(resumeOffer(page)).toBeHidden();
});
