// A tab of a browser that isn't Chromium: the fixture `tab` of these tests, and what a person does and reads in it.
//
// Whichever browser it is, a tab can `goto` an address, `evaluate` a function on the page, `click` on the element that
// a function finds there, which says whether there was one, `press` a key, and give a `frame`, which can be looked at
// and clicked as well. Clicks and keys are those of a person: the browser itself makes the events.
import { expect, test as base } from '@playwright/test';
import { firefox } from './firefox.mjs';
import { webkit } from './webkit.mjs';

export { expect };

const START = { firefox, webkit };

export const test = base.extend({
  /** Which browser: set by playwright.config.mjs, with the path of its program. */
  driven: [{}, { option: true, scope: 'worker' }],
  started: [async ({ driven: { name, program } }, use) => {
    const browser = await START[name](program);
    await use(browser);
    await browser.close();
  }, { scope: 'worker', timeout: 120_000 }],
  tab: async ({ started }, use) => {
    const tab = await started.open();
    await use(tab);
    await tab.close();
  },
});

/** Waits until the widget is in a state. */
export const becomes = (where, state) =>
  expect.poll(() => where.evaluate(() => document.querySelector('supple-routine').state)).toBe(state);

/** Presses a button of the widget by its name, once it can be seen. */
export const press = (where, name) => expect.poll(() => where.click(findButton, name), `a button “${name}”`).toBe(true);

function findButton(name) {
  const buttons = document.querySelector('supple-routine').shadowRoot?.querySelectorAll('button') ?? [];
  return [...buttons].find((it) => (it.ariaLabel ?? it.textContent).trim() === name && it.checkVisibility()) ?? null;
}

/** Presses "Start routine", and reads the safety notice. */
export async function start(where) {
  await press(where, 'Start routine');
  await press(where, 'Got it, start');
}

/** Waits until the widget shows a text. Spaces and lines count as one space. */
export const shows = (where, text) => expect.poll(() => where.evaluate(readWidget)).toMatch(text);

function readWidget() {
  const shown = document.querySelector('supple-routine').shadowRoot?.querySelector('.supple');
  return (shown?.innerText ?? '').replace(/\s+/g, ' ');
}

/** What the page has heard of one event, or of all: see listen.js. */
export const heard = (tab, type = null) =>
  tab.evaluate((type) => window.heard.filter((it) => type === null || it.type === type), type);
