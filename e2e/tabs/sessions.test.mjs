// Several tabs of one browser: every session is in the log, and a running one is shown as running.
import { expect, test } from '@playwright/test';

import { seedStorage, safetyNoticeRead } from '../fixtures/storage.mjs';
import {
  card,
  resumeOffer,
  openRoutine,
  advanceClock,
  player,
  press,
  readElement,
  readPlayer,
  startHere,
  pauseClock,
  readLog,
  resumeHold,
  stopAndLeave,
  finishHeading,
  startFacts,
  openCard,
} from '../page-object.mjs';
import { inMinutes, planOf } from '../routine/expected-plan.mjs';

const OFFERED = 'Pick up where you left off';
const ELSEWHERE = 'Already running in another tab';

test.beforeEach(async ({ page }) => {
  await seedStorage(page, safetyNoticeRead);
  await pauseClock(page);
  await openRoutine(page);
});

async function anotherTab(context) {
  const page = await context.newPage();
  await openRoutine(page);
  return page;
}

/** Leaves a hold after some time in a tab that is then closed, and opens two other tabs. */
async function leaveForTwo(page, context, heldMs) {
  await holdAnchor(page, heldMs);
  const closed = page.waitForEvent('close'); // by then it has saved where it was
  await page.close({ runBeforeUnload: true });
  await closed;
  return [await anotherTab(context), await anotherTab(context)];
}

const goOn = (page) => page.getByRole('button', { name: 'Continue', exact: true });
const held = ({ entries }) => entries.map(([exercise, , side, , ms, , full]) => [exercise, side, ms, full]);

/** Kills a tab's renderer. */
async function crash(page) {
  const session = await page.context().newCDPSession(page);
  const gone = page.waitForEvent('crash');
  session.send('Page.crash').catch(() => {}); // nobody is left to answer
  await gone;
}

async function holdAnchor(page, ms) {
  await startHere(page, 'Anchor stretch');
  await expect(player(page)).toBeVisible();
  await advanceClock(page, 10_000 + ms);
}

test('two simultaneous sessions are both in the log, whole', async ({ page: first, context }) => {
  const second = await anotherTab(context);
  await startHere(first, 'Seated stretch');
  await advanceClock(first, 3_000);
  await startHere(second, 'Lying stretch');
  await advanceClock(first, 19_000);
  await press(second, 'Pause');
  await advanceClock(first, 25_000);
  await press(second, 'Resume');
  await press(first, 'Next');
  await advanceClock(first, 200_000);
  for (const page of [first, second]) await expect(finishHeading(page)).toBeVisible();

  // What one tab writes reaches the other a moment later.
  for (const page of [first, second])
    await expect.poll(async () => (await readLog(page)).map(({ entries }) => entries.length)).toEqual([5, 2]);
  const [seated, lying] = await readLog(first);
  expect(await readLog(second)).toEqual([seated, lying]);
  expect(held(lying)).toEqual([
    ['lying', 'left', 20_000, true],
    ['lying', 'right', 20_000, true],
  ]);
  expect(held(seated)).toEqual([
    ['seated', 'both', 20_000, true],
    ['seated', 'both', 2_000, false],
    ['seated', 'both', 20_000, true],
    ['lying', 'left', 20_000, true],
    ['lying', 'right', 20_000, true],
  ]);
  await press(first, 'See progress');
  await expect(first.locator('.sessions li')).toHaveCount(2);
});

test('six sessions started and stopped in two tabs at once are six in the log', async ({ page: first, context }) => {
  const second = await anotherTab(context);
  for (let i = 1; i <= 3; i += 1) {
    await Promise.all([startHere(first, 'Jumping jacks'), startHere(second, 'Jogging on the spot')]);
    for (const page of [first, second]) await expect(player(page)).toBeVisible();
    await advanceClock(first, 10_000 + i * 1_000);
    await Promise.all([stopAndLeave(first), stopAndLeave(second)]);
  }
  await expect.poll(() => readLog(first)).toHaveLength(6);
  const log = (await readLog(first)).map((record) => held(record)[0]);
  for (let i = 1; i <= 3; i += 1) {
    expect(log).toContainEqual(['jumping-jacks', 'none', i * 1_000, false]);
    expect(log).toContainEqual(['jogging-in-place', 'none', i * 1_000, false]);
  }
});

test('a session that runs in one tab is shown as running in the others', async ({ page, context }) => {
  const before = await anotherTab(context);
  await holdAnchor(page, 5_000);
  const since = await anotherTab(context);
  for (const other of [before, since]) {
    await expect(resumeOffer(other)).toContainText(ELSEWHERE);
    await expect(resumeOffer(other)).toContainText('Anchor stretch');
    await expect(goOn(other)).toBeHidden();
    await expect(other.getByRole('button', { name: 'Start from the beginning', exact: true })).toBeHidden();
  }
  await advanceClock(page, 5_000);
  expect(await readPlayer(page)).toMatchObject({ what: 'Hold', seconds: '10' });
});

test('it is shown as running from its first moment', async ({ page, context }) => {
  const other = await anotherTab(context);
  for (let time = 1; time <= 3; time += 1) {
    await startHere(page, 'Anchor stretch');
    await expect(resumeOffer(other), `time ${time}`).toContainText('Anchor stretch');
    await expect(resumeOffer(other), `time ${time}`).toContainText(ELSEWHERE);
    await stopAndLeave(page);
    await expect(resumeOffer(other)).toBeHidden();
  }
});

test('when its tab is closed the session becomes an offer, without reloading', async ({ page, context }) => {
  const other = await anotherTab(context);
  await holdAnchor(page, 7_000);
  await expect(resumeOffer(other)).toContainText(ELSEWHERE);
  await page.close({ runBeforeUnload: true });
  await expect(resumeOffer(other)).toContainText(OFFERED);
  await expect(resumeOffer(other)).toContainText('Anchor stretch, left leg · 13 s to go');
  await goOn(other).click();
  await expect(player(other)).toBeVisible();
  expect(await readElement(other)).toMatchObject({ state: 'paused', exerciseId: 'anchor', remainingMs: 13_000 });
});

test('when its tab crashes the session becomes an offer, without reloading', async ({ page, context }) => {
  const other = await anotherTab(context);
  await holdAnchor(page, 8_100);
  await expect(resumeOffer(other)).toContainText(ELSEWHERE);
  await crash(page);
  await expect(resumeOffer(other)).toContainText(OFFERED);
  await expect(resumeOffer(other)).toContainText('Anchor stretch, left leg · 12 s to go');
  await goOn(other).click();
  await expect(player(other)).toBeVisible();
  const { remainingMs } = await readElement(other);
  // At the last heartbeat: there is one every four seconds.
  expect(remainingMs).toBe(12_000);
});

test("a tab that waits for the other one to end doesn't poll, then or later", async ({ page, context }) => {
  const other = await context.newPage();
  await other.addInitScript(() => {
    window.lockRequests = 0;
    const { request } = LockManager.prototype;
    LockManager.prototype.request = function (...given) {
      window.lockRequests += 1;
      return request.apply(this, given);
    };
  });
  await openRoutine(other);
  await holdAnchor(page, 7_000);
  await expect(resumeOffer(other)).toContainText(ELSEWHERE);
  await page.close({ runBeforeUnload: true });
  // However long these few looks at the page take: a tab that polls asks thousands of times.
  for (let look = 0; look < 20; look += 1) await resumeOffer(other).textContent();
  expect(await other.evaluate(() => window.lockRequests)).toBeLessThan(20);
});

test('when it is over in its tab, the other one stops showing it', async ({ page, context }) => {
  const other = await anotherTab(context);
  await holdAnchor(page, 7_000);
  await expect(resumeOffer(other)).toContainText(ELSEWHERE);
  await press(page, 'Stop');
  await expect(resumeOffer(other)).toBeHidden();
});

test('a session that continues after a stop belongs to its tab again', async ({ page, context }) => {
  const other = await anotherTab(context);
  await holdAnchor(page, 7_000);
  await press(page, 'Stop');
  await expect(resumeOffer(other)).toBeHidden();
  await press(page, 'Finish the rest');
  await expect(resumeOffer(other)).toContainText('Anchor stretch');
  await expect(resumeOffer(other)).toContainText(ELSEWHERE);
  await expect(goOn(other)).toBeHidden();
});

test('a session that was left is resumed by one of two tabs, even if both try at once', async ({ page, context }) => {
  const tabs = await leaveForTwo(page, context, 6_000);
  for (const tab of tabs) await expect(goOn(tab)).toBeVisible();
  await Promise.all(tabs.map((tab) => goOn(tab).evaluate((button) => button.click())));
  const players = async () => Promise.all(tabs.map((tab) => player(tab).count()));
  await expect.poll(async () => (await players()).join('')).toMatch(/^(10|01)$/);
  const [taken, left] = (await players())[0] === 1 ? tabs : tabs.toReversed();
  await expect(resumeOffer(left)).toContainText(ELSEWHERE);
  await resumeHold(taken);
  await advanceClock(taken, 14_000);
  await press(taken, 'Stop');
  await expect(resumeOffer(left)).toBeHidden();
  expect((await players()).filter((count) => count > 0)).toEqual([]);
  expect((await readLog(left)).map(held)).toEqual([[['anchor', 'left', 20_000, true]]]);
});

test('a session resumed in one tab is no longer offered in the other', async ({ page, context }) => {
  const [taken, left] = await leaveForTwo(page, context, 6_000);
  await expect(goOn(left)).toBeVisible();
  await goOn(taken).click();
  await expect(resumeOffer(left)).toContainText(ELSEWHERE);
  await expect(goOn(left)).toBeHidden();
});

test('a session that one tab puts aside for a new one is no longer offered in the other', async ({ page, context }) => {
  const [restarted, left] = await leaveForTwo(page, context, 6_000);
  await expect(goOn(left)).toBeVisible();
  await press(restarted, 'Start from the beginning');
  await expect(resumeOffer(left)).toContainText('Jumping jacks');
  await press(restarted, 'Stop');
  await expect(resumeOffer(left)).toBeHidden();
  expect((await readLog(left)).map(held)).toEqual([[['anchor', 'left', 6_000, false]]]);
});

test('of two sessions that were left, the newer is offered first, and then the older', async ({ page, context }) => {
  const other = await anotherTab(context);
  await holdAnchor(page, 1_000);
  await startHere(other, 'Lying stretch');
  await advanceClock(other, 17_000);
  await page.close({ runBeforeUnload: true });
  await other.close({ runBeforeUnload: true });
  const third = await anotherTab(context);
  await expect(resumeOffer(third)).toContainText('Lying stretch, left leg · 18 s to go');
  await press(third, 'Start from the beginning');
  await stopAndLeave(third);
  await expect(goOn(third)).toBeVisible();
  await expect(resumeOffer(third)).toContainText('Anchor stretch');
  await press(third, 'Start from the beginning');
  await stopAndLeave(third);
  await expect(resumeOffer(third)).toBeHidden();
  expect((await readLog(third)).map(held).flat()).toEqual([
    ['anchor', 'left', 18_000, false],
    ['lying', 'left', 2_000, false],
  ]);
});

test('options chosen in one tab appear in the other', async ({ page: first, context }) => {
  const second = await anotherTab(context);
  await openCard(first, 'Seated stretch');
  await card(first, 'Seated stretch').getByText('Customise').click();
  await card(first, 'Seated stretch').getByText('One leg at a time', { exact: true }).click();
  const chosen = { exercises: { seated: { variation: true } } };
  await expect(card(second, 'Seated stretch').locator('.dose')).toHaveText('3 × 20 s per leg');
  await expect(startFacts(second)).toContainText(inMinutes(planOf(chosen).totalMs));
  await openCard(second, 'Seated stretch');
  await card(second, 'Seated stretch').getByText('Customise').click();
  await expect(card(second, 'Seated stretch').getByRole('switch', { name: 'One leg at a time' })).toBeChecked();

  // And neither undoes the other's choice.
  await openCard(second, 'Assisted stretch');
  await card(second, 'Assisted stretch').getByText('Someone is helping me', { exact: true }).click();
  await openCard(first, 'Assisted stretch');
  await expect(card(first, 'Assisted stretch').getByRole('switch', { name: 'Someone is helping me' })).toBeChecked();
  await expect(card(first, 'Seated stretch').locator('.dose')).toHaveText('3 × 20 s per leg');
});

test("emptying the storage in another tab doesn't affect the running session", async ({ page: first, context }) => {
  const second = await anotherTab(context);
  await holdAnchor(first, 20_000 + 5_000 + 4_000);
  // What one tab writes reaches the others a moment later; emptied before that, nothing would be removed.
  await expect.poll(async () => (await readLog(second)).map(held)).toEqual([[['anchor', 'left', 20_000, true]]]);
  await second.evaluate(() => localStorage.clear());
  await expect.poll(() => readLog(first)).toEqual([]);
  await advanceClock(first, 16_000);
  await press(first, 'Stop');
  await expect
    .poll(async () => (await readLog(second)).map(held))
    .toEqual([
      [
        ['anchor', 'left', 20_000, true],
        ['anchor', 'right', 20_000, true],
      ],
    ]);
});

test('without Web Locks a session that was left is still offered', async ({ page: first, context }) => {
  await holdAnchor(first, 6_000);
  await first.close({ runBeforeUnload: true });
  const third = await context.newPage();
  await third.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'locks'));
  await openRoutine(third);
  expect(await third.evaluate(() => 'locks' in navigator)).toBe(false);
  await expect(resumeOffer(third)).toContainText(OFFERED);
  await goOn(third).click();
  await expect(player(third)).toBeVisible();
  expect(await readElement(third)).toMatchObject({ state: 'paused', remainingMs: 14_000 });
});
