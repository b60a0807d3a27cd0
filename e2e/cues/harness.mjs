// The cue outputs alone, as modules in an empty page of the site: the test plays the session that sends them cues.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { expect } from '@playwright/test';

import { advanceClock, pauseClock } from '../page-object.mjs';
import { POLICY } from '../site.mjs';
import { installFakes, takeCalls, takeTones } from './fakes.mjs';

const CUE_OUTPUTS = new URL('../../element/cue-outputs/', import.meta.url);

/** The notes of each cue. Imported as text, because Node would take a browser's module for CommonJS. */
export const { NOTES } = await import(`data:text/javascript,${encodeURIComponent(await source('notes.js'))}`);

function source(name) {
  return readFile(new URL(name, CUE_OUTPUTS), 'utf8');
}

export const SETTINGS = {
  volume: 100,
  voice: 'short',
  voiceName: '',
  rate: 100,
  vibration: true,
  flash: true,
  pocket: false,
  throughSilentSwitch: false,
};
const SESSION = {
  state: 'running',
  lang: 'en',
  title: 'Anchor stretch',
  instruction: 'Hold · Left leg',
  routine: 'Hamstring routine',
  atMs: 0,
  totalMs: 720_000,
  ahead: [],
  now: null,
};
const WORDS = {
  ready: 'Anchor stretch. Left leg.',
  next: 'Next: seated stretch.',
  begin: 'Left leg. Hold.',
  halfway: 'Halfway.',
  last: '',
  switch: 'Switch legs.',
  recover: 'Come back.',
  done: 'Done.',
};

/** Milliseconds that a voice at its usual speed takes for a text, as the widget estimates it. */
const speechMs = (text) => (text ? 400 + 70 * text.length : 0);

/** A cue that is due now. */
export const now = (kind, text = WORDS[kind]) => ({ kind, text, speechMs: speechMs(text) });

/** The cues' ids by the names that the tests give them. */
const ids = new Map();

/** A cue ahead, due in this many milliseconds. Cues with the same name are the same cue. */
export function ahead(inMs, kind, name = `${kind}-${inMs}`) {
  if (!ids.has(name)) ids.set(name, ids.size);
  return { id: ids.get(name), kind, inMs };
}

/**
 * The cue outputs of one widget, in a page with fakes for the browser's abilities; with `null` they are the real
 * ones.
 */
export async function openOutputs(page, given = {}) {
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => complaints.push(message.text()));
  await pauseClock(page);
  if (given) await installFakes(page, given);
  for (const [files, folder] of Object.entries({ '**/cue-outputs/*.js': './', '**/window-of.js': '../' })) {
    await page.route(files, async (route) =>
      route.fulfill({
        contentType: 'text/javascript; charset=utf-8',
        body: await source(folder + basename(route.request().url())),
      }),
    );
  }
  await page.route('**/blank.html', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: { 'Content-Security-Policy': POLICY },
      body: '<!doctype html><html lang="en"><title>Cue outputs</title><body></body></html>',
    }),
  );
  await page.goto('./blank.html');
  await page.evaluate(async () => {
    const { cueOutputs } = await import('./cue-outputs/cue-outputs.js');
    window.commands = [];
    window.voiceLists = [];
    window.openOutputs = (name) => {
      const place = document.createElement('div');
      place.id = name;
      document.body.append(place);
      const command = (what) => () => window.commands.push(`${name}: ${what}`);
      const [pause, resume, next, previous] = ['pause', 'resume', 'next', 'previous'].map(command);
      const setVoices = (names) => window.voiceLists.push(names);
      const reportCueProblem = (problem) => window.commands.push(problem);
      const setSoundWaits = (waits) => window.commands.push(`sound ${waits ? 'waits' : 'comes'}`);
      window[name] = cueOutputs(place, { pause, resume, next, previous, setVoices, setSoundWaits, reportCueProblem });
    };
    window.openOutputs('one');
  });
  const startedAt = await page.evaluate(() => performance.now());
  return { page, complaints, startedAt };
}

/** Sends the state of the session, with these changes to it and its settings. Resolves after all immediate effects. */
export async function sendCues({ page }, change = {}, settings = {}, name = 'one') {
  const session = { ...SESSION, ...change, settings: { ...SETTINGS, ...settings } };
  await page.evaluate(([name, session]) => window[name].update(session), [name, session]);
}

export const testCue = ({ page }, kind) => page.evaluate((cue) => window.one.test(cue), now(kind));

export const freeOutputs = ({ page }) => page.evaluate(() => window.one.free());

export const wait = ({ page }, ms) => advanceClock(page, ms);

/** The calls of all abilities, or of one, since the last time, with their time in milliseconds. */
export async function callsSince({ page, startedAt }, ability) {
  return (await takeCalls(page, ability)).map((it) => ({ ...it, at: Math.round(it.at - startedAt) }));
}

/** Each text that was spoken audibly, with its time. */
export async function spoken(harness) {
  const all = await callsSince(harness, 'voice');
  return all.filter(({ what, volume }) => what === 'speak' && volume > 0).map(({ at, text }) => [at, text]);
}

/** The cues heard so far, recognised by their tones, with their times. Tones that make no complete cue are an error. */
export async function heardCues({ page, startedAt }) {
  const left = (await takeTones(page)).map(({ at, frequency }) => ({ at: at - startedAt, frequency }));
  left.sort((a, b) => a.at - b.at);
  const cues = [];
  while (left.length) {
    const { at } = left[0];
    const find = ([offset, frequency]) =>
      left.find((tone) => tone.frequency === frequency && Math.abs(tone.at - at - offset * 1_000) < 2);
    const kinds = Object.entries(NOTES).filter(([, notes]) => notes.every(find));
    kinds.sort(([, a], [, b]) => b.length - a.length);
    if (!kinds.length) throw new Error(`No cue sounds so: ${JSON.stringify(left)}`);
    const [kind, notes] = kinds[0];
    for (const tone of notes.map(find)) left.splice(left.indexOf(tone), 1);
    cues.push([Math.round(at), kind]);
  }
  return cues;
}

/** The lists of voices that the cue outputs have reported so far. */
export const reportedVoices = ({ page }) => page.evaluate(() => window.voiceLists);

/** The commands and the reported problems of the cue outputs since the last time. */
export const takeCommands = ({ page }) => page.evaluate(() => window.commands.splice(0));

/** Puts HTML into the widget's place. */
export const render = ({ page }, html) =>
  page.evaluate((html) => document.getElementById('one').setHTMLUnsafe(html), html);

/** Hides or shows the page. Browsers release the wake locks of a hidden page. */
export async function hide({ page }, isHidden = true) {
  await page.evaluate(async (isHidden) => {
    Object.defineProperty(document, 'hidden', { value: isHidden, configurable: true });
    if (isHidden) for (const lock of window.locks) lock.released = true;
    document.dispatchEvent(new Event('visibilitychange'));
  }, isHidden);
}

/** No error was left uncaught, and nothing was written to the console. */
export const expectNoComplaints = ({ complaints }) => expect(complaints).toEqual([]);
