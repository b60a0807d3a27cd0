// Voice: nothing important is cut off, nothing stale is spoken, and nobody waits for the browser.
import { expect, test } from '@playwright/test';

import { asked, carry, draw, free, hide, isQuiet, later, now, open, spoken, told } from './desk.mjs';

const LONG = 'Bring the whole upper body straight forward, and let the back be as long as it can be.';
const NO_VOICE = 'This browser has no voice. Switch the sound on, or follow the screen.';

/** Hands over cues, each so many milliseconds after the one before. */
async function say(desk, cues, settings) {
  for (const [ms, kind, text] of cues) {
    await later(desk, ms);
    await carry(desk, { now: now(kind, text) }, settings);
  }
  await later(desk, 60);
}

for (const [voice, text] of [['short', 'Left leg. Hold.'], ['full', 'Left leg. Hold.'], ['off', undefined]]) {
  test(`${voice}: says as much as was chosen`, async ({ page }) => {
    const desk = await open(page);
    await say(desk, [[0, 'begin']], { voice });
    expect(await spoken(desk)).toEqual(text ? [[0, text]] : []);
  });
}

test('the last seconds are not counted aloud', async ({ page }) => {
  const desk = await open(page);
  await say(desk, [[0, 'last']]);
  expect(await spoken(desk)).toEqual([]);
});

for (const [what, change, settings, how] of [
  ['the default voice of the language', {}, {}, { voice: 'Samantha', lang: 'en-US', rate: 1 }],
  ['the chosen voice', {}, { voice_name: 'Moira', rate: 150 }, { voice: 'Moira', lang: 'en_IE', rate: 1.5 }],
  ['another where the chosen one is gone', {}, { voice_name: 'Vicki' }, { voice: 'Samantha' }],
  ['another where the chosen one would speak over the network', {}, { voice_name: 'Cloud' }, { voice: 'Samantha' }],
  ['a voice of the routine', { lang: 'de-AT' }, { voice_name: 'Moira' }, { voice: 'Anna', lang: 'de-DE' }],
]) {
  test(`it speaks with ${what}`, async ({ page }) => {
    const desk = await open(page);
    await carry(desk, { ...change, now: now('begin') }, settings);
    expect(await asked(desk, 'voice')).toMatchObject([{ what: 'speak', ...how }]);
  });
}

test('the first press makes the voice ready, silently and once', async ({ page }) => {
  const desk = await open(page);
  await carry(desk, { state: 'ready' });
  expect(await asked(desk, 'voice')).toEqual([]);
  await carry(desk);
  await carry(desk);
  expect(await asked(desk, 'voice')).toMatchObject([{ what: 'speak', volume: 0 }]);
  await later(desk, 1_000);
  await say(desk, [[0, 'begin']]);
  expect(await spoken(desk)).toEqual([[1_000, 'Left leg. Hold.']]);
});

test('what is unimportant waits for nobody and cuts nobody off', async ({ page }) => {
  const desk = await open(page);
  await say(desk, [[0, 'begin', LONG], [2_000, 'halfway']]);
  expect(await spoken(desk)).toEqual([[0, LONG]]);
  expect((await asked(desk, 'voice')).filter(({ what }) => what === 'cancel')).toEqual([]);
});

for (const kind of ['ready', 'next', 'begin', 'switch', 'recover', 'done']) {
  test(`${kind} is important: it takes the place of what is spoken, after a breath`, async ({ page }) => {
    const desk = await open(page);
    await say(desk, [[0, 'begin', LONG], [1_000, kind, 'Now.']]);
    expect(await asked(desk, 'voice')).toMatchObject([
      { what: 'speak', at: 0, text: LONG }, { what: 'cancel', at: 1_000 }, { what: 'speak', at: 1_050, text: 'Now.' },
    ]);
  });
}

test('of many important ones at once the last is spoken', async ({ page }) => {
  const desk = await open(page);
  await say(desk, [[0, 'begin', 'One.'], [10, 'begin', 'Two.'], [10, 'begin', 'Three.'], [10, 'begin', 'Four.']]);
  await later(desk, 1_000);
  expect(await spoken(desk)).toEqual([[0, 'One.'], [80, 'Four.']]);
});

test('what is over needs no breath, and no cancelling', async ({ page }) => {
  const desk = await open(page);
  await say(desk, [[0, 'begin'], [5_000, 'halfway'], [5_000, 'switch']]);
  const all = (await asked(desk, 'voice')).map(({ what, at }) => [what, at]);
  expect(all).toEqual([['speak', 0], ['speak', 5_000], ['speak', 10_000]]);
});

test('speaking that never ends holds up nothing longer than it should take', async ({ page }) => {
  const desk = await open(page, { voices: 'stuck' });
  await say(desk, [[0, 'begin', LONG], [3_000, 'halfway', 'Too early.'], [6_000, 'halfway'], [5_000, 'switch']]);
  expect(await spoken(desk)).toEqual([[0, LONG], [9_050, 'Halfway.'], [14_050, 'Switch legs.']]);
  isQuiet(desk);
});

for (const [what, then] of [
  ['pausing', { state: 'paused' }],
  ['being away', { state: 'away' }],
  ['stopping', { state: 'done' }],
  ['skipping to what has no cue', { what: 'Move' }],
  ['going back within a phase', { atMs: 0 }],
]) {
  test(`${what} cancels what is spoken, and what is about to be`, async ({ page }) => {
    const desk = await open(page);
    await carry(desk, { now: now('begin', LONG), atMs: 5_000 });
    await later(desk, 500);
    await asked(desk);
    await carry(desk, { atMs: 5_500, ...then });
    expect(await asked(desk, 'voice')).toMatchObject([{ what: 'cancel', text: LONG }]);

    await carry(desk, { now: now('begin', LONG), atMs: 5_000 });
    await carry(desk, { now: now('switch'), atMs: 5_000 });
    await asked(desk);
    await carry(desk, { atMs: 5_500, ...then });
    await later(desk, 5_000);
    expect(await spoken(desk)).toEqual([]);
  });
}

test('what changes nothing about the session leaves what is spoken', async ({ page }) => {
  const desk = await open(page);
  await carry(desk, { now: now('begin', LONG), atMs: 5_000 });
  await later(desk, 500);
  await asked(desk);
  await carry(desk, { atMs: 5_500 }, { volume: 30 });
  await carry(desk, { atMs: 5_500, totalMs: 730_000 });
  expect(await asked(desk, 'voice')).toEqual([]);
  await carry(desk, { atMs: 5_500 }, { voice: 'off' });
  expect(await asked(desk, 'voice')).toMatchObject([{ what: 'cancel' }]);
});

test('voices that come late still speak what is fresh', async ({ page }) => {
  const desk = await open(page, { voices: 'late' });
  await say(desk, [[0, 'ready']], { volume: 0 });
  await later(desk, 1_400 - 60);
  await page.evaluate(() => window.speechSynthesis.arrive());
  expect(await spoken(desk)).toEqual([[1_400, 'Anchor stretch. Left leg.']]);
  await say(desk, [[5_000, 'begin']]);
  expect(await spoken(desk)).toEqual([[6_400, 'Left leg. Hold.']]);
  expect(await told(desk)).toEqual([]);
});

test('what has waited for voices too long is never spoken', async ({ page }) => {
  const desk = await open(page, { voices: 'late' });
  await say(desk, [[0, 'ready']]);
  await later(desk, 1_500);
  await page.evaluate(() => window.speechSynthesis.arrive());
  await later(desk, 5_000);
  expect(await spoken(desk)).toEqual([]);
});

test('what a pause came between is not spoken by voices that come late', async ({ page }) => {
  const desk = await open(page, { voices: 'late' });
  await say(desk, [[0, 'ready']]);
  await carry(desk, { state: 'paused' });
  await page.evaluate(() => window.speechSynthesis.arrive());
  expect(await spoken(desk)).toEqual([]);
});

test('what the browser begins to speak too late is cut off', async ({ page }) => {
  const desk = await open(page, { voices: 'slow' });
  await say(desk, [[0, 'begin', LONG]]);
  await later(desk, 1_539);
  expect((await asked(desk, 'voice')).map(({ what }) => what)).not.toContain('cancel');
  await later(desk, 1);
  expect(await asked(desk, 'voice')).toMatchObject([{ what: 'cancel', at: 1_600 }]);
});

test('a breath that a sleeping page drew out is the end of it', async ({ page }) => {
  const desk = await open(page);
  await carry(desk, { now: now('begin', LONG) });
  await carry(desk, { now: now('switch') });
  await page.clock.fastForward(10_000);
  expect(await spoken(desk)).toEqual([[0, LONG]]);
});

for (const voices of ['missing', 'none', 'throws']) {
  test(`voices ${voices}: the sound does it, and without sound the person is told, once`, async ({ page }) => {
    const desk = await open(page, { voices });
    await say(desk, [[0, 'ready'], [5_000, 'begin']]);
    expect(await told(desk)).toEqual([]);
    await say(desk, [[0, 'ready'], [5_000, 'begin'], [5_000, 'switch']], { volume: 0 });
    expect(await told(desk)).toEqual([NO_VOICE]);
    expect(await spoken(desk)).toEqual([]);
    isQuiet(desk);
  });
}

const options = ({ page }) => page.locator('select.voices option').evaluateAll((all) =>
  all.map(({ value, text, selected }) => [value, text, selected]));
const OWN = ['', "The browser's own", true];
const MOIRA = ['Moira', 'Moira', false];
const SAMANTHA = ['Samantha', 'Samantha', false];

test('the choice has the voices of the language that are on the device', async ({ page }) => {
  const desk = await open(page);
  await draw(desk, '<select class="voices"></select>');
  await carry(desk, { state: 'ready' });
  expect(await options(desk)).toEqual([OWN, MOIRA, SAMANTHA]);
  await carry(desk, { state: 'ready' }, { voice_name: 'Moira' });
  expect(await options(desk)).toEqual([['', "The browser's own", false], ['Moira', 'Moira', true], SAMANTHA]);
  await carry(desk, { state: 'ready', lang: 'de' }, { voice_name: 'Moira' });
  expect(await options(desk)).toEqual([OWN, ['Anna', 'Anna', false]]);
});

test('a choice that is there already stays as it is, open as it may be', async ({ page }) => {
  const desk = await open(page);
  await draw(desk, '<select class="voices"></select>');
  await carry(desk, { state: 'ready' });
  const first = await page.locator('select.voices option').nth(1).elementHandle();
  await carry(desk, { state: 'ready' }, { volume: 20 });
  expect(await first.evaluate((option) => option.isConnected)).toBe(true);
});

test('a choice is filled when voices come late, and when it is drawn late', async ({ page }) => {
  const desk = await open(page, { voices: 'late' });
  await carry(desk, { state: 'ready' });
  await draw(desk, '<select class="voices"></select>');
  await page.locator('select.voices').focus();
  expect(await options(desk)).toEqual([OWN]);
  await page.evaluate(() => window.speechSynthesis.arrive());
  expect(await options(desk)).toEqual([OWN, MOIRA, SAMANTHA]);
  await draw(desk, '<select class="voices"></select>');
  await page.locator('select.voices').focus();
  expect(await options(desk)).toEqual([OWN, MOIRA, SAMANTHA]);
});

test('a name that looks like HTML is a name', async ({ page }) => {
  const desk = await open(page);
  await page.evaluate(() => window.speechSynthesis.voices.push({ name: '<img src=x>', lang: 'en', localService: true }));
  await draw(desk, '<select class="voices"></select>');
  await carry(desk, { state: 'ready' });
  expect((await options(desk)).at(-1)).toEqual(['<img src=x>', '<img src=x>', false]);
});

test('hiding the page silences nobody; freeing does', async ({ page }) => {
  const desk = await open(page);
  await say(desk, [[0, 'begin', LONG]]);
  await asked(desk);
  await hide(desk);
  expect(await asked(desk, 'voice')).toEqual([]);
  await free(desk);
  expect(await asked(desk, 'voice')).toMatchObject([{ what: 'cancel', text: LONG }]);
});
