// Visits on a phone whose processor is four times slower than this one: what the parts of the bench have in common.
import { setTimeout } from 'node:timers/promises';

export const PHONE = { width: 412, height: 780 };
const SLOWER = 4;

/** For work left over from the previous visit. */
const BETWEEN_MS = 500;
/** How long nothing may block the page before it counts as idle. */
const QUIET_MS = 1_000;
const PATIENCE_MS = 60_000;
/** Rarely, because looking is work too. */
const POLLING_MS = 100;

/**
 * Records when the widget works, what shifts and what blocks, from before the page's first script. Marks when all is
 * done and quiet, and tells a bench that waits for it.
 */
function watch(quietMs) {
  const seen = (window.seen = { shift: 0, busy: 0 });
  performance.mark('bench:opened');
  document.addEventListener('supple-ready', () => {
    seen.ready ??= performance.now();
    seen.busy = performance.now();
    performance.mark('bench:ready');
    setTimeout(settle, quietMs);
  });
  const settle = () => {
    const isPressed = window.press && window.press.player === undefined;
    const leftMs = seen.busy + quietMs - performance.now();
    if (isPressed || leftMs > 0) return setTimeout(settle, Math.max(leftMs, quietMs));
    performance.mark('bench:settled');
    window.benchSettled?.();
  };
  const observe = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  observe('layout-shift', ({ value }) => (seen.shift += value));
  observe('longtask', ({ startTime, duration }) => (seen.busy = startTime + duration));
}

/** A page of a context, slowed down. */
export async function slowPage(context) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  return page;
}

/** A new person's browser: nothing stored, nothing cached. */
export async function newVisitor(browser, options = {}) {
  const context = await browser.newContext({ viewport: PHONE, ...options });
  if (options.javaScriptEnabled !== false) await context.addInitScript(watch, QUIET_MS);
  return context;
}

/** Waits for a condition on the page, without making it draw frames. */
export const until = (page, condition, argument) =>
  page.waitForFunction(condition, argument, { polling: POLLING_MS, timeout: PATIENCE_MS });

export const isReady = () => window.seen.ready !== undefined;
export const isPainted = () => performance.getEntriesByName('first-contentful-paint').length > 0;

/**
 * Prepares a page, before it is opened, to tell when the widget works, a press has been answered and nothing has blocked
 * the page for a while. Returns a promise of that. To ask the page would take a script of Playwright's own, which the
 * page takes as long to parse as the widget's.
 */
export async function whenSettled(page) {
  let settle;
  const settled = new Promise((resolve) => (settle = resolve));
  await page.exposeBinding('benchSettled', () => settle());
  // An object, because a promise would be awaited at once.
  return { settled };
}

/** Waits until nothing has blocked the page for a while. */
export async function isIdle(page) {
  await setTimeout(QUIET_MS);
  await until(page, (quietMs) => performance.now() - window.seen.busy > quietMs, QUIET_MS);
}

/** What the page has recorded, with its first contentful paint. */
export const readSeen = (page) =>
  page.evaluate(() => {
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    return { ...window.seen, paint: paint?.startTime };
  });

/**
 * Measures several things by turns, so that a slow spell of the machine hits all of them: `ways` are functions by name.
 * Returns the measurements by name. The first round warms up the browser and doesn't count; every other round runs
 * backwards, so that none is always first.
 */
export async function byTurns(ways, rounds) {
  const measured = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    const order = Object.entries(ways);
    if (round % 2) order.reverse();
    for (const [name, measure] of order) {
      await setTimeout(BETWEEN_MS);
      const result = await measure();
      if (round > 0) measured[name].push(result);
    }
  }
  return measured;
}
