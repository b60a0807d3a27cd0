// A running minute: the work of the main thread during a long hold, compared with hand-written pages.
import { setTimeout } from 'node:timers/promises';
import { seedStorage, savedOptions, safetyNoticeRead } from '../fixtures/storage.mjs';
import { openRoutine } from '../page-object.mjs';
import { PHONE } from './visits.mjs';

const MEASURE_MS = 30_000;
const SETTLE_MS = 3_000;
const MINUTE_MS = 60_000;

async function openHold(page, address) {
  await seedStorage(page, safetyNoticeRead, savedOptions({ hold_percent: 1000 }));
  await openRoutine(page, address);
  await page.evaluate(async () => {
    const element = document.querySelector('supple-routine');
    await element.start('anchor');
    await element.next();
  });
  await page.locator('.player.doing.running').waitFor();
}

const isHolding = (page) =>
  page.evaluate(() => {
    const { state, phase } = document.querySelector('supple-routine');
    return state === 'running' && phase === 'hold';
  });

/**
 * Milliseconds of processor time taken by the tasks of the page's main thread, from the browser's own trace.
 * Wall-clock time would include other processes.
 */
function tasksOf(trace) {
  const { traceEvents: events } = JSON.parse(trace.toString());
  const mains = events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  const of = ({ pid, tid }) => events.filter((it) => it.pid === pid && it.tid === tid && it.ph === 'X');
  const timersOf = (some) => some.filter(({ name }) => name === 'TimerFire').length;
  // The browser keeps spare renderers; the page's is the one whose timers fire.
  const [busiest] = mains.map(of).sort((a, b) => timersOf(b) - timersOf(a));
  const tasks = busiest.filter(({ name }) => name === 'ThreadControllerImpl::RunTask');
  return tasks.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1_000;
}

/** The same, per minute. */
async function measure(browser, open, check = async () => true) {
  const context = await browser.newContext({ viewport: PHONE });
  const page = await context.newPage();
  await open(page);
  await setTimeout(SETTLE_MS);
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] });
  const before = performance.now();
  await setTimeout(MEASURE_MS);
  const tookMs = performance.now() - before;
  const trace = await browser.stopTracing();
  if (!(await check(page))) throw new Error('The hold did not run for the whole time.');
  await context.close();
  return (tasksOf(trace) * MINUTE_MS) / tookMs;
}

/** The widget, the hand-written page and the same page without a title, taking turns. */
export async function minutes(browser, { page, bench }, rounds) {
  const spent = { widget: [], handwritten: [], untitled: [] };
  for (let i = 0; i < rounds; i += 1) {
    spent.widget.push(await measure(browser, (it) => openHold(it, page), isHolding));
    spent.handwritten.push(await measure(browser, (it) => it.goto(`${bench}handwritten.html`)));
    spent.untitled.push(await measure(browser, (it) => it.goto(`${bench}handwritten.html?title=no`)));
  }
  return spent;
}
