// What a browser, or an extension that guards somebody's privacy, refuses as soon as it is asked for.
import { expect, test } from '@playwright/test';

import { openHost, property, ready, startRoutine } from '../element/host.mjs';
import { safetyNoticeRead, seedStorage } from '../fixtures/storage.mjs';

for (const [whose, name] of [
  ['Navigator', 'mediaSession'],
  ['Navigator', 'wakeLock'],
  ['Navigator', 'userActivation'],
  ['Window', 'speechSynthesis'],
]) {
  test(`a session runs where \`${name}\` throws when it is looked at`, async ({ page }) => {
    await seedStorage(page, safetyNoticeRead);
    await page.addInitScript(
      ([whose, name]) =>
        Object.defineProperty(whose === 'Window' ? window : Navigator.prototype, name, {
          get() {
            throw new DOMException('Not for you.', 'SecurityError');
          },
        }),
      [whose, name],
    );
    await openHost(page, '<supple-routine loading="eager"></supple-routine>');
    await ready(page);
    await startRoutine(page);
    expect(await property(page, 'state')).toBe('running');
  });
}
