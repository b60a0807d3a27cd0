// Days follow the person's local clock: daylight saving and travel don't break a streak.
import { expect, test } from '@playwright/test';

import { seedStorage, safetyNoticeRead } from '../fixtures/storage.mjs';
import { openRoutine, advanceClock, press, readFacts, startHere, pauseClock, stopAndLeave } from '../page-object.mjs';

/** The instant of a local date and time in a time zone. */
const at = (local, offset) => Date.parse(`${local}:00${offset}`);

/** "Today, 11:50 PM", "Yesterday, 11:50 PM", "Sat, Oct 24, 11:50 PM". */
function inWords(local, daysAgo) {
  const format = (options) => spaced(new Date(`${local}Z`).toLocaleString('en', { ...options, timeZone: 'UTC' }));
  const date = format({ weekday: 'short', day: 'numeric', month: 'short' });
  return `${['Today', 'Yesterday'][daysAgo] ?? date}, ${format({ timeStyle: 'short' })}`;
}

/** Engines put different kinds of space before PM. */
const spaced = (text) => text.replace(/\s/g, ' ');

/** Moves the page to a time zone. */
async function travel(page, timezoneId) {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setTimezoneOverride', { timezoneId });
  await expect.poll(() => page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone)).toBe(timezoneId);
  return () => session.detach();
}

/** Lets time pass until an instant while the page is open and idle. */
async function until(page, instant) {
  const now = await page.evaluate(() => Date.now());
  await page.clock.fastForward(instant - now);
}

/** Holds one leg in full, which makes the day count. */
async function doADay(page) {
  await startHere(page, 'Lying stretch');
  await advanceClock(page, 35_000);
  await stopAndLeave(page);
}

async function progress(page) {
  await press(page, 'Progress');
  const facts = await readFacts(page);
  const done = await page.locator('.calendar td.done .day').allTextContents();
  const sessions = await page.locator('.sessions .when').allTextContents();
  await press(page, 'Back to the routine');
  return {
    streak: facts['Current streak'],
    longest: facts['Best streak'],
    days: facts['In total']?.replace(/ days?$/, ''),
    done,
    sessions: sessions.map(spaced),
  };
}

async function open(page, instant) {
  await seedStorage(page, safetyNoticeRead);
  await pauseClock(page, instant);
  await openRoutine(page);
}

for (const [season, change, days] of [
  [
    'autumn',
    'an hour more',
    [
      ['2026-10-24T23:50', '+02:00'],
      ['2026-10-25T23:30', '+01:00'],
      ['2026-10-26T00:10', '+01:00'],
    ],
  ],
  [
    'autumn, within the doubled hour',
    'an hour more',
    [
      ['2026-10-24T23:59', '+02:00'],
      ['2026-10-25T02:30', '+01:00'],
      ['2026-10-26T23:50', '+01:00'],
    ],
  ],
  [
    'spring',
    'an hour less',
    [
      ['2026-03-28T23:50', '+01:00'],
      ['2026-03-29T00:10', '+01:00'],
      ['2026-03-30T00:10', '+02:00'],
    ],
  ],
]) {
  test.describe(`in Berlin in ${season}`, () => {
    test.use({ timezoneId: 'Europe/Berlin' });

    test(`a streak continues over the day that has ${change}`, async ({ page }) => {
      await open(page, at(...days[0]));
      for (const [i, day] of days.entries()) {
        await until(page, at(...day));
        await doADay(page);
        expect(await progress(page)).toMatchObject({ streak: i === 0 ? '1 day' : `${i + 1} days`, days: `${i + 1}` });
      }
      const { done, sessions } = await progress(page);
      expect(done).toEqual(days.map(([local]) => `${Number(local.slice(8, 10))}`));
      expect(sessions).toEqual(days.toReversed().map(([local], daysAgo) => inWords(local, daysAgo)));
    });
  });
}

test.describe('in Berlin', () => {
  test.use({ timezoneId: 'Europe/Berlin' });

  test('a streak lasts until the following day is over, and then ends', async ({ page }) => {
    await open(page, at('2026-11-20T20:00', '+01:00'));
    await doADay(page);
    await until(page, at('2026-11-21T20:00', '+01:00'));
    await doADay(page);
    await until(page, at('2026-11-22T23:59', '+01:00'));
    expect(await progress(page)).toMatchObject({ streak: '2 days' });
    await until(page, at('2026-11-23T00:01', '+01:00'));
    expect(await progress(page)).toMatchObject({ streak: '0 days', longest: '2 days', days: '2' });
    await doADay(page);
    expect(await progress(page)).toMatchObject({ streak: '1 day', longest: '2 days', days: '3' });
  });

  test('a session over midnight belongs to the day on which it began', async ({ page }) => {
    await open(page, at('2026-11-20T23:59', '+01:00'));
    await startHere(page, 'Anchor stretch');
    await advanceClock(page, 90_000);
    await stopAndLeave(page);
    expect(await progress(page)).toMatchObject({ streak: '1 day', done: ['20'] });
  });

  test('two sessions on one day count as one day, and a session without a full hold as none', async ({ page }) => {
    await open(page, at('2026-11-20T08:00', '+01:00'));
    await doADay(page);
    await doADay(page);
    expect(await progress(page)).toMatchObject({ streak: '1 day', days: '1' });
    await until(page, at('2026-11-21T08:00', '+01:00'));
    await startHere(page, 'Lying stretch');
    await advanceClock(page, 34_000);
    await stopAndLeave(page);
    expect(await progress(page)).toMatchObject({ streak: '1 day', days: '1', done: ['20'] });
  });
});

test('travelling to another time zone between two days keeps the streak', async ({ page }) => {
  await open(page, at('2026-11-19T23:00', '+01:00'));
  const leave = await travel(page, 'Europe/Berlin');
  await doADay(page);
  await until(page, at('2026-11-20T22:30', '+01:00'));
  await doADay(page);
  await leave();
  await travel(page, 'America/New_York');
  // At home it is already the 22nd, and in UTC too.
  await until(page, at('2026-11-21T20:30', '-05:00'));
  await doADay(page);
  const { streak, days, done, sessions } = await progress(page);
  expect({ streak, days, done }).toEqual({ streak: '3 days', days: '3', done: ['19', '20', '21'] });
  const local = ['2026-11-21T20:30', '2026-11-20T22:30', '2026-11-19T23:00'];
  expect(sessions, 'by the local clock of the time and place').toEqual(local.map(inWords));
});

test('travelling eastward over the date line loses no day', async ({ page }) => {
  await open(page, at('2026-11-20T21:00', '+13:00'));
  const leave = await travel(page, 'Pacific/Auckland');
  await doADay(page);
  await leave();
  await travel(page, 'Pacific/Honolulu');
  await until(page, at('2026-11-20T21:00', '-10:00'));
  await doADay(page);
  expect(await progress(page), 'the same date twice').toMatchObject({ streak: '1 day', days: '1', done: ['20'] });
  await until(page, at('2026-11-21T07:00', '-10:00'));
  await doADay(page);
  expect(await progress(page)).toMatchObject({ streak: '2 days', days: '2', done: ['20', '21'] });
});

test('a session of Sunday in Tokyo is a streak of one day on Saturday in Los Angeles', async ({ page }) => {
  const leave = await travel(page, 'Asia/Tokyo');
  await open(page, at('2026-11-01T08:00', '+09:00'));
  await doADay(page);
  await leave();
  await travel(page, 'America/Los_Angeles');
  await until(page, at('2026-11-01T10:00', '+09:00')); // it is the last day of October
  expect(await progress(page)).toMatchObject({ streak: '1 day', days: '1', done: [] });
  await press(page, 'Progress');
  await press(page, 'Next month');
  await expect(page.locator('.calendar td.done .day')).toHaveText(['1']);
  await press(page, 'Back to the routine');
  await doADay(page);
  expect(await progress(page)).toMatchObject({ streak: '2 days', days: '2', done: ['31'] });
});
