// Dates are written as in the reader's region, in one calendar, and weeks begin when they do there.
import { expect, test } from '@playwright/test';

import { openHost, ready, widget } from '../element/host.mjs';
import { loggedSession, seedStorage } from '../fixtures/storage.mjs';
import { pauseClock, press, readFacts, SUNDAY } from '../page-object.mjs';

/** Opens the Progress screen in a page of a language, on a Sunday; one session was on that day and one on the day before. */
async function open(page, lang) {
  const started = SUNDAY - 4 * 3_600_000; // at 07:30
  await seedStorage(page, loggedSession(started, { holds: 1 }), loggedSession(started - 86_400_000, { holds: 1 }));
  await pauseClock(page);
  await openHost(page, '<supple-routine loading="eager"></supple-routine>', { lang });
  await ready(page);
  await press(page, 'Progress');
  await readFacts(page);
  const calendar = widget(page).locator('.calendar');
  return {
    when: (await widget(page).locator('.sessions .when').first().textContent()).replace(/\s/g, ' '),
    month: await calendar.getByRole('heading').textContent(),
    weekdays: await calendar.locator('th').allTextContents(),
    today: await calendar.locator('td.today').textContent(),
    column: await calendar.locator('td.today').evaluate((day) => day.cellIndex),
    week: (await readFacts(page))['Stretched this week'],
  };
}

test.describe('a British reader of a page that says no more than English', () => {
  test.use({ locale: 'en-GB' });

  test('has British dates, and weeks from Monday', async ({ page }) => {
    const shown = await open(page, 'en');
    expect(shown).toMatchObject({
      when: 'Today, 07:30',
      month: 'November 2026',
      column: 6,
      week: 'Left 40 s · right 0 s',
    });
    expect(shown.weekdays[0]).toBe('Mon');
    expect(shown.today).toContain('Sunday 22 November');
  });

  test('has them on an American page as well', async ({ page }) => {
    expect(await open(page, 'en-US')).toMatchObject({ when: 'Today, 07:30', column: 6 });
  });

  test('reads a Persian page with Gregorian months over Gregorian days', async ({ page }) => {
    const { month, when, column } = await open(page, 'fa');
    expect(month, 'November').toContain('نوامبر');
    expect(month).toContain('2026');
    expect(when).toContain('7:30');
    expect(column).toBe(6);
  });
});

test.describe('an American reader', () => {
  test.use({ locale: 'en-US' });

  test('has weeks from Sunday, and this week is that', async ({ page }) => {
    const shown = await open(page, 'en');
    expect(shown).toMatchObject({ when: 'Today, 7:30 AM', column: 0, week: 'Left 20 s · right 0 s' });
    expect(shown.weekdays[0]).toBe('Sun');
  });

  test('has them in a browser that knows nothing about weeks', async ({ page }) => {
    await page.addInitScript(() => {
      delete Intl.Locale.prototype.getWeekInfo;
      delete Intl.Locale.prototype.weekInfo;
    });
    expect(await open(page, 'en')).toMatchObject({ column: 0 });
  });
});

test.describe('a reader in Egypt', () => {
  test.use({ locale: 'ar-EG' });

  test('has weeks from Saturday', async ({ page }) => {
    expect(await open(page, 'en')).toMatchObject({ column: 1, week: 'Left 40 s · right 0 s' });
  });
});
