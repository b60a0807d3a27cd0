// The cues of a whole session of the widget, recorded where they reach the browser's abilities.
import { expect, test } from '@playwright/test';

import { savedOptions, seedStorage, safetyNoticeRead } from '../fixtures/storage.mjs';
import {
  announcer,
  callMethod,
  takeEvents as events,
  recordEvents,
  notices,
  openRoutine,
  advanceClock,
  press,
  pressInMore,
  readFinishTable,
  readElement,
  start,
  startHere,
  pauseClock,
  resumeHold,
} from '../page-object.mjs';
import { planOf } from '../routine/expected-plan.mjs';
import { callsSince, heardCues, NOTES, spoken } from './harness.mjs';
import { installFakes } from './fakes.mjs';

const CUE_OF = { switch: 'switch', recover: 'recover', move: 'begin', hold: 'begin' };
/** The last cue takes time to sound. */
const RINGS_OUT_MS = 2_000;

/** Opens the page with fakes of the browser's abilities. */
async function openHarness(page, given = {}, options = {}) {
  await pauseClock(page);
  await installFakes(page, given);
  await recordEvents(page);
  await seedStorage(page, { ...safetyNoticeRead, ...savedOptions(options) });
  await openRoutine(page);
  return { page, startedAt: 0 };
}

/** The cues that the phases call for, according to the element's events, with their times. */
function cuesOf(happened) {
  const phases = happened.filter(({ type }) => type === 'supple-phase');
  return phases.flatMap(({ at, detail: { phase, durationMs } }, i) => {
    const cues = [[at, phase === 'prepare' ? (i === 0 ? 'ready' : 'next') : CUE_OF[phase]]];
    if (phase === 'hold') cues.push([at + durationMs / 2, 'halfway']);
    if (CUE_OF[phase] === 'begin') cues.push(...[3, 2, 1].map((left) => [at + durationMs - left * 1_000, 'last']));
    return cues;
  });
}

const whole = (cues) => cues.map(([at, kind]) => [Math.round(at), kind]);

test('the full routine: every cue is heard at its instant, and nothing else', async ({ page }) => {
  const harness = await openHarness(page);
  await start(page);
  const { totalMs } = planOf();
  await advanceClock(page, totalMs + RINGS_OUT_MS);
  const happened = await events(page);
  const begun = happened.find(({ type }) => type === 'supple-start').at;
  const planned = [...cuesOf(happened), [begun + totalMs, 'done']];
  expect(planned).toHaveLength(73);
  expect(await heardCues(harness)).toEqual(whole(planned));
});

test('the short voice says what to do and with which leg, and the screen reader announces three things in a hold', async ({
  page,
}) => {
  const harness = await openHarness(page);
  await startHere(page, 'Anchor stretch');
  const said = [];
  for (let second = 0; second < 56; second++) {
    const status = await announcer(page).textContent();
    if (status.trim() !== said.at(-1)) said.push(status.trim());
    await advanceClock(page, 1_000);
  }
  expect((await spoken(harness)).map(([, text]) => text)).toEqual([
    'Anchor stretch, left leg. Heel on the chair, leg straight.',
    'And hold.',
    'Halfway.',
    'And release, slowly. Switch sides. Right leg.',
    'And hold.',
    'Halfway.',
    'And release, slowly. Seated stretch, both legs. Sit down, both legs straight out.',
  ]);
  expect(said.slice(0, 8)).toEqual([
    'Anchor stretch. Get ready, left leg, 10 seconds. Heel on the chair, leg straight.',
    'Anchor stretch. Hold, left leg, 20 seconds.',
    'Halfway.',
    '3 seconds left.',
    'Anchor stretch. Switch to your right leg, 5 seconds.',
    'Anchor stretch. Hold, right leg, 20 seconds.',
    'Halfway.',
    '3 seconds left.',
  ]);
});

test('a pause is silent, and extending a hold moves its halfway cue', async ({ page }) => {
  const harness = await openHarness(page);
  await startHere(page, 'Anchor stretch');
  await advanceClock(page, 12_000);
  await press(page, 'Pause');
  await advanceClock(page, 60_000);
  expect((await heardCues(harness)).map(([, kind]) => kind)).toEqual(['next', 'begin']);
  await resumeHold(page);
  const before = await page.evaluate(() => performance.now());
  await pressInMore(page, '+10 seconds');
  await advanceClock(page, 28_000 + RINGS_OUT_MS);
  const cues = (await heardCues(harness)).slice(2);
  expect(cues).toEqual(
    [
      [before - 5_000, 'ready'],
      [before, 'begin'],
      [before + 13_000, 'halfway'],
      [before + 25_000, 'last'],
      [before + 26_000, 'last'],
      [before + 27_000, 'last'],
      [before + 28_000, 'switch'],
    ].map(([at, kind]) => [Math.round(at), kind]),
  );
});

test('twenty pauses in a second, and Next held down, leave at most one cue for each moment', async ({ page }) => {
  const harness = await openHarness(page, {}, { resume_s: 0 });
  await startHere(page, 'Anchor stretch');
  await advanceClock(page, 10_000);
  for (let i = 0; i < 20; i++) {
    await callMethod(page, i % 2 ? 'resume' : 'pause');
    await advanceClock(page, 50);
  }
  expect(await readElement(page)).toMatchObject({ state: 'running', phase: 'hold', remainingMs: 19_500 });
  const before = (await heardCues(harness)).map(([, kind]) => kind);
  // Pausing as a phase begins makes it begin again after the pause.
  expect([...new Set(before)]).toEqual(['next', 'begin']);
  for (let i = 0; i < 6; i++) await callMethod(page, 'next');
  await advanceClock(page, RINGS_OUT_MS);
  // Phases that are skipped at once are silent.
  const after = (await heardCues(harness)).slice(before.length);
  expect(after.map(([, kind]) => kind)).toEqual(['begin']);
  expect(await readElement(page)).toMatchObject({ state: 'running' });
});

for (const [what, ms] of [
  ['ten minutes', 600_000],
  ['a day', 86_400_000],
]) {
  test(`a sleep of ${what} is an absence: at most one cue, and no credit for time that was not held`, async ({
    page,
  }) => {
    const harness = await openHarness(page);
    await startHere(page, 'Anchor stretch');
    await advanceClock(page, 15_000);
    const before = (await heardCues(harness)).length;
    // The audio clock sleeps with the machine.
    await page.evaluate(() => window.audio.contexts.forEach((context) => context.become('running', true)));
    await page.clock.fastForward(ms);
    await page.evaluate(() => window.audio.contexts.forEach((context) => context.become('running', false)));
    await advanceClock(page, 5_000);
    expect(await readElement(page)).toMatchObject({ state: 'away', exerciseId: 'anchor', side: 'left' });
    expect((await heardCues(harness)).length - before).toBeLessThanOrEqual(1);
    await press(page, 'Stop');
    expect(await readFinishTable(page)).toEqual([['Anchor stretch', '5 s', '0 s']]);
  });
}

test('setting the wall clock back by a day changes nothing', async ({ page }) => {
  const harness = await openHarness(page);
  await startHere(page, 'Anchor stretch');
  await advanceClock(page, 15_000);
  await page.evaluate(() => {
    const { now } = Date;
    Date.now = () => now() - 86_400_000;
  });
  await advanceClock(page, 15_000 + RINGS_OUT_MS);
  expect((await heardCues(harness)).map(([, kind]) => kind)).toEqual([
    'next',
    'begin',
    'halfway',
    'last',
    'last',
    'last',
    'switch',
  ]);
});

test('on a page hidden at every change of phase the cues still come, and the screen stays on once it is visible', async ({
  page,
}) => {
  const harness = await openHarness(page);
  const hide = (isHidden) =>
    page.evaluate((isHidden) => {
      Object.defineProperty(document, 'hidden', { value: isHidden, configurable: true });
      Object.defineProperty(document, 'visibilityState', {
        value: isHidden ? 'hidden' : 'visible',
        configurable: true,
      });
      if (isHidden) for (const lock of window.locks) lock.released = true;
      document.dispatchEvent(new Event('visibilitychange'));
    }, isHidden);
  await startHere(page, 'Anchor stretch');
  for (const ms of [9_900, 19_900, 5_000, 19_900]) {
    await advanceClock(page, ms);
    await hide(true);
    await advanceClock(page, 200);
    await hide(false);
  }
  expect((await heardCues(harness)).map(([, kind]) => kind)).toEqual(
    [
      'next',
      'begin',
      'halfway',
      'last',
      'last',
      'last',
      'switch',
      'begin',
      'halfway',
      'last',
      'last',
      'last',
      'next',
    ].slice(0, (await heardCues(harness)).length),
  );
  const requests = (await callsSince(harness, 'wakeLock')).filter(({ what }) => what === 'request screen');
  expect(requests.length).toBe(5);
});

test('the lock screen controls the session', async ({ page }) => {
  await openHarness(page);
  await startHere(page, 'Anchor stretch');
  await advanceClock(page, 12_000);
  expect(
    await page.evaluate(() => [window.media.playbackState, window.media.metadata.title, window.media.metadata.artist]),
  ).toEqual(['playing', 'Anchor stretch', 'Hold · Left leg']);
  await page.evaluate(() => window.media.handlers.pause());
  await expect.poll(async () => (await readElement(page)).state).toBe('paused');
  await page.evaluate(() => window.media.handlers.play());
  await expect.poll(async () => (await readElement(page)).state).toBe('running');
  await page.evaluate(() => window.media.handlers.nexttrack());
  await expect.poll(async () => (await readElement(page)).phase).toBe('switch');
  await press(page, 'Stop');
  expect(await page.evaluate(() => [window.media.playbackState, window.media.metadata])).toEqual(['none', null]);
});

const BAD = [
  ...['missing', 'throws', 'refuses', 'never'].flatMap((how) =>
    ['audio', 'wakeLock'].map((ability) => ({ [ability]: how })),
  ),
  ...['missing', 'none', 'late', 'stuck', 'slow', 'throws'].map((how) => ({ voices: how })),
  ...['missing', 'throws'].flatMap((how) =>
    ['vibration', 'mediaSession', 'flash'].map((ability) => ({ [ability]: how })),
  ),
  { audio: 'missing', wakeLock: 'missing', voices: 'missing', vibration: 'missing', mediaSession: 'missing' },
];
for (const given of BAD) {
  test(`a session works and logs only what was held with ${JSON.stringify(given)}`, async ({ page }) => {
    const errors = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await openHarness(page, given);
    await startHere(page, 'Lying stretch');
    await advanceClock(page, 35_000);
    await press(page, 'Pause');
    await press(page, 'Resume');
    await advanceClock(page, 12_000);
    if (given.wakeLock && given.wakeLock !== 'never')
      await expect(notices(page)).toContainText('Your screen may turn off.');
    await press(page, 'Stop');
    expect(await readFinishTable(page)).toEqual([['Lying stretch', '20 s', '7 s']]);
    expect(errors).toEqual([]);
  });
}

test('every cue can be tested, and volume and voice are saved', async ({ page }) => {
  const harness = await openHarness(page);
  await page.getByText('More settings', { exact: true }).click();
  await page.getByText('Hear the cues').click();
  for (const [name, kind] of [
    ['Begin', 'begin'],
    ['Switch legs', 'switch'],
    ['Done', 'done'],
  ]) {
    await press(page, name);
    await advanceClock(page, RINGS_OUT_MS);
    expect((await heardCues(harness)).at(-1)[1]).toBe(kind);
  }
  expect((await spoken(harness)).map(([, text]) => text)).toEqual(['Begin', 'Switch legs', 'Done']);
  await page.getByRole('group', { name: 'Volume' }).getByRole('button', { name: 'Decrease' }).click();
  await page.getByRole('radio', { name: 'Detailed' }).check();
  await page.getByRole('combobox', { name: 'Voice', exact: true }).selectOption('Moira');
  await page.reload();
  await page.evaluate(() => document.querySelector('supple-routine').ready);
  expect(await page.evaluate(() => JSON.parse(localStorage.getItem('supple:default:carriers')))).toMatchObject({
    volume: 60,
    voice: 'full',
    voice_name: 'Moira',
  });
  await page.getByText('More settings', { exact: true }).click();
  await expect(page.getByRole('combobox', { name: 'Voice', exact: true })).toHaveValue('Moira');
  expect(Object.keys(NOTES)).toHaveLength(8);
});

const voicesOf = (page) =>
  page
    .getByRole('combobox', { name: 'Voice', exact: true })
    .locator('option')
    .evaluateAll((all) => all.map(({ value, text }) => [value, text]));
const OWN = ['', 'Default voice'];

test('the choice of voices has those of the device, even if they load late', async ({ page }) => {
  await openHarness(page, { voices: 'late' });
  await page.getByText('More settings', { exact: true }).click();
  const voices = page.getByRole('combobox', { name: 'Voice', exact: true });
  await voices.focus();
  expect(await voicesOf(page)).toEqual([OWN]);
  await page.evaluate(() => {
    window.speechSynthesis.voices.push({ name: '<img src=x>', lang: 'en', localService: true });
    window.speechSynthesis.arrive();
  });
  await expect
    .poll(() => voicesOf(page))
    .toEqual([OWN, ['Moira', 'Moira'], ['Samantha', 'Samantha'], ['<img src=x>', '<img src=x>']]);
  await voices.selectOption('Moira');
  await expect(voices).toHaveValue('Moira');
});

test('the choice of voices stays as it is while other settings change', async ({ page }) => {
  await openHarness(page);
  await page.getByText('More settings', { exact: true }).click();
  await page.getByRole('combobox', { name: 'Voice', exact: true }).focus();
  await expect.poll(() => voicesOf(page)).toHaveLength(3);
  const moira = await page.getByRole('combobox', { name: 'Voice', exact: true }).locator('option').nth(1).elementHandle();
  await page.getByRole('radio', { name: 'Detailed' }).check();
  expect(await moira.evaluate((option) => option.isConnected)).toBe(true);
});
