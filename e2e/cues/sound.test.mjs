// Sound: scheduled ahead on the audio clock, once for each cue, and never in a burst.
import { expect, test } from '@playwright/test';

import {
  NOTES,
  ahead,
  callsSince,
  sendCues,
  testCue,
  freeOutputs,
  heardCues,
  hide,
  expectNoComplaints,
  wait,
  openOutputs,
} from './harness.mjs';

const contexts = ({ page }) => page.evaluate(() => window.audio.contexts.map((it) => it.state));
const become = ({ page }, state, stands) =>
  page.evaluate(([state, stands]) => window.audio.contexts.at(-1).become(state, stands), [state, stands]);

test('every cue sounds different', () => {
  const tunes = Object.values(NOTES).map((notes) => notes.map(([, frequency]) => frequency).join(' '));
  expect(new Set(tunes).size).toBe(tunes.length);
  expect(Object.keys(NOTES)).toEqual(['ready', 'next', 'begin', 'halfway', 'last', 'switch', 'recover', 'done']);
});

test('cues sound at their instants although the page does nothing for a minute', async ({ page }) => {
  const harness = await openOutputs(page);
  const cues = [ahead(0, 'ready'), ahead(10_000.4, 'begin'), ahead(20_000, 'halfway'), ahead(89_000, 'switch')];
  await sendCues(harness, { ahead: cues });
  await wait(harness, 90_000);
  expect(await heardCues(harness)).toEqual([
    [0, 'ready'],
    [10_000, 'begin'],
    [20_000, 'halfway'],
    [89_000, 'switch'],
  ]);
});

test('the latency of the device is compensated as soon as it is known, and only that', async ({ page }) => {
  for (const [device, early] of [
    [40, 40],
    [300, 300],
    [5_000, 0],
  ]) {
    const harness = await openOutputs(page, { device });
    await sendCues(harness, { ahead: [ahead(1_000, 'last'), ahead(9_000, 'begin')] });
    await wait(harness, 600);
    await sendCues(harness, { ahead: [ahead(400, 'last', 'last-1000'), ahead(8_400, 'begin', 'begin-9000')] });
    await wait(harness, 10_000);
    expect(await heardCues(harness), `${device} ms`).toEqual([
      [1_000 - early, 'last'],
      [9_000 - early, 'begin'],
    ]);
  }
});

test('a running session opens the audio, and nothing else does', async ({ page }) => {
  const harness = await openOutputs(page);
  await sendCues(harness, { state: 'ready' });
  await sendCues(harness, {}, { volume: 0 });
  expect(await contexts(harness)).toEqual([]);
  await sendCues(harness);
  await sendCues(harness);
  expect(await contexts(harness)).toEqual(['running']);
});

test("a repeated cue is not scheduled again, and a small difference doesn't move it", async ({ page }) => {
  const harness = await openOutputs(page);
  for (const [at, off] of [
    [0, 0],
    [300, 8],
    [600, -8],
    [990, 5],
    [1_020, 0],
    [1_100, -45],
    [1_140, 0],
  ]) {
    await wait(harness, at - ((await page.evaluate(() => performance.now())) - harness.startedAt));
    await sendCues(harness, {
      ahead: [ahead(1_000 - at + off, 'last', '1:last'), ahead(5_000 - at, 'begin', '2:begin')],
    });
  }
  await wait(harness, 6_000);
  expect(await heardCues(harness)).toEqual([
    [1_000, 'last'],
    [5_000, 'begin'],
  ]);
});

test('a cue that moves sounds at its new instant only', async ({ page }) => {
  const harness = await openOutputs(page);
  await sendCues(harness, { ahead: [ahead(1_000, 'last'), ahead(3_000, 'switch', '1:switch')] });
  await wait(harness, 500);
  await sendCues(harness, { ahead: [ahead(500, 'last', 'last-1000'), ahead(12_500, 'switch', '1:switch')] });
  await wait(harness, 20_000);
  expect(await heardCues(harness)).toEqual([
    [1_000, 'last'],
    [13_000, 'switch'],
  ]);
});

test('a restarted phase sounds again', async ({ page }) => {
  const harness = await openOutputs(page);
  await sendCues(harness, { ahead: [ahead(0, 'begin', '1:begin')] });
  await wait(harness, 2_000);
  await sendCues(harness, { ahead: [ahead(0, 'begin', '1:begin')] });
  await wait(harness, 2_000);
  expect(await heardCues(harness)).toEqual([
    [0, 'begin'],
    [2_000, 'begin'],
  ]);
});

test('a cue that is a little late sounds at once, an older one never', async ({ page }) => {
  const harness = await openOutputs(page);
  await sendCues(harness, { ahead: [ahead(-151, 'begin'), ahead(-149, 'last')] });
  await wait(harness, 1_000);
  expect(await heardCues(harness)).toEqual([[0, 'last']]);
});

for (const state of ['paused', 'away', 'ready']) {
  test(`${state}: a cue that has begun finishes, and no other follows`, async ({ page }) => {
    const harness = await openOutputs(page);
    await sendCues(harness, { ahead: [ahead(0, 'switch'), ahead(3_000, 'begin')] });
    await wait(harness, 100);
    await sendCues(harness, { state });
    expect(await contexts(harness), 'it still sounds').toEqual(['running']);
    await wait(harness, 1_000);
    expect(await contexts(harness)).toEqual(['suspended']);
    await wait(harness, 10_000);
    expect(await heardCues(harness)).toEqual([[0, 'switch']]);
  });
}

test('after a pause cues sound at their new instants', async ({ page }) => {
  const harness = await openOutputs(page);
  await sendCues(harness, { ahead: [ahead(3_000, 'begin', '1:begin')] });
  await wait(harness, 1_000);
  await sendCues(harness, { ahead: [ahead(2_000, 'begin', '1:begin')] });
  await sendCues(harness, { state: 'paused' });
  await wait(harness, 60_000);
  await sendCues(harness, { ahead: [ahead(2_000, 'begin', '1:begin')] });
  await wait(harness, 5_000);
  expect(await heardCues(harness)).toEqual([[63_000, 'begin']]);
  expect(await contexts(harness), "a pause doesn't count as a clock that stands still").toEqual(['running']);
});

test('the end of the session sounds, and then the audio is suspended', async ({ page }) => {
  const harness = await openOutputs(page);
  await sendCues(harness, { ahead: [ahead(500, 'done', '9:done')] });
  await wait(harness, 500);
  await sendCues(harness, { state: 'done', ahead: [ahead(0, 'done', '9:done')] });
  await sendCues(harness, { state: 'done', ahead: [ahead(0, 'done', '9:done')] });
  await wait(harness, 3_000);
  expect(await heardCues(harness)).toEqual([[500, 'done']]);
  expect(await contexts(harness)).toEqual(['suspended']);
  await sendCues(harness, { state: 'ready' });
  await freeOutputs(harness);
  expect(await contexts(harness)).toEqual(['closed']);
});

test('a browser that allows sound only later plays no burst then', async ({ page }) => {
  const harness = await openOutputs(page, { audio: 'never' });
  const cues = [0, 400, 800, 1_200, 5_000];
  let at = 0;
  for (const instant of cues.slice(0, 4)) {
    await wait(harness, instant - at);
    at = instant;
    await sendCues(harness, {
      ahead: cues.map((it) => ahead(it - at, 'last', `${it}`)).filter((it) => it.inMs >= -150),
    });
  }
  await wait(harness, 1_000);
  await become(harness, 'running');
  await wait(harness, 5_000);
  expect(await heardCues(harness)).toEqual([[5_000, 'last']]);
});

test('an audio clock that stands still while it claims to run plays no burst either', async ({ page }) => {
  const harness = await openOutputs(page);
  await sendCues(harness);
  await become(harness, 'running', true);
  for (const at of [0, 250, 500, 750]) {
    await sendCues(harness, { ahead: [ahead(0, 'last', `${at}`)] });
    await wait(harness, 250);
  }
  await become(harness, 'running', false);
  await wait(harness, 2_000);
  expect((await heardCues(harness)).length).toBeLessThan(2);
});

for (const state of ['suspended', 'interrupted']) {
  test(`${state} by the browser, the audio is resumed at once, and cues are at their instants`, async ({ page }) => {
    const harness = await openOutputs(page);
    const cues = (at) => [3_000, 6_000].map((it) => ahead(it - at, 'begin', `${it}`));
    await sendCues(harness, { ahead: cues(0) });
    await wait(harness, 1_000);
    await callsSince(harness);
    await become(harness, state);
    expect(await callsSince(harness, 'audio')).toMatchObject([{ what: 'resume' }, { what: 'resume' }]);
    await wait(harness, 7_000);
    expect(await heardCues(harness)).toEqual([
      [3_000, 'begin'],
      [6_000, 'begin'],
    ]);
  });
}

for (const [what, look] of [
  ['seen again', (harness) => hide(harness, false)],
  ['pressed', ({ page }) => page.evaluate(() => document.getElementById('one').click())],
]) {
  test(`audio that may not resume is asked again when the page is ${what}`, async ({ page }) => {
    const harness = await openOutputs(page, { audio: 'refuses' });
    await sendCues(harness, { ahead: [ahead(3_000, 'begin')] });
    await wait(harness, 900);
    await callsSince(harness);
    await look(harness);
    expect(await callsSince(harness, 'audio')).toMatchObject([{ what: 'resume', at: 900 }]);
    expectNoComplaints(harness);
  });
}

test('an audio context whose clock stands still for a second is replaced and closed', async ({ page }) => {
  const harness = await openOutputs(page);
  const cues = (at) => [500, 2_000, 4_000].map((it) => ahead(it - at, 'begin', `${it}`)).filter((it) => it.inMs >= 0);
  await sendCues(harness, { ahead: cues(0) });
  await wait(harness, 100);
  await sendCues(harness, { ahead: cues(100) });
  await become(harness, 'running', true);
  await wait(harness, 400);
  await sendCues(harness, { ahead: cues(500) });
  expect(await contexts(harness), 'it may be slow').toEqual(['running']);
  await wait(harness, 1_500);
  await sendCues(harness, { ahead: cues(2_000) });
  expect(await contexts(harness)).toEqual(['closed', 'running']);
  await wait(harness, 4_000);
  expect(await heardCues(harness)).toEqual([
    [2_000, 'begin'],
    [4_000, 'begin'],
  ]);
});

test('the volume follows the settings, and 0 is off', async ({ page }) => {
  const harness = await openOutputs(page);
  const loudness = () =>
    page.evaluate(() => window.audio.contexts.flatMap((it) => it.heard()).map((it) => it.loudness));
  await sendCues(harness, { ahead: [ahead(0, 'last')] });
  await wait(harness, 500);
  expect(await loudness()).toEqual([1]);
  await sendCues(harness, { ahead: [ahead(0, 'last', '2')] }, { volume: 50 });
  await wait(harness, 500);
  expect(await loudness()).toEqual([1, 0.25]);
  await sendCues(harness, { ahead: [ahead(2_000, 'last', '3')] }, { volume: 50 });
  await sendCues(harness, { ahead: [ahead(2_000, 'last', '3')] }, { volume: 0 });
  await wait(harness, 3_000);
  expect(await loudness()).toHaveLength(2);
  expect(await contexts(harness)).toEqual(['suspended']);
  await sendCues(harness, { ahead: [ahead(1_000, 'begin')] });
  await wait(harness, 3_000);
  expect((await heardCues(harness)).at(-1)).toEqual([5_000, 'begin']);
});

test('the audio mixes with music unless it should pass the silent switch, and restores both', async ({ page }) => {
  const harness = await openOutputs(page);
  const types = async () => (await callsSince(harness, 'audioSession')).map(({ what }) => what);
  await sendCues(harness);
  expect(await types()).toEqual(['ambient']);
  await sendCues(harness, {}, { throughSilentSwitch: true });
  expect(await types()).toEqual(['playback']);
  await sendCues(harness, { state: 'paused' }, { throughSilentSwitch: true });
  expect(await types()).toEqual(['auto']);
});

test("the page's own kind of audio session comes back, and one that it has chosen meanwhile stays", async ({
  page,
}) => {
  const harness = await openOutputs(page);
  const type = () => page.evaluate(() => navigator.audioSession.type);
  await page.evaluate(() => (navigator.audioSession.type = 'transient'));
  await sendCues(harness);
  expect(await type()).toBe('ambient');
  await sendCues(harness, { state: 'paused' });
  expect(await type()).toBe('transient');
  await sendCues(harness);
  await page.evaluate(() => (navigator.audioSession.type = 'play-and-record'));
  await sendCues(harness, { state: 'paused' });
  expect(await type()).toBe('play-and-record');
  await sendCues(harness);
  await freeOutputs(harness);
  expect(await type()).toBe('play-and-record');
});

test("tests of cues don't pile up while no sound is allowed", async ({ page }) => {
  const harness = await openOutputs(page, { audio: 'never' });
  await sendCues(harness, { state: 'ready' });
  for (const kind of ['begin', 'begin', 'last', 'switch']) {
    await testCue(harness, kind);
    await wait(harness, 300);
  }
  await become(harness, 'running');
  await wait(harness, 3_000);
  expect(await heardCues(harness)).toEqual([[1_200, 'switch']]);
});
