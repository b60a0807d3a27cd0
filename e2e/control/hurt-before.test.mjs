// What has hurt twice is asked about before it is done again, once.
import { expect, test } from '@playwright/test';

import { violations } from '../accessibility/violations.mjs';
import { safetyNoticeRead, seedStorage } from '../fixtures/storage.mjs';
import {
  advanceClock,
  card,
  heading,
  openRoutine,
  pauseClock,
  player,
  press,
  readPlayer,
  readStorage,
  reload,
  startHere,
  stopAndLeave,
} from '../page-object.mjs';

/** Into the first hold or move of any posture, and not beyond it. */
const UNDER_WAY_MS = 22_000;
const asked = (page) => page.getByRole('region', { name: 'Go easy on what hurts' });
const choose = (page, name) => page.getByRole('radio', { name, exact: true }).check();
const dose = (page, name) => card(page, name).locator('.dose');

test.beforeEach(async ({ page }) => {
  await seedStorage(page, safetyNoticeRead);
  await pauseClock(page);
});

/** Does an exercise until it hurts, and ends the session. */
async function hurt(page, exercise) {
  await startHere(page, exercise);
  await expect(player(page)).toBeVisible();
  await advanceClock(page, UNDER_WAY_MS);
  await press(page, 'It hurts');
  const end = page.getByRole('button', { name: 'Finish for today', exact: true });
  if (await end.isVisible()) {
    await end.click();
    await press(page, 'Done');
  } else {
    await stopAndLeave(page);
  }
}

async function hurtTwice(page, exercise) {
  await hurt(page, exercise);
  await hurt(page, exercise);
}

test("a hold that hurt twice can be left out, and isn't asked about again", async ({ page }) => {
  await openRoutine(page);
  await hurt(page, 'Seated stretch');
  await press(page, 'Start routine');
  await expect(player(page), 'once may be chance').toBeVisible();
  await stopAndLeave(page);
  await hurt(page, 'Seated stretch');

  await reload(page);
  await press(page, 'Start routine');
  await expect(heading(page, 'Go easy on what hurts')).toBeFocused();
  const group = asked(page).getByRole('group', { name: 'Seated stretch' });
  await expect(group.getByRole('radio')).toHaveCount(2);
  await expect(group.getByRole('radio', { name: 'As before, and stop if it hurts' })).toBeChecked();
  await page.clock.resume(); // axe waits
  expect(await violations(page)).toEqual([]);
  await press(page, 'Back');
  await press(page, 'Start routine');
  await choose(page, 'Leave this out');
  await press(page, 'Start');
  expect(await readPlayer(page)).toMatchObject({ exercise: 'Jumping jacks' });
  await stopAndLeave(page);
  await expect(card(page, 'Seated stretch').locator('.left-out-note')).toBeVisible();
  await press(page, 'Start routine');
  await expect(player(page)).toBeVisible();
});

test('a move that hurt twice is done in its easier way, if the person leaves it at that', async ({ page }) => {
  await openRoutine(page);
  await hurtTwice(page, 'Jumping jacks');
  await press(page, 'Start routine');
  await expect(page.getByRole('radio', { name: 'The easier way: Side steps' })).toBeChecked();
  await press(page, 'Start');
  expect(await readPlayer(page)).toMatchObject({ exercise: 'Side steps' });
  await stopAndLeave(page);
  await expect(dose(page, 'Jumping jacks')).toHaveText('Side steps, 1 min');
  const [counted] = Object.values(await readStorage(page, 'supple:default:hurts'));
  expect(JSON.parse(counted)).toMatchObject({ counts: [] });
});

test("where it is done as before, counting begins anew; what is over by then isn't asked about", async ({ page }) => {
  await openRoutine(page);
  await hurtTwice(page, 'Anchor stretch');
  await startHere(page, 'Lying stretch');
  await expect(player(page)).toBeVisible();
  await stopAndLeave(page);
  await startHere(page, 'Anchor stretch');
  await expect(asked(page)).toBeVisible();
  await press(page, 'Start');
  expect(await readPlayer(page)).toMatchObject({ exercise: 'Anchor stretch' });
  await stopAndLeave(page);
  await startHere(page, 'Anchor stretch');
  expect(await readPlayer(page)).toMatchObject({ exercise: 'Anchor stretch' });
});

test("a single exercise that is then left out isn't begun", async ({ page }) => {
  await openRoutine(page);
  await hurtTwice(page, 'Anchor stretch');
  await card(page, 'Anchor stretch').getByRole('button', { name: 'Just this one: Anchor stretch' }).click();
  await choose(page, 'Leave this out');
  await press(page, 'Start');
  await expect(page.getByRole('button', { name: 'Start routine' })).toBeVisible();
  await expect(card(page, 'Anchor stretch').locator('.left-out-note')).toBeVisible();
});

test('how to make it lighter is there to read', async ({ page }) => {
  await openRoutine(page, 'routines/hips/');
  await hurtTwice(page, 'Butterfly');
  await startHere(page, 'Butterfly');
  await expect(asked(page)).toContainText('Easier: Sit on a cushion and move your feet further away.');
});
