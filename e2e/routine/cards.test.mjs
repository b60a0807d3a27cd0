// Starting at a card instead of at the beginning.
import { expect, test } from '@playwright/test';

import { seedStorage, savedOptions, safetyNoticeRead } from '../fixtures/storage.mjs';
import {
  advanceClock,
  card,
  openCard,
  openRoutine,
  pauseClock,
  player,
  press,
  readFinishTable,
  readLog,
  readPlayer,
  reload,
  resumeOffer,
  startHere,
} from '../page-object.mjs';
import { cards, inFull, planOf, rowsOf } from './expected-plan.mjs';

const chosen = { partner: true };
const plan = planOf(chosen);

async function open(page, these = chosen) {
  await seedStorage(page, safetyNoticeRead, savedOptions(these));
  await pauseClock(page);
  await openRoutine(page);
}

for (const { id, name } of cards) {
  test(`"Start from here" on the card ${name} begins there and continues to the end`, async ({ page }) => {
    const phases = plan.phases.slice(plan.phases.findIndex((phase) => phase.card === id));
    await open(page);
    await startHere(page, name);
    await expect(player(page)).toBeVisible();
    for (const { ms, read } of phases) {
      expect(await readPlayer(page)).toEqual(read);
      await page.clock.fastForward(ms);
    }
    expect(await readFinishTable(page)).toEqual(rowsOf(inFull({ phases })));
  });
}

test('the card with a substitute starts the substitute', async ({ page }) => {
  await open(page, { exercises: { assisted: { substitute: true } } });
  await startHere(page, 'Assisted stretch');
  const last = { exercise: 'Lying stretch', what: 'Get ready', place: 'Exercise 9 of 9', left: '55 s left' };
  expect(await readPlayer(page)).toMatchObject(last);
});

test('a session that began in the middle is not called the whole routine', async ({ page }) => {
  await open(page);
  await startHere(page, 'Assisted stretch');
  await advanceClock(page, 55_000);
  await expect(page.locator('.finish')).toContainText('Assisted stretch');
  await expect(page.locator('.finish')).not.toContainText('the whole routine');
});

test('"Just this one" does one exercise, on both sides, and nothing after it', async ({ page }) => {
  await open(page);
  // From standing it takes longer to get down to it than after another exercise on the mat.
  const phases = plan.phases
    .filter((phase) => phase.card === 'lying')
    .map((phase, index) => (index === 0 ? { ...phase, ms: 20_000 } : phase));
  await openCard(page, 'Lying stretch');
  await card(page, 'Lying stretch')
    .getByRole('button', { name: /^Just this one/ })
    .click();
  await expect(player(page)).toBeVisible();
  for (const { ms, read } of phases) {
    const { what, leg, exercise } = read;
    expect(await readPlayer(page)).toMatchObject({ what, leg, exercise, place: 'Exercise 1 of 1' });
    await page.clock.fastForward(ms);
  }
  expect(await readFinishTable(page)).toEqual(rowsOf(inFull({ phases })));
  const [{ entries }] = await readLog(page);
  expect(entries.map(([id, , side]) => [id, side])).toEqual([
    ['lying', 'left'],
    ['lying', 'right'],
  ]);
});

test('one exercise alone can be resumed, and what is left out of the routine can be done alone', async ({ page }) => {
  await open(page, { exercises: { anchor: { leave_out: true } } });
  await openCard(page, 'Anchor stretch');
  await card(page, 'Anchor stretch')
    .getByRole('button', { name: /^Just this one/ })
    .click();
  await advanceClock(page, 25_000);
  await reload(page);
  await expect(resumeOffer(page)).toContainText('Anchor stretch, left leg · 15 s to go');
  await press(page, 'Continue');
  expect(await readPlayer(page)).toMatchObject({ exercise: 'Anchor stretch', place: 'Exercise 1 of 1', seconds: '15' });
});
