// The blog's styles can't reach in. The pages are those of the test for Chromium.
import { blog, here } from '../blog.mjs';
import { dress, HOSTILE } from '../isolation/hostile.mjs';
import { appearanceOf, withoutMotion } from '../appearance.mjs';
import { safetyNoticeRead } from '../../fixtures/storage.mjs';
import { becomes, expect, test } from './tab.mjs';

let host;
test.beforeAll(async () => {
  host = await blog(here(import.meta.url, '../isolation/'));
});
test.afterAll(() => host.close());

/** The overview and the player on a page with these styles, to somebody who is here for the second time. */
async function see(tab, styles) {
  // A page without the widget: what a session leaves behind when it is closed is gone as well.
  await tab.goto(`${host.address}/nothing`);
  await tab.evaluate((kept) => {
    localStorage.clear();
    for (const [key, value] of Object.entries(kept)) localStorage.setItem(key, JSON.stringify(value));
  }, safetyNoticeRead);
  host.vary = dress(styles);
  await tab.goto(`${host.address}/host.html`);
  await becomes(tab, 'ready');
  const overview = await tab.evaluate(appearanceOf);
  // Without the mouse, which might come to lie on something that shows it. Back at its beginning the phase has its
  // whole time left, however long it took to get there.
  await tab.evaluate(async () => {
    const widget = document.querySelector('supple-routine');
    await widget.start();
    await widget.pause();
    await widget.previous();
  });
  await becomes(tab, 'paused');
  return { overview, player: withoutMotion(await tab.evaluate(appearanceOf)) };
}

for (const [what, styles] of Object.entries(HOSTILE)) {
  test(`${what}: every screen looks as it does on a plain page`, async ({ tab }) => {
    const plain = await see(tab, '');
    expect(plain.overview.length).toBeGreaterThan(100);
    expect(plain.player.length).toBeGreaterThan(20);
    expect(await see(tab, styles)).toEqual(plain);
  });
}
