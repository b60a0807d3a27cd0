// A press on "Start routine" at several moments from the first paint on: how soon something visible answers, with and
// without scripts, and how soon the player is there.
import { safetyNoticeRead, seedStorage } from '../fixtures/storage.mjs';
import { figure, medianOf, milliseconds, note } from './figures.mjs';
import { pressSoon } from './real-press.mjs';
import { byTurns, newVisitor, slowPage } from './visit.mjs';

const ROUNDS = 5;
/** After the first paint. */
const MOMENTS_MS = [0, 100, 200, 400, 800, 1_600];
const BUDGET_MS = 100;

/** `what` is what to wait for: the answer, or the player. */
async function press(browser, address, afterMs, what) {
  const context = await newVisitor(browser);
  await seedStorage(context, safetyNoticeRead);
  const page = await slowPage(context);
  const brings = await pressSoon(page, { afterMs });
  await page.goto(address, { waitUntil: 'commit' });
  const seen = await brings(what);
  await context.close();
  return seen;
}

/** With JavaScript switched off in the browser, what can be pressed? */
async function switchedOff(browser, address) {
  const what = 'JavaScript switched off';
  const context = await newVisitor(browser, { javaScriptEnabled: false });
  const page = await slowPage(context);
  try {
    await page.goto(address);
    const button = page.locator('#start-routine');
    if (!(await button.isVisible())) {
      const isTold = await page
        .getByText(/needs JavaScript/)
        .first()
        .isVisible();
      // No button that wouldn't work; the sentence comes with the first paint.
      return isTold ? note(what, 'a sentence in place of the button') : figure(what, Infinity, milliseconds, BUDGET_MS);
    }
    const pressed = performance.now();
    await button.click();
    await page.locator(':popover-open').first().waitFor();
    return figure(`${what}: from a press to the note, at most`, performance.now() - pressed, milliseconds, BUDGET_MS);
  } finally {
    await context.close();
  }
}

export const title =
  `A press on "Start routine", phone size, processor slowed 4 times, median of ${ROUNDS};` +
  ' moments are after the first paint';

export async function measure({ browser, now, bare }) {
  const ways = Object.fromEntries(MOMENTS_MS.map((ms) => [ms, () => press(browser, now, ms, 'player')]));
  const visits = await byTurns({ ...ways, bare: () => press(browser, bare, 0, 'answer') }, ROUNDS);
  const rows = MOMENTS_MS.flatMap((ms) => [
    figure(
      `pressed ${ms === 0 ? 'at once' : `${ms} ms later`}: something answers`,
      medianOf(visits[ms], 'answer'),
      milliseconds,
    ),
    figure('  the player is there', medianOf(visits[ms], 'player'), milliseconds),
  ]);
  const slowest = Math.max(...MOMENTS_MS.map((ms) => medianOf(visits[ms], 'answer')));
  return [
    ...rows,
    figure('something answers, at the slowest of these moments', slowest, milliseconds, BUDGET_MS),
    figure('something answers where scripts never arrive', medianOf(visits.bare, 'answer'), milliseconds, BUDGET_MS),
    await switchedOff(browser, now),
  ];
}
