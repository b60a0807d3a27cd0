// Six weeks at five days, then three: started, moved, ended, and put into a calendar.
import { expect, test } from '@playwright/test';

import { violations } from '../accessibility/violations.mjs';
import { loggedSession, safetyNoticeRead, seedStorage } from '../fixtures/storage.mjs';
import { openRoutine, pauseClock, press, reload, SUNDAY } from '../page-object.mjs';
import { save } from '../reminder/page-object.mjs';

const DAY_MS = 86_400_000;
const programme = (page) => page.getByRole('region', { name: 'Six-week programme' });
const days = (page) => programme(page).getByRole('listitem');

async function openProgress(page) {
  await openRoutine(page);
  await press(page, 'Progress');
  await expect(programme(page)).toBeVisible();
}

test.beforeEach(async ({ page }) => {
  // Yesterday, so that Progress has something to show.
  await seedStorage(page, safetyNoticeRead, loggedSession(SUNDAY - DAY_MS));
  await pauseClock(page);
});

test('it is started today, says what is due, and is there at the next visit', async ({ page }) => {
  await openProgress(page);
  await press(page, 'Start today');
  await expect(programme(page).getByRole('heading', { name: 'Six-week programme' })).toBeFocused();
  await expect(programme(page)).toContainText('Week 1 of 6');
  await expect(programme(page)).toContainText('A session is due today.');
  await expect(days(page)).toHaveCount(7);
  await expect(days(page).first()).toContainText('Sunday 22 November: session');
  await expect(programme(page).getByText(/: rest$/)).toHaveCount(2);
  expect(await violations(page)).toEqual([]);
  await reload(page);
  await press(page, 'Progress');
  await expect(programme(page)).toContainText('A session is due today.');
});

test("today's session can be moved to a rest day, and the programme ended", async ({ page }) => {
  await openProgress(page);
  await press(page, 'Start today');
  await press(page, "Move today's session");
  await expect(programme(page)).toContainText('Rest day. Next session: Monday 23 November.');
  await expect(days(page).first()).toContainText('Sunday 22 November: rest');
  await expect(programme(page).getByText(/: session$/)).toHaveCount(5);
  await press(page, 'End the programme');
  await expect(programme(page).getByRole('button', { name: 'Start today' })).toBeVisible();
  await expect(programme(page).getByRole('status')).toHaveText('The programme has ended. Your sessions stay in your log.');
});

test('one that begins tomorrow asks nothing of today', async ({ page }) => {
  await openProgress(page);
  await press(page, 'Start tomorrow');
  await expect(programme(page)).toContainText('It begins on Monday 23 November.');
});

test('its days go into the calendar as they are planned', async ({ page, context }) => {
  await openProgress(page);
  await press(page, 'Start today');
  const [reminder] = await Promise.all([
    context.waitForEvent('page'),
    programme(page).getByRole('link', { name: 'Put it in my calendar' }).click(),
  ]);
  await expect(reminder.getByText(/^On 30 days of your programme, from 22 November to /)).toBeVisible();
  await expect(reminder.getByRole('group', { name: 'Days' })).toBeHidden();
  await reminder.getByLabel('Time').fill('07:15');
  const text = (await save(reminder)).replaceAll('\r\n ', '');
  expect(text).toContain('DTSTART:20261122T071500\r\n');
  const [, dates] = /RDATE:(.*)\r\n/.exec(text);
  const listed = dates.split(',');
  expect(listed).toHaveLength(29);
  expect(listed.every((date) => /^202[67]\d{4}T071500$/.test(date))).toBe(true);
  expect(listed).toEqual([...listed].sort());
  expect(text).not.toContain('RRULE');
});

test('days that are none leave the reminder as it is for weekdays', async ({ page }) => {
  for (const dates of ['20261341', 'tomorrow', '20261122,,20261123', '']) {
    await page.goto('about:blank');
    await page.goto(`./reminder/#${new URLSearchParams({ dates })}`);
    await expect(page.getByRole('group', { name: 'Days' })).toBeVisible();
    await expect(page.getByText(/of your programme/)).toBeHidden();
  }
});
