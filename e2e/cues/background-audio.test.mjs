// Pocket mode: the session plays as one audio track, and the track's position is the session's.
import { expect, test } from '@playwright/test';

import { seedStorage, safetyNoticeRead } from '../fixtures/storage.mjs';
import {
  callMethod,
  finishSession,
  heading,
  takeEvents,
  recordEvents,
  notices,
  openRoutine,
  advanceClock,
  player,
  press,
  readElement,
  start,
  startHere,
  pauseClock,
  readLog,
  stopAndLeave,
} from '../page-object.mjs';

const SLICE_BYTES = 160_000;
const HEADER_BYTES = 44;

/** An audio element controlled by the test: it is at `currentTime`, and `pause()` is a pause by the device. */
function handAudio(answer) {
  window.audio = undefined;
  window.Audio = class {
    currentTime = 0;
    paused = true;
    ended = false;
    muted = false;
    src = '';
    constructor() {
      window.audio = this;
    }
    play() {
      if (answer === 'throws') throw new DOMException('no', 'NotSupportedError');
      if (answer === 'refuses') return Promise.reject(new DOMException('no', 'NotAllowedError'));
      this.paused = false;
      return Promise.resolve();
    }
    pause() {
      if (this.paused) return;
      this.paused = true;
      queueMicrotask(() => this.onpause?.());
    }
    removeAttribute(name) {
      this[name] = '';
    }
  };
}

/** Keeps the blobs that tracks are made of. */
function keepTracks() {
  window.tracks = [];
  const create = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    window.tracks.push(blob);
    return create.call(URL, blob);
  };
  window.Blob = class extends Blob {
    constructor(parts, options) {
      super(parts, options);
      this.parts = parts.map((part) => part.length ?? part.size);
    }
  };
}

async function open(page, answer) {
  await page.addInitScript(handAudio, answer);
  await page.addInitScript(keepTracks);
  await recordEvents(page);
  await seedStorage(page, safetyNoticeRead);
  await pauseClock(page);
  await openRoutine(page);
  await page.getByText('More settings', { exact: true }).click();
  await page.getByText('Keep going with the screen locked').click();
}

/** Waits until the newest track plays audibly. */
const plays = (page) =>
  expect.poll(() => page.evaluate(() => !!window.audio && !window.audio.muted && !window.audio.paused)).toBe(true);

/** The track has played up to here while the page was hidden, and the browser reports it. */
const playTo = (page, seconds) =>
  page.evaluate((seconds) => {
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    window.audio.currentTime = seconds;
    window.audio.ontimeupdate();
    delete document.hidden;
  }, seconds);

/** The newest track: its length and the starts of its sounds in milliseconds, and the sizes of its parts. */
const track = (page) =>
  page.evaluate(async () => {
    const blob = window.tracks.at(-1);
    const bytes = await blob.arrayBuffer();
    const samples = new Int16Array(bytes.slice(44));
    const rate = new DataView(bytes).getUint32(24, true);
    const onsets = [];
    let silent = rate;
    for (const [place, sample] of samples.entries()) {
      if (sample !== 0 && silent > rate / 50) onsets.push((place / rate) * 1_000);
      silent = sample === 0 ? silent + 1 : 0;
    }
    return { ms: (samples.length / rate) * 1_000, onsets, parts: blob.parts };
  });

const anchor = (page) => startHere(page, 'Anchor stretch');

test('every phase of the routine begins with its sound, within 10 ms of its planned instant', async ({ page }) => {
  await open(page);
  await start(page);
  await plays(page);
  const { ms, onsets, parts } = await track(page);
  await stopAndLeave(page);
  await page.getByText('Keep going with the screen locked').click();
  await takeEvents(page);
  await start(page);
  await finishSession(page);
  const events = await takeEvents(page);
  expect(events.at(-1).type).toBe('supple-complete');
  const from = events.find(({ type }) => type === 'supple-start').at;
  const instants = events
    .filter(({ type }) => type === 'supple-phase' || type === 'supple-complete')
    .map(({ at }) => at - from);
  expect(instants.length).toBeGreaterThan(20);
  for (const instant of instants) {
    const nearest = Math.min(...onsets.map((onset) => Math.abs(onset - instant)));
    expect(nearest, `the sound at ${instant} ms`).toBeLessThanOrEqual(10);
  }
  expect(ms, 'the last sound has time to finish').toBe(instants.at(-1) + 2_000);
  expect(parts.length, 'made in slices').toBe(Math.ceil(ms / 10_000));
  expect(Math.max(...parts)).toBeLessThanOrEqual(SLICE_BYTES + HEADER_BYTES);
});

test('with the screen locked the session follows the track, whatever the clocks do', async ({ page }) => {
  await open(page);
  await anchor(page);
  await plays(page);
  await playTo(page, 22.4);
  expect(await readElement(page)).toMatchObject({ state: 'running', phase: 'hold', side: 'left', remainingMs: 7_600 });
  // As far as the page knows, no timer fired for four minutes of the wall clock; the track played for 17.6 s.
  await page.clock.setSystemTime(Date.UTC(2026, 10, 22, 11, 34));
  await playTo(page, 40);
  expect(await readElement(page)).toMatchObject({
    state: 'running',
    phase: 'hold',
    side: 'right',
    remainingMs: 15_000,
  });
  expect((await readLog(page)).at(-1).entries.map((entry) => [entry[2], entry[4], entry[6]])).toEqual([
    ['left', 20_000, true],
  ]);
  await playTo(page, 10_000);
  await expect(player(page)).toHaveCount(0);
  expect((await takeEvents(page)).at(-1)).toMatchObject({ type: 'supple-complete' });
});

test('when the track stalls, so does the session', async ({ page }) => {
  await open(page);
  await anchor(page);
  await plays(page);
  await playTo(page, 12);
  await advanceClock(page, 30_000);
  expect(await readElement(page)).toMatchObject({ state: 'running', phase: 'hold', remainingMs: 18_000 });
});

test('a pause by the device pauses the session, and both resume together', async ({ page }) => {
  await open(page);
  await anchor(page);
  await plays(page);
  await playTo(page, 15);
  await page.evaluate(() => window.audio.pause());
  await expect.poll(() => readElement(page)).toMatchObject({ state: 'paused', remainingMs: 15_000 });
  await advanceClock(page, 60_000);
  await press(page, 'Resume');
  await plays(page);
  expect((await readElement(page)).state).toBe('running');
  // The track was made again: it begins with the time to get back into position.
  await playTo(page, 5 + 3);
  expect(await readElement(page)).toMatchObject({ phase: 'hold', remainingMs: 12_000 });
});

test('after twenty quick pauses and resumes the track plays', async ({ page }) => {
  await open(page);
  await anchor(page);
  await plays(page);
  await playTo(page, 15);
  await page.evaluate(() => {
    const element = document.querySelector('supple-routine');
    for (let i = 0; i < 20; i++) {
      element.pause();
      element.resume();
    }
  });
  expect((await readElement(page)).state).toBe('running');
  expect(await page.evaluate(() => window.audio.paused)).toBe(false);
});

test('moving elsewhere in the plan makes a new track, without a gap in the sound', async ({ page }) => {
  await open(page);
  await anchor(page);
  await plays(page);
  await playTo(page, 15);
  const { ms } = await track(page);
  for (const [button, left] of [
    ['Next', 20_000 - 5_000],
    ['Need more time · +10 s', -10_000],
    ['Previous', 0],
  ]) {
    const made = await page.evaluate(() => window.tracks.length);
    const before = (await track(page)).ms;
    await press(page, button);
    // The first part for permission to play, then the whole track.
    await expect.poll(() => page.evaluate(() => window.tracks.length)).toBe(made + 2);
    await plays(page);
    if (button === 'Next') expect((await track(page)).ms).toBe(ms - 15_000 - left);
    if (button.endsWith('+10 s')) expect((await track(page)).ms).toBe(before - left);
    expect((await track(page)).onsets[0]).toBeLessThan(10_000);
  }
});

test('while the track plays no other sound does, and the screen may switch off', async ({ page }) => {
  await page.addInitScript(() => {
    window.tones = 0;
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (...at) {
      window.tones++;
      return start.apply(this, at);
    };
    window.locks = [];
    WakeLock.prototype.request = async () => {
      const lock = { release: async () => (lock.released = true), released: false };
      window.locks.push(lock);
      return lock;
    };
  });
  await open(page);
  await anchor(page);
  await plays(page);
  await expect.poll(() => page.evaluate(() => window.locks.every((lock) => lock.released))).toBe(true);
  const tones = await page.evaluate(() => window.tones);
  await playTo(page, 15);
  await playTo(page, 36);
  expect(await page.evaluate(() => window.tones)).toBe(tones);
});

for (const answer of ['refuses', 'throws']) {
  test(`if playing ${answer}, the clock leads the session and the person is told`, async ({ page }) => {
    await open(page, answer);
    await anchor(page);
    await expect(notices(page)).toContainText("Your browser can't play in the background");
    await advanceClock(page, 22_400);
    expect(await readElement(page)).toMatchObject({ state: 'running', phase: 'hold', remainingMs: 7_600 });
    await press(page, 'Next');
    await advanceClock(page, 6_000);
    expect(await readElement(page)).toMatchObject({ state: 'running', phase: 'hold', side: 'right' });
    expect(await page.evaluate(() => window.tracks.length), 'it is not asked again').toBe(1);
  });
}

test('leaving the session releases the track, and so does removing the element', async ({ page }) => {
  await open(page);
  await anchor(page);
  await plays(page);
  await press(page, 'Stop');
  await expect(player(page)).toHaveCount(0);
  expect(await page.evaluate(() => [window.audio.src, window.audio.paused])).toEqual(['', true]);
  await anchor(page);
  await plays(page);
  await page.locator('supple-routine').evaluate((element) => element.remove());
  await expect.poll(() => page.evaluate(() => [window.audio.src, window.audio.paused])).toEqual(['', true]);
});

test('a routine that gave way to another one on the page gets its track back when it resumes', async ({ page }) => {
  await open(page);
  await anchor(page);
  await plays(page);
  await playTo(page, 15);
  await page.evaluate(async () => {
    for (const key of ['carriers', 'safety'])
      localStorage.setItem(`supple:two:${key}`, localStorage.getItem(`supple:default:${key}`));
    const other = document.createElement('supple-routine');
    other.setAttribute('storage-key', 'two');
    other.setAttribute('loading', 'eager');
    document.body.append(other);
    await other.ready;
    other.start('anchor');
  });
  const first = page.locator('supple-routine').first();
  const read = () => first.evaluate(({ state, remainingMs }) => [state, remainingMs]);
  expect(await read()).toEqual(['paused', 15_000]);
  await plays(page);
  const made = await page.evaluate(() => window.tracks.length);
  await first.evaluate((element) => element.resume());
  await expect.poll(() => page.evaluate(() => window.tracks.length)).toBe(made + 2);
  await plays(page);
  await playTo(page, 5 + 3);
  expect(await read()).toEqual(['running', 12_000]);
});

test('"Too much" silences the track', async ({ page }) => {
  await open(page);
  await anchor(page);
  await plays(page);
  await playTo(page, 16);
  await press(page, 'It hurts');
  await expect(heading(page, "Let's ease off")).toBeVisible();
  expect(await page.evaluate(() => window.audio.paused)).toBe(true);
  await press(page, /^Continue gently/);
  await plays(page);
  expect(await readElement(page)).toMatchObject({ state: 'running', phase: 'hold', remainingMs: 14_000 });
});

test('without a timer there is no track, because nobody knows when a phase ends', async ({ page }) => {
  await open(page);
  await page.getByText("No countdown. I'll tap when I'm done").click();
  await anchor(page);
  await advanceClock(page, 12_000);
  expect(await readElement(page)).toMatchObject({ state: 'running', phase: 'hold' });
  expect(await page.evaluate(() => window.audio)).toBe(undefined);
});

test('a real audio element plays, and the session follows it', async ({ page }) => {
  await page.addInitScript(() => {
    window.Audio = class extends Audio {
      constructor() {
        super();
        window.audio = this;
      }
    };
  });
  await seedStorage(page, safetyNoticeRead);
  await openRoutine(page);
  await page.getByText('More settings', { exact: true }).click();
  await page.getByText('Keep going with the screen locked').click();
  await anchor(page);
  await expect
    .poll(() => page.evaluate(() => window.audio && !window.audio.muted && window.audio.currentTime))
    .toBeGreaterThan(1);
  // The audio may stall on a busy machine, and the session follows when it learns of it.
  await expect
    .poll(() =>
      page.evaluate(() => {
        const { remainingMs } = document.querySelector('supple-routine');
        return Math.abs(10_000 - window.audio.currentTime * 1_000 - remainingMs);
      }),
    )
    .toBeLessThanOrEqual(2);
  const length = await page.evaluate(() => window.audio.duration);
  expect(length).toBeGreaterThan(60);
  await callMethod(page, 'pause');
  expect(await page.evaluate(() => window.audio.paused)).toBe(true);
});
