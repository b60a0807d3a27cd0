// What the stage always shows, however small the screen, and what a tap on it does.
import { expect, test } from '@playwright/test';

import { savedCueSettings, seedStorage, safetyNoticeRead } from '../fixtures/storage.mjs';
import { advanceClock, figuresReady, openRoutine, pauseClock, player, press, pressInMore, readElement, readPlayer, startHere, stopAndLeave, finishHeading } from '../page-object.mjs';

const SETUP = 'Heel on the chair, leg straight.';

async function getReady(page, viewport) {
  if (viewport) await page.setViewportSize(viewport);
  await seedStorage(page, safetyNoticeRead, savedCueSettings({ voice: 'short', volume: 40 }));
  await pauseClock(page);
  await openRoutine(page);
  await figuresReady(page);
  await startHere(page, 'Anchor stretch');
  await expect(player(page)).toBeVisible();
}

/** The steps that can be seen, as far as they are in the window. */
const stepsInSight = (page) =>
  page.locator('.cue-steps li').evaluateAll((steps) =>
    steps
      .filter((step) => {
        const { top, bottom } = step.getBoundingClientRect();
        return getComputedStyle(step).opacity === '1' && top >= 0 && bottom <= innerHeight;
      })
      .map((step) => step.textContent),
  );

for (const [width, height] of [
  [320, 568],
  [360, 640],
  [412, 860],
  [768, 1024],
  [1280, 800],
  [860, 412],
]) {
  test(`at ${width} × ${height} it says how, with every control in sight and the figure largest`, async ({ page }) => {
    await getReady(page, { width, height });
    expect((await stepsInSight(page))[0]).toBe(SETUP);
    for (const name of ['Stop', 'Sound', 'More', 'Previous', 'Pause', 'Next', 'Need more time · +10 s']) {
      const button = page.getByRole('button', { name, exact: true });
      await expect(button).toBeInViewport({ ratio: 1 });
      const { width, height } = await button.boundingBox();
      expect(Math.min(width, height), name).toBeGreaterThanOrEqual(43.5);
    }
    const area = async (locator) => {
      const { width, height } = await locator.boundingBox();
      return width * height;
    };
    const figure = await area(page.locator('.stage supple-figure'));
    for (const other of ['.doing-now', '.remaining', '.legs', '.guidance']) {
      expect(figure, other).toBeGreaterThan(await area(page.locator(`.stage ${other}`)));
    }
  });
}

test('where there is room for one step, they take turns, and a screen reader has them all', async ({ page }) => {
  await getReady(page, { width: 320, height: 568 });
  expect(await stepsInSight(page)).toEqual([SETUP]);
  await advanceClock(page, 3_000);
  expect(await stepsInSight(page)).toEqual(['Hinge at your hips and lean forward with a flat back.']);
  await advanceClock(page, 3_000);
  expect(await stepsInSight(page)).toEqual(['Stop when you feel a pull in the back of your thigh. Hold.']);
  await expect(page.getByRole('listitem').filter({ visible: true })).toHaveCount(3);
});

test('a tap on the picture pauses, and another one continues', async ({ page }) => {
  await getReady(page);
  await page.locator('.stage supple-figure').click();
  expect(await readPlayer(page)).toMatchObject({ what: 'Paused', seconds: '10' });
  await page.locator('.stage supple-figure').click();
  expect((await readElement(page)).state).toBe('running');
});

test('a pause looks like one, and nothing else does', async ({ page }) => {
  await getReady(page);
  const opacity = () => page.locator('.stage supple-figure').evaluate((it) => getComputedStyle(it).opacity);
  expect(await opacity(), 'getting ready').toBe('1');
  await advanceClock(page, 12_000);
  expect(await opacity(), 'holding').toBe('1');
  await press(page, 'Pause');
  expect(await opacity()).toBe('0.45');
  await press(page, 'Resume');
  expect(await opacity(), 'getting back into position').toBe('0.45');
  await advanceClock(page, 5_000);
  expect(await opacity(), 'holding again').toBe('1');
});

test('a pause offers to begin again, to skip and to finish', async ({ page }) => {
  await getReady(page);
  await advanceClock(page, 12_000);
  await press(page, 'Pause');
  await press(page, 'Start this one again');
  expect(await readElement(page)).toMatchObject({ state: 'paused', phase: 'prepare', side: 'left' });
  await press(page, 'Skip this one');
  expect(await readElement(page)).toMatchObject({ state: 'paused', phase: 'hold', side: 'left' });
  await press(page, 'Finish for today');
  await expect(finishHeading(page)).toBeVisible();
});

test('left is on the left, and its leg is the near one of a picture seen from the other side', async ({ page }) => {
  await getReady(page);
  const [left, right] = await page.locator('.leg').all();
  await expect(left).toHaveText('Left leg');
  await expect(right).toHaveText('Right');
  expect((await left.boundingBox()).x).toBeLessThan((await right.boundingBox()).x);
  const isMirrored = () =>
    page
      .locator('.stage supple-figure > div > .figure')
      .evaluate((svg) => new DOMMatrix(getComputedStyle(svg).transform).a);
  expect(await isMirrored()).toBe(-1);
  await pressInMore(page, 'Start this one again');
  for (let i = 0; i < 3; i += 1) await press(page, 'Next');
  expect(await readPlayer(page)).toMatchObject({ what: 'Hold', leg: 'Right leg' });
  await expect.poll(isMirrored).toBe(1);
});

test('the sound goes off and on again with one tap, as it was', async ({ page }) => {
  await getReady(page);
  const sound = page.getByRole('button', { name: 'Sound', exact: true });
  await expect(sound).toHaveAttribute('aria-pressed', 'true');
  await sound.click();
  await expect(sound).toHaveAttribute('aria-pressed', 'false');
  await sound.click();
  await expect(sound).toHaveAttribute('aria-pressed', 'true');
  await stopAndLeave(page);
  await page.getByText('More settings', { exact: true }).click();
  await expect(page.getByRole('group', { name: 'Volume', exact: true })).toContainText('40');
});
