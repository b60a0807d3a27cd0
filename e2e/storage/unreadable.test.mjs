// What can't be read is set aside, whole; the person is told, and everything works.
import { expect, test } from '@playwright/test';

import { loggedSession, safetyNoticeRead, seedStorage, storageKey, unfinishedSession } from '../fixtures/storage.mjs';
import {
  heading,
  notices,
  openRoutine,
  advanceClock,
  player,
  press,
  readFacts,
  dismissNotices,
  readPlayer,
  reload,
  start,
  pauseClock,
  readStorage,
  SUNDAY,
  finishHeading,
} from '../page-object.mjs';
import { planOf } from '../routine/expected-plan.mjs';

const DAY_MS = 86_400_000;
const left = unfinishedSession({ phase: 11, elapsedMs: 5_000, planMs: planOf().totalMs, startedMs: SUNDAY - DAY_MS });
const [{ id: leftId }] = Object.values(left);

/** Every kind of stored value. */
const KINDS = {
  options: 'options:hamstring',
  personal: 'personal',
  safety: 'safety',
  running: `running:${leftId}`,
  archive: 'archive:1700000000000-0badcafe:1700000000000',
  log: 'log:1700000000000-0badcafe',
  alive: `alive:${leftId}`,
};

const TEXTS = {
  garbage: 'no {JSON] at "all',
  'an empty text': '',
  'a future version': '{"version":99,"sessions":{"of":"a kind"},"entries":null,"read":"by eye"}',
  "another app's list": '[1,2,{"theme":"dark"}]',
  "another app's object, without a version": '{"theme":"dark","sessions":[],"entries":[],"read":true}',
  'our version with nonsense in it':
    '{"version":1,"first_leg":"middle","read":7,"sessions":7,"entries":7,"phase":-1,"elapsed_ms":{}}',
};

/** Values that belong to others. */
const OTHERS = {
  'another-app': 'no {JSON] either',
  supplement: '{"version":1}',
  'supple:another:safety': 'of another widget',
  'supple:set-aside:default:safety:5': 'set aside long ago',
};

const good = loggedSession(SUNDAY - 2 * DAY_MS);

const asTexts = (things) =>
  Object.fromEntries(Object.entries(things).map(([key, thing]) => [key, JSON.stringify(thing)]));

/** Uses the widget a little, and looks at the progress. */
async function doAndLookBack(page, isSomethingLeft) {
  if (isSomethingLeft) await press(page, 'Start from the beginning');
  else await start(page);
  // In a first session the timer waits.
  const ready = page.getByRole('button', { name: "I'm ready", exact: true });
  if (await ready.isVisible()) await ready.click();
  else await advanceClock(page, 10_000);
  await advanceClock(page, 15_000);
  expect(await readPlayer(page)).toMatchObject({ what: 'Move', exercise: 'Jumping jacks', seconds: '45' });
  await press(page, 'Stop');
  await expect(finishHeading(page)).toBeVisible();
  await press(page, 'See progress');
  await page.getByText(/^All sessions/).click();
}

/** Every kind with garbage, and every text in the log: core tries all of them (docs/decisions/browser-tests.md). */
const CASES = [
  ...Object.keys(KINDS).map((kind) => [kind, 'garbage']),
  ...Object.keys(TEXTS)
    .filter((what) => what !== 'garbage')
    .map((what) => ['log', what]),
];

for (const [kind, what] of CASES) {
  const [under, text] = [KINDS[kind], TEXTS[what]];
  test(`${what} under ${kind} is set aside, whole, and the person is told`, async ({ page }) => {
    const errors = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await seedStorage(page, {
      ...asTexts(good),
      ...OTHERS,
      ...(kind === 'safety' ? {} : asTexts(safetyNoticeRead)),
      ...(kind === 'alive' ? asTexts(left) : {}),
      [storageKey(under)]: text,
    });
    await pauseClock(page);
    await openRoutine(page);
    const told = await dismissNotices(page);
    await doAndLookBack(page, kind === 'alive');

    const aside = `supple:set-aside:default:${under}:`;
    const [name, ...more] = Object.keys(await readStorage(page, aside)).filter((name) => !(name in OTHERS));
    expect(more).toEqual([]);
    const isNewer = what.includes('future');
    const why = isNewer ? 'Some of your data was saved by a newer version' : "We couldn't read some of your saved data";
    expect(told).toEqual([expect.stringContaining(why)]);
    expect(told[0]).toContain(`Nothing is lost: a copy is kept on this device. Details: ${storageKey(under)}, kept as`);
    expect(told[0]).toContain(name);
    const now = await readStorage(page);
    expect(now[name], 'whole').toBe(text);
    expect(now[storageKey(under)], 'no longer in the way').not.toBe(text);
    expect(now, 'and nothing else was touched').toMatchObject({ ...OTHERS, ...asTexts(good) });

    // What was done before and what was done now is all there, at this visit and the next.
    for (const visit of ['this visit', 'the next visit']) {
      await expect(page.locator('.sessions li'), visit).toHaveCount(kind === 'alive' ? 3 : 2);
      expect(await readFacts(page)).toMatchObject({ 'In total': '1 day', 'Best streak': '1 day' });
      expect(told, 'the person is told once').toHaveLength(1);
      await reload(page);
      await press(page, 'Progress');
    }
    expect(Object.keys(await readStorage(page, aside)).filter((name) => !(name in OTHERS))).toEqual([name]);
    expect(errors).toEqual([]);
  });
}

test('the notice disappears once the person has accepted it', async ({ page }) => {
  await seedStorage(page, { ...asTexts(safetyNoticeRead), [storageKey('options:hamstring')]: 'garbage' });
  await pauseClock(page);
  await openRoutine(page);
  await expect(notices(page)).toContainText('your saved data');
  await press(page, 'OK');
  await expect(notices(page)).not.toContainText('your saved data');
  await press(page, 'Start routine');
  await expect(player(page)).toBeVisible();
});

test('several unreadable values are each reported and set aside', async ({ page }) => {
  const bad = {
    [storageKey('options:hamstring')]: 'a',
    [storageKey('running:1')]: 'b',
    [storageKey('log:1')]: 'c',
    [storageKey('log:2')]: 'd',
  };
  await seedStorage(page, { ...asTexts(safetyNoticeRead), ...bad });
  await pauseClock(page);
  const told = await dismissNotices(page);
  await openRoutine(page);
  await press(page, 'Progress');
  await expect(heading(page, 'Progress')).toBeVisible();
  // The log is read by an app that loads now. Notices are taken note of at the next press.
  const setAside = async () => Object.values(await readStorage(page, 'supple:set-aside:')).sort();
  await expect.poll(setAside).toEqual(['a', 'b', 'c', 'd']);
  await press(page, 'Back to the routine');
  for (const name of Object.keys(bad)) expect(told.join(' ')).toContain(`Details: ${name}, kept as`);
});
