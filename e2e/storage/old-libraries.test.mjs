// Old libraries change what every script on the page shares: `toJSON` of arrays and strings, how JSON is written, the
// prototype of all objects. What is stored and told is the same as without them.
import { expect, test } from '@playwright/test';

import { openHost, property, ready, startRoutine, widget } from '../element/host.mjs';
import { loggedSession, safetyNoticeRead, seedStorage, unfinishedSession } from '../fixtures/storage.mjs';
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
  'enumerable additions to every object and array': () => {
    Object.prototype.extend = () => {};
    Array.prototype.remove = () => {};
    Array.prototype.contains = () => false;
  },
};

for (const [what, patch] of Object.entries(libraries)) {
  test(`a page with ${what}`, async ({ page }) => {
    await seedStorage(
      page,
      safetyNoticeRead,
      loggedSession(SUNDAY - 4 * 3_600_000, { holds: 1 }),
      unfinishedSession({ phase: 13, elapsedMs: 8_000, planMs: 465_000, startedMs: SUNDAY - 60_000 }),
    );
    await page.addInitScript(patch);
    await pauseClock(page);
    await openHost(page, '<supple-routine loading="eager"></supple-routine>');
    await ready(page);
    await expect(widget(page)).toContainText('Anchor stretch, left leg · 12 s to go');
    await press(page, 'Progress');
    expect(await readFacts(page)).toMatchObject({ 'Days done': '1', Streak: '1 day' });
    await press(page, 'Back to the routine');
    const started = widget(page).evaluate(
      (element) =>
        new Promise((resolve) => element.addEventListener('supple-start', ({ detail }) => resolve(detail.exerciseId))),
    );
    await startRoutine(page);
    expect(await property(page, 'state')).toBe('running');
    expect(await started).toBe('jumping-jacks');
  });
}
