// A reminder comes at the same time of day wherever the person is, even when the clocks change.
import { expect, test } from '@playwright/test';

import { pauseClock } from '../page-object.mjs';
import { eventOf, timesOf } from './calendar-file.mjs';
import { asking, choose, DAYS, save, time } from './page-object.mjs';

/** The local time of day at these times of a file, and the hours ahead of UTC. */
const onTheClock = (page, times) =>
  page.evaluate(
    (times) =>
      times.map((time) => {
        const [year, month, day, hour, minute] = time.match(/\d+/g).map(Number);
        const date = new Date(year, month - 1, day, hour, minute);
        return { time: date.toTimeString().slice(0, 5), hours: -date.getTimezoneOffset() / 60 };
      }),
    times,
  );

for (const { zone, at, from, hours } of [
  // Winter time begins there on that night, which has an extra hour, and summer time on the other, which has one hour
  // less.
  { zone: 'Europe/Berlin', at: '2026-10-24T22:30:00Z', from: '2026-10-25', hours: [1, 2] },
  { zone: 'Europe/Berlin', at: '2027-03-27T22:30:00Z', from: '2027-03-27', hours: [1, 2] },
  { zone: 'America/New_York', at: '2026-11-01T04:30:00Z', from: '2026-11-01', hours: [-5, -4] },
  // The date there differs from that in UTC.
  { zone: 'Pacific/Auckland', at: '2026-11-22T11:30:00Z', from: '2026-11-23', hours: [12, 13] },
  { zone: 'Pacific/Honolulu', at: '2026-11-22T05:30:00Z', from: '2026-11-21', hours: [-10] },
  { zone: 'Asia/Kolkata', at: '2026-11-22T11:30:00Z', from: '2026-11-22', hours: [5.5] },
]) {
  test.describe(`${zone}, ${from}`, () => {
    test.use({ timezoneId: zone });

    test.beforeEach(async ({ page }) => {
      await pauseClock(page, Date.parse(at));
      await page.goto(asking());
    });

    test('every day for a year', async ({ page }) => {
      await time(page).fill('06:45');
      const event = eventOf(await save(page));
      expect([event.isLocal, event.stamp, event.alarm]).toEqual([true, at, { action: 'DISPLAY', atSeconds: 0 }]);
      const times = event.times(366);
      expect(times).toEqual(timesOf({ from, days: DAYS, time: '06:45', count: 366 }));
      const shown = await onTheClock(page, times);
      expect([...new Set(shown.map(({ time }) => time))]).toEqual(['06:45']);
      expect([...new Set(shown.map(({ hours }) => hours))].sort((a, b) => a - b)).toEqual(hours);
    });

    test('on some days, beginning with the first of them', async ({ page }) => {
      for (const days of [...DAYS.map((day) => [day]), ['TU', 'FR'], ['MO', 'WE', 'SU']]) {
        await choose(page, days, '18:00');
        expect(eventOf(await save(page)).times(60), days.join()).toEqual(
          timesOf({ from, days, time: '18:00', count: 60 }),
        );
      }
    });
  });
}
