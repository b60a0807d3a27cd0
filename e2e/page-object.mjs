// What people do on the page and read there. The tests say what should result.
import { expect } from '@playwright/test';

import { seedStorage, safetyNoticeRead } from './fixtures/storage.mjs';

/** Where the virtual clock starts: a Sunday, shortly before noon UTC. */
export const SUNDAY = Date.UTC(2026, 10, 22, 11, 30);

const ELEMENT = 'supple-routine';

/** Pauses all clocks of the page's context; from now on only `advanceClock` makes time pass. Call it before opening. */
export async function pauseClock(page, at = SUNDAY) {
  // The installed clock runs until it is paused, and on a busy machine that may take seconds.
  await page.clock.install({ time: at - 60_000 });
  await page.clock.pauseAt(at);
}

/** Lets time pass on the virtual clock, with every timer firing on time. */
export const advanceClock = (page, ms) => page.clock.runFor(ms);

/**
 * Lets the running session go on to its end, one timer for each phase. Where only the phases matter this is many
 * times faster than `advanceClock`, which fires a session's timers for every visible change.
 */
export async function finishSession(page) {
  for (let now = await readElement(page); now.state === 'running'; now = await readElement(page)) {
    await page.clock.fastForward(now.remainingMs);
  }
}

/** Opens a page with the widget and waits until it works. */
export async function openRoutine(page, address = './') {
  await page.goto(address);
  await widgetReady(page);
}

/** Waits until the widget works, after opening or reloading. */
export async function widgetReady(page) {
  await page.evaluate(async (name) => {
    await customElements.whenDefined(name);
    await document.querySelector(name).ready;
  }, ELEMENT);
}

/** Waits until the module has come that draws figures. It comes at once where somebody takes an interest. */
export async function figuresReady(page) {
  const place = page.locator('.mounted');
  await place.dispatchEvent('focusin');
  await expect.poll(() => place.evaluate(({ drawings }) => Boolean(drawings))).toBe(true);
}

export async function reload(page) {
  await page.reload();
  await widgetReady(page);
}

/** Presses a button of the widget by its name. */
export const press = (page, name) => page.getByRole('button', { name, exact: true }).click();

/** How long people have to get back into position when a hold resumes, by default. */
const BACK_INTO_POSITION_MS = 5_000;

/** Resumes a hold with the button of this name, and is back in position. */
export async function resumeHold(page, button = 'Resume') {
  await press(page, button);
  await advanceClock(page, BACK_INTO_POSITION_MS);
}

/** Presses a button of the player that is behind "More". */
export async function pressInMore(page, name) {
  await press(page, 'More');
  await page.getByRole('dialog', { name: 'More' }).getByRole('button', { name, exact: true }).click();
}

/** Presses "Start routine", and accepts the safety notice if it comes. */
export async function start(page) {
  await press(page, 'Start routine');
  const gotIt = page.getByRole('button', { name: 'I understand, start', exact: true });
  await expect(gotIt.or(player(page))).toBeVisible();
  if (await gotIt.isVisible()) await gotIt.click();
  await expect(player(page)).toBeVisible();
}

/** The heading of the finish screen, whatever it says. */
export const finishHeading = (page) => page.locator('#finish-title');

/** Stops the session and comes back to the overview. There is a finish screen on the way unless nothing was done. */
export async function stopAndLeave(page) {
  await press(page, 'Stop');
  const done = page.getByRole('button', { name: 'Done', exact: true });
  await expect(done.or(page.getByRole('button', { name: /^(Start routine|Continue)$/ })).filter({ visible: true })).toHaveCount(1);
  if (await done.isVisible()) await done.click();
}

/** Opens the row of an exercise, unless it is open. */
export async function openCard(page, exercise) {
  const row = card(page, exercise).locator('.row');
  if (!(await row.evaluate(({ open }) => open))) await row.locator(':scope > summary').click();
}

/** Opens every row at once. */
export const openAll = (page) => page.locator('.row').evaluateAll((rows) => rows.forEach((row) => (row.open = true)));

/** Opens the row of an exercise and presses "Start from here". */
export async function startHere(page, exercise) {
  await openCard(page, exercise);
  await card(page, exercise)
    .getByRole('button', { name: /^Start from here/ })
    .click();
}

/** What the start button starts: "8 min · 8 exercises · You'll need a chair". */
export const startFacts = (page) => page.locator('.start-facts');

export const card = (page, exercise) => page.getByRole('article', { name: exercise, exact: true });

export const heading = (page, name) => page.getByRole('heading', { name, exact: true });

/** The player, with everything in it. */
export const player = (page) => page.locator('.player');

/** What a screen reader is told in a session. */
export const announcer = (page) => player(page).locator('.visually-hidden[role="status"]');

/** Opens the page with a paused clock and holds the anchor stretch on the left leg for this long. */
export async function holdAnchorStretch(page, heldMs) {
  await seedStorage(page, safetyNoticeRead);
  await pauseClock(page);
  await openRoutine(page);
  await startHere(page, 'Anchor stretch');
  await expect(player(page)).toBeVisible();
  await advanceClock(page, 10_000 + heldMs);
}

/** The notices above the screen. */
export const notices = (page) => page.locator('.notices');

/** Presses OK on every notice before anything else is done. The returned list grows with their texts. */
export async function dismissNotices(page) {
  const told = [];
  await page.addLocatorHandler(notices(page).getByRole('button', { name: 'OK', exact: true }), async (ok) => {
    told.push(...(await notices(page).locator('p').allTextContents()));
    await ok.click();
  });
  return told;
}

/** Hides the page, as another tab in front of it does, or shows it again. */
export function setHidden(page, isHidden) {
  return page.evaluate((isHidden) => {
    Object.defineProperty(document, 'hidden', { value: isHidden, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, isHidden);
}

/** The offer on the overview to resume a session that was left behind. */
export const resumeOffer = (page) => page.locator('.leftover');

/** Everything that people read in the player, in a single look. */
export function readPlayer(page) {
  return player(page).evaluate((player) => {
    const read = (selector) => (player.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();
    return {
      what: read('.what'),
      exercise: read('.exercise-name'),
      leg: read('.leg.on'),
      repeat: read('.repeat'),
      seconds: read('[role=timer]'),
      left: read('.time-left'),
      place: read('.place-text > :first-child'),
    };
  });
}

/** The description lists of a screen, by term: `{ 'Total time': '8 min' }`. */
export async function readFacts(page) {
  const lists = page.locator('.facts:visible');
  await lists.first().waitFor(); // those of Progress load when it is opened
  return lists.evaluateAll((lists) => {
    const terms = lists.flatMap((list) => [...list.querySelectorAll('dt')]);
    return Object.fromEntries(terms.map((term) => [term.textContent, term.nextElementSibling.textContent]));
  });
}

/** The table of the finish screen, one row for each exercise: name, and the cells' texts. It is folded away at first. */
export function readFinishTable(page) {
  return page
    .locator('table.done tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent)));
}

/** The element's public properties. */
export function readElement(page) {
  return page.locator(ELEMENT).evaluate((element) => {
    const { state, exerciseId, side, phase, repeat, remainingMs } = element;
    return { state, exerciseId, side, phase, repeat, remainingMs };
  });
}

/** Calls a method of the element. */
export const callMethod = (page, method, ...given) =>
  page.locator(ELEMENT).evaluate((element, [method, given]) => element[method](...given), [method, given]);

/** Records all events of the element, from before it exists. Read them with `takeEvents`. */
export async function recordEvents(page) {
  await page.addInitScript(() => {
    window.heardEvents = [];
    for (const name of ['ready', 'start', 'phase', 'pause', 'resume', 'complete', 'error']) {
      document.addEventListener(`supple-${name}`, ({ type, detail, target, composed }) => {
        window.heardEvents.push({ type, detail, target: target.localName, composed, at: performance.now() });
      });
    }
  });
}

/** The events since the page was opened, or since the last call. */
export const takeEvents = (page) => page.evaluate(() => window.heardEvents.splice(0));

/** All texts in localStorage whose keys have this prefix. */
export const readStorage = (page, prefix = '') =>
  page.evaluate(
    (prefix) => Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith(prefix))),
    prefix,
  );

/** The log in localStorage, oldest session first. */
export async function readLog(page) {
  const records = Object.values(await readStorage(page, 'supple:default:log:')).map((text) => JSON.parse(text));
  return records.sort((a, b) => a.started_ms - b.started_ms);
}
