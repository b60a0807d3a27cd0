// A tab of a browser other than Chromium: the fixture `tab` of these tests, and what a person does and reads in it.
//
// In every browser a tab can `goto` an address, `evaluate` a function on the page, `click` the element that a function
// finds there (it returns whether there was one), `press` a key, and give a `frame`, which can be evaluated and clicked
// as well. The browser itself makes the events of clicks and keys, as for a person.
import { expect, test as base } from '@playwright/test';
import { firefox } from './firefox.mjs';
import { webkit } from './webkit.mjs';

export { expect };

const START = { firefox, webkit };

export const test = base.extend({
  /** Which browser: set in playwright.config.mjs, with the path of its program. */
  driven: [{}, { option: true, scope: 'worker' }],
  started: [
    async ({ driven: { name, program } }, use) => {
      const browser = await START[name](program);
      await use(browser);
      await browser.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  tab: async ({ started }, use) => {
    const tab = await started.open();
    await use(tab);
    await tab.close();
  },
});

/** Waits until the widget is in a state. */
export const becomes = (where, state) =>
  expect.poll(() => where.evaluate(() => document.querySelector('supple-routine').state)).toBe(state);

/** Waits until every card has its figure. Somebody takes an interest, so they come at once. */
export const figuresDrawn = (where) => expect.poll(() => where.evaluate(areFiguresDrawn)).toBe(true);

function areFiguresDrawn() {
  const place = document.querySelector('supple-routine').shadowRoot.querySelector('.mounted');
  place.dispatchEvent(new Event('focusin'));
  return Boolean(place.drawings);
}

/** Presses a button of the widget by its name, once it is visible. */
export const press = (where, name) => expect.poll(() => where.click(findButton, name), `a button “${name}”`).toBe(true);

function findButton(name) {
  const buttons = document.querySelector('supple-routine').shadowRoot?.querySelectorAll('button') ?? [];
  return [...buttons].find((it) => (it.ariaLabel ?? it.textContent).trim() === name && it.checkVisibility()) ?? null;
}

/** Presses "Start routine" and accepts the safety notice. */
export async function start(where) {
  await press(where, 'Start routine');
  await press(where, 'Got it, start');
}

/** Waits until the widget shows a text. Any whitespace counts as one space. */
export const shows = (where, text) => expect.poll(() => where.evaluate(readWidget)).toMatch(text);

function readWidget() {
  const shown = document.querySelector('supple-routine').shadowRoot?.querySelector('.supple');
  return (shown?.innerText ?? '').replace(/\s+/g, ' ');
}

/** The events that the page has received, all or by name: see listen.js. */
export const heard = (tab, type = null) =>
  tab.evaluate((type) => window.heard.filter((it) => type === null || it.type === type), type);
