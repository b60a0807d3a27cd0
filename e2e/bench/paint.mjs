// The first paint, against the same page without any script.
import { setTimeout } from 'node:timers/promises';
import { figure, medianOf, milliseconds, times } from './figures.mjs';
import { byTurns, isPainted, isReady, newVisitor, readSeen, slowPage, until } from './visit.mjs';

const ROUNDS = 9;
const BUDGET = { paint: 1.1, shift: 0 };
const LATE_SHIFTS_MS = 300;

async function firstVisit(browser, address, condition) {
  const context = await newVisitor(browser);
  const page = await slowPage(context);
  await page.goto(address);
  await until(page, condition);
  await setTimeout(LATE_SHIFTS_MS);
  const seen = await readSeen(page);
  await context.close();
  return seen;
}

export const title = `A first visit, phone size, processor slowed 4 times, median of ${ROUNDS}`;

export async function measure({ browser, now, bare }) {
  const visits = await byTurns(
    {
      page: () => firstVisit(browser, now, isReady),
      bare: () => firstVisit(browser, bare, isPainted),
    },
    ROUNDS,
  );
  const [paint, barePaint] = [medianOf(visits.page, 'paint'), medianOf(visits.bare, 'paint')];
  const shift = Math.max(...visits.page.map((it) => it.shift));
  return [
    figure('first contentful paint', paint, milliseconds),
    figure('the same page without any script', barePaint, milliseconds),
    figure('first against second', paint / barePaint, times, BUDGET.paint),
    figure('layout shift, the largest total', shift, (it) => it.toFixed(4), BUDGET.shift),
    figure('from navigation to `supple-ready`', medianOf(visits.page, 'ready'), milliseconds),
  ];
}
