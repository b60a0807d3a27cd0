// The log leaves as a table for spreadsheets, and on paper for a physiotherapist.
import { expect, test } from '@playwright/test';
import Papa from 'papaparse';

import { ago, news, openProgress, save } from '../backup/device.mjs';
import { loggedSession, storageKey } from '../fixtures/storage.mjs';
import { press } from '../page-object.mjs';

const HEADS = [
  'Date',
  'Time',
  'Routine',
  'Exercise',
  'Exercise ID',
  'Type',
  'Side',
  'Round',
  'Held (s)',
  'Planned (s)',
  'To the end',
  'It hurt',
  'Feeling',
  'Discomfort (0–10)',
];

/** A session with a hold whose exercise was given a name that a spreadsheet would take for a formula. */
function formula() {
  const [key, record] = Object.entries(loggedSession(ago(3), { holds: 1 }))[0];
  record.entries[0][0] = 'evil';
  const exercises = { evil: [ago(3), '=1+1; "really"'] };
  return { [key]: record, [storageKey('names')]: { version: 1, exercises } };
}

const discomfort = {
  [storageKey('discomfort')]: { version: 1, answers: { [`${ago(1)}-0badcafe`]: [ago(1), [4, ['knees']]] } },
};

/** A measurement of the fingertips, in millimetres. */
const reach = (days, mm) => ({
  id: `${ago(days)}-0badcafe`,
  when_ms: ago(days),
  offset_min: 0,
  measured: { 'fingertips-to-floor': { unit: 'cm', tries: [mm, mm, mm] } },
});

for (const [locale, separator] of [
  ['en-GB', ','],
  ['de-DE', ';'],
]) {
  test.describe(`for somebody whose programs speak ${locale}`, () => {
    test.use({ locale });

    test(`the table is separated by "${separator}", and reads back as it was done`, async ({ page }) => {
      await openProgress(page, formula(), loggedSession(ago(1), { holds: 2 }), discomfort);
      const { name, text } = await save(page, 'Save as a table (CSV)');
      expect(name).toBe('supple-2026-11-22.csv');
      await expect(news(page)).toHaveText('Look for supple-2026-11-22.csv in your downloads.');
      expect(text.codePointAt(0), 'a byte order mark, for Excel').toBe(0xfe_ff);
      const { data, errors, meta } = Papa.parse(text.slice(1), { skipEmptyLines: true });
      expect(errors).toEqual([]);
      expect(meta).toMatchObject({ delimiter: separator, linebreak: '\r\n' });
      const hold = ['1', '20', '20', 'Yes', 'No', ''];
      expect(data).toEqual([
        HEADS,
        ['2026-11-19', '11:31:00', 'Hamstring routine', `'=1+1; "really"`, 'evil', 'Hold', 'Left', ...hold, ''],
        ['2026-11-21', '11:31:00', 'Hamstring routine', 'Anchor stretch', 'anchor', 'Hold', 'Left', ...hold, '4'],
        ['2026-11-21', '11:31:30', 'Hamstring routine', 'Anchor stretch', 'anchor', 'Hold', 'Right', ...hold, '4'],
      ]);
    });
  });
}

test('where the browser saves nothing, the text of the table can be copied', async ({ page }) => {
  await openProgress(page, loggedSession(ago(1), { holds: 1 }));
  await save(page, 'Save as a table (CSV)');
  await page.getByText("Can't find it?").click();
  await expect(page.getByLabel('The text of the file')).toHaveValue(/Anchor stretch/);
});

test('there is no table of nothing, and the person is told', async ({ page }) => {
  await openProgress(page);
  await press(page, 'Save as a table (CSV)');
  await expect(news(page)).toHaveText('There are no sessions to save yet.');
});

test.describe('the page for a physiotherapist', () => {
  test.use({ locale: 'en-GB' });

  const report = (page) => page.locator('.report');

  /** The rows of the report's table below a heading. */
  const rows = (page, title) =>
    report(page)
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: title }) })
      .locator('tr')
      .evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent)));

  async function print(page) {
    await press(page, 'Print for your physiotherapist');
    await expect.poll(() => page.evaluate(() => window.printed)).toBe(1);
    await page.emulateMedia({ media: 'print' });
  }

  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      window.printed = 0;
      window.print = () => (window.printed += 1);
    });
  });

  test('it has four weeks, and alone is printed', async ({ page }) => {
    const measurements = [reach(60, 200), reach(10, 170), reach(2, 120)];
    await openProgress(
      page,
      loggedSession(ago(1)),
      loggedSession(ago(20), { holds: 1 }),
      loggedSession(ago(28)),
      discomfort,
      {
        [storageKey('measurements')]: { version: 1, measurements },
      },
    );
    await expect(report(page)).toHaveCount(0);
    await print(page);
    await expect(report(page)).toBeVisible();
    await expect(
      page.locator('.calendar, .bars, .sessions, .facts, .quiet-row, .back').filter({ visible: true }),
    ).toHaveCount(0);
    await expect(page.getByText('26 October 2026 to 22 November 2026')).toBeVisible();

    const [heads, days, ...groups] = await rows(page, 'Days and minutes');
    expect(heads).toEqual(['Muscles', ...['26 Oct', '2 Nov', '9 Nov', '16 Nov'].map((day) => `Week from ${day} 2026`)]);
    expect(days).toEqual([
      'Days',
      '0',
      expect.stringMatching(/^1: Mon,? 2 Nov$/),
      '0',
      expect.stringMatching(/^1: Sat,? 21 Nov$/),
    ]);
    expect(groups).toEqual([['Hamstrings', '–', 'Left 20 s · right 0 s', '–', '1 min 40 s per side']]);
    expect((await rows(page, 'Measurements')).slice(1)).toEqual(
      [
        ['23 Sept 2026', '20.0 cm (mean of 3 tries)', 'the first one'],
        ['12 Nov 2026', '17.0 cm (mean of 3 tries)', 'no change you can be sure of'],
        ['20 Nov 2026', '12.0 cm (mean of 3 tries)', '8.0 cm closer to the floor'],
      ].map(([day, value, change]) => [day, 'Fingertips to the floor, standing', value, '4.5 cm', change]),
    );
    expect((await rows(page, 'Discomfort')).slice(1)).toEqual([['21 Nov 2026', '4', 'Knees']]);

    await page.emulateMedia({ media: 'screen' });
    await expect(report(page)).toBeHidden();
    await expect(page.getByRole('heading', { name: 'Progress', exact: true })).toBeVisible();
  });

  test("where the browser can't print, the person is told", async ({ page }) => {
    await page.addInitScript(() => {
      window.print = undefined;
    });
    await openProgress(page, loggedSession(ago(1)));
    await press(page, 'Print for your physiotherapist');
    await expect(news(page)).toHaveText(/^Your browser can't print from here/);
  });

  test('with nothing measured and nothing said it says so', async ({ page }) => {
    await openProgress(page);
    await print(page);
    await expect(report(page).getByText('Nothing in these weeks.')).toHaveCount(2);
  });
});
