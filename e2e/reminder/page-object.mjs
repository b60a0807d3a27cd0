// What people do on the page that makes a reminder.
import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';

import { press } from '../page-object.mjs';

export const NAME = 'supple-reminder.ics';
export const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** The address of the page with a request. */
export const asking = (what = {}) => `./reminder/#${new URLSearchParams(what)}`;

export const time = (page) => page.getByLabel('Time');
export const day = (page, name) => page.getByRole('checkbox', { name, exact: true });
export const news = (page) => page.getByRole('status');

/** Selects exactly these days. */
export async function chooseDays(page, days) {
  for (const input of await page.getByRole('checkbox').all())
    await input.setChecked(days.includes(await input.getAttribute('value')));
}

/** Selects these days and this time in one step, for tests that do it often. */
export function choose(page, days, at) {
  return page.evaluate(
    ([days, at]) => {
      document.querySelector('#time').value = at;
      for (const input of document.querySelectorAll('#days input')) input.checked = days.includes(input.value);
    },
    [days, at],
  );
}

/** Saves the reminder and returns the text of its file. */
export async function save(page, pressSave = () => press(page, 'Add to my calendar')) {
  const [download] = await Promise.all([page.waitForEvent('download'), pressSave()]);
  expect(download.suggestedFilename()).toBe(NAME);
  return readFile(await download.path(), 'utf8');
}
