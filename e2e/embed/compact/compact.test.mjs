// In an article the widget invites: what starts the routine is whole, however little room there is, and starting doesn't move
// the article about.
import { expect, test } from '@playwright/test';

import { loggedSession, safetyNoticeRead, seedStorage, unfinishedSession } from '../../fixtures/storage.mjs';
import { openHost, property, ready, startRoutine, widget } from '../../element/host.mjs';

const ELEMENT = '<supple-routine loading="eager"';

/** Opens an article with the element in a column of this width, and this height reserved. */
async function openColumn(page, { width, height = '34em', attributes = '' }) {
  const style = `display: block; min-height: ${height}; --supple-height: ${height}`;
  const column = `<div style="width: ${width}px">${ELEMENT} ${attributes} style="${style}"></supple-routine></div>`;
  await openHost(page, `${column}<p id="after">After.</p>`);
  await ready(page);
}

const box = (locator) => locator.boundingBox();
const bottom = async (locator) => (({ y, height }) => y + height)(await box(locator));
const unfold = (page) => widget(page).getByRole('button', { name: 'Show all exercises' });

for (const width of [300, 360, 640, 900]) {
  test(`in ${width} px a compact one shows figure, name, minutes and Start in a height of 240 px`, async ({ page }) => {
    await openColumn(page, { width, height: '240px', attributes: 'compact' });
    expect((await box(widget(page))).height).toBe(240);
    await expect(unfold(page)).toBeVisible();
    const top = (await box(unfold(page))).y;
    for (const part of [
      widget(page).locator('.cover .figure').first(),
      widget(page).getByRole('heading', { name: 'Hamstring routine' }),
      widget(page).getByText('8 min · 8 exercises'),
      widget(page).getByRole('button', { name: 'Start routine' }),
    ]) {
      await expect(part).toBeVisible();
      expect(await bottom(part)).toBeLessThanOrEqual(top);
    }
    await unfold(page).click();
    await expect(widget(page).getByRole('button', { name: 'Progress' })).toBeVisible();
    await expect(widget(page).getByText('More settings')).toBeVisible();
  });
}

const PEOPLE = {
  somebody: [],
  'somebody who has been here before': [loggedSession(Date.now() - 86_400_000)],
  'somebody with an unfinished session': [
    unfinishedSession({ phase: 13, elapsedMs: 8_000, planMs: 480_000, startedMs: Date.now() - 60_000 }),
  ],
};

for (const width of [300, 320, 360, 500, 640, 900]) {
  for (const [who, stored] of Object.entries(PEOPLE)) {
    test(`in ${width} px the fold doesn't cut through the start card of ${who}`, async ({ page }) => {
      await seedStorage(page, safetyNoticeRead, ...stored);
      await openColumn(page, { width });
      await expect(unfold(page)).toBeVisible();
      expect(await bottom(widget(page).locator('.start-panel'))).toBeLessThanOrEqual((await box(unfold(page))).y);
    });
  }
}

test('on a phone, starting fills the screen, and finishing leaves it', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await seedStorage(page, safetyNoticeRead);
  await openColumn(page, { width: 330 });
  await widget(page).getByRole('button', { name: 'Start routine' }).click();
  const isFull = () => widget(page).evaluate(({ shadowRoot }) => Boolean(shadowRoot.fullscreenElement));
  await expect.poll(isFull).toBe(true);
  await widget(page).getByRole('button', { name: 'Stop', exact: true }).click();
  await expect.poll(isFull).toBe(false);
});

test('whoever has left full screen is not brought back by easing off', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await seedStorage(page, safetyNoticeRead);
  await openColumn(page, { width: 330 });
  const isFull = () => widget(page).evaluate(({ shadowRoot }) => Boolean(shadowRoot.fullscreenElement));
  await widget(page).evaluate((element) => element.start('anchor'));
  await expect.poll(isFull).toBe(true);
  await widget(page).evaluate((element) => element.next());
  await page.evaluate(() => document.exitFullscreen());
  await expect.poll(isFull).toBe(false);
  await widget(page).getByRole('button', { name: 'It hurts' }).click();
  await widget(page).getByRole('button', { name: /^Continue gently/ }).click();
  await expect.poll(() => property(page, 'state')).toBe('running');
  expect(await isFull()).toBe(false);
});

test('on a wide screen, starting keeps the height of the article, and the session fits into it', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await seedStorage(page, safetyNoticeRead);
  await openColumn(page, { width: 700 });
  const before = await box(page.locator('#after'));
  await startRoutine(page);
  await expect(widget(page).getByRole('timer')).toBeVisible();
  expect(await box(page.locator('#after'))).toEqual(before);
  expect(await widget(page).evaluate(({ shadowRoot }) => shadowRoot.fullscreenElement)).toBeNull();
});
