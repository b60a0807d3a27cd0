// What can be seen and felt, keeping the screen on, and the lock screen.
import { expect, test } from '@playwright/test';

import {
  callsSince,
  sendCues,
  testCue,
  render,
  freeOutputs,
  hide,
  expectNoComplaints,
  wait,
  now,
  openOutputs,
  takeCommands,
} from './harness.mjs';

const EDGE = '<i class="edge"></i>';
const locks = async (harness) => (await callsSince(harness, 'wakeLock')).map(({ what }) => what);
const held = ({ page }) => page.evaluate(() => window.locks.filter((it) => !it.released).length);

test('the screen stays on while the session runs, and no longer', async ({ page }) => {
  const harness = await openOutputs(page);
  await sendCues(harness, { state: 'ready' });
  expect(await locks(harness)).toEqual([]);
  for (const state of ['paused', 'away', 'done', 'ready']) {
    await sendCues(harness);
    await sendCues(harness);
    expect(await locks(harness)).toEqual(['request screen']);
    await sendCues(harness, { state });
    await sendCues(harness, { state });
    expect(await locks(harness), state).toEqual(['release']);
  }
});

test('the wake lock is requested again when the page becomes visible, if the session still runs', async ({ page }) => {
  const harness = await openOutputs(page);
  await sendCues(harness);
  await hide(harness);
  await sendCues(harness);
  expect(await locks(harness), 'not while the page is hidden').toEqual(['request screen']);
  await hide(harness, false);
  expect(await locks(harness)).toEqual(['request screen']);
  await hide(harness);
  await sendCues(harness, { state: 'paused' });
  await hide(harness, false);
  expect(await locks(harness)).toEqual([]);
  expect(await held(harness)).toBe(0);
});

test('a lock that arrives after the pause is released at once', async ({ page }) => {
  const harness = await openOutputs(page, { wakeLock: 'late' });
  for (const end of [() => sendCues(harness, { state: 'paused' }), () => freeOutputs(harness)]) {
    await sendCues(harness);
    await end();
    await page.evaluate(() => window.giveLock());
    expect(await locks(harness)).toEqual(['request screen', 'release']);
  }
});

test('of two pending requests one lock is kept', async ({ page }) => {
  const harness = await openOutputs(page, { wakeLock: 'late' });
  await sendCues(harness);
  const first = await page.evaluateHandle(() => ({ give: window.giveLock }));
  await sendCues(harness, { state: 'paused' });
  await sendCues(harness);
  await page.evaluate(() => window.giveLock());
  await first.evaluate(({ give }) => give());
  expect(await held(harness)).toBe(1);
  await sendCues(harness, { state: 'paused' });
  expect(await held(harness)).toBe(0);
});

test('a refusal that arrives after the pause is not reported, and changes nothing', async ({ page }) => {
  const harness = await openOutputs(page, { wakeLock: 'late' });
  await sendCues(harness);
  const first = await page.evaluateHandle(() => ({ refuse: window.refuseLock }));
  await sendCues(harness, { state: 'paused' });
  await sendCues(harness);
  await first.evaluate(({ refuse }) => refuse());
  await sendCues(harness);
  expect(await locks(harness)).toEqual(['request screen', 'request screen']);
  expect(await takeCommands(harness)).toEqual([]);
});

test('a refusal because the page was just hidden is not reported', async ({ page }) => {
  const harness = await openOutputs(page, { wakeLock: 'refuses' });
  await page.evaluate(() => {
    const { request } = navigator.wakeLock;
    navigator.wakeLock.request = (type) => {
      Object.defineProperty(document, 'hidden', { value: true, configurable: true });
      return request(type);
    };
  });
  await sendCues(harness);
  expect(await locks(harness)).toEqual(['request screen']);
  expect(await takeCommands(harness)).toEqual([]);
});

test('the edge flashes once for a cue, by opacity alone', async ({ page }) => {
  const harness = await openOutputs(page);
  await render(harness, EDGE);
  await sendCues(harness, { now: now('begin') });
  expect(await callsSince(harness, 'flash')).toMatchObject([{ on: 'edge', what: [0, 1, 0], timing: 400 }]);
  await wait(harness, 1_000);
  await sendCues(harness, { now: now('switch') }, { flash: false });
  await sendCues(harness);
  expect(await callsSince(harness, 'flash')).toEqual([]);
});

test('it never flashes more than three times a second', async ({ page }) => {
  const harness = await openOutputs(page);
  await render(harness, EDGE);
  await sendCues(harness, { state: 'ready' });
  for (let i = 0; i < 40; i += 1) {
    await testCue(harness, 'begin');
    await wait(harness, 50);
  }
  const at = (await callsSince(harness, 'flash')).map((it) => it.at);
  expect(at.length).toBeGreaterThan(3);
  for (const first of at) expect(at.filter((it) => it >= first && it < first + 1_000).length).toBeLessThanOrEqual(3);
});

test('with reduced motion the edge lights up for a moment instead', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const harness = await openOutputs(page);
  await render(harness, EDGE);
  await sendCues(harness, { now: now('begin') });
  expect(await callsSince(harness, 'flash')).toMatchObject([{ what: [1, 1], timing: 1_500 }]);
});

test("every cue feels different, and a hidden page doesn't vibrate", async ({ page }) => {
  const harness = await openOutputs(page);
  const patterns = async () => (await callsSince(harness, 'vibration')).map(({ what }) => `${what}`);
  for (const kind of ['ready', 'begin', 'halfway', 'last', 'switch', 'recover', 'done'])
    await sendCues(harness, { now: now(kind) });
  expect(new Set(await patterns()).size).toBe(7);
  await sendCues(harness, { now: now('next') });
  expect(await patterns(), 'as the first exercise').toEqual(['100,100,100']);
  await sendCues(harness, { now: now('begin') }, { vibration: false });
  await hide(harness);
  await sendCues(harness, { now: now('begin') });
  expect(await patterns()).toEqual([]);
});

test.describe('the lock screen', () => {
  const shown = ({ page }) =>
    page.evaluate(() => {
      const { metadata, playbackState, position, handlers } = window.media;
      const { title, artist, album } = metadata ?? {};
      const keys = Object.keys(handlers).filter((key) => handlers[key]);
      return { title, artist, album, playbackState, position, keys };
    });
  const press = ({ page }, key) => page.evaluate((key) => window.media.handlers[key](), key);
  const KEYS = ['play', 'pause', 'nexttrack', 'previoustrack'];

  test('shows the exercise and its place, and its buttons control the session', async ({ page }) => {
    const harness = await openOutputs(page);
    await sendCues(harness, { atMs: 123_000 });
    expect(await shown(harness)).toEqual({
      title: 'Anchor stretch',
      artist: 'Hold · Left leg',
      album: 'Hamstring routine',
      playbackState: 'playing',
      position: { duration: 720, position: 123 },
      keys: KEYS,
    });
    for (const key of KEYS) await press(harness, key);
    expect(await takeCommands(harness)).toEqual(['one: resume', 'one: pause', 'one: next', 'one: previous']);
    await sendCues(harness, { state: 'paused', atMs: 124_000 });
    expect(await shown(harness)).toMatchObject({ playbackState: 'paused', position: { position: 124 }, keys: KEYS });
    await sendCues(harness, { state: 'away' });
    expect(await shown(harness)).toMatchObject({ playbackState: 'paused', keys: KEYS });
    await sendCues(harness, { state: 'done' });
    expect(await shown(harness)).toEqual({ playbackState: 'none', keys: [] });
  });

  test('a position beyond the end is not reported', async ({ page }) => {
    const harness = await openOutputs(page);
    await sendCues(harness, { atMs: 10, totalMs: 5 });
    expect(await shown(harness)).toMatchObject({ title: 'Anchor stretch', playbackState: 'playing', keys: KEYS });
    expect((await shown(harness)).position).toBe(undefined);
    expectNoComplaints(harness);
  });

  test('belongs to the widget that runs', async ({ page }) => {
    const harness = await openOutputs(page);
    await page.evaluate(() => window.openOutputs('two'));
    await sendCues(harness, { state: 'paused' });
    expect(await shown(harness), 'it never ran').toMatchObject({ keys: [] });
    await sendCues(harness);
    await sendCues(harness, { state: 'paused' });
    await sendCues(harness, { title: 'Other' }, {}, 'two');
    await sendCues(harness, { state: 'paused' });
    expect(await shown(harness)).toMatchObject({ title: 'Other', playbackState: 'playing' });
    await press(harness, 'pause');
    await sendCues(harness, { state: 'done' });
    await freeOutputs(harness);
    expect(await takeCommands(harness)).toEqual(['two: pause']);
    expect(await shown(harness)).toMatchObject({ title: 'Other', playbackState: 'playing', keys: KEYS });
  });

  test('what the page showed there before comes back', async ({ page }) => {
    const harness = await openOutputs(page);
    await page.evaluate(() => (window.media.metadata = { title: 'Podcast' }));
    await sendCues(harness);
    expect(await shown(harness)).toMatchObject({ title: 'Anchor stretch' });
    await sendCues(harness, { state: 'done' });
    expect(await shown(harness)).toMatchObject({ title: 'Podcast', playbackState: 'none', keys: [] });
  });

  test('a page that has taken it meanwhile keeps it, until the session goes on', async ({ page }) => {
    const harness = await openOutputs(page);
    await sendCues(harness);
    await page.evaluate(() => {
      window.media.metadata = { title: 'Podcast' };
      window.media.playbackState = 'playing';
      window.media.setActionHandler('pause', () => window.commands.push('podcast: pause'));
    });
    await sendCues(harness, { atMs: 1_000 });
    await sendCues(harness, { state: 'paused', atMs: 1_000 });
    expect(await shown(harness)).toMatchObject({ title: 'Podcast', playbackState: 'playing' });
    await press(harness, 'pause');
    expect(await takeCommands(harness)).toEqual(['podcast: pause']);
    await sendCues(harness, { atMs: 1_000 });
    expect(await shown(harness)).toMatchObject({ title: 'Anchor stretch' });
    await page.evaluate(() => (window.media.metadata = { title: 'Podcast' }));
    await freeOutputs(harness);
    expect(await shown(harness)).toMatchObject({ title: 'Podcast', playbackState: 'playing', keys: KEYS });
  });
});
