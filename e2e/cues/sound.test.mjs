// Sound: set ahead on the audio clock, once each, and never in a burst.
import { expect, test } from '@playwright/test';

import { NOTES, ahead, asked, carry, check, free, heard, hide, isQuiet, later, open } from './desk.mjs';

const contexts = ({ page }) => page.evaluate(() => window.audio.contexts.map((it) => it.state));
const become = ({ page }, state, stands) =>
  page.evaluate(([state, stands]) => window.audio.contexts.at(-1).become(state, stands), [state, stands]);

test('each cue sounds different', () => {
  const tunes = Object.values(NOTES).map((notes) => notes.map(([, frequency]) => frequency).join(' '));
  expect(new Set(tunes).size).toBe(tunes.length);
  expect(Object.keys(NOTES)).toEqual(['ready', 'next', 'begin', 'halfway', 'last', 'switch', 'recover', 'done']);
});

test('cues sound at their instants, though the page does nothing for a minute', async ({ page }) => {
  const desk = await open(page);
  const cues = [ahead(0, 'ready'), ahead(10_000.4, 'begin'), ahead(20_000, 'halfway'), ahead(89_000, 'switch')];
  await carry(desk, { ahead: cues });
  await later(desk, 90_000);
  expect(await heard(desk)).toEqual([[0, 'ready'], [10_000, 'begin'], [20_000, 'halfway'], [89_000, 'switch']]);
});

test('what the device takes is made up for, as soon as it says so, and nothing else is taken for that', async ({ page }) => {
  for (const [device, early] of [[40, 40], [300, 300], [5_000, 0]]) {
    const desk = await open(page, { device });
    await carry(desk, { ahead: [ahead(1_000, 'last'), ahead(9_000, 'begin')] });
    await later(desk, 600);
    await carry(desk, { ahead: [ahead(400, 'last', 'last-1000'), ahead(8_400, 'begin', 'begin-9000')] });
    await later(desk, 10_000);
    expect(await heard(desk), `${device} ms`).toEqual([[1_000 - early, 'last'], [9_000 - early, 'begin']]);
  }
});

test('the audio is opened by the first that runs, and never without one', async ({ page }) => {
  const desk = await open(page);
  await carry(desk, { state: 'ready' });
  await carry(desk, {}, { volume: 0 });
  expect(await contexts(desk)).toEqual([]);
  await carry(desk);
  await carry(desk);
  expect(await contexts(desk)).toEqual(['running']);
});

test('what is told again is not set again, and what is off by a little stays where it is', async ({ page }) => {
  const desk = await open(page);
  for (const [at, off] of [[0, 0], [300, 8], [600, -8], [990, 5], [1_020, 0], [1_100, -45], [1_140, 0]]) {
    await later(desk, at - ((await page.evaluate(() => performance.now())) - desk.startedAt));
    await carry(desk, { ahead: [ahead(1_000 - at + off, 'last', '1:last'), ahead(5_000 - at, 'begin', '2:begin')] });
  }
  await later(desk, 6_000);
  expect(await heard(desk)).toEqual([[1_000, 'last'], [5_000, 'begin']]);
});

test('what moves sounds at its new instant alone', async ({ page }) => {
  const desk = await open(page);
  await carry(desk, { ahead: [ahead(1_000, 'last'), ahead(3_000, 'switch', '1:switch')] });
  await later(desk, 500);
  await carry(desk, { ahead: [ahead(500, 'last', 'last-1000'), ahead(12_500, 'switch', '1:switch')] });
  await later(desk, 20_000);
  expect(await heard(desk)).toEqual([[1_000, 'last'], [13_000, 'switch']]);
});

test('a phase begun anew sounds anew', async ({ page }) => {
  const desk = await open(page);
  await carry(desk, { ahead: [ahead(0, 'begin', '1:begin')] });
  await later(desk, 2_000);
  await carry(desk, { ahead: [ahead(0, 'begin', '1:begin')] });
  await later(desk, 2_000);
  expect(await heard(desk)).toEqual([[0, 'begin'], [2_000, 'begin']]);
});

test('a cue that is a little late sounds at once, an older one never', async ({ page }) => {
  const desk = await open(page);
  await carry(desk, { ahead: [ahead(-151, 'begin'), ahead(-149, 'last')] });
  await later(desk, 1_000);
  expect(await heard(desk)).toEqual([[0, 'last']]);
});

for (const state of ['paused', 'away', 'ready']) {
  test(`${state}: what has begun sounds to its end, and nothing after it`, async ({ page }) => {
    const desk = await open(page);
    await carry(desk, { ahead: [ahead(0, 'switch'), ahead(3_000, 'begin')] });
    await later(desk, 100);
    await carry(desk, { state });
    expect(await contexts(desk), 'it still sounds').toEqual(['running']);
    await later(desk, 1_000);
    expect(await contexts(desk)).toEqual(['suspended']);
    await later(desk, 10_000);
    expect(await heard(desk)).toEqual([[0, 'switch']]);
  });
}

test('after a pause cues sound at their new instants', async ({ page }) => {
  const desk = await open(page);
  await carry(desk, { ahead: [ahead(3_000, 'begin', '1:begin')] });
  await later(desk, 1_000);
  await carry(desk, { ahead: [ahead(2_000, 'begin', '1:begin')] });
  await carry(desk, { state: 'paused' });
  await later(desk, 60_000);
  await carry(desk, { ahead: [ahead(2_000, 'begin', '1:begin')] });
  await later(desk, 5_000);
  expect(await heard(desk)).toEqual([[63_000, 'begin']]);
  expect(await contexts(desk), 'a pause is no standing clock').toEqual(['running']);
});

test('when all is done it says so, and then rests', async ({ page }) => {
  const desk = await open(page);
  await carry(desk, { ahead: [ahead(500, 'done', '9:done')] });
  await later(desk, 500);
  await carry(desk, { state: 'done', ahead: [ahead(0, 'done', '9:done')] });
  await carry(desk, { state: 'done', ahead: [ahead(0, 'done', '9:done')] });
  await later(desk, 3_000);
  expect(await heard(desk)).toEqual([[500, 'done']]);
  expect(await contexts(desk)).toEqual(['suspended']);
  await carry(desk, { state: 'ready' });
  await free(desk);
  expect(await contexts(desk)).toEqual(['closed']);
});

test('a browser that lets nothing sound until later gets no burst then', async ({ page }) => {
  const desk = await open(page, { audio: 'never' });
  const cues = [0, 400, 800, 1_200, 5_000];
  let at = 0;
  for (const instant of cues.slice(0, 4)) {
    await later(desk, instant - at);
    at = instant;
    await carry(desk, { ahead: cues.map((it) => ahead(it - at, 'last', `${it}`)).filter((it) => it.in >= -150) });
  }
  await later(desk, 1_000);
  await become(desk, 'running');
  await later(desk, 5_000);
  expect(await heard(desk)).toEqual([[5_000, 'last']]);
});

test('a clock that stands and says that it runs gets no burst either', async ({ page }) => {
  const desk = await open(page);
  await carry(desk);
  await become(desk, 'running', true);
  for (const at of [0, 250, 500, 750]) {
    await carry(desk, { ahead: [ahead(0, 'last', `${at}`)] });
    await later(desk, 250);
  }
  await become(desk, 'running', false);
  await later(desk, 2_000);
  expect((await heard(desk)).length).toBeLessThan(2);
});

for (const state of ['suspended', 'interrupted']) {
  test(`${state} by the browser: it is asked to go on at once, and cues are where they should be`, async ({ page }) => {
    const desk = await open(page);
    const cues = (at) => [3_000, 6_000].map((it) => ahead(it - at, 'begin', `${it}`));
    await carry(desk, { ahead: cues(0) });
    await later(desk, 1_000);
    await asked(desk);
    await become(desk, state);
    expect(await asked(desk, 'audio')).toMatchObject([{ what: 'resume' }, { what: 'resume' }]);
    await later(desk, 7_000);
    expect(await heard(desk)).toEqual([[3_000, 'begin'], [6_000, 'begin']]);
  });
}

for (const [what, look] of [
  ['seen again', (desk) => hide(desk, false)],
  ['pressed', ({ page }) => page.evaluate(() => document.getElementById('one').click())],
]) {
  test(`audio that may not go on is asked again when the page is ${what}`, async ({ page }) => {
    const desk = await open(page, { audio: 'refuses' });
    await carry(desk, { ahead: [ahead(3_000, 'begin')] });
    await later(desk, 900);
    await asked(desk);
    await look(desk);
    expect(await asked(desk, 'audio')).toMatchObject([{ what: 'resume', at: 900 }]);
    isQuiet(desk);
  });
}

test('audio whose clock stands for a second is built anew, and the old one closed', async ({ page }) => {
  const desk = await open(page);
  const cues = (at) => [500, 2_000, 4_000].map((it) => ahead(it - at, 'begin', `${it}`)).filter((it) => it.in >= 0);
  await carry(desk, { ahead: cues(0) });
  await later(desk, 100);
  await carry(desk, { ahead: cues(100) });
  await become(desk, 'running', true);
  await later(desk, 400);
  await carry(desk, { ahead: cues(500) });
  expect(await contexts(desk), 'it may be slow').toEqual(['running']);
  await later(desk, 1_500);
  await carry(desk, { ahead: cues(2_000) });
  expect(await contexts(desk)).toEqual(['closed', 'running']);
  await later(desk, 4_000);
  expect(await heard(desk)).toEqual([[2_000, 'begin'], [4_000, 'begin']]);
});

test('the volume is that of the settings, and 0 is off', async ({ page }) => {
  const desk = await open(page);
  const loudness = () => page.evaluate(() => window.audio.contexts.flatMap((it) => it.heard()).map((it) => it.loudness));
  await carry(desk, { ahead: [ahead(0, 'last')] });
  await later(desk, 500);
  expect(await loudness()).toEqual([1]);
  await carry(desk, { ahead: [ahead(0, 'last', '2')] }, { volume: 50 });
  await later(desk, 500);
  expect(await loudness()).toEqual([1, 0.25]);
  await carry(desk, { ahead: [ahead(2_000, 'last', '3')] }, { volume: 50 });
  await carry(desk, { ahead: [ahead(2_000, 'last', '3')] }, { volume: 0 });
  await later(desk, 3_000);
  expect(await loudness()).toHaveLength(2);
  expect(await contexts(desk)).toEqual(['suspended']);
  await carry(desk, { ahead: [ahead(1_000, 'begin')] });
  await later(desk, 3_000);
  expect((await heard(desk)).at(-1)).toEqual([5_000, 'begin']);
});

test('it mixes with music unless it is to pass over the silent switch, and lets go of both', async ({ page }) => {
  const desk = await open(page);
  const types = async () => (await asked(desk, 'audioSession')).map(({ what }) => what);
  await carry(desk);
  expect(await types()).toEqual(['ambient']);
  await carry(desk, {}, { silent: true });
  expect(await types()).toEqual(['playback']);
  await carry(desk, { state: 'paused' }, { silent: true });
  expect(await types()).toEqual(['auto']);
});

test('checks while no sound may come make no pile', async ({ page }) => {
  const desk = await open(page, { audio: 'never' });
  await carry(desk, { state: 'ready' });
  for (const kind of ['begin', 'begin', 'last', 'switch']) {
    await check(desk, kind);
    await later(desk, 300);
  }
  await become(desk, 'running');
  await later(desk, 3_000);
  expect(await heard(desk)).toEqual([[1_200, 'switch']]);
});
