// The cards in an article are collapsed to the reserved height; a screen that somebody asked for never is.
import { blog, here } from '../blog.mjs';
import { becomes, expect, press, start, test } from './tab.mjs';

let host;
test.beforeAll(async () => {
  host = await blog(here(import.meta.url));
});
test.afterAll(() => host.close());

/** Waits until the whole screen is visible, or not, and with it the button that expands the cards. */
const sees = (tab, expected) =>
  expect
    .poll(() =>
      tab.evaluate(() => {
        const root = document.querySelector('supple-routine').shadowRoot;
        const shown = [...root.querySelectorAll('.mounted, .overview')];
        return {
          whole: shown.every(({ scrollHeight, clientHeight }) => scrollHeight <= clientHeight),
          unfold: root.querySelector('.unfold').checkVisibility(),
        };
      }),
    )
    .toEqual(expected);
const FOLDED = { whole: false, unfold: true };
const WHOLE = { whole: true, unfold: false };

test('the player is complete while the cards are collapsed, and they are collapsed again afterwards', async ({
  tab,
}) => {
  await tab.goto(`${host.address}/host.html`);
  await becomes(tab, 'ready');
  await sees(tab, FOLDED);
  await start(tab);
  await becomes(tab, 'running');
  await sees(tab, WHOLE);
  await press(tab, 'Stop'); // before anything was held, so there is nothing to tell
  await becomes(tab, 'ready');
  await sees(tab, FOLDED);
  await press(tab, 'Show all exercises');
  await sees(tab, WHOLE);
});

test('what is collapsed makes the page no longer', async ({ tab }) => {
  await tab.goto(`${host.address}/host.html`);
  await becomes(tab, 'ready');
  await sees(tab, FOLDED);
  const { whole, seen } = await tab.evaluate(() => {
    const { scrollHeight: whole, clientHeight: seen } = document.documentElement;
    return { whole, seen };
  });
  expect(whole).toBe(seen);
});
