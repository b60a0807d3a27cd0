// The browser's own abilities accept everything they are asked for.
import { expect, test } from '@playwright/test';

import {
  ahead,
  sendCues,
  testCue,
  render,
  freeOutputs,
  expectNoComplaints,
  wait,
  now,
  openOutputs,
  takeCommands,
} from './harness.mjs';

const states = (page) => page.evaluate(() => window.opened.map((it) => it.state));

test('a hold, a pause, a test of a cue and the end, with nothing replaced', async ({ page }) => {
  await page.addInitScript(() => {
    window.opened = [];
    window.changes = [];
    window.AudioContext = class extends AudioContext {
      constructor(options) {
        super(options);
        window.opened.push(this);
        this.addEventListener('statechange', () => window.changes.push(this.state));
      }
    };
    // A flash may be over before a busy machine looks.
    window.flashed = 0;
    const animate = Element.prototype.animate;
    Element.prototype.animate = function (...flash) {
      window.flashed++;
      return animate.apply(this, flash);
    };
  });
  const harness = await openOutputs(page, null);
  await render(harness, '<i class="edge"></i>');
  await sendCues(harness, { state: 'ready' });
  expect(await states(page)).toEqual([]);
  const cues = ['ready', 'next', 'begin', 'halfway', 'last', 'switch', 'recover', 'done'].map((kind, i) =>
    ahead(i * 9_000, kind),
  );
  await sendCues(harness, { ahead: cues, now: now('ready') }, { volume: 1 });
  await expect.poll(() => states(page)).toEqual(['running']);
  const shown = await page.evaluate(() => [
    navigator.mediaSession.metadata.title,
    navigator.mediaSession.playbackState,
  ]);
  expect(shown).toEqual(['Anchor stretch', 'playing']);
  expect(await page.evaluate(() => window.flashed)).toBe(1);
  await wait(harness, 500);
  await sendCues(harness, { state: 'paused' }, { volume: 1 });
  // Tones that have begun end on the audio clock, which is real.
  await expect.poll(() => states(page)).toEqual(['suspended']);
  await page.evaluate(() => window.changes.splice(0));
  await testCue(harness, 'last');
  await expect.poll(() => page.evaluate(() => window.changes)).toEqual(['running', 'suspended']);
  await freeOutputs(harness);
  await expect.poll(() => states(page)).toEqual(['closed']);
  expect(await page.evaluate(() => navigator.mediaSession.metadata)).toBe(null);
  expect((await takeCommands(harness)).filter((text) => text !== 'screen-may-sleep')).toEqual([]);
  expectNoComplaints(harness);
});
