// A reminder for the person's own calendar, as a file.
import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';

import { openRoutine, press, stopClock } from '../person.mjs';
import { serve } from '../site.mjs';

const NAME = 'supple-reminder.ics';
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

const section = (page) => page.getByRole('region', { name: 'Reminder' });
const news = (page) => section(page).getByRole('status');

async function openProgress(page, address) {
  await stopClock(page);
  await openRoutine(page, address);
  await press(page, 'Progress');
}

/** Saves the reminder and gives the lines of its file, unfolded. */
async function save(page, pressSave = () => press(page, 'Save the reminder')) {
  const [download] = await Promise.all([page.waitForEvent('download'), pressSave()]);
  expect(download.suggestedFilename()).toBe(NAME);
  const text = await readFile(await download.path(), 'utf8');
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  return text.replaceAll('\r\n ', '').split('\r\n');
}

test('it is at six each day, if nothing else is chosen', async ({ page, baseURL }) => {
  await openProgress(page, './?from=a-friend#there');
  const lines = await save(page);
  const [uid] = lines.filter((line) => line.startsWith('UID:'));
  expect(uid).toMatch(/^UID:\d+-[0-9a-f]{8}@supple$/);
  expect(lines).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Supple//Reminder 1//EN',
    'BEGIN:VEVENT',
    uid,
    'DTSTAMP:20261122T113000Z',
    'DTSTART:20261122T180000',
    'DURATION:PT8M',
    'RRULE:FREQ=DAILY',
    'SUMMARY:Hamstring routine',
    `DESCRIPTION:Begin here: ${baseURL}`,
    `URL:${baseURL}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'DESCRIPTION:Hamstring routine',
    'TRIGGER:PT0S',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]);
  await expect(news(page)).toHaveText(`${NAME} is in your downloads.`);
});

test('it is at the time and on the days of the person, wherever they are', async ({ browser }) => {
  const context = await browser.newContext({ timezoneId: 'Pacific/Auckland' });
  const page = await context.newPage();
  await openProgress(page);
  await section(page).getByLabel('Time').fill('06:45');
  for (const day of ['Mon', 'Wed', 'Thu', 'Sat', 'Sun']) await section(page).getByRole('checkbox', { name: day }).uncheck();
  const lines = await save(page);
  // There it is the first minutes of Monday; the first chosen day comes after it.
  expect(lines).toContain('DTSTART:20261124T064500');
  expect(lines).toContain('RRULE:FREQ=WEEKLY;BYDAY=TU,FR');
  await context.close();
});

test('without a day or a time there is none, and that is said', async ({ page }) => {
  const downloads = [];
  page.on('download', (download) => downloads.push(download));
  await openProgress(page);
  for (const day of DAYS) await section(page).getByRole('checkbox', { name: day }).uncheck();
  await press(page, 'Save the reminder');
  await expect(news(page)).toHaveText('Choose a time, and at least one day.');
  await section(page).getByRole('checkbox', { name: 'Fri' }).check();
  await section(page).getByLabel('Time').fill('');
  await press(page, 'Save the reminder');
  await expect(news(page)).toHaveText('Choose a time, and at least one day.');
  expect(downloads).toEqual([]);
  await section(page).getByLabel('Time').fill('00:00');
  expect(await save(page)).toContain('DTSTART:20261127T000000');
});

test('with the keyboard alone', async ({ page }) => {
  await openProgress(page);
  await section(page).getByLabel('Time').focus();
  await page.keyboard.type('0730AM');
  const monday = section(page).getByRole('checkbox', { name: 'Mon' });
  for (let i = 0; i < 5 && !(await monday.evaluate((input) => input.matches(':focus'))); i += 1) await page.keyboard.press('Tab');
  await expect(monday).toBeFocused();
  await page.keyboard.press('Space');
  for (let i = 0; i < 7; i += 1) await page.keyboard.press('Tab');
  await expect(section(page).getByRole('button', { name: 'Save the reminder' })).toBeFocused();
  const lines = await save(page, () => page.keyboard.press('Enter'));
  expect(lines).toContain('DTSTART:20261122T073000');
  expect(lines).toContain('RRULE:FREQ=WEEKLY;BYDAY=TU,WE,TH,FR,SA,SU');
});

test('in a frame it leads to the page of the site', async ({ page }) => {
  const site = await serve();
  try {
    await openProgress(page, `${site.address}/embed/v1/frame.html?theme=dark`);
    expect(await save(page)).toContain(`URL:${site.address}/`);
  } finally {
    await site.close();
  }
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 412, height: 860 } });

  test('the share sheet gets the file', async ({ page }) => {
    await page.addInitScript(() => {
      const own = (name, value) => Object.defineProperty(Navigator.prototype, name, { configurable: true, value });
      own('canShare', () => true);
      own('share', async ({ files: [file] }) => (window.shared = { name: file.name, type: file.type, text: await file.text() }));
    });
    await openProgress(page);
    await press(page, 'Save the reminder');
    await expect(news(page)).toHaveText(`${NAME} was handed over.`);
    const { name, type, text } = await page.evaluate(() => window.shared);
    expect([name, type]).toEqual([NAME, 'text/calendar']);
    expect(text).toContain('\r\nRRULE:FREQ=DAILY\r\n');
  });
});
