// When it hurts: the hold stops at once, nothing continues by itself, and the log says where it was.
import { expect, test } from '@playwright/test';

import { seedStorage, safetyNoticeRead } from '../fixtures/storage.mjs';
import {
  callMethod,
  heading,
  takeEvents,
  resumeOffer,
  recordEvents,
  openRoutine,
  advanceClock,
  player,
  press,
  readFinishTable,
  readElement,
  readPlayer,
  reload,
  startHere,
  pauseClock,
  readLog,
  resumeHold,
  finishHeading,
} from '../page-object.mjs';

test.beforeEach(async ({ page }) => {
  await recordEvents(page);
  await seedStorage(page, safetyNoticeRead);
  await pauseClock(page);
  await openRoutine(page);
});

/** Holds the anchor stretch on the left leg for this long. */
async function hold(page, ms) {
  await startHere(page, 'Anchor stretch');
  await expect(player(page)).toBeVisible();
  await advanceClock(page, 10_000 + ms);
}

async function tooMuch(page, ms = 6_400) {
  await hold(page, ms);
  await press(page, 'It hurts');
  await expect(heading(page, "Let's ease off")).toBeFocused();
}

const entries = async (page) =>
  (await readLog(page)).at(-1)?.entries.map((entry) => [entry[2], entry[4], entry[6], entry[8] ?? false]);
const LEFT_SO_FAR = ['left', 6_400, false, true];

test('it stops at once, says to ease off, and logs the exercise and the leg', async ({ page }) => {
  await tooMuch(page);
  await expect(page.getByText('Anchor stretch, left leg')).toBeVisible();
  expect(await readElement(page)).toMatchObject({
    state: 'paused',
    exerciseId: 'anchor',
    side: 'left',
    phase: 'hold',
    remainingMs: 13_600,
  });
  expect((await takeEvents(page)).at(-1).type).toBe('supple-pause');
  expect(await entries(page)).toEqual([LEFT_SO_FAR]);
});

test('nothing continues by itself, neither with time nor with the keys that end a pause', async ({ page }) => {
  await tooMuch(page);
  for (const key of ['Space', 'ArrowRight', 'ArrowLeft', 't', '+']) await page.keyboard.press(key);
  await advanceClock(page, 600_000);
  await expect(heading(page, "Let's ease off")).toBeFocused();
  expect(await readElement(page)).toMatchObject({ state: 'paused', phase: 'hold', remainingMs: 13_600 });
  expect(await entries(page)).toEqual([LEFT_SO_FAR]);
});

test('"Continue gently" says what is left, and continues the hold where it stopped', async ({ page }) => {
  await tooMuch(page);
  await resumeHold(page, 'Continue gently · 14 s left');
  expect(await readPlayer(page)).toMatchObject({ what: 'Hold', leg: 'Left leg', seconds: '14' });
  await expect(heading(page, 'Anchor stretch, left leg'), 'the shortcuts work again').toBeFocused();
  await advanceClock(page, 13_600);
  expect(await readPlayer(page)).toMatchObject({ what: 'Switch to your right leg' });
  expect(await entries(page)).toEqual([LEFT_SO_FAR, ['left', 13_600, true, false]]);
});

test('"Half as long" ends this hold at half its length, and no other', async ({ page }) => {
  await tooMuch(page);
  await resumeHold(page, 'Half as long · 4 s left');
  expect(await readPlayer(page)).toMatchObject({ what: 'Hold', seconds: '4' });
  await advanceClock(page, 3_600);
  expect(await readPlayer(page)).toMatchObject({ what: 'Switch to your right leg', leg: 'Right leg', seconds: '5' });
  await advanceClock(page, 5_000);
  expect(await readPlayer(page)).toMatchObject({ what: 'Hold', seconds: '20' });
  expect(await entries(page)).toEqual([LEFT_SO_FAR, ['left', 3_600, false, false]]);
});

test('after half the hold it is not offered: it would be the same as to skip', async ({ page }) => {
  await tooMuch(page, 10_000);
  await expect(page.getByRole('button', { name: 'Continue gently · 10 s left' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Half as long/ })).toHaveCount(0);
});

test('"Skip this stretch" moves to the next phase', async ({ page }) => {
  await tooMuch(page);
  await press(page, 'Skip this stretch');
  expect(await readPlayer(page)).toMatchObject({ what: 'Switch to your right leg', leg: 'Right leg', seconds: '5' });
  await advanceClock(page, 1_000);
  expect(await readPlayer(page)).toMatchObject({ seconds: '4' });
});

test('a way to go on that is pressed twice counts once', async ({ page }) => {
  await tooMuch(page);
  await page.getByRole('button', { name: 'Skip this stretch' }).evaluate((skip) => {
    skip.click();
    skip.click();
  });
  expect(await readPlayer(page)).toMatchObject({ what: 'Switch to your right leg', leg: 'Right leg', seconds: '5' });
});

for (const [way, end] of [
  ['the button', (page) => press(page, 'Finish for today')],
  ['Escape', (page) => page.keyboard.press('Escape')],
]) {
  test(`${way} ends the session, which says where it was too much`, async ({ page }) => {
    await tooMuch(page);
    await end(page);
    await expect(finishHeading(page)).toBeFocused();
    await expect(page.getByText('You eased off on: Anchor stretch, left leg', { exact: true })).toBeVisible();
    expect(await readFinishTable(page)).toEqual([['Anchor stretch', '6 s', '0 s']]);
  });
}

test("a session that went well doesn't mention it", async ({ page }) => {
  await hold(page, 6_000);
  await press(page, 'Stop');
  await expect(finishHeading(page)).toBeVisible();
  await expect(page.getByText(/^You eased off/)).toHaveCount(0);
});

test('it works from the first moment of a hold, and during a pause, with its key too', async ({ page }) => {
  await hold(page, 0);
  await page.keyboard.press('Space');
  await page.keyboard.press('t');
  await expect(heading(page, "Let's ease off")).toBeVisible();
  expect(await entries(page)).toEqual([['left', 0, false, true]]);
});

test('while the person gets into position, its place offers more time instead', async ({ page }) => {
  await startHere(page, 'Anchor stretch');
  await expect(page.getByRole('button', { name: 'It hurts' })).toHaveCount(0);
  await press(page, 'Need more time · +10 s');
  expect(await readPlayer(page)).toMatchObject({ what: 'Get ready', seconds: '20' });
  await page.keyboard.press('t');
  expect(await readElement(page)).toMatchObject({ state: 'running', phase: 'prepare' });
  expect(await readLog(page)).toEqual([]);
  await advanceClock(page, 20_000);
  expect(await readPlayer(page)).toMatchObject({ what: 'Hold' });
  await expect(page.getByRole('button', { name: /more time/ })).toHaveCount(0);
});

test('in a move it pauses, and what else there is to do is at hand', async ({ page }) => {
  await startHere(page, 'Jumping jacks');
  await advanceClock(page, 15_000);
  await press(page, 'It hurts');
  expect(await readPlayer(page)).toMatchObject({ what: 'Paused', exercise: 'Jumping jacks', seconds: '55' });
  await press(page, 'Finish for today');
  await expect(finishHeading(page)).toBeVisible();
});

test('focus stays on the control when its hold is over', async ({ page }) => {
  await hold(page, 0);
  const button = page.getByRole('button', { name: 'It hurts', exact: true });
  await button.focus();
  await advanceClock(page, 20_000);
  expect(await readPlayer(page)).toMatchObject({ what: 'Switch to your right leg' });
  await expect(page.getByRole('button', { name: 'Need more time · +10 s' })).toBeFocused();
});

test('the list of sessions says where it was too much, at later visits too', async ({ page }) => {
  await tooMuch(page);
  await press(page, 'Finish for today');
  await press(page, 'Done');
  await reload(page);
  await press(page, 'Progress');
  await page.getByText('All sessions').click();
  await expect(page.locator('.sessions li')).toContainText('You eased off on: Anchor stretch, left leg');
});

test('after a reload the session is offered as usual, and a shortened hold stays short', async ({ page }) => {
  await tooMuch(page);
  await resumeHold(page, /^Half as long/);
  await advanceClock(page, 600);
  await press(page, 'It hurts');
  await reload(page);
  await expect(resumeOffer(page)).toContainText('Anchor stretch, left leg · 3 s to go');
  await press(page, 'Continue');
  expect(await readPlayer(page)).toMatchObject({ what: 'Paused', leg: 'Left leg', seconds: '3' });
  await resumeHold(page);
  await advanceClock(page, 3_000);
  expect(await readPlayer(page)).toMatchObject({ what: 'Switch to your right leg' });
  expect(await entries(page)).toEqual([LEFT_SO_FAR, ['left', 600, false, true], ['left', 3_000, false, false]]);
});

test('the host page may resume the session or move it elsewhere', async ({ page }) => {
  await tooMuch(page);
  await callMethod(page, 'resume');
  await expect(player(page)).toBeVisible();
  await press(page, 'It hurts');
  await callMethod(page, 'next');
  expect(await readPlayer(page)).toMatchObject({ what: 'Paused', leg: 'Right leg', seconds: '5' });
});
