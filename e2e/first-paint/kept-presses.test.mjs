// A press on a start button before the widget has loaded is remembered, and acted on once.
import { expect, test } from '@playwright/test';
import { seedStorage, savedOptions, safetyNoticeRead } from '../fixtures/storage.mjs';
import { LOADER, WASM, delayResponse } from '../delayed-response.mjs';
import { countEvents, openPrerendered, widgetPainted } from './prerendered.mjs';

const WAITING = 'Loading your routine…';
const player = (page) => page.getByRole('timer');
const start = (page) => page.getByRole('button', { name: 'Start routine' });
async function startHere(page, name) {
  const card = page.getByRole('article', { name, exact: true });
  await card.locator('.row > summary').click();
  await card.getByRole('button', { name: /^Start from here/ }).click();
}

for (const [what, file] of [
  ['widget', WASM],
  ['loader', LOADER],
]) {
  test.describe(`before the ${what} has loaded`, () => {
    let release;
    let started;

    test.beforeEach(async ({ page }) => {
      await seedStorage(page, safetyNoticeRead);
      started = await countEvents(page, 'supple-start');
      release = await delayResponse(page, file);
      await openPrerendered(page);
    });

    test('a press on "Start routine" is remembered', async ({ page }) => {
      await start(page).click();
      await expect(page.getByText(WAITING).filter({ visible: true })).toHaveCount(1);
      release();
      await expect(player(page)).toBeVisible();
      await expect(page.getByRole('heading', { name: 'Jumping jacks' }).filter({ visible: true })).toBeFocused();
      await widgetPainted(page);
      expect(await started()).toHaveLength(1);
    });

    test('pressing twice starts once', async ({ page }) => {
      await start(page).click();
      await start(page).click();
      release();
      await expect(player(page)).toBeVisible();
      await widgetPainted(page);
      expect(await started()).toHaveLength(1);
    });

    test('a press on a card starts at that card', async ({ page }) => {
      await startHere(page, 'Anchor stretch');
      await expect(page.getByText(WAITING).filter({ visible: true })).toHaveCount(1);
      release();
      await expect(page.getByRole('heading', { name: 'Anchor stretch' }).filter({ visible: true })).toBeFocused();
      await widgetPainted(page);
      const events = await started();
      expect(events.map(({ exerciseId }) => exerciseId)).toEqual(['anchor']);
    });

    test('a press on "Just this one" does that exercise alone', async ({ page }) => {
      const card = page.getByRole('article', { name: 'Lying stretch', exact: true });
      await card.locator('.row > summary').click();
      await card.getByRole('button', { name: /^Just this one/ }).click();
      release();
      await expect(page.getByRole('heading', { name: 'Lying stretch' }).filter({ visible: true })).toBeFocused();
      await expect(page.getByText('Exercise 1 of 1')).toBeVisible();
      expect((await started()).map(({ exerciseId }) => exerciseId)).toEqual(['lying']);
    });

    test('the last of several presses counts', async ({ page }) => {
      await start(page).click();
      await startHere(page, 'Lying stretch');
      release();
      await expect(player(page)).toBeVisible();
      await widgetPainted(page);
      expect((await started()).map(({ exerciseId }) => exerciseId)).toEqual(['lying']);
    });

    test('Enter on a start button is remembered too', async ({ page }) => {
      await start(page).focus();
      await page.keyboard.press('Enter');
      release();
      await expect(player(page)).toBeVisible();
      await widgetPainted(page);
      expect(await started()).toHaveLength(1);
    });

    test('pressing elsewhere cancels it', async ({ page }) => {
      await start(page).click();
      await page.getByRole('heading', { name: 'Hamstring routine' }).click();
      await expect(page.getByText(WAITING).filter({ visible: true })).toHaveCount(0);
      release();
      await widgetPainted(page);
      await expect(start(page)).toBeVisible();
      await expect(player(page)).toHaveCount(0);
      expect(await started()).toHaveLength(0);
    });

    test('Escape cancels it', async ({ page }) => {
      await startHere(page, 'Lunges');
      await page.keyboard.press('Escape');
      release();
      await widgetPainted(page);
      await expect(start(page)).toBeVisible();
      expect(await started()).toHaveLength(0);
    });
  });
}

test("the safety notice comes first for people who haven't read it", async ({ page }) => {
  const started = await countEvents(page, 'supple-start');
  const release = await delayResponse(page, WASM);
  await openPrerendered(page);
  await startHere(page, 'Anchor stretch');
  release();
  await page.getByRole('button', { name: 'I understand, start' }).click();
  await expect(page.getByRole('heading', { name: 'Anchor stretch' }).filter({ visible: true })).toBeFocused();
  expect((await started()).map(({ exerciseId }) => exerciseId)).toEqual(['anchor']);
});

test('a button held down while the widget takes over is still pressed', async ({ page }) => {
  await seedStorage(page, safetyNoticeRead);
  const release = await delayResponse(page, WASM);
  await openPrerendered(page);
  await start(page).hover();
  await page.mouse.down();
  const arrived = page.waitForResponse((response) => response.url().endsWith('.wasm'));
  release();
  await (await arrived).finished();
  await page.mouse.up();
  await expect(player(page)).toBeVisible();
});

test('at each step of taking over, the start button can be pressed where it is seen', async ({ page }) => {
  await page.addInitScript(() => {
    window.idle = [];
    window.requestIdleCallback = (callback) => window.idle.push(callback);
  });
  await openPrerendered(page);
  const steps = await page.evaluate(async () => {
    const element = document.querySelector('supple-routine');
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const centre = ({ x, y, width, height }) => [x + width / 2, y + height / 2];
    const buttons = () => [...element.shadowRoot.querySelectorAll('#start-routine')];
    const [at] = buttons().map((button) => centre(button.getBoundingClientRect()));
    const steps = [];
    while (element.state !== 'ready') {
      window.idle.shift()?.();
      await nextFrame();
      const places = buttons().map((button) => centre(button.getBoundingClientRect()));
      steps.push({
        hit: element.shadowRoot.elementFromPoint(...at)?.id,
        moved: places.filter(([x, y]) => Math.abs(x - at[0]) > 0.2 || Math.abs(y - at[1]) > 0.2),
        count: places.length,
      });
    }
    return steps;
  });
  expect(steps.filter(({ count }) => count === 2).length, 'both views were there').toBeGreaterThan(5);
  for (const step of steps) expect(step).toEqual({ hit: 'start-routine', moved: [], count: step.count });
});

test('a press on a card that the options leave out starts nothing else', async ({ page }) => {
  await seedStorage(page, safetyNoticeRead, savedOptions({ exercises: { anchor: { leave_out: true } } }));
  const started = await countEvents(page, 'supple-start');
  const release = await delayResponse(page, WASM);
  await openPrerendered(page);
  await startHere(page, 'Anchor stretch');
  release();
  await widgetPainted(page);
  await expect(
    page
      .getByRole('article', { name: 'Anchor stretch', exact: true })
      .getByText('Not in your routine', { exact: true })
      .first(),
  ).toBeVisible();
  expect(await started()).toHaveLength(0);
});
