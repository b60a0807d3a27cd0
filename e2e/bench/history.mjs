// What thousands of logged sessions add to the start.
import { archivedByPage } from '../fixtures/archives.mjs';
import { loggedSession } from '../fixtures/storage.mjs';
import { figure, median, milliseconds } from './figures.mjs';
import { byTurns, isReady, newVisitor, slowPage, until } from './visit.mjs';

const ROUNDS = 12;
const SESSIONS = 10_000;
const BUDGET_MS = 50;
const NOW = Date.UTC(2026, 10, 22, 9);
const SIX_HOURS_MS = 21_600_000;

/** A context whose storage holds this many logged sessions, the newest with keys of their own, older ones archived. */
async function withSessions(browser, address, count) {
  const sessions = Array.from({ length: count }, (_, i) => loggedSession(NOW - (count - i) * SIX_HOURS_MS));
  const texts = count === 0 ? {} : await archivedByPage(browser, `${address}/`, sessions);
  const context = await newVisitor(browser);
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
  await until(page, isReady);
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

export const title = `A long history, processor slowed 4 times, fastest of ${ROUNDS}`;

export async function measure({ browser, now }) {
  const none = await withSessions(browser, now, 0);
  const one = await withSessions(browser, now, 1);
  const many = await withSessions(browser, now, SESSIONS);
  const ready = await byTurns(
    {
      none: () => readyAgain(none, now),
      one: () => readyAgain(one, now),
      many: () => readyAgain(many, now),
      look: () => firstLook(many, now),
    },
    ROUNDS,
  );
  await Promise.all([none, one, many].map((it) => it.close()));
  // The fastest: other work on the machine can only slow a visit down.
  const fastest = (all) => Math.min(...all);
  // Somebody new sees another overview than somebody who was here before; the faster of the two is the stricter measure.
  const short = Math.min(fastest(ready.none), fastest(ready.one));
  return [
    figure('`supple-ready` without history', fastest(ready.none), milliseconds),
    figure('`supple-ready` with one logged session', fastest(ready.one), milliseconds),
    figure(`\`supple-ready\` with ${SESSIONS.toLocaleString('en')} logged sessions`, fastest(ready.many), milliseconds),
    figure('the browser alone, until it has read that storage', median(ready.look), milliseconds),
    figure('extra, against the faster of the two', fastest(ready.many) - short, milliseconds, BUDGET_MS),
  ];
}
