// A device with the widget on it, and the files that go from one to the other.
import { readFile } from 'node:fs/promises';

import { seedStorage, safetyNoticeRead } from '../fixtures/storage.mjs';
import { openRoutine, press, pauseClock, readStorage, SUNDAY } from '../page-object.mjs';

const DAY_MS = 86_400_000;

/** The moment so many days before the Sunday of the tests. */
export const ago = (days) => SUNDAY - days * DAY_MS;

/** Opens the progress of a device that has these things. */
export async function openProgress(page, ...things) {
  await pauseClock(page);
  await seedStorage(page, safetyNoticeRead, ...things);
  await openRoutine(page);
  await press(page, 'Progress');
}

/** The input under "Add from a backup file". */
export const chooser = (page) => page.getByLabel('Add from a backup file');

/** What is said under the heading "Backup". */
export const news = (page) => page.getByRole('region', { name: 'Backup' }).getByRole('status');

/** Saves a backup and gives the file as the browser got it: its name and its text. */
export async function save(page, button = 'Save a backup file') {
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, button)]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

/** Chooses a file with this text. */
export const choose = (page, text, name = 'supple-2026-11-22.json') =>
  chooser(page).setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });

/** The log of a device, as its own backup says it: texts of sessions, oldest first. */
export async function logOf(page) {
  const { archives } = JSON.parse((await save(page)).text);
  return sessionsOf(archives).map((session) => JSON.stringify(session)).sort();
}

/** The sessions of archives, unfolded. */
export function sessionsOf(archives) {
  return archives.flatMap(({ entries, shapes, sessions }) =>
    sessions.map(([id, started, length, shape]) => {
      const [routine, offset, complete, rows] = shapes[shape];
      return { id, started, length, routine, offset, complete, entries: rows.map((row) => entries[row]) };
    }));
}

/** Everything that is kept, for comparing. */
export const everything = (page) => readStorage(page);
