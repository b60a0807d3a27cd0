// Narrow windows, high zoom, wide text spacing, high contrast, fingers: nothing is cut off and nothing is too small.
import { expect, test } from '@playwright/test';
import { cutOff, collisions } from './overlaps.mjs';
import { SCREENS, open, play } from './screens.mjs';
import { safetyNoticeRead } from '../fixtures/storage.mjs';

/** WCAG 1.4.12: the text spacing a reader may set without losing content. */
async function spaceText(page) {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
      p { margin-block-end: 2em !important }`);
    document.querySelector('supple-routine').shadowRoot.adoptedStyleSheets.push(sheet);
  });
}

for (const [name, come] of Object.entries(SCREENS)) {
  test(`${name}: nothing overflows at 320 px`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 780 });
    await come(page);
    expect(await cutOff(page)).toEqual([]);
    expect(await collisions(page)).toEqual([]);
  });

  test(`${name}: nothing overflows at 400 % zoom`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 256 });
    await come(page);
    expect(await cutOff(page)).toEqual([]);
    expect(await collisions(page)).toEqual([]);
  });

  for (const width of [320, 1280]) {
    test(`${name}: wide text spacing at ${width} px hides nothing`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await come(page);
      await spaceText(page);
      expect(await cutOff(page)).toEqual([]);
      expect(await collisions(page)).toEqual([]);
    });
  }

  test(`${name}: text twice as large at 640 px hides nothing`, async ({ page }) => {
    await page.setViewportSize({ width: 640, height: 780 });
    await come(page);
    await page.evaluate(() => document.querySelector('supple-routine').style.setProperty('--supple-font-size', '2rem'));
    expect(await cutOff(page)).toEqual([]);
    expect(await collisions(page)).toEqual([]);
  });

  test(`${name}: forced colours keep everything visible`, async ({ page }) => {
    await page.setViewportSize({ width: 412, height: 780 });
    await page.emulateMedia({ forcedColors: 'active' });
    await come(page);
    // Buttons have a visible edge, however the theme paints backgrounds.
    const edges = await page
      .getByRole('button')
      .filter({ visible: true })
      .evaluateAll((buttons) =>
        buttons.map((button) => {
          const { borderTopWidth, borderTopColor, backgroundColor } = getComputedStyle(button);
          return [parseFloat(borderTopWidth) >= 1 && borderTopColor !== backgroundColor, button.textContent];
        }),
      );
    expect(edges.length).toBeGreaterThan(0);
    expect(edges.filter(([seen]) => !seen)).toEqual([]);
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
