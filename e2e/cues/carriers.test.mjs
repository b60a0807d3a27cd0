// All carriers together: each ability may be missing, refuse, throw or never answer, and the others carry on.
import { expect, test } from '@playwright/test';

import { ahead, asked, carry, check, draw, free, heard, hide, isQuiet, later, now, open, spoken, told } from './desk.mjs';

const NO_SOUND = 'This browser makes no sound here. Follow the screen, or switch the voice on.';
const NO_VOICE = 'This browser has no voice. Switch the sound on, or follow the screen.';
const NO_LOCK = "The screen may switch off: this browser doesn't let Supple keep it on.";
const EDGE = '<i class="edge"></i>';

/** A hold of 20 s from its beginning, with each call that the session makes. */
async function hold(desk, settings) {
  const cues = [[0, 'begin'], [10_000, 'halfway'], [17_000, 'last'], [20_000, 'switch']];
  let at = 0;
  for (const [instant, kind] of cues) {
    await later(desk, instant - at);
    at = instant;
    const left = cues.filter(([it]) => it >= at - 150).map(([it, kind]) => ahead(it - at, kind, `1:${kind}`));
    await carry(desk, { ahead: left, now: now(kind), atMs: at }, settings);
  }
  await later(desk, 2_000);
}

const HEARD = [[0, 'begin'], [10_000, 'halfway'], [17_000, 'last'], [20_000, 'switch']];
const SPOKEN = [[0, 'Left leg. Hold.'], [10_000, 'Halfway.'], [20_000, 'Switch legs.']];
const FELT = [[0, [400]], [10_000, [60]], [17_000, [30]], [20_000, [200, 100, 200]]];

const felt = async (desk) => (await asked(desk, 'vibration')).map(({ at, what }) => [at, what]);
const flashed = async (desk) => (await asked(desk, 'flash')).map(({ at }) => at);

test('a hold is carried by sound, voice, vibration and the edge, each at its instant', async ({ page }) => {
  const desk = await open(page);
  await draw(desk, EDGE);
  await hold(desk);
  expect(await heard(desk)).toEqual(HEARD);
  expect(await spoken(desk)).toEqual(SPOKEN);
  expect(await felt(desk)).toEqual(FELT);
  expect(await flashed(desk)).toEqual([0, 10_000, 17_000, 20_000]);
  expect(await asked(desk, 'wakeLock')).toMatchObject([{ what: 'request screen', at: 0 }]);
  expect(await told(desk)).toEqual([]);
  isQuiet(desk);
});

/** What is wrong with an ability, and what the person is told. */
const BAD = [
  ...['missing', 'throws'].map((audio) => [{ audio }, [NO_SOUND]]),
  ...['refuses', 'never'].map((audio) => [{ audio }, []]),
  ...['missing', 'throws', 'none', 'late'].map((voices) => [{ voices }, []]),
  ...['missing', 'throws', 'refuses'].map((vibration) => [{ vibration }, []]),
  [{ flash: 'throws' }, []],
  ...['missing', 'throws', 'refuses'].map((wakeLock) => [{ wakeLock }, [NO_LOCK]]),
  [{ wakeLock: 'never' }, []],
  ...['missing', 'throws'].map((mediaSession) => [{ mediaSession }, []]),
  ...['missing', 'throws'].map((audioSession) => [{ audioSession }, []]),
];

for (const [given, notices] of BAD) {
  const [[ability, wrong]] = Object.entries(given);
  test(`${ability} ${wrong}: everything else goes on`, async ({ page }) => {
    const desk = await open(page, given);
    await draw(desk, EDGE);
    await hold(desk);
    expect(await told(desk), 'said once').toEqual(notices);
    expect(await heard(desk)).toEqual(ability === 'audio' ? [] : HEARD);
    if (ability !== 'voices') expect(await spoken(desk)).toEqual(SPOKEN);
    if (ability !== 'vibration') expect(await felt(desk)).toEqual(FELT);
    if (ability !== 'flash') expect(await flashed(desk)).toHaveLength(4);
    if (ability !== 'wakeLock') expect(await asked(desk, 'wakeLock')).toHaveLength(1);
    await carry(desk, { state: 'paused' });
    await hide(desk);
    await hide(desk, false);
    await free(desk);
    isQuiet(desk);
  });
}

test('with nothing at all the session is told of it once, and nothing is thrown', async ({ page }) => {
  const abilities = ['audio', 'voices', 'vibration', 'wakeLock', 'mediaSession', 'audioSession'];
  const desk = await open(page, Object.fromEntries(abilities.map((it) => [it, 'missing'])));
  await draw(desk, '<i class="edge"></i><select class="voices"></select>');
  await hold(desk);
  await hold(desk);
  expect((await told(desk)).sort()).toEqual([NO_LOCK, NO_SOUND].sort());
  await hold(desk, { volume: 0 });
  expect(await told(desk)).toEqual([NO_VOICE]);
  expect(await flashed(desk), 'what is left').toHaveLength(12);
  await check(desk, 'begin');
  await free(desk);
  isQuiet(desk);
});

test('a widget that was not started does nothing, and one that pauses or is done wakes nobody', async ({ page }) => {
  const desk = await open(page);
  await carry(desk, { state: 'ready' });
  await later(desk, 60_000);
  expect(await asked(desk)).toEqual([]);

  for (const state of ['paused', 'away', 'done', 'ready']) {
    await hold(desk);
    await carry(desk, { state });
    await later(desk, 3_000);
    await asked(desk);
    await later(desk, 600_000);
    expect(await asked(desk), state).toEqual([]);
    expect(await page.evaluate(() => window.audio.contexts.map((it) => it.state)), state).toEqual(['suspended']);
  }
});

test('what is freed lets go of everything, and hears of nothing any more', async ({ page }) => {
  const desk = await open(page);
  await carry(desk, { ahead: [ahead(0, 'begin'), ahead(20_000, 'switch')], now: now('begin') });
  await later(desk, 100);
  await asked(desk);
  await free(desk);
  const last = (await asked(desk)).map(({ ability, what }) => `${ability} ${what}`);
  expect(last.sort()).toEqual(['audio close', 'voice cancel', 'wakeLock release']);
  expect(await page.evaluate(() => window.media)).toMatchObject({ playbackState: 'none', metadata: null });
  await hide(desk);
  await hide(desk, false);
  await draw(desk, '<select class="voices"></select>');
  await page.locator('select.voices').focus();
  await page.evaluate(() => {
    document.getElementById('one').click();
    window.speechSynthesis.arrive();
  });
  await expect(page.locator('select.voices option')).toHaveCount(0);
  await later(desk, 60_000);
  expect(await asked(desk)).toEqual([]);
  expect(await heard(desk)).toEqual([[0, 'begin']]);
  isQuiet(desk);
});

test('twenty pauses in a second leave one of everything', async ({ page }) => {
  const desk = await open(page);
  for (let i = 0; i < 20; i += 1) {
    await carry(desk, { ahead: [ahead(1_000, 'begin', '1:begin')] });
    await later(desk, 25);
    await carry(desk, { state: 'paused' });
    await later(desk, 25);
  }
  await carry(desk, { ahead: [ahead(1_000, 'begin', '1:begin')] });
  await later(desk, 1_000);
  await carry(desk, { ahead: [ahead(0, 'begin', '1:begin')], now: now('begin') });
  await later(desk, 2_000);
  expect(await heard(desk)).toEqual([[2_000, 'begin']]);
  expect(await spoken(desk)).toEqual([[2_000, 'Left leg. Hold.']]);
  expect(await page.evaluate(() => window.locks.filter((it) => !it.released).length)).toBe(1);
  expect(await page.evaluate(() => window.audio.contexts.map((it) => it.state))).toEqual(['running']);
  isQuiet(desk);
});

test('the sound check gives a cue in every way, while nothing runs', async ({ page }) => {
  const desk = await open(page);
  await draw(desk, EDGE);
  await check(desk, 'begin');
  expect(await asked(desk), 'nothing is known of the settings yet').toEqual([]);
  await carry(desk, { state: 'ready' });
  await check(desk, 'done');
  await later(desk, 3_000);
  await check(desk, 'halfway');
  await later(desk, 100);
  await check(desk, 'begin');
  await later(desk, 3_000);
  expect(await heard(desk)).toEqual([[0, 'done'], [3_000, 'halfway'], [3_100, 'begin']]);
  expect(await spoken(desk)).toEqual([[0, 'Done.'], [3_000, 'Halfway.'], [3_150, 'Left leg. Hold.']]);
  expect(await felt(desk)).toHaveLength(3);
  await later(desk, 3_000);
  expect(await page.evaluate(() => window.audio.contexts.map((it) => it.state))).toEqual(['suspended']);
  isQuiet(desk);
});

test('the sound check goes by the settings', async ({ page }) => {
  const desk = await open(page);
  await draw(desk, EDGE);
  await carry(desk, { state: 'ready' }, { volume: 0, voice: 'off', vibration: false, flash: false });
  await check(desk, 'done');
  await later(desk, 3_000);
  expect(await asked(desk)).toEqual([]);
});
