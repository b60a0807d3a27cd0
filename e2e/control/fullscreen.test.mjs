// The player fills the screen if the browser allows it, to be readable from two metres.
import { expect, test } from '@playwright/test';

import {
  finishHeading,
  heading,
  holdAnchorStretch,
  player,
  press,
  pressInMore,
  readElement,
} from '../page-object.mjs';

const HELD_MS = 2_000;

const fills = (page) =>
  page.evaluate(() => Boolean(document.querySelector('supple-routine').shadowRoot.fullscreenElement));

test('the same button enters and leaves full screen', async ({ page }) => {
  await holdAnchorStretch(page, HELD_MS);
  await pressInMore(page, 'Full screen');
  await expect.poll(() => fills(page)).toBe(true);
  await pressInMore(page, 'Exit full screen');
  await expect.poll(() => fills(page)).toBe(false);
});

test('"f" does too, and full screen stays for the screen after "It hurts"', async ({ page }) => {
  await holdAnchorStretch(page, HELD_MS);
  await page.keyboard.press('f');
  await expect.poll(() => fills(page)).toBe(true);
  await press(page, 'It hurts');
  await press(page, 'Skip this stretch');
  await expect(heading(page, 'Anchor stretch, right leg')).toBeFocused();
  expect(await fills(page)).toBe(true);
  await page.keyboard.press('f');
  await expect.poll(() => fills(page)).toBe(false);
  expect((await readElement(page)).state).toBe('running');
});

test('full screen ends with the session', async ({ page }) => {
  await holdAnchorStretch(page, HELD_MS);
  await pressInMore(page, 'Full screen');
  await expect.poll(() => fills(page)).toBe(true);
  await press(page, 'Stop');
  await expect(finishHeading(page)).toBeVisible();
  await expect.poll(() => fills(page)).toBe(false);
});

test('a page that is in full screen by itself stays so', async ({ page }) => {
  await holdAnchorStretch(page, HELD_MS);
  await page.evaluate(() =>
    document.addEventListener('click', () => document.documentElement.requestFullscreen(), { once: true }),
  );
  await press(page, 'Pause');
  await expect.poll(() => page.evaluate(() => document.fullscreenElement?.localName)).toBe('html');
  await press(page, 'Stop');
  await expect(finishHeading(page)).toBeVisible();
  expect(await page.evaluate(() => document.fullscreenElement?.localName)).toBe('html');
});

test('a browser without full screen shows no button, and "f" does nothing', async ({ page }) => {
  await page.addInitScript(() => {
    delete Document.prototype.fullscreenEnabled;
    delete Element.prototype.requestFullscreen;
  });
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await holdAnchorStretch(page, HELD_MS);
  await press(page, 'More');
  await expect(page.getByRole('button', { name: 'Full screen', exact: true })).toHaveCount(0);
  await press(page, 'Close');
  await heading(page, 'Anchor stretch, left leg').focus();
  await page.keyboard.press('f');
  await page.keyboard.press('Space');
  expect((await readElement(page)).state).toBe('paused');
  expect(errors).toEqual([]);
});

for (const [how, refuse] of [
  ['with a promise', () => (Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('no')))],
  [
    'by throwing',
    () =>
      (Element.prototype.requestFullscreen = () => {
        throw new TypeError('no');
      }),
  ],
]) {
  test(`a browser that refuses ${how} changes nothing`, async ({ page }) => {
    await page.addInitScript(refuse);
    const errors = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await holdAnchorStretch(page, HELD_MS);
    await pressInMore(page, 'Full screen');
    await press(page, 'Pause');
    expect((await readElement(page)).state).toBe('paused');
    expect(errors).toEqual([]);
  });
}

for (const [width, height, share] of [
  [412, 860, 0.22],
  [820, 1180, 0.22],
  [860, 412, 0.28],
  [1280, 800, 0.25],
  [320, 568, 0.2],
]) {
  test(`the action, the leg and the time are large and in view at ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await holdAnchorStretch(page, HELD_MS);
    await pressInMore(page, 'Full screen');
    await expect.poll(() => fills(page)).toBe(true);
    const [screen, window] = await page.evaluate(() => [
      { width: innerWidth, height: innerHeight },
      document.documentElement.scrollWidth,
    ]);
    expect(window).toBeLessThanOrEqual(screen.width);
    for (const seen of [
      player(page).locator('.what'),
      player(page).locator('.leg.on'),
      page.getByRole('timer'),
      page.getByRole('button', { name: 'Pause' }),
    ]) {
      await expect(seen).toBeInViewport({ ratio: 1 });
    }
    const size = (locator) => locator.evaluate((it) => parseFloat(getComputedStyle(it).fontSize));
    expect(await size(page.getByRole('timer')), 'the seconds').toBeGreaterThan(
      share * Math.min(screen.height, screen.width),
    );
    expect(await size(player(page).locator('.what')), 'what to do').toBeGreaterThan(
      0.07 * Math.min(screen.height, screen.width),
    );
    const overflow = await page.locator('supple-routine').evaluate(({ shadowRoot }) => {
      const { scrollHeight, clientHeight } = shadowRoot.fullscreenElement;
      return scrollHeight - clientHeight;
    });
    expect(overflow, 'without scrolling').toBeLessThanOrEqual(1);
  });
}
