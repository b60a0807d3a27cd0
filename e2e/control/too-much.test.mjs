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
  await press(page, 'Too much');
  await expect(heading(page, 'Ease off')).toBeFocused();
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
  await expect(heading(page, 'Ease off')).toBeFocused();
  expect(await readElement(page)).toMatchObject({ state: 'paused', phase: 'hold', remainingMs: 13_600 });
  expect(await entries(page)).toEqual([LEFT_SO_FAR]);
});

test('"Ease off and go on" continues the hold where it stopped', async ({ page }) => {
  await tooMuch(page);
  await resumeHold(page, 'Ease off and go on');
  expect(await readPlayer(page)).toMatchObject({ what: 'Hold', leg: 'Left leg', seconds: '14' });
  await expect(heading(page, 'Anchor stretch'), 'the shortcuts work again').toBeFocused();
  await advanceClock(page, 13_600);
  expect(await readPlayer(page)).toMatchObject({ what: 'Switch legs' });
  expect(await entries(page)).toEqual([LEFT_SO_FAR, ['left', 13_600, true, false]]);
});

test('"Shorter hold" ends this hold at half its length, and no other', async ({ page }) => {
  await tooMuch(page);
  await resumeHold(page, 'Shorter hold');
  expect(await readPlayer(page)).toMatchObject({ what: 'Hold', seconds: '4' });
  await advanceClock(page, 3_600);
  expect(await readPlayer(page)).toMatchObject({ what: 'Switch legs', leg: 'Right leg', seconds: '5' });
  await advanceClock(page, 5_000);
  expect(await readPlayer(page)).toMatchObject({ what: 'Hold', seconds: '20' });
  expect(await entries(page)).toEqual([LEFT_SO_FAR, ['left', 3_600, false, false]]);
});

test('"Shorter hold" after half the hold moves to the next phase', async ({ page }) => {
  await tooMuch(page, 12_000);
  await press(page, 'Shorter hold');
  expect(await readPlayer(page)).toMatchObject({ what: 'Switch legs', seconds: '5' });
  expect(await entries(page)).toEqual([['left', 12_000, false, true]]);
});

test('"Skip" moves to the next phase', async ({ page }) => {
  await tooMuch(page);
  await press(page, 'Skip');
  expect(await readPlayer(page)).toMatchObject({ what: 'Switch legs', leg: 'Right leg', seconds: '5' });
  await advanceClock(page, 1_000);
  expect(await readPlayer(page)).toMatchObject({ seconds: '4' });
});

for (const [way, end] of [
  ['the button', (page) => press(page, 'End')],
  ['Escape', (page) => page.keyboard.press('Escape')],
]) {
  test(`${way} ends the session, which says where it was too much`, async ({ page }) => {
    await tooMuch(page);
    await end(page);
    await expect(finishHeading(page)).toBeFocused();
    await expect(page.getByText('Too much: Anchor stretch, left leg', { exact: true })).toBeVisible();
    expect(await readFinishTable(page)).toEqual([['Anchor stretch', '6 s', '0 s']]);
  });
}

test("a session that went well doesn't mention it", async ({ page }) => {
  await hold(page, 6_000);
  await press(page, 'Stop');
  await expect(finishHeading(page)).toBeVisible();
  await expect(page.getByText(/^Too much/)).toHaveCount(0);
});

test('it works from the first moment of a hold, and during a pause, with its key too', async ({ page }) => {
  await hold(page, 0);
  await page.keyboard.press('Space');
  await page.keyboard.press('t');
  await expect(heading(page, 'Ease off')).toBeVisible();
  expect(await entries(page)).toEqual([['left', 0, false, true]]);
});

test('outside a hold it does nothing', async ({ page }) => {
  await startHere(page, 'Anchor stretch');
  const button = page.getByRole('button', { name: 'Too much', exact: true });
  await expect(button).toHaveAttribute('aria-disabled', 'true');
  await button.click({ force: true });
  await page.keyboard.press('t');
  await expect(player(page)).toBeVisible();
  expect(await readLog(page)).toEqual([]);
});

test('focus stays on the control when its hold is over', async ({ page }) => {
  await hold(page, 0);
  const button = page.getByRole('button', { name: 'Too much', exact: true });
  await button.focus();
  await advanceClock(page, 20_000);
  expect(await readPlayer(page)).toMatchObject({ what: 'Switch legs' });
  await expect(button).toBeFocused();
});

test('the list of sessions says where it was too much, at later visits too', async ({ page }) => {
  await tooMuch(page);
  await press(page, 'End');
  await press(page, 'Done');
  await reload(page);
  await press(page, 'Progress');
  await expect(page.getByRole('listitem').filter({ hasText: 'Too much' })).toContainText(
    'Too much: Anchor stretch, left leg',
  );
});

test('after a reload the session is offered as usual, and a shortened hold stays short', async ({ page }) => {
  await tooMuch(page);
  await resumeHold(page, 'Shorter hold');
  await advanceClock(page, 600);
  await press(page, 'Too much');
  await reload(page);
  await expect(resumeOffer(page)).toContainText('Anchor stretch, left leg · 3 s to go');
  await press(page, 'Continue');
  expect(await readPlayer(page)).toMatchObject({ what: 'Paused', leg: 'Left leg', seconds: '3' });
  await resumeHold(page);
  await advanceClock(page, 3_000);
  expect(await readPlayer(page)).toMatchObject({ what: 'Switch legs' });
  expect(await entries(page)).toEqual([LEFT_SO_FAR, ['left', 600, false, true], ['left', 3_000, false, false]]);
});

test('the host page may resume the session or move it elsewhere', async ({ page }) => {
  await tooMuch(page);
  await callMethod(page, 'resume');
  await expect(player(page)).toBeVisible();
  await press(page, 'Too much');
  await callMethod(page, 'next');
  expect(await readPlayer(page)).toMatchObject({ what: 'Paused', leg: 'Right leg', seconds: '5' });
});
