// What a person says of themselves holds for every routine; what they choose for a routine stays with it.
import { expect, test } from '@playwright/test';

import { safetyNoticeRead, seedStorage } from '../fixtures/storage.mjs';
import { card, openRoutine, pauseClock, press, readPlayer, readStorage } from '../page-object.mjs';

const openSettings = (page) => page.locator('#options').getByText('More settings', { exact: true }).click();
const setting = (page, name) => page.getByRole('switch', { name, exact: true });
const leftOut = (page, name) => card(page, name).locator('.left-out-note');

test.beforeEach(async ({ page }) => {
  await seedStorage(page, safetyNoticeRead);
  await pauseClock(page);
});

test("a partner, pauses and one's own pace are chosen once; hold lengths for each routine", async ({ page }) => {
  await openRoutine(page, 'routines/hips/');
  await openSettings(page);
  await setting(page, 'Someone is helping me').check({ force: true });
  await setting(page, "No countdown. I'll tap when I'm done").check({ force: true });
  const pause = (page) => page.getByRole('group', { name: 'Rest between rounds', exact: true });
  const length = (page) => page.getByRole('group', { name: 'Hold length', exact: true }).locator('output');
  await pause(page).getByRole('button', { name: 'Increase' }).click();
  await page.getByRole('group', { name: 'Hold length', exact: true }).getByRole('button', { name: 'Increase' }).click();
  const [rest, hold] = [await pause(page).locator('output').textContent(), await length(page).textContent()];

  await openRoutine(page);
  await openSettings(page);
  await expect(setting(page, 'Someone is helping me')).toBeChecked();
  await expect(setting(page, "No countdown. I'll tap when I'm done")).toBeChecked();
  await expect(pause(page).locator('output')).toHaveText(rest);
  await expect(length(page)).not.toHaveText(hold);
  await expect(leftOut(page, 'Assisted stretch'), 'there is a partner').toBeHidden();
});

test("what isn't for somebody with a bad knee is left out, in every routine, and says why", async ({ page }) => {
  await openRoutine(page, 'routines/hips/');
  await openSettings(page);
  await setting(page, 'A painful or replaced knee').check({ force: true });
  await expect(leftOut(page, 'Deep squat hold')).toHaveText('Left out for: A painful or replaced knee');
  await expect(leftOut(page, 'Butterfly')).toBeHidden();

  await openRoutine(page, 'routines/lower-back/');
  await expect(leftOut(page, "Child's pose")).toHaveText('Left out for: A painful or replaced knee');
  await expect(leftOut(page, 'Cat and cow')).toBeHidden();
  await openSettings(page);
  await expect(setting(page, 'A painful or replaced knee')).toBeChecked();
  await card(page, "Child's pose").locator('summary').first().click();
  await card(page, "Child's pose").getByRole('button', { name: /^Just this one/ }).click();
  expect(await readPlayer(page), 'whoever asks for it gets it').toMatchObject({ exercise: "Child's pose" });
});

test('taking the choices back leaves what the person has said of themselves', async ({ page }) => {
  await openRoutine(page, 'routines/hips/');
  await openSettings(page);
  await setting(page, 'A painful or replaced knee').check({ force: true });
  await setting(page, 'Someone is helping me').check({ force: true });
  await press(page, 'Reset');
  await expect(setting(page, 'Someone is helping me')).not.toBeChecked();
  await expect(setting(page, 'A painful or replaced knee')).toBeChecked();
  const [said] = Object.values(await readStorage(page, 'supple:default:personal'));
  expect(JSON.parse(said)).toMatchObject({ avoid: ['knee'] });
});

test('the front page asks for no reasons: it has nothing that somebody should leave out', async ({ page }) => {
  await openRoutine(page);
  await openSettings(page);
  await expect(page.getByRole('group', { name: 'What should we leave out?' })).toHaveCount(0);
});

test('another page that is open takes over what is said here', async ({ page, context }) => {
  await openRoutine(page, 'routines/hips/');
  const other = await context.newPage();
  await openRoutine(other, 'routines/lower-back/');
  await openSettings(page);
  await setting(page, 'A painful or replaced knee').check({ force: true });
  await expect(leftOut(other, "Child's pose")).toBeVisible();
});
