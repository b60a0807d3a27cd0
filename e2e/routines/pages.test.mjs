// The page of each routine: complete before any script runs, on paper, and for search engines.
import { expect, test } from '@playwright/test';

import { violations } from '../accessibility/violations.mjs';
import { ROUTINES, routineOf } from '../library.mjs';
import { openRoutine } from '../page-object.mjs';
import { planOf } from '../routine/expected-plan.mjs';

const exercisesOf = (id) => routineOf(id).sections.flatMap(({ exercises }) => exercises);

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  for (const id of ROUTINES) {
    test(`${id} says everything, and leads to others`, async ({ page }) => {
      await page.goto(`routines/${id}/`);
      const { name, safety } = routineOf(id);
      await expect(page).toHaveTitle(`${name} · Supple`);
      await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
      for (const exercise of exercisesOf(id)) {
        const card = page.getByRole('article', { name: exercise.name, exact: true });
        await card.locator('summary').first().click();
        for (const text of [...exercise.steps, exercise.key, exercise.mistake, exercise.caution].filter(Boolean)) {
          await expect(card.getByText(text, { exact: true }).first()).toBeVisible();
        }
      }
      for (const rule of safety) await expect(page.getByText(rule, { exact: true })).toBeVisible();
      const more = page.getByRole('navigation', { name: 'More routines' });
      await expect(more.getByRole('listitem').filter({ visible: true })).toHaveCount(4);
      await more.getByRole('link', { name: 'All routines' }).click();
      await expect(page.getByRole('heading', { name: 'Routines', exact: true })).toBeVisible();
    });
  }
});

for (const id of ROUTINES) {
  test(`${id}: axe finds nothing, with every card open`, async ({ page }) => {
    await openRoutine(page, `routines/${id}/`);
    await page.locator('.row').evaluateAll((rows) => rows.forEach((row) => (row.open = true)));
    expect(await violations(page)).toEqual([]);
  });

  test(`${id} is described to search engines with the plan's own length`, async ({ page }) => {
    await page.goto(`routines/${id}/`);
    const described = await page.locator('script[type="application/ld+json"]').evaluate((it) => JSON.parse(it.textContent));
    expect(described).toMatchObject({ '@type': 'ExercisePlan', name: routineOf(id).name });
    const [, minutes = 0, seconds = 0] = /^PT(?:(\d+)M)?(?:(\d+)S)?$/.exec(described.activityDuration);
    expect(1_000 * (60 * Number(minutes) + Number(seconds))).toBe(planOf({}, routineOf(id)).totalMs);
  });
}

test('a page loads its own routine and drawings, and nothing of the others', async ({ page }) => {
  const requested = [];
  page.on('request', (request) => requested.push(new URL(request.url()).pathname));
  await openRoutine(page, 'routines/lower-back/');
  await page.locator('.mounted').dispatchEvent('focusin');
  await expect.poll(() => page.locator('.mounted').evaluate(({ drawings }) => Boolean(drawings))).toBe(true);
  const data = requested.filter((path) => path.endsWith('.json')).map((path) => path.split('/').at(-1));
  expect(data.sort()).toEqual(['lower-back-figures.json', 'lower-back.json']);
});

test('on paper every step of a routine is there', async ({ page }) => {
  await openRoutine(page, 'routines/full-body/');
  await page.emulateMedia({ media: 'print' });
  for (const { steps } of exercisesOf('full-body')) {
    for (const step of steps) await expect(page.getByText(step, { exact: true }).first()).toBeVisible();
  }
  await expect(page.getByRole('navigation', { name: 'More routines' })).toBeHidden();
});

test('an exercise without a figure has a card that looks finished without it', async ({ page }) => {
  await openRoutine(page, 'routines/neck-shoulders/');
  const without = exercisesOf('neck-shoulders').filter(({ figure }) => !figure);
  for (const { name } of without) {
    const card = page.getByRole('article', { name, exact: true });
    await expect(card.locator('.thumbnail'), 'no empty tile').toBeHidden();
    await card.locator('summary').first().click();
    const text = await card.locator('.card-text').boundingBox();
    const body = await card.locator('.card-body').boundingBox();
    expect(text.width / body.width, `${name} leaves no hole`).toBeGreaterThan(0.85);
  }
});
