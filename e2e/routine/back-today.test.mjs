// How the back feels today: fine, a bit sore, or so that there should be no session.
import { expect, test } from '@playwright/test';

import { safetyNoticeRead, seedStorage } from '../fixtures/storage.mjs';
import { advanceClock, card, openRoutine, pauseClock, press, readPlayer, reload, stopAndLeave } from '../page-object.mjs';

const answer = (page, name) => page.getByRole('radio', { name, exact: true }).check();
const begin = (page) => page.getByRole('button', { name: 'I understand, start', exact: true });
const dose = (page, name) => card(page, name).locator('.dose');

test.beforeEach(async ({ page }) => {
  await pauseClock(page);
});

test('with a sore back nobody jumps, today', async ({ page }) => {
  await openRoutine(page);
  await press(page, 'Start routine');
  await expect(page.getByRole('radio', { checked: true, name: /Fine|sore|Sharp/ }), 'nobody answers for them').toHaveCount(0);
  await answer(page, 'A bit sore');
  await expect(page.getByRole('region', { name: 'Before you start' })).toContainText(
    'Gentle version: Side steps, Marching on the spot, Half lunges.',
  );
  await begin(page).click();
  expect(await readPlayer(page)).toMatchObject({ what: 'Get ready', exercise: 'Side steps' });
  await stopAndLeave(page);
  await expect(dose(page, 'Jumping jacks')).toHaveText('Side steps, 1 min');

  await reload(page);
  await expect(dose(page, 'Jumping jacks'), 'kept for the day').toHaveText('Side steps, 1 min');
  await advanceClock(page, 86_400_000);
  await reload(page);
  await expect(dose(page, 'Jumping jacks'), 'and not for the next').toHaveText('1 min');
});

test('with sharp or spreading pain there is no way to start, but one back', async ({ page }) => {
  await openRoutine(page);
  await press(page, 'Start routine');
  await answer(page, 'Sharp or spreading pain');
  await expect(page.getByRole('status').filter({ hasText: 'Not today' })).toContainText('See a doctor');
  await expect(begin(page)).toBeHidden();
  await answer(page, 'Fine');
  await expect(begin(page)).toBeVisible();
  await begin(page).click();
  expect(await readPlayer(page)).toMatchObject({ exercise: 'Jumping jacks' });
});

test('on another day it can be said before the start, and of one exercise for good', async ({ page }) => {
  await seedStorage(page, safetyNoticeRead);
  await openRoutine(page);
  const sore = page.getByText('My back is sore today');
  await sore.click();
  await expect(dose(page, 'Lunges')).toHaveText('Half lunges, 30 s, alternating legs');
  await sore.click();
  await expect(dose(page, 'Lunges')).toHaveText('30 s, alternating legs');
  await page.locator('#card-leg-lunges > summary').click();
  await card(page, 'Lunges').getByText('Customise').click();
  await card(page, 'Lunges').getByRole('switch', { name: 'Easier: half lunges' }).check({ force: true });
  await expect(dose(page, 'Lunges')).toHaveText('Half lunges, 30 s, alternating legs');
  await expect(dose(page, 'Jumping jacks')).toHaveText('1 min');
});
