// When cues are given, in real time: two minutes of the routine, with getting ready, holds on both legs, a switch and coming back up.
import { setTimeout } from 'node:timers/promises';
import { seedStorage, safetyNoticeRead } from '../fixtures/storage.mjs';
import { openRoutine, startHere } from '../page-object.mjs';
import { planOf } from '../routine/expected-plan.mjs';
import { PHONE } from './visits.mjs';

const FIRST = 'Anchor stretch';
const MEASURE_MS = 120_000;
/** For the last sound to begin, and for what is late. */
const AFTER_MS = 2_000;
/** How late a cue may be before it counts as not given. */
const LOST_MS = 1_500;

/** Notes what is given and when, at the abilities themselves, from before the page's first script. All of them are the browser's own. */
function watch() {
  const given = (window.given = { tones: [], clock: [], phases: [], said: [] });
  const { start, stop } = OscillatorNode.prototype;
  OscillatorNode.prototype.start = function (at) {
    this.tone = { at };
    given.tones.push(this.tone);
    // The audio clock is read again and again, to know afterwards what the page's clock said when it was where.
    window.readAudio ??= setInterval(() => {
      const { contextTime, performanceTime } = this.context.getOutputTimestamp();
      if (contextTime > 0) given.clock.push([contextTime, performanceTime]);
      given.latencyMs = this.context.outputLatency * 1_000;
    }, 500);
    return start.call(this, at);
  };
  OscillatorNode.prototype.stop = function (at) {
    // Taken back before it began: it was set anew.
    if (at === undefined && this.context.currentTime < this.tone.at) this.tone.isTakenBack = true;
    return stop.call(this, at);
  };
  document.addEventListener('supple-phase', () => given.phases.push(performance.now()));
}

/**
 * Hides the page: it is told so, and its timers come once a second, as Chromium lets those of a hidden page that makes no sound.
 * By hand, since Playwright keeps every page seen, also one that another tab is in front of.
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

/** Notes what the screen reader is told, and gives the instant at which the session began by its own clock. */
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

/** The instants of the plan, from its first exercise on: of phases, of cues, and of what a screen reader is told. */
function planned() {
  const { phases: all } = planOf();
  const from = all.findIndex(({ name }) => name === FIRST);
  const phases = all.slice(from).map((phase) => ({ ...phase, at: phase.startMs - all[from].startMs }));
  const starts = phases.map(({ at }) => at);
  const holds = phases.filter(({ kind }) => kind === 'hold');
  const at = (share, ms = 0) => holds.map((hold) => hold.at + share * hold.ms - ms);
  const until = (instants) => instants.filter((ms) => ms < MEASURE_MS).sort((a, b) => a - b);
  return {
    phases: until(starts),
    tones: until([...starts, ...at(0.5), ...at(1, 3_000), ...at(1, 2_000), ...at(1, 1_000)]),
    said: until([...starts, ...at(0.5), ...at(1, 3_000)]),
    prepareMs: phases[0].ms,
  };
}

/** For how long before and after an instant the two clocks are compared, in seconds. */
const AROUND_S = 10;

/**
 * What the page's clock said when the audio clock was there. A reading of the audio clock is behind by what its thread had to wait,
 * so of all around that instant the one that is furthest ahead is taken.
 */
function pageTime(at, clock) {
  const around = clock.filter(([time]) => Math.abs(time - at) < AROUND_S);
  return at * 1_000 - Math.max(...around.map(([time, page]) => time * 1_000 - page));
}

/** How far what was given is from each instant, in milliseconds. What was not given at all is an error. */
function offBy(instants, given, what) {
  return instants.map((instant) => {
    const off = Math.min(...given.map((at) => Math.abs(at - instant)));
    if (!(off <= LOST_MS)) throw new Error(`Nothing of the ${what} was given for the instant ${instant} ms.`);
    return off;
  });
}

/** Two minutes of the routine: how far cues are from their instants, in each of the ways in which they are given. */
export async function cues(browser, address, { isHidden }) {
  const context = await browser.newContext({ viewport: PHONE });
  await seedStorage(context, safetyNoticeRead);
  await context.addInitScript(watch);
  const page = await context.newPage();
  await openRoutine(page, address);
  await startHere(page, FIRST);
  await page.locator('.player.running').waitFor();
  const { prepareMs, ...instants } = planned();
  const begun = await page.evaluate(begin, ['.player [role=status]', prepareMs]);
  if (isHidden) await page.evaluate(hide);
  await setTimeout(MEASURE_MS + AFTER_MS);
  const { tones, clock, phases, said, latencyMs } = await page.evaluate(() => window.given);
  await context.close();
  const left = tones.filter(({ isTakenBack }) => !isTakenBack);
  const given = { tones: left.map(({ at }) => pageTime(at, clock)), phases, said };
  // What was given on the press itself is no matter of the clock.
  const off = ([name, all]) => [name, offBy(all.slice(1), given[name].map((at) => at - begun), name)];
  return { ...Object.fromEntries(Object.entries(instants).map(off)), latencyMs };
}
