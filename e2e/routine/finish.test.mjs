// The finish screen and the log say what was done, to the second, and no more.
import { expect, test } from '@playwright/test';

import { seedStorage, safetyNoticeRead } from '../fixtures/storage.mjs';
import {
  heading,
  openRoutine,
  advanceClock,
  player,
  press,
  pressInMore,
  readFinishTable,
  readFacts,
  readPlayer,
  startHere,
  pauseClock,
  readLog,
} from '../page-object.mjs';
import { inFull, inWords, heldOf, planOf, rowsOf } from './expected-plan.mjs';

const plan = planOf();
const anchor = plan.phases.findIndex(({ id, kind }) => id === 'anchor' && kind === 'hold');
const GET_READY = 10_000;

test.beforeEach(async ({ page }) => {
  await seedStorage(page, safetyNoticeRead);
  await pauseClock(page);
  await openRoutine(page);
});

/** Starts at the anchor stretch and holds the first leg for this long. */
async function holdAnchor(page, ms) {
  await startHere(page, 'Anchor stretch');
  await advanceClock(page, GET_READY);
  expect(await readPlayer(page)).toMatchObject({ what: 'Hold', exercise: 'Anchor stretch', leg: 'Left leg' });
  await advanceClock(page, ms);
}

const entries = async (page) => (await readLog(page)).at(-1).entries;

test('stopping in the middle of a hold counts the seconds that were held', async ({ page }) => {
  await holdAnchor(page, 7_600);
  await press(page, 'Stop');
  await expect(heading(page, 'Stopped early')).toBeVisible();
  expect(await readFinishTable(page)).toEqual([['Anchor stretch', 'held', '7 s', '0 s']]);
  expect(await readFacts(page)).toMatchObject({ 'Left leg held': '7 s', 'Right leg held': '0 s', Streak: '0 days' });
  expect(await entries(page)).toEqual([['anchor', 'hold', 'left', 1, 7_600, 20_000, false, GET_READY + 7_600]]);
});

test('stopping before anything was done says so, and logs nothing', async ({ page }) => {
  await press(page, 'Start routine');
  await advanceClock(page, 9_999);
  await press(page, 'Stop');
  await expect(heading(page, 'Nothing done yet')).toBeVisible();
  expect(Object.keys(await readFacts(page)).slice(0, 2)).toEqual(['Left leg held', 'Right leg held']);
  await expect(page.locator('table.done')).toHaveCount(0);
  expect(await readLog(page)).toEqual([]);
});

test('"Go on where I stopped" continues in the middle of the hold, and both parts add up', async ({ page }) => {
  await holdAnchor(page, 7_600);
  await press(page, 'Stop');
  await advanceClock(page, 30_000);
  await press(page, 'Go on where I stopped');
  expect(await readPlayer(page)).toMatchObject({ what: 'Hold', leg: 'Left leg', seconds: '13' });
  await advanceClock(page, 12_400);
  for (const { ms, read } of plan.phases.slice(anchor + 1)) {
    expect(await readPlayer(page)).toEqual(read);
    await advanceClock(page, ms);
  }
  const done = inFull({ phases: plan.phases.slice(anchor) });
  expect(await readFinishTable(page)).toEqual(rowsOf(done));
  const [first, second] = await entries(page);
  expect(first.slice(4, 7)).toEqual([7_600, 20_000, false]);
  expect(second.slice(0, 7), 'only what was held since is added').toEqual([
    'anchor',
    'hold',
    'left',
    1,
    12_400,
    20_000,
    true,
  ]);
  expect(await readLog(page), 'still one session').toHaveLength(1);
});

test('stopping twice in one hold counts nothing twice', async ({ page }) => {
  await holdAnchor(page, 5_000);
  await press(page, 'Stop');
  await press(page, 'Go on where I stopped');
  await advanceClock(page, 4_000);
  await press(page, 'Stop');
  expect(await readFinishTable(page)).toEqual([['Anchor stretch', 'held', '9 s', '0 s']]);
});

test('skipping a hold counts the part that was held', async ({ page }) => {
  await holdAnchor(page, 12_999);
  await press(page, 'Next');
  expect(await readPlayer(page)).toMatchObject({ what: 'Switch to your right leg', leg: 'Right leg' });
  await press(page, 'Stop');
  expect(await readFinishTable(page)).toEqual([['Anchor stretch', 'held', '12 s', '0 s']]);
});

test("a pause doesn't count as held", async ({ page }) => {
  await holdAnchor(page, 3_000);
  await press(page, 'Pause');
  await advanceClock(page, 45_000);
  await press(page, 'Resume');
  await advanceClock(page, 2_000);
  await press(page, 'Stop');
  expect(await readFinishTable(page)).toEqual([['Anchor stretch', 'held', '5 s', '0 s']]);
});

test('added seconds count, and so does a restarted hold', async ({ page }) => {
  await holdAnchor(page, 6_000);
  await press(page, 'Previous');
  await pressInMore(page, '+10 seconds');
  await advanceClock(page, 30_000);
  expect(await readPlayer(page)).toMatchObject({ what: 'Switch to your right leg' });
  await press(page, 'Stop');
  expect(await readFinishTable(page)).toEqual([['Anchor stretch', 'held', '36 s', '0 s']]);
  expect((await entries(page)).map((entry) => entry.slice(4, 7))).toEqual([
    [6_000, 20_000, false],
    [30_000, 30_000, true],
  ]);
});

test("skipping through everything doesn't count as done", async ({ page }) => {
  await press(page, 'Start routine');
  await expect(player(page)).toBeVisible();
  for (let i = 0; i < plan.phases.length; i += 1) await press(page, 'Next');
  await expect(player(page)).toHaveCount(0);
  await expect(heading(page, 'Well done')).toHaveCount(0);
  expect(await readLog(page)).toEqual([]);
});

test('a session whose rest was skipped is not called the whole routine', async ({ page }) => {
  await holdAnchor(page, 20_000);
  for (let left = plan.phases.length - anchor - 1; left > 0; left -= 1) await press(page, 'Next');
  expect(await readFinishTable(page)).toEqual([['Anchor stretch', 'held', '20 s', '0 s']]);
  await expect(page.locator('.finish')).not.toContainText('the whole routine');
});

test('the second session of a day adds to the totals, and the streak stays one day', async ({ page }) => {
  await holdAnchor(page, 20_000);
  await press(page, 'Stop');
  await expect(page.locator('.totals')).toHaveText('In all: 20 s left, 0 s right, on 1 day. Longest streak: 1 day.');
  await press(page, 'Back to the routine');
  await press(page, 'Start routine');
  for (const { ms } of plan.phases) await page.clock.fastForward(ms);
  const { left, right } = heldOf(inFull(plan));
  await expect(page.locator('.totals')).toHaveText(
    `In all: ${inWords(left + 20_000)} left, ${inWords(right)} right, on 1 day. Longest streak: 1 day.`,
  );
  expect(await readFacts(page)).toMatchObject({
    'Left leg held': inWords(left),
    'Right leg held': inWords(right),
    Streak: '1 day',
  });
});
