// What search engines, feeds and printers get: the same plan as structured data, a link, a printed sheet.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { DIST } from '../../site.mjs';
import { ready, startRoutine, widget } from '../../element/host.mjs';
import { holdAnchorStretch } from '../../page-object.mjs';
import { blog, here } from '../blog.mjs';

let host;
test.beforeAll(async () => {
  host = await blog(here(import.meta.url));
});
test.afterAll(() => host.close());

const described = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('script[type="application/ld+json"]')].map((it) => JSON.parse(it.textContent)),
  );
const seconds = (duration) => {
  const [, minutes, rest] = /^PT(?:(\d+)M)?(?:(\d+)S)?$/.exec(duration);
  return 60 * Number(minutes ?? 0) + Number(rest ?? 0);
};

test("the page's structured data matches its cards", async ({ page }) => {
  await page.addInitScript(() => addEventListener('supple-start', ({ detail }) => (window.totalMs = detail.totalMs)));
  await page.goto('./');
  await ready(page);
  const [plan] = await described(page);
  expect([plan['@context'], plan['@type'], plan.name]).toEqual([
    'https://schema.org',
    'ExercisePlan',
    'Hamstring routine',
  ]);
  const cards = await widget(page)
    .getByRole('article')
    .evaluateAll((cards) =>
      cards.map((card) => ({
        name: card.getAttribute('aria-label') ?? card.querySelector('h3, h4').textContent,
        dose: card.querySelector('.dose').textContent,
        steps: [...card.querySelectorAll('.card-text > ol li')].map((step) => step.textContent),
      })),
    );
  expect(plan.hasPart.length).toBeGreaterThan(7);
  for (const { name, additionalVariable, description } of plan.hasPart) {
    const card = cards.find((card) => card.name === name);
    expect(card?.dose, name).toBe(additionalVariable);
    expect(card.steps.length).toBeGreaterThan(1);
    for (const step of card.steps) expect(description).toContain(step);
  }
  const parts = plan.hasPart.reduce((sum, { activityDuration }) => sum + seconds(activityDuration), 0);
  expect(parts).toBe(seconds(plan.activityDuration));
  await startRoutine(page);
  expect(await page.evaluate(() => window.totalMs)).toBe(1_000 * parts);
});

test('an embed adds structured data only on request, and then word for word', async ({ page }) => {
  host.vary = (text) => text.replace('<!--plan-->', '');
  await page.goto(`${host.address}/host.html`);
  await ready(page);
  expect(await described(page)).toEqual([]);
  const plan = await readFile(join(DIST, 'embed/v1/exercise-plan.json'), 'utf8');
  await page.goto('embed/');
  await page.locator('summary', { hasText: 'Advanced' }).click();
  await page.locator('label', { hasText: 'Add structured data for search engines' }).click();
  await expect(page.getByRole('textbox', { name: 'Copy' })).toHaveValue(/ExercisePlan/);
  const snippet = await page.getByRole('textbox', { name: 'Copy' }).inputValue();
  host.vary = (text) =>
    text.replace('<!--plan-->', () => snippet.slice(snippet.indexOf('<script type="application/ld+json">')));
  await page.goto(`${host.address}/host.html`);
  expect(await described(page)).toEqual([JSON.parse(plan)]);
});

test('on paper it is a sheet of all exercises, collapsed or not, with nothing cut off', async ({ page }) => {
  await page.goto(`${host.address}/host.html`);
  await ready(page);
  await expect(widget(page).getByRole('button', { name: 'Show all exercises' })).toBeVisible();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const sheet = await widget(page).evaluate((element) => {
    const root = element.shadowRoot;
    const shown = (selector) =>
      [...root.querySelectorAll(selector)].filter((it) => it.checkVisibility({ visibilityProperty: true }));
    const overview = root.querySelector('.overview');
    return {
      cards: shown('article').length,
      steps: shown('article ol li').length,
      buttons: shown('button').map((it) => it.textContent),
      isCut: overview.scrollHeight > overview.clientHeight || getComputedStyle(overview).maskImage !== 'none',
      ground: getComputedStyle(root.querySelector('.supple')).backgroundColor,
    };
  });
  expect(sheet).toMatchObject({ cards: 9, buttons: [], isCut: false, ground: 'rgba(0, 0, 0, 0)' });
  expect(sheet.steps).toBeGreaterThan(20);
});

test('on paper what was done has nothing to press', async ({ page }) => {
  await holdAnchorStretch(page, 8_000);
  await widget(page).evaluate((element) => element.stop());
  const shown = widget(page).getByRole('button').filter({ visible: true });
  await expect(shown).not.toHaveCount(0);
  await page.emulateMedia({ media: 'print' });
  await expect(shown).toHaveCount(0);
  await expect(widget(page).locator('table.done')).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await widget(page).evaluate((element) => element.showProgress());
  await expect(widget(page).getByText('In total', { exact: true })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(shown).toHaveCount(0);
  await expect(widget(page).getByText('In total', { exact: true })).toBeVisible();
});

test('on paper it is the same sheet in the middle of a session', async ({ page }) => {
  await page.goto('./');
  await ready(page);
  await startRoutine(page);
  await page.emulateMedia({ media: 'print' });
  await expect(widget(page).getByRole('article')).toHaveCount(9);
  await expect(widget(page).getByRole('article', { name: 'Lying stretch' })).toBeVisible();
  await expect(widget(page).getByRole('timer')).toBeHidden();
});
