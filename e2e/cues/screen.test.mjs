// What can be seen and felt, the screen that stays on, and what a lock screen shows.
import { expect, test } from '@playwright/test';

import { asked, carry, check, draw, free, hide, isQuiet, later, now, open, told } from './desk.mjs';

const EDGE = '<i class="edge"></i>';
const locks = async (desk) => (await asked(desk, 'wakeLock')).map(({ what }) => what);
const held = ({ page }) => page.evaluate(() => window.locks.filter((it) => !it.released).length);

test('the screen stays on while it runs, and no longer', async ({ page }) => {
  const desk = await open(page);
  await carry(desk, { state: 'ready' });
  expect(await locks(desk)).toEqual([]);
  for (const state of ['paused', 'away', 'done', 'ready']) {
    await carry(desk);
    await carry(desk);
    expect(await locks(desk)).toEqual(['request screen']);
    await carry(desk, { state });
    await carry(desk, { state });
    expect(await locks(desk), state).toEqual(['release']);
  }
});

test('it is asked for again when the page is seen again, if it still runs', async ({ page }) => {
  const desk = await open(page);
  await carry(desk);
  await hide(desk);
  await carry(desk);
  expect(await locks(desk), 'not while nobody can see it').toEqual(['request screen']);
  await hide(desk, false);
  expect(await locks(desk)).toEqual(['request screen']);
  await hide(desk);
  await carry(desk, { state: 'paused' });
  await hide(desk, false);
  expect(await locks(desk)).toEqual([]);
  expect(await held(desk)).toBe(0);
});

test('a lock that comes after the pause is given back at once', async ({ page }) => {
  const desk = await open(page, { wakeLock: 'late' });
  for (const end of [() => carry(desk, { state: 'paused' }), () => free(desk)]) {
    await carry(desk);
    await end();
    await page.evaluate(() => window.giveLock());
    expect(await locks(desk)).toEqual(['request screen', 'release']);
  }
});

test('of two requests under way one lock is kept', async ({ page }) => {
  const desk = await open(page, { wakeLock: 'late' });
  await carry(desk);
  const first = await page.evaluateHandle(() => ({ give: window.giveLock }));
  await carry(desk, { state: 'paused' });
  await carry(desk);
  await page.evaluate(() => window.giveLock());
  await first.evaluate(({ give }) => give());
  expect(await held(desk)).toBe(1);
  await carry(desk, { state: 'paused' });
  expect(await held(desk)).toBe(0);
});

test('a refusal that comes after the pause is no news, and takes nothing away', async ({ page }) => {
  const desk = await open(page, { wakeLock: 'late' });
  await carry(desk);
  const first = await page.evaluateHandle(() => ({ refuse: window.refuseLock }));
  await carry(desk, { state: 'paused' });
  await carry(desk);
  await first.evaluate(({ refuse }) => refuse());
  await carry(desk);
  expect(await locks(desk)).toEqual(['request screen', 'request screen']);
  expect(await told(desk)).toEqual([]);
});

test('a refusal because the page was just hidden is no news', async ({ page }) => {
  const desk = await open(page, { wakeLock: 'refuses' });
  await page.evaluate(() => {
    const { request } = navigator.wakeLock;
    navigator.wakeLock.request = (type) => {
      Object.defineProperty(document, 'hidden', { value: true, configurable: true });
      return request(type);
    };
  });
  await carry(desk);
  expect(await locks(desk)).toEqual(['request screen']);
  expect(await told(desk)).toEqual([]);
});

test('the edge flashes once for a cue, by opacity alone', async ({ page }) => {
  const desk = await open(page);
  await draw(desk, EDGE);
  await carry(desk, { now: now('begin') });
  expect(await asked(desk, 'flash')).toMatchObject([{ on: 'edge', what: [0, 1, 0], timing: 400 }]);
  await later(desk, 1_000);
  await carry(desk, { now: now('switch') }, { flash: false });
  await carry(desk);
  expect(await asked(desk, 'flash')).toEqual([]);
});

test('it never flashes more than three times in a second', async ({ page }) => {
  const desk = await open(page);
  await draw(desk, EDGE);
  await carry(desk, { state: 'ready' });
  for (let i = 0; i < 40; i += 1) {
    await check(desk, 'begin');
    await later(desk, 50);
  }
  const at = (await asked(desk, 'flash')).map((it) => it.at);
  expect(at.length).toBeGreaterThan(3);
  for (const first of at) expect(at.filter((it) => it >= first && it < first + 1_000).length).toBeLessThanOrEqual(3);
});

test('where motion is reduced, the edge stands for a moment instead', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const desk = await open(page);
  await draw(desk, EDGE);
  await carry(desk, { now: now('begin') });
  expect(await asked(desk, 'flash')).toMatchObject([{ what: [1, 1], timing: 1_500 }]);
});

test('each cue feels different, and a hidden page keeps still', async ({ page }) => {
  const desk = await open(page);
  const patterns = async () => (await asked(desk, 'vibration')).map(({ what }) => `${what}`);
  for (const kind of ['ready', 'begin', 'halfway', 'last', 'switch', 'recover', 'done']) await carry(desk, { now: now(kind) });
  expect(new Set(await patterns()).size).toBe(7);
  await carry(desk, { now: now('next') });
  expect(await patterns(), 'as the first exercise').toEqual(['100,100,100']);
  await carry(desk, { now: now('begin') }, { vibration: false });
  await hide(desk);
  await carry(desk, { now: now('begin') });
  expect(await patterns()).toEqual([]);
});

test.describe('the lock screen', () => {
  const shown = ({ page }) => page.evaluate(() => {
    const { metadata, playbackState, position, handlers } = window.media;
    const { title, artist, album } = metadata ?? {};
    const keys = Object.keys(handlers).filter((key) => handlers[key]);
    return { title, artist, album, playbackState, position, keys };
  });
  const press = ({ page }, key) => page.evaluate((key) => window.media.handlers[key](), key);
  const KEYS = ['play', 'pause', 'nexttrack', 'previoustrack'];

  test('names the exercise and its place, and its keys command the session', async ({ page }) => {
    const desk = await open(page);
    await carry(desk, { atMs: 123_000 });
    expect(await shown(desk)).toEqual({
      title: 'Anchor stretch', artist: 'Hold · Left leg', album: 'Hamstring routine', playbackState: 'playing',
      position: { duration: 720, position: 123 }, keys: KEYS,
    });
    for (const key of KEYS) await press(desk, key);
    expect(await told(desk)).toEqual(['one: resume', 'one: pause', 'one: next', 'one: previous']);
    await carry(desk, { state: 'paused', atMs: 124_000 });
    expect(await shown(desk)).toMatchObject({ playbackState: 'paused', position: { position: 124 }, keys: KEYS });
    await carry(desk, { state: 'away' });
    expect(await shown(desk)).toMatchObject({ playbackState: 'paused', keys: KEYS });
    await carry(desk, { state: 'done' });
    expect(await shown(desk)).toEqual({ playbackState: 'none', keys: [] });
  });

  test('a position beyond the end is left out', async ({ page }) => {
    const desk = await open(page);
    await carry(desk, { atMs: 10, totalMs: 5 });
    expect(await shown(desk)).toMatchObject({ title: 'Anchor stretch', playbackState: 'playing', keys: KEYS });
    expect((await shown(desk)).position).toBe(undefined);
    isQuiet(desk);
  });

  test('belongs to the widget that runs', async ({ page }) => {
    const desk = await open(page);
    await page.evaluate(() => window.openCarriers('two'));
    await carry(desk, { state: 'paused' });
    expect(await shown(desk), 'it never ran').toMatchObject({ keys: [] });
    await carry(desk);
    await carry(desk, { state: 'paused' });
    await carry(desk, { title: 'Other' }, {}, 'two');
    await carry(desk, { state: 'paused' });
    expect(await shown(desk)).toMatchObject({ title: 'Other', playbackState: 'playing' });
    await press(desk, 'pause');
    await carry(desk, { state: 'done' });
    await free(desk);
    expect(await told(desk)).toEqual(['two: pause']);
    expect(await shown(desk)).toMatchObject({ title: 'Other', playbackState: 'playing', keys: KEYS });
  });
});
