// Visits to the page on a phone whose processor is four times slower than this one.
import { setTimeout } from 'node:timers/promises';
import { archivedByPage } from '../fixtures/archives.mjs';
import { loggedSession, safetyNoticeRead, seedStorage } from '../fixtures/storage.mjs';

export const PHONE = { width: 412, height: 780 };
const SLOWER = 4;
const NOW = Date.UTC(2026, 10, 22, 9);
const SIX_HOURS_MS = 21_600_000;

/** Records when the widget works and what shifts, from before the page's first script. */
function watch() {
  window.seen = { shift: 0 };
  document.addEventListener('supple-ready', () => (window.seen.ready = performance.now()));
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) window.seen.shift += value;
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Presses "Start routine" as soon as it has its styled size, and records when the player appears. */
function pressEarly() {
  const look = () => {
    const root = document.querySelector('supple-routine')?.shadowRoot;
    const button = root?.querySelector('#start-routine');
    if (window.seen.pressed === undefined && button?.getBoundingClientRect().height > 40) {
      window.seen.pressed = performance.now();
      button.click();
    }
    if (root?.querySelector('.player')?.getClientRects().length) window.seen.player = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function slowPage(context) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  return page;
}

async function firstVisit(browser, address, { isReady, prepare = async () => {} }) {
  const context = await browser.newContext({ viewport: PHONE });
  await prepare(context);
  await context.addInitScript(watch);
  const page = await slowPage(context);
  await page.goto(address);
  await page.waitForFunction(isReady);
  await setTimeout(300); // for late layout shifts
  const seen = await page.evaluate(() => {
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    return { ...window.seen, paint: paint.startTime };
  });
  await context.close();
  return seen;
}

/** First visits to the page with and without its scripts, taking turns. */
export async function firstPaints(browser, { page, bare }, count) {
  const seen = { page: [], bare: [] };
  const isReady = () => window.seen.ready !== undefined;
  const isPainted = () => performance.getEntriesByName('first-contentful-paint').length > 0;
  for (let i = -1; i < count; i += 1) {
    const visits = [
      ['page', page, isReady],
      ['bare', bare, isPainted],
    ];
    if (i % 2) visits.reverse(); // so that neither always runs second
    for (const [name, address, until] of visits) {
      await setTimeout(500); // for work left over from the previous visit
      const visit = await firstVisit(browser, address, { isReady: until });
      if (i >= 0) seen[name].push(visit); // earlier visits warm up the browser
    }
  }
  return seen;
}

/** First visits in which the person presses "Start routine" as early as possible. */
export async function earlyPresses(browser, address, count) {
  const seen = [];
  const prepare = async (context) => {
    await seedStorage(context, safetyNoticeRead);
    await context.addInitScript(pressEarly);
  };
  for (let i = 0; i < count; i += 1) {
    seen.push(await firstVisit(browser, address, { isReady: () => window.seen.player !== undefined, prepare }));
  }
  return seen;
}

/** A context whose storage holds this many logged sessions, the newest with keys of their own, older ones archived. */
async function withSessions(browser, address, count) {
  const sessions = Array.from({ length: count }, (_, i) => loggedSession(NOW - (count - i) * SIX_HOURS_MS));
  const texts = await archivedByPage(browser, `${address}/`, sessions);
  const context = await browser.newContext({ viewport: PHONE });
  await context.addInitScript(watch);
  const page = await context.newPage();
  await page.goto(`${address}/icon.svg`);
  await page.evaluate((texts) => {
    for (const [key, text] of Object.entries(texts)) localStorage.setItem(key, text);
  }, texts);
  await page.close();
  return context;
}

async function readyAgain(context, address) {
  const page = await slowPage(context);
  await page.goto(address);
  await page.waitForFunction(() => window.seen.ready !== undefined);
  const ready = await page.evaluate(() => window.seen.ready);
  await page.close();
  return ready;
}

/** The time the browser itself takes before a page with nothing but a picture can read the storage. */
async function firstLook(context, address) {
  const page = await slowPage(context);
  await page.goto(`${address}/icon.svg`);
  const taken = await page.evaluate(() => {
    const before = performance.now();
    localStorage.getItem('anything');
    return performance.now() - before;
  });
  await page.close();
  return taken;
}

/** Visits without and with a long history, taking turns: the times until the widget works. */
export async function histories(browser, address, sessions, count) {
  const none = await withSessions(browser, address, 0);
  const many = await withSessions(browser, address, sessions);
  const ready = { none: [], many: [], look: [] };
  for (let i = -1; i < count; i += 1) {
    const short = await readyAgain(none, address);
    const long = await readyAgain(many, address);
    const look = await firstLook(many, address);
    if (i < 0) continue;
    ready.none.push(short);
    ready.many.push(long);
    ready.look.push(look);
  }
  await none.close();
  await many.close();
  return ready;
}
