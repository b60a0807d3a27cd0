// The finish screen and the log say what was done, to the second, and no more.
import { expect, test } from '@playwright/test';

import { violations } from '../accessibility/violations.mjs';
import { safetyNoticeRead, seedStorage, storageKey } from '../fixtures/storage.mjs';
import {
  heading,
  openRoutine,
  advanceClock,
  player,
  press,
  pressInMore,
  readFinishTable,
  readElement,
  readPlayer,
  startHere,
  pauseClock,
  readLog,
  readStorage,
  reload,
  resumeHold,
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

const finish = (page) => page.locator('.finish');
const week = (page) => finish(page).locator('.week');

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
  await expect(heading(page, 'Good start')).toBeVisible();
  await expect(finish(page)).toContainText('Hold one stretch to the end and today counts.');
  await expect(finish(page)).toContainText('Left 7 s · right 0 s · 1 of 8 exercises');
  expect(await readFinishTable(page)).toEqual([['Anchor stretch', '7 s', '0 s']]);
  expect(await entries(page)).toEqual([['anchor', 'hold', 'left', 1, 7_600, 20_000, false, GET_READY + 7_600]]);
});

test('stopping before anything was done leads straight back, and logs nothing', async ({ page }) => {
  await press(page, 'Start routine');
  await advanceClock(page, 9_999);
  await press(page, 'Stop');
  await expect(page.getByRole('button', { name: 'Start routine' })).toBeFocused();
  await expect(finish(page)).toHaveCount(0);
  expect(await readElement(page)).toMatchObject({ state: 'ready' });
  expect(await readLog(page)).toEqual([]);
});

test('a full hold counts for the day, and a later session without one takes nothing away', async ({ page }) => {
  await holdAnchor(page, 20_000);
  await press(page, 'Stop');
  await expect(heading(page, 'Good effort')).toBeVisible();
  await expect(finish(page)).toContainText('That counts for today.');
  await expect(week(page)).toHaveAccessibleName('Done this week: Sunday');
  await press(page, 'Done');
  await holdAnchor(page, 5_000);
  await press(page, 'Stop');
  await expect(finish(page)).toContainText('Today counted already.');
  await expect(week(page)).toHaveAccessibleName('Done this week: Sunday');
});

test('how it felt is one tap, which can be changed and taken back, and Progress shows it', async ({ page }) => {
  await holdAnchor(page, 20_000);
  await press(page, 'Stop');
  const feeling = async () => (await readLog(page)).at(-1).feeling;
  expect(await feeling()).toBeUndefined();
  await press(page, 'Looser');
  expect(await feeling()).toBe('looser');
  await expect(page.getByRole('button', { name: 'Looser' })).toHaveAttribute('aria-pressed', 'true');
  await press(page, 'Sore');
  expect(await feeling()).toBe('sore');
  await expect(page.getByRole('button', { name: 'Looser' })).toHaveAttribute('aria-pressed', 'false');
  await press(page, 'Sore');
  expect(await feeling()).toBeUndefined();
  await press(page, 'Same');
  await press(page, 'Finish the rest');
  await advanceClock(page, 3_000);
  await press(page, 'Stop');
  expect(await feeling(), 'it is still the same session').toBe('same');
  await expect(page.getByRole('group', { name: 'How do your legs feel?' })).toBeVisible();
  await press(page, 'See progress');
  await expect(page.locator('.sessions li')).toHaveText(/^Today, 11:30.*Left 20 s · right 0 s · part of it · Same$/);
});

const gain = (page) => finish(page).locator('.gain');
const question = (page) =>
  page.getByRole('group', { name: "How much discomfort is there after today's session?" });

test('what the session added to the week is a bar with its numbers', async ({ page }) => {
  await holdAnchor(page, 20_000);
  await press(page, 'Stop');
  await expect(gain(page)).toHaveText('20 s in holds this week, all of it just now');
  await press(page, 'Done');
  await holdAnchor(page, 10_000);
  await press(page, 'Stop');
  await expect(gain(page)).toHaveText('30 s in holds this week: 20 s before, 10 s just now');
  const [before, added] = await gain(page).locator('i').evaluateAll((all) => all.map((part) => part.offsetWidth));
  expect(before / added).toBeCloseTo(2, 1);
});

test('a session without holds adds nothing that is shown', async ({ page }) => {
  await press(page, 'Start routine');
  await advanceClock(page, GET_READY + 15_000);
  await press(page, 'Stop');
  await expect(finish(page)).toBeVisible();
  await expect(gain(page)).toHaveCount(0);
});

test('the question about discomfort is asked where the session ends, and Progress knows the answer', async ({ page }) => {
  await holdAnchor(page, 20_000);
  await press(page, 'Stop');
  await expect(question(page)).toBeVisible();
  const level = (points) => page.getByRole('radio', { name: `${points}`, exact: true });
  await level(3).check();
  await page.getByRole('checkbox', { name: 'Lower back' }).check();
  const { [storageKey('discomfort')]: text } = await readStorage(page, storageKey('discomfort'));
  const [[, [points, places]]] = Object.values(JSON.parse(text).answers);
  expect([points, places]).toEqual([3, ['lower-back']]);
  await press(page, 'Finish the rest');
  await advanceClock(page, 3_000);
  await press(page, 'Stop');
  await expect(level(3), 'it is still the same session').toBeChecked();
  await press(page, 'See progress');
  await expect(heading(page, 'Discomfort')).toBeVisible();
  await expect(level(3)).toBeChecked();
});

test('the question can be switched off for good, and nothing is loaded for it then', async ({ page }) => {
  await holdAnchor(page, 20_000);
  await press(page, 'Stop');
  await press(page, "Don't ask again");
  await expect(question(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Ask me again' })).toBeFocused();
  await reload(page);
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await holdAnchor(page, 20_000);
  await press(page, 'Stop');
  await expect(finish(page)).toBeVisible();
  await expect(page.locator('.finish-question')).toHaveCount(0);
  expect(asked.filter((url) => url.includes('/progress-'))).toEqual([]);
});

test('where the question cannot be loaded, nothing else is missing', async ({ page }) => {
  await page.route('**/assets/progress-*', (route) => route.abort());
  const failed = page.waitForEvent('requestfailed');
  await holdAnchor(page, 20_000);
  await press(page, 'Stop');
  await failed;
  await expect(page.locator('.finish-question')).toBeEmpty();
  await press(page, 'Done');
  await expect(page.getByRole('button', { name: 'Start routine' })).toBeVisible();
});

for (const colorScheme of ['light', 'dark']) {
  test.describe(`320 px, ${colorScheme}`, () => {
    test.use({ colorScheme, viewport: { width: 320, height: 640 } });

    test('with the question, axe finds nothing wrong and nothing is wider than the screen', async ({ page }) => {
      await holdAnchor(page, 20_000);
      await press(page, 'Stop');
      await page.getByRole('radio', { name: '4', exact: true }).check();
      await page.clock.resume(); // axe waits
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.scrollingElement.scrollWidth)).toBe(320);
    });
  });
}

test('the reminder is one tap away', async ({ page, baseURL }) => {
  await holdAnchor(page, 20_000);
  await press(page, 'Stop');
  const link = page.getByRole('link', { name: 'Set a reminder' });
  expect(await link.getAttribute('href')).toContain(
    `${new URL(baseURL).pathname.replace(/\/$/, '')}/reminder/#minutes=8&title=Hamstring%20routine`,
  );
});

test('"Finish the rest" continues in the middle of the hold, and both parts add up', async ({ page }) => {
  await holdAnchor(page, 7_600);
  await press(page, 'Stop');
  await advanceClock(page, 30_000);
  await resumeHold(page, 'Finish the rest');
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
  await resumeHold(page, 'Finish the rest');
  await advanceClock(page, 4_000);
  await press(page, 'Stop');
  expect(await readFinishTable(page)).toEqual([['Anchor stretch', '9 s', '0 s']]);
});

test('skipping a hold counts the part that was held', async ({ page }) => {
  await holdAnchor(page, 12_999);
  await press(page, 'Next');
  expect(await readPlayer(page)).toMatchObject({ what: 'Switch to your right leg', leg: 'Right leg' });
  await press(page, 'Stop');
  expect(await readFinishTable(page)).toEqual([['Anchor stretch', '12 s', '0 s']]);
});

test("a pause doesn't count as held", async ({ page }) => {
  await holdAnchor(page, 3_000);
  await press(page, 'Pause');
  await advanceClock(page, 45_000);
  await resumeHold(page);
  await advanceClock(page, 2_000);
  await press(page, 'Stop');
  expect(await readFinishTable(page)).toEqual([['Anchor stretch', '5 s', '0 s']]);
});

test('added seconds count, and so does a restarted hold', async ({ page }) => {
  await holdAnchor(page, 6_000);
  await press(page, 'Previous');
  await pressInMore(page, '+10 seconds');
  await advanceClock(page, 30_000);
  expect(await readPlayer(page)).toMatchObject({ what: 'Switch to your right leg' });
  await press(page, 'Stop');
  expect(await readFinishTable(page)).toEqual([['Anchor stretch', '36 s', '0 s']]);
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
  await expect(finish(page)).toHaveCount(0);
  expect(await readLog(page)).toEqual([]);
});

test('a session whose rest was skipped is not called the whole routine', async ({ page }) => {
  await holdAnchor(page, 20_000);
  for (let left = plan.phases.length - anchor - 1; left > 0; left -= 1) await press(page, 'Next');
  await expect(heading(page, 'Done for today')).toBeVisible();
  await expect(finish(page)).toContainText("You made it a little shorter, and that's fine. Today counts.");
  expect(await readFinishTable(page)).toEqual([['Anchor stretch', '20 s', '0 s']]);
});

test('the second session of a day adds to the totals, and the streak stays one day', async ({ page }) => {
  await holdAnchor(page, 20_000);
  await press(page, 'Stop');
  await expect(page.locator('.totals')).toHaveText('1 day so far · Left 20 s · right 0 s · best streak 1 day');
  await press(page, 'Done');
  await press(page, 'Start routine');
  for (const { ms } of plan.phases) await page.clock.fastForward(ms);
  const { left, right } = heldOf(inFull(plan));
  expect(left).toBe(right);
  await expect(page.locator('.totals')).toHaveText(
    `1 day so far · Left ${inWords(left + 20_000)} · right ${inWords(right)} · best streak 1 day`,
  );
  await expect(heading(page, 'Well done!')).toBeVisible();
  await expect(finish(page)).toContainText(`${inWords(left)} per leg · all 8 exercises`);
});
