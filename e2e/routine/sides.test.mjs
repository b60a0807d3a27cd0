// What the sides of an exercise are called, and routines that don't tell sides apart.
import { expect, test } from '@playwright/test';

import { openArticle, sound } from '../bad-routine/article.mjs';
import { safetyNoticeRead, seedStorage } from '../fixtures/storage.mjs';
import {
  advanceClock,
  announcer,
  card,
  pauseClock,
  press,
  readFacts,
  readFinishTable,
  readPlayer,
  widgetReady,
} from '../page-object.mjs';

async function open(page, change) {
  const routine = sound();
  const [reach] = routine.sections[0].exercises;
  change(reach, routine);
  await seedStorage(page, safetyNoticeRead);
  await pauseClock(page);
  await openArticle(page, JSON.stringify(routine));
  await widgetReady(page);
}

test('where nothing tells sides apart, totals are shown', async ({ page }) => {
  await open(page, (reach) => (reach.sides = 'none'));
  await press(page, 'Start routine');
  await advanceClock(page, 30_000);
  await press(page, 'Stop');
  await expect(page.locator('.finish-facts')).toHaveText('20 s · 1 of 2 exercises');
  expect(await readFinishTable(page)).toEqual([['Reach', '20 s']]);
  await expect(page.locator('table.done thead th')).toHaveText(['Exercise', 'Time']);
  await expect(page.locator('.totals')).toHaveText('1 day so far · 20 s · best streak 1 day');
  await press(page, 'See progress');
  await expect(page.locator('.sessions li')).toContainText('20 s');
  expect(await readFacts(page)).toMatchObject({ 'Stretched this week': '20 s', 'Stretched in total': '20 s' });
});

for (const [what, set] of [
  ['the exercise', (reach) => (reach['side-name'] = 'arm')],
  ['the routine', (_, routine) => (routine['side-name'] = 'arm')],
]) {
  test(`${what} says that its sides are arms`, async ({ page }) => {
    await open(page, set);
    await expect(card(page, 'Reach').locator('.dose')).toHaveText('20 s per arm');
    await press(page, 'Start routine');
    await advanceClock(page, 10_000);
    expect(await readPlayer(page)).toMatchObject({ what: 'Hold', leg: 'Left arm' });
    await expect(page.locator('.next-up')).toContainText('switch to your right arm');
    await expect(announcer(page)).toContainText('left arm');
    await advanceClock(page, 20_000);
    expect(await readPlayer(page)).toMatchObject({ what: 'Switch to your right arm', leg: 'Right arm' });
    await press(page, 'Stop');
    await expect(page.locator('table.done thead th')).toHaveText(['Exercise', 'Left arm', 'Right arm']);
    await expect(page.getByRole('group', { name: 'How do your arms feel?' })).toBeVisible();
  });
}

test('where the author says nothing, a side is a side', async ({ page }) => {
  await open(page, () => {});
  await expect(card(page, 'Reach').locator('.dose')).toHaveText('20 s per side');
  await press(page, 'Start routine');
  await advanceClock(page, 10_000);
  expect(await readPlayer(page)).toMatchObject({ leg: 'Left side' });
});

test('holds of the whole body stand beside those of sides', async ({ page }) => {
  await open(page, (_, { sections }) =>
    sections[0].exercises.unshift({
      ...{ id: 'plank', name: 'Plank', dose: { kind: 'hold', seconds: 30 }, sides: 'none', steps: ['Lie.'] },
    }),
  );
  await press(page, 'Start routine');
  await advanceClock(page, 40_000 + 30_000);
  await press(page, 'Stop');
  await expect(page.locator('.finish-facts')).toHaveText('Left 20 s · right 0 s · 30 s whole body · 2 of 3 exercises');
  await press(page, 'See progress');
  await expect(page.locator('.sessions li')).toContainText('Left 20 s · right 0 s · 30 s whole body');
});
