// A running minute: the work of the main thread in a long hold and in a long move with its moving figure, compared with
// a page that stands still, a hand-written page, and a peer: a small stretching page without any framework.
import { setTimeout } from 'node:timers/promises';
import { seedStorage, savedOptions, safetyNoticeRead } from '../fixtures/storage.mjs';
import { openRoutine } from '../page-object.mjs';
import { figure, medianOf, milliseconds, times } from './figures.mjs';
import { traced } from './trace.mjs';
import { byTurns, PHONE } from './visit.mjs';

const ROUNDS = 3;
const MEASURE_MS = 30_000;
const SETTLE_MS = 3_000;
const MINUTE_MS = 60_000;

/** The options make both so long that nothing else happens meanwhile. */
const PHASES = {
  hold: { exercise: 'anchor', options: { hold_percent: 1_000 }, budget: 1.5 },
  move: { exercise: 'jumping-jacks', options: { exercises: { 'jumping-jacks': { seconds: 595 } } }, budget: 3 },
};

async function openWidget(page, address, { exercise, options }) {
  await seedStorage(page, safetyNoticeRead, savedOptions(options));
  await openRoutine(page, address);
  await page.evaluate(async (exercise) => {
    const element = document.querySelector('supple-routine');
    await element.start(exercise);
    await element.next();
  }, exercise);
  await page.locator('.player.running').waitFor();
}

const isWidgetIn = (page, phase) =>
  page.evaluate((wanted) => {
    const { state, phase } = document.querySelector('supple-routine');
    return state === 'running' && phase === wanted;
  }, phase);

/** The peer's cards have a start button each; its player begins with a preparation. */
async function openPeer(page, address, { exercise }) {
  await page.goto(address);
  await page.locator('#pace').selectOption('10');
  await page.locator(`#${exercise} button`).click();
  await page.getByRole('button', { name: 'Next' }).click();
}

const isPeerIn = (page, phase) =>
  page.evaluate((phase) => document.querySelector('#player').dataset.kind === phase, phase);

/** Processor time per minute, of the main thread and of all threads of the page's process. */
async function spent(browser, open, isRunning = async () => true) {
  const context = await browser.newContext({ viewport: PHONE });
  const page = await context.newPage();
  await open(page);
  await setTimeout(SETTLE_MS);
  let tookMs;
  const { mainMs, allMs } = await traced(browser, page, async () => {
    const before = performance.now();
    await setTimeout(MEASURE_MS);
    tookMs = performance.now() - before;
  });
  if (!(await isRunning(page))) throw new Error('The phase did not run for the whole time.');
  await context.close();
  return { main: (mainMs * MINUTE_MS) / tookMs, all: (allMs * MINUTE_MS) / tookMs };
}

async function measure({ browser, now, bare, bench }, phase) {
  const chosen = PHASES[phase];
  const byHand = `${bench}handwritten/${phase}.html`;
  const minutes = await byTurns(
    {
      widget: () =>
        spent(
          browser,
          (page) => openWidget(page, now, chosen),
          (page) => isWidgetIn(page, phase),
        ),
      byHand: () => spent(browser, (page) => page.goto(byHand)),
      peer: () =>
        spent(
          browser,
          (page) => openPeer(page, `${bench}peer/`, chosen),
          (page) => isPeerIn(page, phase),
        ),
      still: () => spent(browser, (page) => page.goto(bare)),
    },
    ROUNDS,
  );
  const row = (what, name) => [
    figure(what, medianOf(minutes[name], 'main'), milliseconds),
    figure('  with all threads of its process', medianOf(minutes[name], 'all'), milliseconds),
  ];
  const against = (name) => medianOf(minutes.widget, 'main') / medianOf(minutes[name], 'main');
  return [
    ...row('the widget', 'widget'),
    ...row('written by hand', 'byHand'),
    ...row('the peer', 'peer'),
    ...row('the page without scripts, which stands still', 'still'),
    figure('the widget against the hand-written page', against('byHand'), times, chosen.budget),
    figure('the widget against the peer', against('peer'), times),
    figure('the widget against the still page', against('still'), times),
  ];
}

const title = (what) =>
  `Main thread in a running minute ${what}, phone size, processor time, median of ${ROUNDS} half minutes each`;

export const hold = { title: title('of a hold'), measure: (sites) => measure(sites, 'hold') };
export const move = {
  title: title('of a move, with its moving figure'),
  measure: (sites) => measure(sites, 'move'),
};
