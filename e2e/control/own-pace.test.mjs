// No timer: moves and holds last until the person says they are done.
import { expect, test } from '@playwright/test';

import { seedStorage, safetyNoticeRead } from '../fixtures/storage.mjs';
import {
  callMethod,
  heading,
  resumeOffer,
  openRoutine,
  advanceClock,
  player,
  press,
  pressInMore,
  readFinishTable,
  readElement,
  readPlayer,
  reload,
  start,
  startHere,
  pauseClock,
  readLog,
  resumeHold,
  startFacts,
} from '../page-object.mjs';

const OPTION = "No countdown. I'll tap when I'm done";

test.beforeEach(async ({ page }) => {
  await seedStorage(page, safetyNoticeRead);
  await pauseClock(page);
  await openRoutine(page);
  await page.getByText('More settings', { exact: true }).click();
  await page.getByText(OPTION).click();
});

/** In the first hold of the anchor stretch. */
async function hold(page) {
  await startHere(page, 'Anchor stretch');
  await expect(player(page)).toBeVisible();
  await advanceClock(page, 10_000);
}

const timer = (page) => player(page).getByRole('timer');

test('a hold counts up beyond its dose, and Done completes it in full', async ({ page }) => {
  await hold(page);
  expect(await readPlayer(page)).toMatchObject({ what: 'Hold', leg: 'Left leg', seconds: '0' });
  await advanceClock(page, 20_000);
  expect(await readPlayer(page)).toMatchObject({ what: 'Hold', seconds: '20' });
  await expect(timer(page)).toHaveAccessibleName('20 seconds so far');
  await advanceClock(page, 7_500);
  expect(await readPlayer(page)).toMatchObject({ what: 'Hold', seconds: '27' });
  expect(await readElement(page)).toMatchObject({ state: 'running', phase: 'hold', remainingMs: 0 });
  await press(page, 'Done');
  expect(await readPlayer(page)).toMatchObject({ what: 'Switch to your right leg', seconds: '5' });
  await expect(timer(page)).toHaveAccessibleName('5 seconds left');
  expect((await readLog(page)).at(-1).entries.map((entry) => [entry[2], entry[4], entry[6]])).toEqual([
    ['left', 27_500, true],
  ]);
});

test('the same button ends the phases in between, and keeps the focus throughout', async ({ page }) => {
  await startHere(page, 'Anchor stretch');
  await page.getByRole('button', { name: "I'm ready", exact: true }).focus();
  const seen = [];
  for (let step = 0; step < 5; step++) {
    seen.push((await readPlayer(page)).what);
    await advanceClock(page, 2_000);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: /^(Done|I'm ready)$/ })).toBeFocused();
  }
  expect(seen).toEqual(['Get ready', 'Hold', 'Switch to your right leg', 'Hold', 'Get ready']);
});

test('totals are shown as estimates', async ({ page }) => {
  await expect(startFacts(page)).toContainText('about 8 min · 8 exercises');
  await start(page);
  expect((await readPlayer(page)).left).toMatch(/^about \d+ min left$/);
});

test('a session whose holds were all done is complete', async ({ page }) => {
  await start(page);
  for (let step = 0; (await readElement(page)).state === 'running' && step < 200; step++) {
    await page.clock.fastForward(3_000);
    if ((await readElement(page)).state === 'running')
      await page.getByRole('button', { name: /^(Done|I'm ready)$/ }).click();
  }
  await expect(heading(page, 'First one done!')).toBeVisible();
  expect((await readFinishTable(page)).length).toBeGreaterThan(5);
});

test('a hold that is skipped at once is not done', async ({ page }) => {
  await hold(page);
  await advanceClock(page, 400);
  await press(page, 'Next');
  expect((await readLog(page)).at(-1).entries.map((entry) => [entry[4], entry[6]])).toEqual([[400, false]]);
});

test('after a reload the session is offered at its place, without seconds left', async ({ page }) => {
  await hold(page);
  await advanceClock(page, 31_000);
  await pressInMore(page, 'Pause');
  await reload(page);
  await expect(resumeOffer(page).getByText('Anchor stretch, left leg', { exact: true })).toBeVisible();
  await press(page, 'Continue');
  expect(await readPlayer(page)).toMatchObject({ what: 'Paused', seconds: '31' });
  await resumeHold(page);
  await advanceClock(page, 2_000);
  expect(await readPlayer(page)).toMatchObject({ what: 'Hold', seconds: '33' });
});

test('"It hurts" offers no shorter hold, because the person can end it any time', async ({ page }) => {
  await hold(page);
  await press(page, 'It hurts');
  await expect(heading(page, "Let's ease off")).toBeVisible();
  await expect(page.getByRole('button', { name: /^Half as long/ })).toHaveCount(0);
});

test('the host page can move to the next phase, and an absence still counts as one', async ({ page }) => {
  await hold(page);
  await advanceClock(page, 12_000);
  await callMethod(page, 'next');
  expect(await readPlayer(page)).toMatchObject({ what: 'Switch to your right leg' });
  await advanceClock(page, 5_000);
  await page.clock.fastForward(600_000);
  expect((await readElement(page)).state).toBe('away');
});
