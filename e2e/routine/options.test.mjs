// Options changed on the page take effect on the cards, the totals and the session, and are there at the next visit.
import { expect, test } from '@playwright/test';

import { seedStorage, safetyNoticeRead } from '../fixtures/storage.mjs';
import {
  card,
  openCard,
  openRoutine,
  advanceClock,
  player,
  press,
  readPlayer,
  reload,
  startFacts,
  pauseClock,
  readStorage,
} from '../page-object.mjs';
import { inMinutes, planOf } from './expected-plan.mjs';

test.beforeEach(async ({ page }) => {
  await seedStorage(page, safetyNoticeRead);
  await pauseClock(page);
  await openRoutine(page);
});

const panel = (page) => page.locator('#options');
const openPanel = (page) => panel(page).getByText('More settings', { exact: true }).click();
async function adjust(page, exercise) {
  await openCard(page, exercise);
  await card(page, exercise).getByText('Customise').click();
}
const more = (within, what, times = 1) => step(within, what, 'Increase', times);
const less = (within, what, times = 1) => step(within, what, 'Decrease', times);

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
  await expect(startFacts(page)).toContainText(`${inMinutes(plan.totalMs)} · ${plan.phases.at(-1).count} exercise`);
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
  await expect(value(seated, 'Rounds')).toHaveText('3');
  await less(seated, 'Rounds');
  await expect(value(seated, 'Rounds')).toHaveText('3');
  await more(seated, 'Rounds', 4);
  await expect(value(seated, 'Rounds')).toHaveText('5');
  await expect(seated.locator('.dose')).toHaveText('5 × 20 s, both legs');

  await adjust(page, 'Anchor stretch');
  await more(card(page, 'Anchor stretch'), 'Rounds', 2);
  await less(card(page, 'Anchor stretch'), 'Rounds');
  await expect(card(page, 'Anchor stretch').locator('.dose')).toHaveText('2 × 20 s per leg');
  await follows(page, { exercises: { seated: { repeats: 5 }, anchor: { repeats: 2 } } });
});

test('longer and shorter doses', async ({ page }) => {
  await adjust(page, 'Lying stretch');
  await more(card(page, 'Lying stretch'), 'Hold for', 3);
  await adjust(page, 'Jumping jacks');
  await less(card(page, 'Jumping jacks'), 'Duration', 2);
  await expect(card(page, 'Lying stretch').locator('.dose')).toHaveText('35 s per leg');
  await expect(card(page, 'Jumping jacks').locator('.dose')).toHaveText('50 s');
  await follows(page, { exercises: { lying: { seconds: 35 }, 'jumping-jacks': { seconds: 50 } } });
});

test('the variation', async ({ page }) => {
  await adjust(page, 'Seated stretch');
  await toggle(card(page, 'Seated stretch'), 'One leg at a time');
  await expect(card(page, 'Seated stretch').locator('.dose')).toHaveText('3 × 20 s per leg');
  await follows(page, { exercises: { seated: { variation: true } } });
});

test('leaving an exercise out', async ({ page }) => {
  await adjust(page, 'Lunges');
  await toggle(card(page, 'Lunges'), 'Leave this out');
  await expect(card(page, 'Lunges').getByText('Not in your routine', { exact: true })).toBeVisible();
  await expect(card(page, 'Lunges').getByRole('button', { name: /^Start from here/ })).toBeHidden();
  await follows(page, { exercises: { 'leg-lunges': { leave_out: true } } });
});

test('a partner, in the options or on the card', async ({ page }) => {
  const assisted = card(page, 'Assisted stretch');
  await expect(assisted.getByText('Not in your routine', { exact: true })).toBeVisible();
  await openCard(page, 'Assisted stretch');
  await toggle(assisted, 'Someone is helping me');
  await openPanel(page);
  await expect(panel(page).getByRole('switch', { name: 'Someone is helping me' })).toBeChecked();
  await expect(assisted.getByText('Not in your routine', { exact: true })).toBeHidden();
  await toggle(panel(page), 'Someone is helping me');
  await expect(assisted.getByText('Not in your routine', { exact: true })).toBeVisible();
  await toggle(panel(page), 'Someone is helping me');
  await follows(page, { partner: true });
});

test('the substitute without a partner', async ({ page }) => {
  await openCard(page, 'Assisted stretch');
  await toggle(card(page, 'Assisted stretch'), 'Repeat “Lying stretch” instead');
  await follows(page, { exercises: { assisted: { substitute: true } } });
});

test('the right leg first', async ({ page }) => {
  await openPanel(page);
  await toggle(panel(page), 'Right');
  await follows(page, { first_leg: 'right' });
});

test('longer and shorter holds, from half to ten times the length', async ({ page }) => {
  await openPanel(page);
  await less(panel(page), 'Hold length', 3);
  await expect(value(panel(page), 'Hold length')).toHaveText('50% shorter');
  await expect(card(page, 'Anchor stretch').locator('.dose')).toHaveText('10 s per leg');
  await follows(page, { hold_percent: 50 });
  await more(panel(page), 'Hold length', 10);
  await expect(value(panel(page), 'Hold length')).toHaveText('10 times as long');
  await expect(card(page, 'Anchor stretch').locator('.dose')).toHaveText('3 min 20 s per leg');
  await expect(startFacts(page)).toContainText(inMinutes(planOf({ hold_percent: 1_000 }).totalMs));
});

test('other times between holds, down to none', async ({ page }) => {
  await openPanel(page);
  await less(panel(page), 'Time to get ready', 10);
  await less(panel(page), 'Time to switch legs', 6);
  await more(panel(page), 'Rest between rounds', 2);
  await expect(value(panel(page), 'Time to switch legs')).toHaveText('0 s');
  await follows(page, { prepare_s: 0, switch_s: 0, recover_s: 7 });
});

test('all choices are there at the next visit, and one button resets them', async ({ page }) => {
  await openPanel(page);
  await toggle(panel(page), 'Someone is helping me');
  await toggle(panel(page), 'Right');
  await more(panel(page), 'Time to get ready', 2);
  await adjust(page, 'Seated stretch');
  await more(card(page, 'Seated stretch'), 'Rounds');
  const chosen = { partner: true, first_leg: 'right', prepare_s: 12, exercises: { seated: { repeats: 4 } } };
  const [saved] = Object.values(await readStorage(page, 'supple:default:options:'));
  expect(JSON.parse(saved)).toMatchObject({ version: 1, ...chosen });

  await reload(page);
  await openPanel(page);
  await expect(panel(page).getByRole('switch', { name: 'Someone is helping me' })).toBeChecked();
  await expect(panel(page).getByRole('radio', { name: 'Right' })).toBeChecked();
  await follows(page, chosen);

  await press(page, 'Reset');
  await expect(panel(page).getByRole('radio', { name: 'Left' })).toBeChecked();
  await expect(panel(page).getByRole('switch', { name: 'Someone is helping me' })).not.toBeChecked();
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
  await expect(card(page, 'Anchor stretch').getByText('Not in your routine', { exact: true })).toBeVisible();
});

test('a preset changes lengths, pauses and rounds at once, says how long it takes, and keeps the rest', async ({
  page,
}) => {
  await openPanel(page);
  await toggle(panel(page), 'Someone is helping me');
  const deeper = page.getByRole('radio', { name: /^Deeper/ });
  const twice = { repeats: 2 };
  const chosen = { partner: true, hold_percent: 150, exercises: { anchor: twice, lying: twice, assisted: twice } };
  await expect(deeper).toHaveAccessibleName(`Deeper ${inMinutes(planOf(chosen).totalMs)}`);
  await deeper.check();
  await expect(card(page, 'Anchor stretch').locator('.dose')).toHaveText('2 × 30 s per leg');
  await expect(page.getByText('1 change', { exact: false })).toBeVisible();
  await follows(page, chosen);
  await reload(page);
  await expect(deeper).toBeChecked();
  await page.getByRole('radio', { name: /^Standard/ }).check();
  await follows(page, { partner: true });
});

test('choices of one’s own follow no preset, and are counted', async ({ page }) => {
  await expect(page.getByRole('radio', { name: /^Standard/ })).toBeChecked();
  await expect(page.getByRole('button', { name: 'Reset' })).toBeHidden();
  await openPanel(page);
  await more(panel(page), 'Hold length');
  await more(panel(page), 'Time to get ready');
  await expect(page.locator('.changes')).toContainText('2 changes');
  for (const radio of await page.locator('.preset input').all()) await expect(radio).not.toBeChecked();
  await press(page, 'Reset');
  await expect(page.getByRole('radio', { name: /^Standard/ })).toBeChecked();
  await expect(page.locator('.changes')).toBeHidden();
});
