// The blog's styles don't reach the widget. The pages are those of the Chromium test.
import { blog, here } from '../blog.mjs';
import { dress, HOSTILE } from '../isolation/hostile.mjs';
import { appearanceOf, withoutMotion } from '../appearance.mjs';
import { safetyNoticeRead } from '../../fixtures/storage.mjs';
import { becomes, expect, figuresDrawn, test } from './tab.mjs';

let host;
test.beforeAll(async () => {
  host = await blog(here(import.meta.url, '../isolation/'));
});
test.afterAll(() => host.close());

/** The overview and the player on a page with these styles, for somebody on their second visit. */
async function see(tab, styles) {
  // A page without the widget, so that what a closing session leaves behind is gone too.
  await tab.goto(`${host.address}/nothing`);
  await tab.evaluate((kept) => {
    localStorage.clear();
    for (const [key, value] of Object.entries(kept)) localStorage.setItem(key, JSON.stringify(value));
  }, safetyNoticeRead);
  host.vary = dress(styles);
  await tab.goto(`${host.address}/host.html`);
  await becomes(tab, 'ready');
  await figuresDrawn(tab);
  const overview = await tab.evaluate(appearanceOf);
  // Without the mouse, which might hover over something. Restarted, the phase has its full time left,
  // however long it took to get there.
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
  test(`${what}: every screen looks as on a plain page`, async ({ tab }) => {
    const plain = await see(tab, '');
    expect(plain.overview.length).toBeGreaterThan(100);
    expect(plain.player.length).toBeGreaterThan(20);
    expect(await see(tab, styles)).toEqual(plain);
  });
}
