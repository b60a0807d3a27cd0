// Figures of other authors' routines: drawn from their poses, or left out with a reason.
import { expect, test } from '@playwright/test';

import { routineOf } from '../library.mjs';
import { openAll } from '../page-object.mjs';

const BUILT_IN = routineOf('hamstring');

/**
 * Opens a page with somebody else's routine, as a document or its text, and returns the errors reported to the page.
 */
async function openOther(page, routine, src = 'other.json') {
  await page.route('**/other.json', (route) =>
    route.fulfill(typeof routine === 'string' ? { body: routine } : { json: routine }),
  );
  await page.route('**/article.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>Article</title><script type="module" src="embed/v1/supple.js"></script><supple-routine loading="eager" src="${src}"></supple-routine>`,
    }),
  );
  await page.addInitScript(() => {
    window.told = [];
    document.addEventListener('supple-error', ({ detail }) => window.told.push(detail.message));
  });
  await page.goto('article.html');
  await page.evaluate(async () => {
    await customElements.whenDefined('supple-routine');
    await document.querySelector('supple-routine').ready;
  });
  await openAll(page);
}

const figures = (page) => page.locator('.card-body > supple-figure');

test('a routine can bring its own figures', async ({ page }) => {
  const routine = structuredClone(BUILT_IN);
  routine.id = 'other';
  await openOther(page, routine);
  await expect(page.locator('.card .figure').filter({ visible: true }).first()).toBeVisible();
  await expect(figures(page).filter({ visible: true })).toHaveCount(9);
  expect(await page.evaluate(() => window.told)).toEqual([]);
});

/** Opens forty cards with figures, all in view, on a slow phone. Returns a way to make it as quick as the machine. */
async function openForty(page) {
  await page.setViewportSize({ width: 1280, height: 24_000 });
  const session = await page.context().newCDPSession(page);
  const slowDown = (rate) => session.send('Emulation.setCPUThrottlingRate', { rate });
  await slowDown(4);
  const routine = { ...structuredClone(BUILT_IN), id: 'forty' };
  const known = routine.sections.flatMap((section) => section.exercises).slice(0, 6);
  const exercises = Array.from({ length: 40 }, (_, i) => ({
    ...known[i % known.length],
    id: `exercise-${i}`,
    easier: undefined, // each would need an id of its own
  }));
  routine.sections = [{ ...routine.sections[0], exercises }];
  await openOther(page, routine);
  await page.getByRole('button', { name: 'Show all exercises' }).click();
  const drawn = page.locator('.card-body > supple-figure > div:first-child > .figure').filter({ visible: true });
  await expect(drawn).toHaveCount(40);
  return { hurry: () => slowDown(1) };
}

const strips = (page) => page.locator('.card-body .strip').count();

test('forty cards with figures, all in view on a slow phone, are drawn, and one moves when pointed at', async ({
  page,
}) => {
  const { hurry } = await openForty(page);
  // Each moves once, because it has come into view. They are drawn one after another, and the first doesn't wait.
  await expect(page.locator('.card-body .moving').first()).toBeAttached();
  expect(await strips(page)).toBeLessThan(40);
  await hurry(); // to paint so large a window forty times is the machine's work and no phone's
  await expect.poll(() => strips(page), { timeout: 60_000 }).toBe(0);
  await page.getByRole('article').nth(30).hover();
  await expect.poll(() => strips(page)).toBeGreaterThan(0);
  expect(await strips(page)).toBeLessThanOrEqual(2); // right and wrong
  expect(await page.evaluate(() => window.told)).toEqual([]);
});

test('a session need not wait until the figures of forty cards are drawn', async ({ page }) => {
  await openForty(page);
  await expect.poll(() => strips(page)).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Start routine' }).click();
  await page.getByRole('button', { name: 'I understand, start' }).click();
  await page.getByRole('button', { name: "I'm ready" }).click();
  await expect(page.getByRole('timer')).toBeVisible();
  await expect(page.locator('.player .moving')).toBeAttached();
  expect(await page.evaluate(() => window.told)).toEqual([]);
});

test('a faulty figure is left out and reported, and its card works without it', async ({ page }) => {
  const routine = structuredClone(BUILT_IN);
  routine.sections[2].exercises[0].figure.poses[3].pelvis = 400;
  routine.sections[0].exercises[1].figure.props.push({ kind: 'trampoline' });
  await openOther(page, routine);
  await expect(figures(page).filter({ visible: true })).toHaveCount(7);
  await expect(page.getByRole('article', { name: 'Anchor stretch' })).toBeVisible();
  await expect
    .poll(() => page.evaluate(() => window.told))
    .toEqual([
      'sections[0].exercises[1].figure.props[1].kind: "trampoline" is not one of "floor", "mat", "chair", "table", ' +
        '"wall", "doorway".\n' +
        'sections[2].exercises[0].figure.poses[3].pelvis: should be a number from -150 to 150, but is 400.',
    ]);
  // The session works as usual.
  await page.evaluate(() => document.querySelector('supple-routine').start('anchor'));
  await page.getByRole('button', { name: 'I understand, start', exact: true }).click();
  await page.getByRole('button', { name: "I'm ready" }).click();
  await expect(page.getByRole('timer')).toBeVisible();
});

for (const [how, written] of [
  ['', '"figure"'],
  [', however it is written', '"\\u0066igure"'],
]) {
  test(`drawings that a routine claims to contain are ignored${how}`, async ({ page }) => {
    const routine = structuredClone(BUILT_IN);
    delete routine['anatomy-picture'];
    routine.bodies = { side: { bones: 'none', outlines: [['"><script>']] } };
    routine.sections[0].exercises[0].figure = { moments: 'none', view: 'side' };
    await openOther(page, JSON.stringify(routine).replaceAll('"figure"', written));
    await expect(figures(page).filter({ visible: true })).toHaveCount(8);
    await expect
      .poll(() => page.evaluate(() => window.told.join()))
      .toMatch(/^sections\[0\]\.exercises\[0\]\.figure\./);
  });
}

test('an empty address means the built-in routine with its figures', async ({ page }) => {
  await openOther(page, '', '');
  await expect(figures(page).filter({ visible: true })).toHaveCount(9);
  expect(await page.evaluate(() => window.told)).toEqual([]);
});

test('a routine without figures has none, and no drawings are fetched', async ({ page }) => {
  const routine = structuredClone(BUILT_IN);
  for (const exercise of routine.sections.flatMap((section) => section.exercises)) {
    delete exercise.figure;
    delete exercise.variation?.figure;
    delete exercise.easier?.figure;
  }
  delete routine['anatomy-picture'];
  const loaded = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  await openOther(page, routine);
  await expect(page.getByRole('article')).toHaveCount(9);
  await expect(figures(page).filter({ visible: true })).toHaveCount(0);
  await page.evaluate(() => document.querySelector('supple-routine').start('anchor'));
  await page.getByRole('button', { name: 'I understand, start', exact: true }).click();
  await page.getByRole('button', { name: "I'm ready" }).click();
  await expect(page.getByRole('timer')).toBeVisible();
  await expect(page.locator('.player supple-figure'), 'the dial has its place').toBeHidden();
  expect(loaded.filter((path) => path.includes('/figures-'))).toEqual([]);
  expect(loaded.filter((path) => path.endsWith('.json'))).toEqual(['/other.json']);
});
