// Old libraries change what every script on the page shares: `toJSON` of arrays and strings, how JSON is written, the
// prototype of all objects. What is stored and told is the same as without them.
import { expect, test } from '@playwright/test';

import { openHost, property, ready, startRoutine, widget } from '../element/host.mjs';
import { loggedSession, safetyNoticeRead, seedStorage, storageKey, unfinishedSession } from '../fixtures/storage.mjs';
import { pauseClock, press, readFacts, SUNDAY } from '../page-object.mjs';

const libraries = {
  'toJSON, as Prototype.js has it': () => {
    Array.prototype.toJSON = () => '[…]';
    String.prototype.toJSON = function () {
      return `"${this}"`;
    };
    Object.prototype.toJSON = () => '{…}';
  },
  'a JSON.stringify of its own': () => {
    JSON.stringify = () => '"?"';
  },
  'a JSON of its own, as MooTools has it': () => {
    window.JSON = { encode: () => '', decode: () => null };
  },
  'a JSON.parse of its own': () => {
    JSON.parse = () => ({ state: 'parsed' });
  },
  'enumerable additions to every object and array': () => {
    Object.prototype.extend = () => {};
    Array.prototype.remove = () => {};
    Array.prototype.contains = () => false;
  },
  "Prototype's own methods of arrays and functions": () => {
    // As in Prototype 1.6 and 1.7, which give the names of later standards another meaning.
    Array.prototype.entries = Array.prototype.toArray = function () {
      return this.slice();
    };
    Array.prototype.reduce = function () {
      return this.length > 1 ? this : this[0];
    };
    Array.from = (given) => (given?.toArray ? given.toArray() : Array.prototype.slice.call(given ?? []));
    Function.prototype.bind = function (self) {
      return (...given) => this.apply(self, given);
    };
    Object.values = (object) => Object.keys(object).map((key) => object[key]);
    HTMLElement.prototype.scrollTo = function () {
      return this;
    };
  },
  "MooTools' own elements and events": () => {
    // MooTools 1.2 puts classes of its own in the place of the browser's.
    window.Element = function () {};
    window.Event = function ({ type }) {
      this.type = type.toLowerCase();
    };
  },
};

/** The widget, and an iframe with another one, as their snippets put them on a page. */
const BODY = `<supple-routine loading="eager"></supple-routine>
  <script type="module" src="embed/v1/iframe.js"></script>
  <iframe title="A" src="embed/v1/frame.html?storage-key=a" width="600" height="900"></iframe>`;

for (const [what, patch] of Object.entries(libraries)) {
  test(`a page with ${what}`, async ({ page }) => {
    await seedStorage(
      page,
      safetyNoticeRead,
      { [storageKey('safety', 'a')]: safetyNoticeRead[storageKey('safety')] },
      loggedSession(SUNDAY - 4 * 3_600_000, { holds: 1 }),
      unfinishedSession({ phase: 13, elapsedMs: 8_000, planMs: 465_000, startedMs: SUNDAY - 60_000 }),
    );
    // The page alone has them, not the frame.
    await page.addInitScript(`if (window === top) (${patch})()`);
    await pauseClock(page);
    await openHost(page, BODY);
    await ready(page);
    await expect(widget(page)).toContainText('Anchor stretch, left leg · 12 s to go');
    await press(page, 'Progress');
    expect(await readFacts(page)).toMatchObject({ 'In total': '1 day', 'Current streak': '1 day' });
    await press(page, 'Back to the routine');
    const started = widget(page).evaluate(
      (element) =>
        new Promise((resolve) => element.addEventListener('supple-start', ({ detail }) => resolve(detail.exerciseId))),
    );
    await startRoutine(page);
    expect(await property(page, 'state')).toBe('running');
    expect(await started).toBe('jumping-jacks');
    await press(page, 'More');
    await expect(page.getByRole('dialog', { name: 'More' })).toBeVisible();
    await page.keyboard.press('Escape');
    // Past the preparation: the figure moves.
    await page.clock.runFor(10_000);
    await expect(widget(page).locator('.player supple-figure .moving')).toBeVisible();

    // The frame is loaded when somebody sees it and its page has nothing else to do, for which time has to pass.
    await page.locator('iframe').scrollIntoViewIfNeeded();
    await page.clock.resume();

    // The frame gets the height that it asks for, and of both routines one runs at a time.
    const frame = page.frameLocator('iframe');
    await frame.getByRole('button', { name: 'Start routine' }).click();
    await expect(frame.getByRole('timer')).toBeVisible();
    await expect.poll(() => property(page, 'state')).toBe('paused');
    const asked = await frame.locator('supple-routine').evaluate((it) => Math.ceil(it.getBoundingClientRect().height));
    await expect.poll(() => page.locator('iframe').evaluate((it) => it.clientHeight)).toBe(asked);
  });
}
