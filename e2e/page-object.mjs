// What a person does on the page and reads there. The tests say what should come of it.
import { expect } from '@playwright/test';

import { seedStorage, safetyNoticeRead } from './fixtures/storage.mjs';

/** When the virtual clock begins: a Sunday, shortly before noon, UTC. */
export const SUNDAY = Date.UTC(2026, 10, 22, 11, 30);

const ELEMENT = 'supple-routine';

/** Stops all clocks of the page's context; from now on time passes by `let pass` alone. Call it before opening. */
export async function pauseClock(page, at = SUNDAY) {
  await page.clock.install({ time: at - 1_000 });
  await page.clock.pauseAt(at);
}

/** Lets time pass on the virtual clock, with every timer on time. */
export const advanceClock = (page, ms) => page.clock.runFor(ms);

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

export async function reload(page) {
  await page.reload();
  await widgetReady(page);
}

/** Presses a button of the widget by its name. */
export const press = (page, name) => page.getByRole('button', { name, exact: true }).click();

/** Presses "Start routine", and reads the safety notice if it comes. */
export async function start(page) {
  await press(page, 'Start routine');
  const gotIt = page.getByRole('button', { name: 'Got it, start', exact: true });
  await expect(gotIt.or(player(page))).toBeVisible();
  if (await gotIt.isVisible()) await gotIt.click();
  await expect(player(page)).toBeVisible();
}

/** Presses "Start here" on a card. */
export const startHere = (page, exercise) => card(page, exercise).getByRole('button', { name: /^Start here/ }).click();

export const card = (page, exercise) => page.getByRole('article', { name: exercise, exact: true });

export const heading = (page, name) => page.getByRole('heading', { name, exact: true });

/** Everything that only the player has is in here. */
export const player = (page) => page.locator('.player');

/** Opens the page on a clock that stands, and holds the anchor stretch, on the left leg, for so long. */
export async function holdAnchorStretch(page, heldMs) {
  await seedStorage(page, safetyNoticeRead);
  await pauseClock(page);
  await openRoutine(page);
  await startHere(page, 'Anchor stretch');
  await expect(player(page)).toBeVisible();
  await advanceClock(page, 10_000 + heldMs);
}

/** The notices over the screen. */
export const notices = (page) => page.locator('.notices');

/** Reads every notice that comes and presses OK before doing anything else. Gives what was told, as it comes. */
export async function dismissNotices(page) {
  const told = [];
  await page.addLocatorHandler(notices(page).getByRole('button', { name: 'OK', exact: true }), async (ok) => {
    told.push(...(await notices(page).locator('p').allTextContents()));
    await ok.click();
  });
  return told;
}

/** The session that was left behind, on the overview. */
export const resumeOffer = (page) => page.locator('.leftover');

/** What the person reads in the player, in one look. */
export function readPlayer(page) {
  return player(page).evaluate((player) => {
    const read = (selector) => (player.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();
    return {
      what: read('.what'),
      exercise: read('h2'),
      leg: read('.leg:not([aria-hidden])'),
      repeat: read('.repeat'),
      seconds: read('[role=timer]'),
      left: read('.time-left'),
      place: read('.place-text > :first-child'),
    };
  });
}

/** The facts of a screen, by their terms: `{ 'Total time': '8 min' }`. */
export function readFacts(page) {
  return page.locator('.facts:visible').evaluateAll((lists) => {
    const terms = lists.flatMap((list) => [...list.querySelectorAll('dt')]);
    return Object.fromEntries(terms.map((term) => [term.textContent, term.nextElementSibling.textContent]));
  });
}

/** The table of the finish screen, a row each: name, "held" or "moved", and what the cells say. */
export function readFinishTable(page) {
  return page.locator('table.done tbody tr').evaluateAll((rows) =>
    rows.map((row) => {
      const kind = row.querySelector('.kind').textContent.trim();
      const name = row.querySelector('th').firstChild.textContent.trim();
      return [name, kind, ...[...row.querySelectorAll('td')].map((cell) => cell.textContent)];
    }),
  );
}

/** The element's own properties, which the contract promises. */
export function readElement(page) {
  return page.locator(ELEMENT).evaluate((element) => {
    const { state, exerciseId, side, phase, repeat, remainingMs } = element;
    return { state, exerciseId, side, phase, repeat, remainingMs };
  });
}

/** Calls a method of the element. */
export const callMethod = (page, method, ...given) =>
  page.locator(ELEMENT).evaluate((element, [method, given]) => element[method](...given), [method, given]);

/** Listens to all events of the element, from before it exists. Read them with `heard`. */
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

/** What was heard since the page was opened, or since the last call. */
export const takeEvents = (page) => page.evaluate(() => window.heardEvents.splice(0));

/** All that is in localStorage under keys that begin so, as texts. */
export const readStorage = (page, prefix = '') =>
  page.evaluate((prefix) => Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith(prefix))), prefix);

/** The log as it is in localStorage, oldest first. */
export async function readLog(page) {
  const records = Object.values(await readStorage(page, 'supple:default:log:')).map((text) => JSON.parse(text));
  return records.sort((a, b) => a.started_ms - b.started_ms);
}
