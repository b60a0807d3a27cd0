// Taking over: what blocks the page from its first paint until the widget works and is idle, against version 0.1.
import { safetyNoticeRead, seedStorage } from '../fixtures/storage.mjs';
import { figure, medianOf, milliseconds, note, notMeasured, times } from './figures.mjs';
import { pressSoon } from './real-press.mjs';
import { blocking, traced } from './trace.mjs';
import { byTurns, newVisitor, readSeen, slowPage, whenSettled } from './visit.mjs';

const ROUNDS = 7;
const BUDGET = 0.4;

async function takeOver(browser, address, { isPressed }) {
  const context = await newVisitor(browser);
  await seedStorage(context, safetyNoticeRead);
  const page = await slowPage(context);
  if (isPressed) await pressSoon(page);
  const { settled } = await whenSettled(page);
  const trace = await traced(browser, page, async () => {
    await page.goto(address, { waitUntil: 'commit' });
    await settled;
  });
  const seen = await readSeen(page);
  await context.close();
  return { ...seen, ...blocking(trace, trace.at('firstContentfulPaint'), trace.at('bench:settled')) };
}

export const title = `Taking over, phone size, processor slowed 4 times, median of ${ROUNDS}`;

export async function measure({ browser, now, before }) {
  const ways = (name, address) =>
    address && {
      [name]: () => takeOver(browser, address, { isPressed: false }),
      [`${name}, pressed`]: () => takeOver(browser, address, { isPressed: true }),
    };
  const visits = await byTurns({ ...ways('now', now), ...ways('before', before) }, ROUNDS);
  return [
    ...compare(visits, ''),
    note(`"Start routine" pressed at the earliest moment:`, ''),
    ...compare(visits, ', pressed'),
  ];
}

function compare(visits, suffix) {
  const [now, before] = [visits[`now${suffix}`], visits[`before${suffix}`]];
  const of = (what, name) => [
    figure(what, medianOf(now, name), milliseconds),
    ...(before ? [figure('  the same in version 0.1', medianOf(before, name), milliseconds)] : []),
  ];
  const ratio = (what, name, limit) =>
    before ? figure(what, against(medianOf(now, name), medianOf(before, name)), times, limit) : notMeasured(what);
  const when = suffix ? ', pressed' : '';
  return [
    ...of('longest task after the first paint', 'longest'),
    ratio(`longest task against version 0.1${when}`, 'longest', BUDGET),
    ...of('blocking time: what tasks take beyond 50 ms each', 'blocking'),
    ratio(`blocking time against version 0.1${when}`, 'blocking'),
    ...of('from navigation to `supple-ready`', 'ready'),
  ];
}

/** Nothing against nothing is as much. */
const against = (value, other) => (value === other ? 1 : value / other);
