// Whoever pauses a hold has left the position: it continues when they are back in it.
import { expect, test } from '@playwright/test';

import { seedStorage, safetyNoticeRead } from '../fixtures/storage.mjs';
import {
  advanceClock,
  announcer,
  holdAnchorStretch,
  openRoutine,
  pauseClock,
  player,
  press,
  readElement,
  readLog,
  readPlayer,
  startHere,
} from '../page-object.mjs';

const remaining = async (page) => (await readElement(page)).remainingMs;

test('there are five seconds to get back into position, counted down in sight, and the hold loses none', async ({
  page,
}) => {
  await holdAnchorStretch(page, 8_000);
  await press(page, 'Pause');
  await advanceClock(page, 60_000);
  await press(page, 'Resume');
  expect(await readPlayer(page)).toMatchObject({ what: 'Get back into position', seconds: '5', leg: 'Left leg' });
  await expect(announcer(page)).toHaveText('Get back into position');
  await expect(player(page).locator('.time-bar')).toHaveClass(/still/);
  await advanceClock(page, 4_000);
  expect(await readPlayer(page)).toMatchObject({ what: 'Get back into position', seconds: '1' });
  expect(await remaining(page)).toBe(12_000);
  await advanceClock(page, 1_000);
  expect(await readPlayer(page)).toMatchObject({ what: 'Hold', seconds: '12' });
  await expect(player(page).locator('.time-bar')).not.toHaveClass(/still/);
  await advanceClock(page, 2_000);
  expect(await remaining(page)).toBe(10_000);
  await press(page, 'Stop');
  expect((await readLog(page)).at(-1).entries.map((entry) => entry[4])).toEqual([10_000]);
});

test('whoever needs no time chooses none, and the hold counts at once', async ({ page }) => {
  await seedStorage(page, safetyNoticeRead);
  await pauseClock(page);
  await openRoutine(page);
  const options = page.locator('#options');
  await options.getByText('More settings', { exact: true }).click();
  const time = options.getByRole('group', { name: 'Time to get back into a hold', exact: true });
  await expect(time.locator('output')).toHaveText('5 s');
  for (let i = 0; i < 5; i += 1) await time.getByRole('button', { name: 'Decrease' }).click();
  await startHere(page, 'Anchor stretch');
  await advanceClock(page, 18_000);
  await press(page, 'Pause');
  await press(page, 'Resume');
  expect(await readPlayer(page)).toMatchObject({ what: 'Hold', seconds: '12' });
});

test('in a move nobody has to get back into anything', async ({ page }) => {
  await seedStorage(page, safetyNoticeRead);
  await pauseClock(page);
  await openRoutine(page);
  await startHere(page, 'Jumping jacks');
  await advanceClock(page, 15_000);
  await press(page, 'Pause');
  await press(page, 'Resume');
  expect(await readPlayer(page)).toMatchObject({ what: 'Move', seconds: '55' });
});
