// A running minute: what the main thread does while a long hold passes, against pages that were written by hand.
import { setTimeout } from 'node:timers/promises';
import { keep, options, safety } from '../kept.mjs';
import { openRoutine } from '../person.mjs';
import { PHONE } from './visits.mjs';

const MEASURE_MS = 30_000;
const SETTLE_MS = 3_000;
const MINUTE_MS = 60_000;

async function openHold(page, address) {
  await keep(page, safety, options({ hold_percent: 1000 }));
  await openRoutine(page, address);
  await page.evaluate(async () => {
    const element = document.querySelector('supple-routine');
    await element.start('anchor');
    await element.next();
  });
  await page.locator('.player.doing.running').waitFor();
}

const isHolding = (page) => page.evaluate(() => {
  const { state, phase } = document.querySelector('supple-routine');
  return state === 'running' && phase === 'hold';
});

/** Milliseconds a minute: of tasks by the clock, and of the thread by the processor. */
async function measure(browser, open, check = async () => true) {
  const context = await browser.newContext({ viewport: PHONE });
  const page = await context.newPage();
  await open(page);
  await setTimeout(SETTLE_MS);
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  const read = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  };
  const before = await read();
  await setTimeout(MEASURE_MS);
  const after = await read();
  if (!(await check(page))) throw new Error('The hold did not run for the whole time.');
  await context.close();
  const minutes = ((after.Timestamp - before.Timestamp) * 1_000) / MINUTE_MS;
  const spent = (name) => ((after[name] - before[name]) * 1_000) / minutes;
  return { tasks: spent('TaskDuration'), thread: spent('ThreadTime') };
}

/** The widget, the hand-written page and the same without a title, in turn. */
export async function minutes(browser, { page, bench }, rounds) {
  const spent = { widget: [], handwritten: [], untitled: [] };
  for (let i = 0; i < rounds; i += 1) {
    spent.widget.push(await measure(browser, (it) => openHold(it, page), isHolding));
    spent.handwritten.push(await measure(browser, (it) => it.goto(`${bench}handwritten.html`)));
    spent.untitled.push(await measure(browser, (it) => it.goto(`${bench}handwritten.html?title=no`)));
  }
  return spent;
}
