// All cue outputs together: each ability may be missing, refuse, throw or never answer, and the others keep working.
import { expect, test } from '@playwright/test';

import {
  ahead,
  callsSince,
  expectNoComplaints,
  freeOutputs,
  heardCues,
  hide,
  now,
  openOutputs,
  render,
  reportedVoices,
  sendCues,
  spoken,
  takeCommands,
  testCue,
  wait,
} from './harness.mjs';

const NO_SOUND = 'no-sound';
const NO_VOICE = 'no-voice';
const NO_LOCK = 'screen-may-sleep';
const EDGE = '<i class="edge"></i>';

/** A hold of 20 s from its beginning, with every call that the session makes. */
async function hold(harness, settings) {
  const cues = [
    [0, 'begin'],
    [10_000, 'halfway'],
    [17_000, 'last'],
    [20_000, 'switch'],
  ];
  let at = 0;
  for (const [instant, kind] of cues) {
    await wait(harness, instant - at);
    at = instant;
    const left = cues.filter(([it]) => it >= at - 150).map(([it, kind]) => ahead(it - at, kind, `1:${kind}`));
    await sendCues(harness, { ahead: left, now: now(kind), atMs: at }, settings);
  }
  await wait(harness, 2_000);
}

const HEARD = [
  [0, 'begin'],
  [10_000, 'halfway'],
  [17_000, 'last'],
  [20_000, 'switch'],
];
const SPOKEN = [
  [0, 'Left leg. Hold.'],
  [10_000, 'Halfway.'],
  [20_000, 'Switch legs.'],
];
const FELT = [
  [0, [400]],
  [10_000, [60]],
  [17_000, [30]],
  [20_000, [200, 100, 200]],
];

const felt = async (harness) => (await callsSince(harness, 'vibration')).map(({ at, what }) => [at, what]);
const flashed = async (harness) => (await callsSince(harness, 'flash')).map(({ at }) => at);

test('sound, voice, vibration and the edge give the cues of a hold, each at its instant', async ({ page }) => {
  const harness = await openOutputs(page);
  await render(harness, EDGE);
  await hold(harness);
  expect(await heardCues(harness)).toEqual(HEARD);
  expect(await spoken(harness)).toEqual(SPOKEN);
  expect(await felt(harness)).toEqual(FELT);
  expect(await flashed(harness)).toEqual([0, 10_000, 17_000, 20_000]);
  expect(await callsSince(harness, 'wakeLock')).toMatchObject([{ what: 'request screen', at: 0 }]);
  expect(await takeCommands(harness)).toEqual([]);
  expectNoComplaints(harness);
});

/** What is wrong with an ability, and the problem that is reported. */
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
  test(`${ability} ${wrong}: everything else keeps working`, async ({ page }) => {
    const harness = await openOutputs(page, given);
    await render(harness, EDGE);
    await hold(harness);
    expect(await takeCommands(harness), 'reported once').toEqual(notices);
    expect(await heardCues(harness)).toEqual(ability === 'audio' ? [] : HEARD);
    if (ability !== 'voices') expect(await spoken(harness)).toEqual(SPOKEN);
    if (ability !== 'vibration') expect(await felt(harness)).toEqual(FELT);
    if (ability !== 'flash') expect(await flashed(harness)).toHaveLength(4);
    if (ability !== 'wakeLock') expect(await callsSince(harness, 'wakeLock')).toHaveLength(1);
    await sendCues(harness, { state: 'paused' });
    await hide(harness);
    await hide(harness, false);
    await freeOutputs(harness);
    expectNoComplaints(harness);
  });
}

test('without any ability the problems are reported once, and nothing is thrown', async ({ page }) => {
  const abilities = ['audio', 'voices', 'vibration', 'wakeLock', 'mediaSession', 'audioSession'];
  const harness = await openOutputs(page, Object.fromEntries(abilities.map((it) => [it, 'missing'])));
  await render(harness, EDGE);
  await hold(harness);
  await hold(harness);
  expect((await takeCommands(harness)).sort()).toEqual([NO_LOCK, NO_SOUND].sort());
  await hold(harness, { volume: 0 });
  expect(await takeCommands(harness)).toEqual([NO_VOICE]);
  expect(await flashed(harness), 'the edge still flashes').toHaveLength(12);
  await testCue(harness, 'begin');
  await freeOutputs(harness);
  expectNoComplaints(harness);
});

test("a widget that was not started does nothing, and a paused or finished one doesn't keep the screen on", async ({
  page,
}) => {
  const harness = await openOutputs(page);
  await sendCues(harness, { state: 'ready' });
  await wait(harness, 60_000);
  expect(await callsSince(harness)).toEqual([]);

  for (const state of ['paused', 'away', 'done', 'ready']) {
    await hold(harness);
    await sendCues(harness, { state });
    await wait(harness, 3_000);
    await callsSince(harness);
    await wait(harness, 600_000);
    expect(await callsSince(harness), state).toEqual([]);
    expect(await page.evaluate(() => window.audio.contexts.map((it) => it.state)), state).toEqual(['suspended']);
  }
});

test('freeing the cue outputs releases everything, and silences them for good', async ({ page }) => {
  const harness = await openOutputs(page);
  await sendCues(harness, { ahead: [ahead(0, 'begin'), ahead(20_000, 'switch')], now: now('begin') });
  await wait(harness, 100);
  await callsSince(harness);
  await freeOutputs(harness);
  const last = (await callsSince(harness)).map(({ ability, what }) => `${ability} ${what}`);
  expect(last.sort()).toEqual(['audio close', 'audioSession auto', 'voice cancel', 'wakeLock release']);
  expect(await page.evaluate(() => window.media)).toMatchObject({ playbackState: 'none', metadata: null });
  await hide(harness);
  await hide(harness, false);
  await render(harness, '<button>Options</button>');
  await page.getByRole('button').focus();
  const voices = await reportedVoices(harness);
  await page.evaluate(() => {
    document.getElementById('one').click();
    window.speechSynthesis.voices = [];
    window.speechSynthesis.arrive();
  });
  expect(await reportedVoices(harness)).toEqual(voices);
  await wait(harness, 60_000);
  expect(await callsSince(harness)).toEqual([]);
  expect(await heardCues(harness)).toEqual([[0, 'begin']]);
  expectNoComplaints(harness);
});

test('twenty pauses in a second leave one of everything', async ({ page }) => {
  const harness = await openOutputs(page);
  for (let i = 0; i < 20; i += 1) {
    await sendCues(harness, { ahead: [ahead(1_000, 'begin', '1:begin')] });
    await wait(harness, 25);
    await sendCues(harness, { state: 'paused' });
    await wait(harness, 25);
  }
  await sendCues(harness, { ahead: [ahead(1_000, 'begin', '1:begin')] });
  await wait(harness, 1_000);
  await sendCues(harness, { ahead: [ahead(0, 'begin', '1:begin')], now: now('begin') });
  await wait(harness, 2_000);
  expect(await heardCues(harness)).toEqual([[2_000, 'begin']]);
  expect(await spoken(harness)).toEqual([[2_000, 'Left leg. Hold.']]);
  expect(await page.evaluate(() => window.locks.filter((it) => !it.released).length)).toBe(1);
  expect(await page.evaluate(() => window.audio.contexts.map((it) => it.state))).toEqual(['running']);
  expectNoComplaints(harness);
});

test('a test of a cue uses every output, even while nothing runs', async ({ page }) => {
  const harness = await openOutputs(page);
  await render(harness, EDGE);
  await testCue(harness, 'begin');
  expect(await callsSince(harness), 'the settings are not known yet').toEqual([]);
  await sendCues(harness, { state: 'ready' });
  await testCue(harness, 'done');
  await wait(harness, 3_000);
  await testCue(harness, 'halfway');
  await wait(harness, 100);
  await testCue(harness, 'begin');
  await wait(harness, 3_000);
  expect(await heardCues(harness)).toEqual([
    [0, 'done'],
    [3_000, 'halfway'],
    [3_100, 'begin'],
  ]);
  expect(await spoken(harness)).toEqual([
    [0, 'Done.'],
    [3_000, 'Halfway.'],
    [3_150, 'Left leg. Hold.'],
  ]);
  expect(await felt(harness)).toHaveLength(3);
  await wait(harness, 3_000);
  expect(await page.evaluate(() => window.audio.contexts.map((it) => it.state))).toEqual(['suspended']);
  expectNoComplaints(harness);
});

test('a test of a cue follows the settings', async ({ page }) => {
  const harness = await openOutputs(page);
  await render(harness, EDGE);
  await sendCues(harness, { state: 'ready' }, { volume: 0, voice: 'off', vibration: false, flash: false });
  await testCue(harness, 'done');
  await wait(harness, 3_000);
  expect(await callsSince(harness)).toEqual([]);
});
