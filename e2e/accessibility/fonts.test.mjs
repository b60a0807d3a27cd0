// Other system fonts, and letters as large as the person's browser makes them: nothing counts on the widths of one font.
import { chromium, expect, test } from '@playwright/test';

import { launchOptions } from '../browser.mjs';
import { wrong } from './overlaps.mjs';
import { SCREENS } from './screens.mjs';

/** The screens on which much has to fit in little room. */
const NARROW = [
  'preparing',
  'holding',
  'holding with both legs',
  'paused',
  'holding without a timer',
  'finish',
  'progress',
];

const SIZES = [
  { width: 320, height: 780 },
  { width: 320, height: 256 }, // 400 % zoom
];

const style = (page, name, value) =>
  page.evaluate(
    ([name, value]) => document.querySelector('supple-routine').style.setProperty(name, value),
    [name, value],
  );

for (const screen of NARROW) {
  test(`${screen}: nothing overlaps in other fonts, nor with letters twice as large`, async ({ page }) => {
    await SCREENS[screen](page);
    for (const font of ['Noto Sans', 'DejaVu Sans', 'Liberation Sans']) {
      await style(page, '--supple-font', `"${font}", sans-serif`);
      expect(await wrong(page, SIZES), font).toEqual([]);
    }
    await style(page, '--supple-font', '');
    await style(page, '--supple-font-size', '2rem');
    expect(await wrong(page, [{ width: 360, height: 780 }]), 'twice as large').toEqual([]);
  });
}

/** What people set in their browser, and the screens that have room for it. */
const SETTINGS = {
  'letters of at least 24 px': {
    settings: 'minimumFontSize=24,minimumLogicalFontSize=24',
    screens: Object.keys(SCREENS),
  },
  'text of 200 %': {
    settings: 'defaultFontSize=32',
    screens: [
      ...['overview', 'overview with everything open', 'safety', 'too much', 'finish', 'finish, stopped early'],
      ...['progress', 'progress, with a backup to add'],
    ],
  },
};

for (const [setting, { settings, screens }] of Object.entries(SETTINGS)) {
  test.describe(`${setting} in the browser`, () => {
    let browser;
    test.beforeAll(async () => {
      const args = [...launchOptions.args, `--blink-settings=${settings}`];
      browser = await chromium.launch({ ...launchOptions, args });
    });
    test.afterAll(() => browser.close());

    for (const screen of screens) {
      test(`${screen}: nothing overlaps on a phone`, async ({ baseURL }) => {
        const page = await browser.newPage({ baseURL, viewport: { width: 360, height: 780 }, serviceWorkers: 'block' });
        await SCREENS[screen](page);
        expect(await wrong(page, [{ width: 360, height: 780 }])).toEqual([]);
        await page.close();
      });
    }
  });
}
