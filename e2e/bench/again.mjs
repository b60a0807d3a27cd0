// A return visit from the service worker's cache, against the first visit of the same person. The server is gone by
// then; the first visit has it on the same machine, so neither waits for a network.
import { kept } from '../offline/versions.mjs';
import { DIST, serve } from '../site.mjs';
import { figure, median, medianOf, milliseconds, times } from './figures.mjs';
import { byTurns, isReady, newVisitor, readSeen, slowPage, until } from './visit.mjs';

const ROUNDS = 7;

async function visit(context, address, before = async () => {}) {
  const page = await slowPage(context);
  await page.goto(address);
  await until(page, isReady);
  await before(page);
  const seen = await readSeen(page);
  await page.close();
  return seen;
}

async function twice(browser) {
  const site = await serve({ '/': DIST });
  const context = await newVisitor(browser);
  const first = await visit(context, site.address, kept);
  await site.close();
  const second = await visit(context, site.address);
  await context.close();
  return { first, second };
}

export const title = `A return visit without a network, phone size, processor slowed 4 times, median of ${ROUNDS}`;

export async function measure({ browser }) {
  const { visits } = await byTurns({ visits: () => twice(browser) }, ROUNDS);
  const typical = (which, name) =>
    medianOf(
      visits.map((it) => it[which]),
      name,
    );
  const of = (what, name) => [
    figure(`${what}: first visit`, typical('first', name), milliseconds),
    figure(`${what}: return visit`, typical('second', name), milliseconds),
    figure('  second against first', median(visits.map(({ first, second }) => second[name] / first[name])), times),
  ];
  return [...of('first contentful paint', 'paint'), ...of('from navigation to `supple-ready`', 'ready')];
}
