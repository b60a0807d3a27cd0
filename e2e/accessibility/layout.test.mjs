// Narrow windows, high zoom, wide text spacing, high contrast, fingers: nothing is cut off and nothing is too small.
import { expect, test } from '@playwright/test';
import { wrong } from './overlaps.mjs';
import { NOW, SCREENS, open, play } from './screens.mjs';
import { pauseClock } from '../page-object.mjs';
import { safetyNoticeRead, seedStorage } from '../fixtures/storage.mjs';

/** WCAG 1.4.12: the text spacing a reader may set without losing content. */
const spaceText = (page, isWide) =>
  page.evaluate((isWide) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
      p { margin-block-end: 2em !important }`);
    const { shadowRoot } = document.querySelector('supple-routine');
    // The widget's own come first.
    const own = (window.ownSheets ??= shadowRoot.adoptedStyleSheets);
    shadowRoot.adoptedStyleSheets = isWide ? [...own, sheet] : own;
  }, isWide);

/** Buttons without a visible edge, which a theme of the person's could hide. */
const withoutEdge = (page) =>
  page
    .getByRole('button')
    .filter({ visible: true })
    .evaluateAll((buttons) =>
      buttons
        .filter((button) => {
          const { borderTopWidth, borderTopColor, backgroundColor } = getComputedStyle(button);
          return parseFloat(borderTopWidth) < 1 || borderTopColor === backgroundColor;
        })
        .map((button) => button.textContent),
    );

for (const [name, come] of Object.entries(SCREENS)) {
  test(`${name}: nothing is cut off or covered, however a person reads it`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 780 });
    await come(page);
    const zoomed = { width: 320, height: 256 };
    expect(await wrong(page, [{ width: 320, height: 780 }, zoomed]), 'narrow, and at 400 % zoom').toEqual([]);

    await spaceText(page, true);
    const sizes = [320, 1280].map((width) => ({ width, height: 800 }));
    expect(await wrong(page, sizes), 'with wide text spacing').toEqual([]);
    await spaceText(page, false);

    await page.evaluate(() => document.querySelector('supple-routine').style.setProperty('--supple-font-size', '2rem'));
    expect(await wrong(page, [{ width: 640, height: 780 }]), 'with text twice as large').toEqual([]);
  });

  test(`${name}: forced colours keep everything visible`, async ({ page }) => {
    await page.setViewportSize({ width: 412, height: 780 });
    await page.emulateMedia({ forcedColors: 'active' });
    await come(page);
    expect(await page.getByRole('button').filter({ visible: true }).count()).toBeGreaterThan(0);
    expect(await withoutEdge(page)).toEqual([]);
    const picture = await page.screenshot();
    expect(picture.length, 'something is drawn').toBeGreaterThan(3_000);
  });
}

for (const [width, height] of [
  [320, 256],
  [320, 568],
  [412, 780],
  [768, 1024],
  [1280, 800],
]) {
  test(`the player's controls are large enough for a finger at ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page, safetyNoticeRead);
    await play(page, 'Anchor stretch', 1);
    const buttons = page.getByRole('button').filter({ visible: true });
    expect(await buttons.count()).toBeGreaterThanOrEqual(5);
    for (const button of await buttons.all()) {
      const box = await button.boundingBox();
      const name = await button.textContent();
      expect(box.width, name).toBeGreaterThanOrEqual(44);
      expect(box.height, name).toBeGreaterThanOrEqual(44);
    }
  });
}

for (const [width, height] of [
  [320, 568],
  [360, 640],
  [412, 780],
  [768, 1024],
  [1280, 800],
  [800, 360],
]) {
  test(`the action, the leg, the time and the main controls are in view at ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page, safetyNoticeRead);
    await play(page, 'Anchor stretch', 1);
    await expect(page.getByText('Hold', { exact: true })).toBeInViewport({ ratio: 1 });
    await expect(page.getByText('Left leg', { exact: true })).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole('timer')).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole('button', { name: 'Pause' })).toBeInViewport({ ratio: 1 });
  });
}

for (const [width, height] of [
  [320, 568],
  [412, 780],
  [844, 390],
  [1280, 720],
  [1280, 800],
]) {
  test(`in each phase of a routine the whole player is in view at ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await pauseClock(page, NOW);
    await seedStorage(page, safetyNoticeRead);
    // Its names and steps are among the longest.
    await page.goto('./routines/lower-back/');
    const widget = page.locator('supple-routine');
    await widget.evaluate((element) => element.ready);
    await page.getByRole('button', { name: 'Start routine' }).first().click();
    await expect(page.locator('.player')).toBeVisible();
    const tooHigh = await widget.evaluate(async (element) => {
      const player = element.shadowRoot.querySelector('.player');
      const found = [];
      while (element.state === 'running') {
        const over = Math.round(player.getBoundingClientRect().height - innerHeight);
        if (over > 0) found.push(`${player.querySelector('.doing-now').textContent}: ${over} px`);
        await element.next();
      }
      return found;
    });
    expect(tooHigh).toEqual([]);
  });
}
