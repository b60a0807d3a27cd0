// The calendar file: exactly as RFC 5545 requires, and parsed by a library.
import { expect, test } from '@playwright/test';

import { randomNumbers, seed } from '../random.mjs';
import { pauseClock } from '../page-object.mjs';
import { eventOf, linesOf, timesOf } from './calendar-file.mjs';
import { asking, choose, DAYS, save, time } from './page-object.mjs';

const bytes = (line) => Buffer.byteLength(line);

/** The text of the file for a request. */
async function fileFor(page, what) {
  await page.goto('about:blank');
  await page.goto(asking(what));
  return save(page);
}

const value = (text, name) =>
  linesOf(text)
    .find((line) => line.startsWith(`${name}:`))
    .slice(name.length + 1);

test('every day at five past six, word for word', async ({ page }) => {
  await pauseClock(page);
  await page.goto(
    asking({
      minutes: 8,
      title: 'Hamstring routine; legs, slowly',
      link: 'https://example.org/stretch/?from=a-friend#there',
    }),
  );
  await time(page).fill('18:05');
  const text = await save(page);
  const uid = value(text, 'UID');
  expect(uid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}@supple$/);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Supple//Reminder 1//EN',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    'DTSTAMP:20261122T113000Z',
    'DTSTART:20261122T180500',
    'DURATION:PT8M',
    'RRULE:FREQ=DAILY',
    'SUMMARY:Hamstring routine\\; legs\\, slowly',
    'DESCRIPTION:Start your routine: https://example.org/stretch/',
    'URL:https://example.org/stretch/',
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'DESCRIPTION:Hamstring routine\\; legs\\, slowly',
    'TRIGGER:PT0S',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ];
  expect(text).toBe(lines.join('\r\n'));
});

test('a reminder saved again is the same event in a later edition, also at the next visit', async ({ page }) => {
  const editionOf = (text) => [
    value(text, 'UID'),
    Number(
      linesOf(text)
        .find((line) => line.startsWith('SEQUENCE:'))
        ?.slice(9) ?? 0,
    ),
  ];
  const link = 'https://example.org/stretch/';
  await page.goto(asking({ link }));
  await time(page).fill('18:00');
  const [uid, first] = editionOf(await save(page));
  await time(page).fill('19:00');
  const again = await save(page);
  expect(value(again, 'DTSTART')).toMatch(/T190000$/);
  expect(editionOf(again)).toEqual([uid, first + 1]);
  expect(editionOf(await fileFor(page, { link: `${link}?from=a-friend#there`, title: 'Legs' }))).toEqual([
    uid,
    first + 2,
  ]);
  // Another page has a reminder of its own, whose editions are counted for themselves.
  const [other, count] = editionOf(await fileFor(page, { link: 'https://example.org/neck/' }));
  expect(other).not.toBe(uid);
  expect(count).toBe(0);
  expect(editionOf(await fileFor(page, { link }))).toEqual([uid, first + 3]);
});

test('editions are counted where the browser stores nothing, and damaged ones begin anew', async ({
  page,
  baseURL,
}) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('Full.', 'QuotaExceededError');
    };
  });
  await page.goto(asking());
  const uid = value(await save(page), 'UID');
  const again = await save(page);
  expect([value(again, 'UID'), value(again, 'SEQUENCE')]).toEqual([uid, '1']);

  const kept = { version: 1, time: '07:15', days: ['MO'], editions: { 'https://example.org/a': { uid: 7 } } };
  const other = await page.context().browser().newPage();
  await other.addInitScript((kept) => localStorage.setItem('supple:reminder', JSON.stringify(kept)), kept);
  await other.goto(new URL(asking({ link: 'https://example.org/a' }), baseURL).href);
  await expect(time(other)).toHaveValue('07:15');
  expect(value(await save(other), 'UID')).toMatch(/@supple$/);
});

test('a line is folded after 75 bytes, never within a character', async ({ page }) => {
  const link = `https://example.org/${'x'.repeat(200)}`;
  const title = 'ä🦵'.repeat(40);
  const text = await fileFor(page, { title, link });
  const lines = text.split('\r\n');
  expect(lines.filter((line) => bytes(line) > 75)).toEqual([]);
  expect(bytes(lines.find((line) => line.startsWith('URL:')))).toBe(75);
  expect(text).not.toContain('\uFFFD');
  expect([value(text, 'URL'), value(text, 'SUMMARY')]).toEqual([link, title]);
});

test('no character in a text ends its line', async ({ page }) => {
  const text = await fileFor(page, { title: 'a\r\nEND:VEVENT\u0085b\\n', link: 'https://example.org/\r\nEND:VEVENT' });
  expect(value(text, 'SUMMARY')).toBe('a\\nEND:VEVENTb\\\\n');
  expect(value(text, 'URL')).toBe('https://example.org/END:VEVENT');
  expect(linesOf(text).filter((line) => line === 'END:VEVENT')).toHaveLength(1);
});

test("missing or invalid parts of the page's address have defaults", async ({ page, baseURL }) => {
  const usual = ['Stretching', 10, baseURL];
  for (const what of [
    {},
    { minutes: '0', title: '', link: '' },
    { minutes: '-3', title: ' ', link: 'javascript:alert(1)' },
    { minutes: '2e9', link: 'data:text/html,hello' },
    { minutes: '8.5', link: `${baseURL}embed/v1/frame.html?theme=dark` },
    { minutes: '1\r\nX:1', link: 'stretch/' },
  ]) {
    const { title, minutes, link } = eventOf(await fileFor(page, what));
    expect([title, minutes, link], JSON.stringify(what)).toEqual(usual);
  }
});

test('the library reads any texts, times and days as they were meant', async ({ page }) => {
  console.log(`SUPPLE_SEED=${seed}`);
  const { below, oneOf } = randomNumbers('reminder');
  const some = (letters, most) => Array.from({ length: below(most) }, () => oneOf([...letters])).join('');
  await pauseClock(page);
  await page.goto(asking());
  for (let i = 0; i < 25; i += 1) {
    const what = {
      minutes: 1 + below(200),
      title: `a${some('aZ09 ,;:\\"\'%&+#=äß🦵\n', 120)}z`,
      link: `https://example.org/${some('abc/', 200)}`,
    };
    const days = DAYS.filter(() => below(2));
    if (days.length === 0) days.push(oneOf(DAYS));
    const at = `${String(below(24)).padStart(2, '0')}:${String(below(60)).padStart(2, '0')}`;
    const said = JSON.stringify({ what, days, at });
    await page.evaluate((hash) => (location.hash = hash), asking(what).split('#')[1]);
    await page.waitForFunction((link) => document.querySelector('#link').textContent === link, what.link);
    await choose(page, days, at);
    const text = await save(page);
    expect(text.endsWith('\r\n') && !/[\r\n]/.test(text.replaceAll('\r\n', '')), said).toBe(true);
    expect(
      text.split('\r\n').filter((line) => bytes(line) > 75),
      said,
    ).toEqual([]);
    const event = eventOf(text);
    const { title, link, minutes, rule } = event;
    expect({ title, link, minutes }, said).toEqual(what);
    expect(rule, said).toBe(days.length === 7 ? 'FREQ=DAILY' : `FREQ=WEEKLY;BYDAY=${days}`);
    expect(event.times(30), said).toEqual(timesOf({ from: '2026-11-22', days, time: at, count: 30 }));
  }
});
