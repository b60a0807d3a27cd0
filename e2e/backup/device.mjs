// A device with the widget on it, and the backup files that move between devices.
import { readFile } from 'node:fs/promises';

import { seedStorage, safetyNoticeRead } from '../fixtures/storage.mjs';
import { openRoutine, press, pauseClock, readStorage, SUNDAY } from '../page-object.mjs';

const DAY_MS = 86_400_000;

/** The instant that many days before the Sunday of the tests. */
export const ago = (days) => SUNDAY - days * DAY_MS;

/** Opens Progress on a device whose storage holds these items. */
export async function openProgress(page, ...things) {
  await pauseClock(page);
  await seedStorage(page, safetyNoticeRead, ...things);
  await openRoutine(page);
  await press(page, 'Progress');
}

/** The file input "Restore a backup". */
export const chooser = (page) => page.getByLabel('Restore a backup');

/** What there is to say about files: under the heading "Backup and devices", or at the top for what came with the page. */
export const news = (page) => page.locator('.import').getByRole('status');

/** Adds what is offered. */
export const pressAdd = (page) => page.getByRole('button', { name: /^Add \d+ session/ }).click();

/** Saves a backup and returns the downloaded file's name and text. */
export async function save(page, button = 'Save a backup') {
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, button)]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

/** Chooses a file with this text. */
export const choose = (page, text, name = 'supple-2026-11-22.json') =>
  chooser(page).setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });

/** A device's log according to its own backup: sessions as text, oldest first. */
export async function logOf(page) {
  const { archives } = JSON.parse((await save(page)).text);
  return sessionsOf(archives)
    .map((session) => JSON.stringify(session))
    .sort();
}

/** Unpacks the sessions of archives. */
export function sessionsOf(archives) {
  return archives.flatMap(({ entries, shapes, sessions }) =>
    sessions.map(([id, started, length, shape]) => {
      const [routine, offset, complete, rows] = shapes[shape];
      return { id, started, length, routine, offset, complete, entries: rows.map((row) => entries[row]) };
    }),
  );
}

/** The whole storage, for comparisons. */
export const everything = (page) => readStorage(page);
