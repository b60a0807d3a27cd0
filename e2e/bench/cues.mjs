// When cues are given, in real time: two minutes of the routine with preparation, holds on both legs, a switch and a
// recovery, visible and hidden; and two minutes of short moves, while the figure moves.
import { setTimeout } from 'node:timers/promises';
import { seedStorage, savedOptions, safetyNoticeRead } from '../fixtures/storage.mjs';
import { openRoutine, startHere } from '../page-object.mjs';
import { cards, planOf } from '../routine/expected-plan.mjs';
import { figure, median, milliseconds, percentile } from './figures.mjs';
import { PHONE } from './visit.mjs';

/** One frame. */
const BUDGET_MS = 16.7;
/** Which share of the cues keeps to the budget. */
const SHARE = 0.95;

/** All moves are short and close together, so that two minutes hold as many of them as possible. */
const SHORT_MOVES = {
  prepare_s: 5,
  switch_s: 5,
  exercises: Object.fromEntries(
    cards.filter(({ dose }) => dose.kind === 'move').map(({ id }) => [id, { seconds: 15 }]),
  ),
};

const RUNS = {
  'in holds': { first: 'Anchor stretch' },
  'while the figure moves': { first: 'Jumping jacks', options: SHORT_MOVES },
  hidden: { first: 'Anchor stretch', isHidden: true },
};

const OUTPUTS = { tones: 'a tone', phases: '`supple-phase`', said: 'what a screen reader is told' };

const MEASURE_MS = 120_000;
/** Time for the last sound to begin, and for late cues. */
const AFTER_MS = 2_000;
/** Beyond this delay a cue counts as missed. */
const LOST_MS = 1_500;

/** Records what is given and when, at the browser's real abilities, from before the page's first script. */
function watch() {
  const given = (window.given = { tones: [], clock: [], phases: [], said: [] });
  const { start, stop } = OscillatorNode.prototype;
  OscillatorNode.prototype.start = function (at) {
    this.tone = { at };
    given.tones.push(this.tone);
    // Sample the audio clock continuously to map its time to the page's clock afterwards.
    window.readAudio ??= setInterval(() => {
      const { contextTime, performanceTime } = this.context.getOutputTimestamp();
      if (contextTime > 0) given.clock.push([contextTime, performanceTime]);
      given.latencyMs = this.context.outputLatency * 1_000;
    }, 500);
    return start.call(this, at);
  };
  OscillatorNode.prototype.stop = function (at) {
    // Cancelled before it began: it was scheduled again.
    if (at === undefined && this.context.currentTime < this.tone.at) this.tone.isTakenBack = true;
    return stop.call(this, at);
  };
  document.addEventListener('supple-phase', () => given.phases.push(performance.now()));
}

/**
 * Hides the page: it is notified, and its timers fire once a second, as in Chromium's hidden pages that play no sound.
 * Simulated, because Playwright keeps every page visible, even behind another tab.
 */
function hide() {
  Object.defineProperty(document, 'hidden', { value: true });
  Object.defineProperty(document, 'visibilityState', { value: 'hidden' });
  const { setTimeout } = window;
  window.setTimeout = (callback, ms = 0, ...more) => {
    const due = Math.ceil((performance.now() + ms) / 1_000) * 1_000;
    return setTimeout(callback, due - performance.now(), ...more);
  };
  document.dispatchEvent(new Event('visibilitychange'));
}

/** Records what the screen reader is told, and returns when the session began on the page's clock. */
function begin([selector, prepareMs]) {
  const element = document.querySelector('supple-routine');
  const begun = performance.now() - (prepareMs - element.remainingMs);
  const status = element.shadowRoot.querySelector(selector);
  let before = status.textContent;
  new MutationObserver(() => {
    if (status.textContent.trim() && status.textContent !== before) window.given.said.push(performance.now());
    before = status.textContent;
  }).observe(status, { childList: true, characterData: true, subtree: true });
  return begun;
}

/** The planned instants of phases, cues and announcements, from the first exercise on. */
function planned(first, options) {
  const { phases: all } = planOf(options);
  const from = all.findIndex(({ name }) => name === first);
  const phases = all.slice(from).map((phase) => ({ ...phase, at: phase.startMs - all[from].startMs }));
  const starts = phases.map(({ at }) => at);
  const holds = phases.filter(({ kind }) => kind === 'hold');
  const halves = holds.map((hold) => hold.at + hold.ms / 2);
  // Moves and holds are counted down.
  const done = phases.filter(({ kind }) => kind === 'hold' || kind === 'move');
  const before = (ms) => done.map((phase) => phase.at + phase.ms - ms);
  const until = (instants) => instants.filter((ms) => ms < MEASURE_MS).sort((a, b) => a - b);
  return {
    phases: until(starts),
    tones: until([...starts, ...halves, ...before(3_000), ...before(2_000), ...before(1_000)]),
    said: until([...starts, ...halves, ...before(3_000)]),
    prepareMs: phases[0].ms,
  };
}

/** Window around an instant in which the two clocks are compared, in seconds. */
const AROUND_S = 10;

/**
 * The page's clock at a time of the audio clock. A sample of the audio clock lags by as long as its thread was blocked,
 * so the most advanced sample around that instant counts.
 */
function pageTime(at, clock) {
  const around = clock.filter(([time]) => Math.abs(time - at) < AROUND_S);
  return at * 1_000 - Math.max(...around.map(([time, page]) => time * 1_000 - page));
}

/** How far each cue was from its instant, in milliseconds. A missed cue is an error. */
function offBy(instants, given, what) {
  return instants.map((instant) => {
    const off = Math.min(...given.map((at) => Math.abs(at - instant)));
    if (!(off <= LOST_MS)) throw new Error(`Nothing of the ${what} was given for the instant ${instant} ms.`);
    return off;
  });
}

/** Two minutes of the routine: how far cues are from their instants, for each cue output. */
async function runFrom(browser, address, { first, options = {}, isHidden = false }) {
  const context = await browser.newContext({ viewport: PHONE });
  await seedStorage(context, safetyNoticeRead, savedOptions(options));
  await context.addInitScript(watch);
  const page = await context.newPage();
  await openRoutine(page, address);
  await startHere(page, first);
  await page.locator('.player.running').waitFor();
  const { prepareMs, ...instants } = planned(first, options);
  const begun = await page.evaluate(begin, ['.player > [role=status]', prepareMs]);
  if (isHidden) await page.evaluate(hide);
  await setTimeout(MEASURE_MS + AFTER_MS);
  const { tones, clock, phases, said, latencyMs } = await page.evaluate(() => window.given);
  await context.close();
  const left = tones.filter(({ isTakenBack }) => !isTakenBack);
  const given = { tones: left.map(({ at }) => pageTime(at, clock)), phases, said };
  // What was given on the press itself doesn't depend on the clock.
  const off = ([name, all]) => [
    name,
    offBy(
      all.slice(1),
      given[name].map((at) => at - begun),
      name,
    ),
  ];
  return { ...Object.fromEntries(Object.entries(instants).map(off)), latencyMs };
}

export const title = 'Cues against their planned instants, two minutes each';

export async function measure({ browser, now }) {
  const rows = [];
  for (const [where, run] of Object.entries(RUNS)) {
    const off = await runFrom(browser, now, run);
    for (const [output, name] of Object.entries(OUTPUTS)) {
      const row = (what, value, limit) =>
        rows.push(figure(`${where}: ${name}, ${what} of ${off[output].length}`, value, milliseconds, limit));
      row('median', median(off[output]));
      row('95th percentile', percentile(off[output], SHARE), run.isHidden ? undefined : BUDGET_MS);
      row('largest', Math.max(...off[output]));
    }
    rows.push(figure(`${where}: what the sound device takes, by the browser's word`, off.latencyMs, milliseconds));
  }
  return rows;
}
