// Options changed on the page take effect on the cards, the totals and the session, and are there at the next visit.
import { expect, test } from '@playwright/test';

import { seedStorage, safetyNoticeRead } from '../fixtures/storage.mjs';
import {
  card,
  openRoutine,
  advanceClock,
  player,
  press,
  readFacts,
  readPlayer,
  reload,
  pauseClock,
  readStorage,
} from '../page-object.mjs';
import { clock, inMinutes, planOf } from './expected-plan.mjs';

test.beforeEach(async ({ page }) => {
  await seedStorage(page, safetyNoticeRead);
  await pauseClock(page);
  await openRoutine(page);
});

const panel = (page) => page.locator('#options');
const openPanel = (page) => panel(page).getByText('Options', { exact: true }).click();
const adjust = (page, exercise) => card(page, exercise).getByText('Adjust').click();
const more = (within, what, times = 1) => step(within, what, 'More', times);
const less = (within, what, times = 1) => step(within, what, 'Less', times);

async function step(within, what, direction, times) {
  const button = within.getByRole('group', { name: what, exact: true }).getByRole('button', { name: direction });
  // At the end of a range the button stays and does nothing; it can still be pressed.
  for (let i = 0; i < times; i += 1) await button.click({ force: true });
}

const value = (within, what) => within.getByRole('group', { name: what, exact: true }).locator('output');
const toggle = (within, label) => within.getByText(label, { exact: true }).click();

/** Checks the overview, and every phase of the session to its end. */
async function follows(page, chosen) {
  const plan = planOf(chosen);
  await expect
    .poll(() => readFacts(page))
    .toMatchObject({
      'Total time': inMinutes(plan.totalMs),
      Exercises: `${plan.phases.at(-1).count}`,
      'In holds': clock(plan.holdMs / 1_000),
    });
  await press(page, 'Start routine');
  await expect(player(page)).toBeVisible();
  for (const { ms, read } of plan.phases) {
    expect(await readPlayer(page)).toEqual(read);
    await page.clock.fastForward(ms);
  }
  await press(page, 'Done');
}

test('more and fewer repeats, to both ends of the range and no further', async ({ page }) => {
  await adjust(page, 'Seated stretch');
  const seated = card(page, 'Seated stretch');
  await expect(value(seated, 'Repeats')).toHaveText('3');
  await less(seated, 'Repeats');
  await expect(value(seated, 'Repeats')).toHaveText('3');
  await more(seated, 'Repeats', 4);
  await expect(value(seated, 'Repeats')).toHaveText('5');
  await expect(seated.locator('.dose')).toHaveText('5 × 20 s · both legs together');

  await adjust(page, 'Anchor stretch');
  await more(card(page, 'Anchor stretch'), 'Repeats', 2);
  await less(card(page, 'Anchor stretch'), 'Repeats');
  await expect(card(page, 'Anchor stretch').locator('.dose')).toHaveText('2 × 20 s · each leg');
  await follows(page, { exercises: { seated: { repeats: 5 }, anchor: { repeats: 2 } } });
});

test('longer and shorter doses', async ({ page }) => {
  await adjust(page, 'Lying stretch');
  await more(card(page, 'Lying stretch'), 'Hold, seconds', 3);
  await adjust(page, 'Jumping jacks');
  await less(card(page, 'Jumping jacks'), 'Move, seconds', 2);
  await expect(card(page, 'Lying stretch').locator('.dose')).toHaveText('35 s · each leg');
  await expect(card(page, 'Jumping jacks').locator('.dose')).toHaveText('50 s');
  await follows(page, { exercises: { lying: { seconds: 35 }, 'jumping-jacks': { seconds: 50 } } });
});

test('the variation', async ({ page }) => {
  await adjust(page, 'Seated stretch');
  await toggle(card(page, 'Seated stretch'), 'One leg at a time');
  await expect(card(page, 'Seated stretch').locator('.dose')).toHaveText('3 × 20 s · each leg');
  await follows(page, { exercises: { seated: { variation: true } } });
});

test('leaving an exercise out', async ({ page }) => {
  await adjust(page, 'Leg lunges');
  await toggle(card(page, 'Leg lunges'), 'Leave out');
  await expect(card(page, 'Leg lunges').getByText('Left out', { exact: true })).toBeVisible();
  await expect(card(page, 'Leg lunges').getByRole('button', { name: /^Start here/ })).toBeHidden();
  await follows(page, { exercises: { 'leg-lunges': { leave_out: true } } });
});

test('a partner, in the options or on the card', async ({ page }) => {
  const assisted = card(page, 'Assisted stretch');
  await expect(assisted.getByText('Left out', { exact: true })).toBeVisible();
  await toggle(assisted, 'I have a partner');
  await openPanel(page);
  await expect(panel(page).getByRole('switch', { name: 'I have a partner' })).toBeChecked();
  await expect(assisted.getByText('Left out', { exact: true })).toBeHidden();
  await toggle(panel(page), 'I have a partner');
  await expect(assisted.getByText('Left out', { exact: true })).toBeVisible();
  await toggle(panel(page), 'I have a partner');
  await follows(page, { partner: true });
});

test('the substitute without a partner', async ({ page }) => {
  await toggle(card(page, 'Assisted stretch'), 'Do “Lying stretch” again instead');
  await follows(page, { exercises: { assisted: { substitute: true } } });
});

test('the right leg first', async ({ page }) => {
  await openPanel(page);
  await toggle(panel(page), 'Right');
  await follows(page, { first_leg: 'right' });
});

test('longer and shorter holds, from half to ten times the length', async ({ page }) => {
  await openPanel(page);
  await less(panel(page), 'Length of holds', 3);
  await expect(value(panel(page), 'Length of holds')).toHaveText('0.5 ×');
  await expect(card(page, 'Anchor stretch').locator('.dose')).toHaveText('10 s · each leg');
  await follows(page, { hold_percent: 50 });
  await more(panel(page), 'Length of holds', 10);
  await expect(value(panel(page), 'Length of holds')).toHaveText('10 ×');
  await expect(card(page, 'Anchor stretch').locator('.dose')).toHaveText('3 min 20 s · each leg');
  await expect
    .poll(() => readFacts(page))
    .toMatchObject({ 'Total time': inMinutes(planOf({ hold_percent: 1_000 }).totalMs) });
});

test('other times between holds, down to none', async ({ page }) => {
  await openPanel(page);
  await less(panel(page), 'Get ready, seconds', 10);
  await less(panel(page), 'Switch legs, seconds', 6);
  await more(panel(page), 'Between repeats, seconds', 2);
  await expect(value(panel(page), 'Switch legs, seconds')).toHaveText('0');
  await follows(page, { prepare_s: 0, switch_s: 0, recover_s: 7 });
});

test('all choices are there at the next visit, and one button resets them', async ({ page }) => {
  await openPanel(page);
  await toggle(panel(page), 'I have a partner');
  await toggle(panel(page), 'Right');
  await more(panel(page), 'Get ready, seconds', 2);
  await adjust(page, 'Seated stretch');
  await more(card(page, 'Seated stretch'), 'Repeats');
  const chosen = { partner: true, first_leg: 'right', prepare_s: 12, exercises: { seated: { repeats: 4 } } };
  const [saved] = Object.values(await readStorage(page, 'supple:default:options:'));
  expect(JSON.parse(saved)).toMatchObject({ version: 1, ...chosen });

  await reload(page);
  await openPanel(page);
  await expect(panel(page).getByRole('switch', { name: 'I have a partner' })).toBeChecked();
  await expect(panel(page).getByRole('radio', { name: 'Right' })).toBeChecked();
  await follows(page, chosen);

  await press(page, "Back to the routine's own");
  await expect(panel(page).getByRole('radio', { name: 'Left' })).toBeChecked();
  await expect(panel(page).getByRole('switch', { name: 'I have a partner' })).not.toBeChecked();
  await follows(page, {});
});

test('a session keeps the plan it began with', async ({ page }) => {
  await press(page, 'Start routine');
  await expect(player(page)).toBeVisible();
  await advanceClock(page, 15_000);
  // Meanwhile another tab changes the options.
  await page.evaluate(() => {
    const key = 'supple:default:options:hamstring';
    localStorage.setItem(
      key,
      JSON.stringify({ version: 1, hold_percent: 1_000, exercises: { anchor: { leave_out: true } } }),
    );
    window.dispatchEvent(new StorageEvent('storage', { key }));
  });
  let passedMs = 15_000;
  for (const { startMs, ms, read } of planOf().phases) {
    if (startMs > 15_000) expect(await readPlayer(page)).toEqual(read);
    await advanceClock(page, Math.max(0, startMs + ms - passedMs));
    passedMs = Math.max(passedMs, startMs + ms);
  }
  await press(page, 'Done');
  await expect(card(page, 'Anchor stretch').getByText('Left out', { exact: true })).toBeVisible();
});
