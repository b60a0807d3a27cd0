// Voice: nothing important is cut off, nothing stale is spoken, and a slow browser delays nothing else.
import { expect, test } from '@playwright/test';

import {
  callsSince,
  expectNoComplaints,
  freeOutputs,
  hide,
  now,
  openOutputs,
  render,
  reportedVoices,
  sendCues,
  spoken,
  takeCommands,
  wait,
} from './harness.mjs';

const LONG = 'Bring the whole upper body straight forward, and let the back be as long as it can be.';
const NO_VOICE = 'no-voice';

/** Sends cues, each this many milliseconds after the previous one. */
async function say(harness, cues, settings) {
  for (const [ms, kind, text] of cues) {
    await wait(harness, ms);
    await sendCues(harness, { now: now(kind, text) }, settings);
  }
  await wait(harness, 60);
}

for (const [voice, text] of [
  ['short', 'Left leg. Hold.'],
  ['full', 'Left leg. Hold.'],
  ['off', undefined],
]) {
  test(`${voice}: says as much as was chosen`, async ({ page }) => {
    const harness = await openOutputs(page);
    await say(harness, [[0, 'begin']], { voice });
    expect(await spoken(harness)).toEqual(text ? [[0, text]] : []);
  });
}

test('the last seconds are not counted aloud', async ({ page }) => {
  const harness = await openOutputs(page);
  await say(harness, [[0, 'last']]);
  expect(await spoken(harness)).toEqual([]);
});

for (const [what, change, settings, how] of [
  ['the default voice of the language', {}, {}, { voice: 'Samantha', lang: 'en-US', rate: 1 }],
  ['the chosen voice', {}, { voiceName: 'Moira', rate: 150 }, { voice: 'Moira', lang: 'en_IE', rate: 1.5 }],
  ['another where the chosen one is gone', {}, { voiceName: 'Vicki' }, { voice: 'Samantha' }],
  ['another where the chosen one would speak over the network', {}, { voiceName: 'Cloud' }, { voice: 'Samantha' }],
  ['a voice of the routine', { lang: 'de-AT' }, { voiceName: 'Moira' }, { voice: 'Anna', lang: 'de-DE' }],
]) {
  test(`it speaks with ${what}`, async ({ page }) => {
    const harness = await openOutputs(page);
    await sendCues(harness, { ...change, now: now('begin') }, settings);
    expect(await callsSince(harness, 'voice')).toMatchObject([{ what: 'speak', ...how }]);
  });
}

test('the first press prepares the voice, silently and once', async ({ page }) => {
  const harness = await openOutputs(page);
  await sendCues(harness, { state: 'ready' });
  expect(await callsSince(harness, 'voice')).toEqual([]);
  await sendCues(harness);
  await sendCues(harness);
  expect(await callsSince(harness, 'voice')).toMatchObject([{ what: 'speak', volume: 0 }]);
  await wait(harness, 1_000);
  await say(harness, [[0, 'begin']]);
  expect(await spoken(harness)).toEqual([[1_000, 'Left leg. Hold.']]);
});

test('unimportant cues neither wait nor interrupt', async ({ page }) => {
  const harness = await openOutputs(page);
  await say(harness, [
    [0, 'begin', LONG],
    [2_000, 'halfway'],
  ]);
  expect(await spoken(harness)).toEqual([[0, LONG]]);
  expect((await callsSince(harness, 'voice')).filter(({ what }) => what === 'cancel')).toEqual([]);
});

for (const kind of ['ready', 'next', 'begin', 'switch', 'recover', 'done']) {
  test(`${kind} is important: it replaces what is being spoken, after a short breath`, async ({ page }) => {
    const harness = await openOutputs(page);
    await say(harness, [
      [0, 'begin', LONG],
      [1_000, kind, 'Now.'],
    ]);
    expect(await callsSince(harness, 'voice')).toMatchObject([
      { what: 'speak', at: 0, text: LONG },
      { what: 'cancel', at: 1_000 },
      { what: 'speak', at: 1_050, text: 'Now.' },
    ]);
  });
}

test('of several important cues at once the last is spoken', async ({ page }) => {
  const harness = await openOutputs(page);
  await say(harness, [
    [0, 'begin', 'One.'],
    [10, 'begin', 'Two.'],
    [10, 'begin', 'Three.'],
    [10, 'begin', 'Four.'],
  ]);
  await wait(harness, 1_000);
  expect(await spoken(harness)).toEqual([
    [0, 'One.'],
    [80, 'Four.'],
  ]);
});

test('after a finished sentence there is no breath and nothing to cancel', async ({ page }) => {
  const harness = await openOutputs(page);
  await say(harness, [
    [0, 'begin'],
    [5_000, 'halfway'],
    [5_000, 'switch'],
  ]);
  const all = (await callsSince(harness, 'voice')).map(({ what, at }) => [what, at]);
  expect(all).toEqual([
    ['speak', 0],
    ['speak', 5_000],
    ['speak', 10_000],
  ]);
});

test('speech that never ends delays the next cue no longer than it should take', async ({ page }) => {
  const harness = await openOutputs(page, { voices: 'stuck' });
  await say(harness, [
    [0, 'begin', LONG],
    [3_000, 'halfway', 'Too early.'],
    [6_000, 'halfway'],
    [5_000, 'switch'],
  ]);
  expect(await spoken(harness)).toEqual([
    [0, LONG],
    [9_050, 'Halfway.'],
    [14_050, 'Switch legs.'],
  ]);
  expectNoComplaints(harness);
});

for (const [what, then] of [
  ['pausing', { state: 'paused' }],
  ['being away', { state: 'away' }],
  ['stopping', { state: 'done' }],
  ['skipping to what has no cue', { instruction: 'Move' }],
  ['going back within a phase', { atMs: 0 }],
]) {
  test(`${what} cancels what is being spoken and what is next`, async ({ page }) => {
    const harness = await openOutputs(page);
    await sendCues(harness, { now: now('begin', LONG), atMs: 5_000 });
    await wait(harness, 500);
    await callsSince(harness);
    await sendCues(harness, { atMs: 5_500, ...then });
    expect(await callsSince(harness, 'voice')).toMatchObject([{ what: 'cancel', text: LONG }]);

    await sendCues(harness, { now: now('begin', LONG), atMs: 5_000 });
    await sendCues(harness, { now: now('switch'), atMs: 5_000 });
    await callsSince(harness);
    await sendCues(harness, { atMs: 5_500, ...then });
    await wait(harness, 5_000);
    expect(await spoken(harness)).toEqual([]);
  });
}

test('an update that changes nothing about the session lets the voice finish', async ({ page }) => {
  const harness = await openOutputs(page);
  await sendCues(harness, { now: now('begin', LONG), atMs: 5_000 });
  await wait(harness, 500);
  await callsSince(harness);
  await sendCues(harness, { atMs: 5_500 }, { volume: 30 });
  await sendCues(harness, { atMs: 5_500, totalMs: 730_000 });
  expect(await callsSince(harness, 'voice')).toEqual([]);
  await sendCues(harness, { atMs: 5_500 }, { voice: 'off' });
  expect(await callsSince(harness, 'voice')).toMatchObject([{ what: 'cancel' }]);
});

test('voices that load late still speak a fresh cue', async ({ page }) => {
  const harness = await openOutputs(page, { voices: 'late' });
  await say(harness, [[0, 'ready']], { volume: 0 });
  await wait(harness, 1_400 - 60);
  await page.evaluate(() => window.speechSynthesis.arrive());
  expect(await spoken(harness)).toEqual([[1_400, 'Anchor stretch. Left leg.']]);
  await say(harness, [[5_000, 'begin']]);
  expect(await spoken(harness)).toEqual([[6_400, 'Left leg. Hold.']]);
  expect(await takeCommands(harness)).toEqual([]);
});

test('a cue that waited too long for voices is never spoken', async ({ page }) => {
  const harness = await openOutputs(page, { voices: 'late' });
  await say(harness, [[0, 'ready']]);
  await wait(harness, 1_500);
  await page.evaluate(() => window.speechSynthesis.arrive());
  await wait(harness, 5_000);
  expect(await spoken(harness)).toEqual([]);
});

test('a cue before a pause is not spoken by voices that load late', async ({ page }) => {
  const harness = await openOutputs(page, { voices: 'late' });
  await say(harness, [[0, 'ready']]);
  await sendCues(harness, { state: 'paused' });
  await page.evaluate(() => window.speechSynthesis.arrive());
  expect(await spoken(harness)).toEqual([]);
});

test('speech that the browser starts too late is cancelled', async ({ page }) => {
  const harness = await openOutputs(page, { voices: 'slow' });
  await say(harness, [[0, 'begin', LONG]]);
  await wait(harness, 1_539);
  expect((await callsSince(harness, 'voice')).map(({ what }) => what)).not.toContain('cancel');
  await wait(harness, 1);
  expect(await callsSince(harness, 'voice')).toMatchObject([{ what: 'cancel', at: 1_600 }]);
});

test('a breath that takes too long, because the page slept, drops the cue', async ({ page }) => {
  const harness = await openOutputs(page);
  await sendCues(harness, { now: now('begin', LONG) });
  await sendCues(harness, { now: now('switch') });
  await page.clock.fastForward(10_000);
  expect(await spoken(harness)).toEqual([[0, LONG]]);
});

for (const voices of ['missing', 'none', 'throws']) {
  test(`voices ${voices}: sound takes over, and without sound the person is told once`, async ({ page }) => {
    const harness = await openOutputs(page, { voices });
    await say(harness, [
      [0, 'ready'],
      [5_000, 'begin'],
    ]);
    expect(await takeCommands(harness)).toEqual([]);
    await say(
      harness,
      [
        [0, 'ready'],
        [5_000, 'begin'],
        [5_000, 'switch'],
      ],
      { volume: 0 },
    );
    expect(await takeCommands(harness)).toEqual([NO_VOICE]);
    expect(await spoken(harness)).toEqual([]);
    expectNoComplaints(harness);
  });
}

test("the voices of the routine's language that are on the device are reported", async ({ page }) => {
  const harness = await openOutputs(page);
  await sendCues(harness, { state: 'ready' });
  await sendCues(harness, { state: 'ready', lang: 'de' });
  expect(await reportedVoices(harness)).toEqual([['Moira', 'Samantha'], ['Anna']]);
});

test('voices that have already been reported are not reported again', async ({ page }) => {
  const harness = await openOutputs(page);
  await sendCues(harness, { state: 'ready' });
  await sendCues(harness, { state: 'ready' }, { volume: 20 });
  await page.evaluate(() => window.speechSynthesis.arrive());
  expect(await reportedVoices(harness)).toHaveLength(1);
});

test('voices that load late are reported, with an event or without', async ({ page }) => {
  const harness = await openOutputs(page, { voices: 'late' });
  await render(harness, '<button>Options</button>');
  await sendCues(harness, { state: 'ready' });
  await page.evaluate(() => window.speechSynthesis.arrive());
  expect((await reportedVoices(harness)).at(-1)).toEqual(['Moira', 'Samantha']);
  await page.evaluate(() => window.speechSynthesis.voices.push({ name: 'Fiona', lang: 'en-GB', localService: true }));
  await page.getByRole('button').focus();
  expect((await reportedVoices(harness)).at(-1)).toEqual(['Moira', 'Samantha', 'Fiona']);
});

test("hiding the page doesn't silence the voice; freeing the cue outputs does", async ({ page }) => {
  const harness = await openOutputs(page);
  await say(harness, [[0, 'begin', LONG]]);
  await callsSince(harness);
  await hide(harness);
  expect(await callsSince(harness, 'voice')).toEqual([]);
  await freeOutputs(harness);
  expect(await callsSince(harness, 'voice')).toMatchObject([{ what: 'cancel', text: LONG }]);
});

test('a widget that gives way leaves the sentence of the one that begins', async ({ page }) => {
  const harness = await openOutputs(page);
  await page.evaluate(() => window.openOutputs('two'));
  await sendCues(harness, { now: now('begin', LONG), atMs: 5_000 });
  await wait(harness, 400);
  await sendCues(harness, { now: now('ready') }, {}, 'two');
  await sendCues(harness, { state: 'paused', atMs: 5_400 });
  await wait(harness, 5_000);
  expect(await callsSince(harness, 'voice')).toMatchObject([
    { what: 'speak', text: LONG },
    { what: 'cancel', text: LONG },
    { what: 'speak', text: 'Anchor stretch. Left leg.' },
  ]);
});

test('a widget that gives way first is cut off, and the next begins after a breath', async ({ page }) => {
  const harness = await openOutputs(page);
  await page.evaluate(() => window.openOutputs('two'));
  await sendCues(harness, { now: now('begin', LONG), atMs: 5_000 });
  await wait(harness, 400);
  await sendCues(harness, { state: 'paused', atMs: 5_400 });
  await sendCues(harness, { now: now('ready') }, {}, 'two');
  await wait(harness, 5_000);
  expect(await spoken(harness)).toEqual([
    [0, LONG],
    [450, 'Anchor stretch. Left leg.'],
  ]);
});

const readAloud = ({ page }, text) =>
  page.evaluate((text) => window.speechSynthesis.speak(new SpeechSynthesisUtterance(text)), text);

for (const [what, how] of [
  ['a pause', (harness) => sendCues(harness, { state: 'paused', atMs: 5_500 })],
  ['removing the element', (harness) => freeOutputs(harness)],
]) {
  test(`${what} leaves alone what the page itself reads aloud`, async ({ page }) => {
    const harness = await openOutputs(page, { voices: 'queued' });
    await readAloud(harness, 'The whole article, from the beginning.');
    await sendCues(harness, { now: now('begin'), atMs: 5_000 });
    await wait(harness, 100);
    await how(harness);
    await wait(harness, 10_000);
    const calls = await callsSince(harness, 'voice');
    // The widget's own sentence is cut off once its turn has come.
    expect(calls.filter(({ what }) => what === 'cancel')).toMatchObject([{ text: 'Left leg. Hold.' }]);
    expect(await page.evaluate(() => window.speechSynthesis.heard)).toEqual(['The whole article, from the beginning.']);
  });
}

test('what the page is about to read aloud is not dropped with our sentence', async ({ page }) => {
  const harness = await openOutputs(page, { voices: 'queued' });
  await sendCues(harness, { now: now('begin', LONG), atMs: 5_000 });
  await wait(harness, 100);
  await readAloud(harness, 'The whole article.');
  await sendCues(harness, { state: 'paused', atMs: 5_500 });
  await wait(harness, 20_000);
  expect(await page.evaluate(() => window.speechSynthesis.heard)).toContain('The whole article.');
});
