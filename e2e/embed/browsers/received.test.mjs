// A routine that came in a link: shown at once, kept, done in real time, and told of to its author.
import { readFileSync } from 'node:fs';

import { storageKey } from '../../fixtures/storage.mjs';
import { fragmentOf } from '../../received/links.mjs';
import { becomes, expect, press, test } from './tab.mjs';

const ROUTINE = {
  ...JSON.parse(readFileSync(new URL('short.json', import.meta.url), 'utf8')),
  id: 'sam-short',
  author: { name: 'Dr Ada Wells' },
  for: 'Sam',
};

/** Waits until an element of the page, outside the widget, says this. */
const says = (tab, selector, text) =>
  expect
    .poll(() =>
      tab.evaluate(
        (selector) => (document.querySelector(selector).value ?? document.querySelector(selector).innerText).trim(),
        selector,
      ),
    )
    .toMatch(text);

/** Clicks what the page has outside the widget, by its text. */
const clickText = (tab, selector, text) =>
  expect.poll(() => tab.click(findText, [selector, text]), `“${text}” among ${selector}`).toBe(true);

function findText([selector, text]) {
  return (
    [...document.querySelectorAll(selector)].find((it) => it.textContent.trim() === text && it.checkVisibility()) ??
    null
  );
}

test('a link is received, kept and done, and the summary tells of it', async ({ tab, baseURL }) => {
  const address = `${baseURL}routines/shared/#${fragmentOf(ROUTINE)}`;
  // Whoever has read the safety notice isn't waited for, as in a first session.
  await tab.goto(baseURL);
  await tab.evaluate(
    (key) => localStorage.setItem(key, JSON.stringify({ version: 1, read: true })),
    storageKey('safety'),
  );
  await tab.goto(address);
  await says(tab, '#lead', /^From Dr Ada Wells, who is responsible for it\. It is their advice, not Supple's\.$/);
  await says(tab, '#facts', /^For Sam/);

  await clickText(tab, '#answers button', 'Keep it');
  await says(tab, '#standing', /^Kept\./);
  await becomes(tab, 'ready');
  await press(tab, 'Start routine');
  await becomes(tab, 'done');

  await clickText(tab, '#tell > summary', 'Send a summary');
  await says(tab, '#text', /Sessions: 1\nHeld on the left: 7 s\nHeld on the right: 7 s/);

  await tab.goto(`${baseURL}routines/`);
  await says(tab, '.kept-routines', /Short routine/);
});

test('a link that was cut off is explained', async ({ tab, baseURL }) => {
  await tab.goto(`${baseURL}routines/shared/#${fragmentOf(ROUTINE).slice(0, -30)}`);
  await says(tab, '#lead', /^The end of this link is missing/);
});
