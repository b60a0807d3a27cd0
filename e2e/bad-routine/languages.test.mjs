// Each text has its own language and direction: the interface's, the author's, the page's.
import { expect, test } from '@playwright/test';

import { card, openRoutine, player, press, startHere, widgetReady } from '../page-object.mjs';
import { openArticle, sound } from './article.mjs';

const NAME = 'تمدد الفخذ (1)';
const STEP = 'اجلس على الأرض.';

/** The valid routine in Arabic. */
function arabic() {
  const document = { ...sound(), lang: 'ar', name: 'روتين التمدد', summary: 'تمارين للظهر.' };
  document.sections[0].name = 'القسم الأول';
  const [reach] = document.sections[0].exercises;
  Object.assign(reach, { name: NAME, steps: [STEP], key: 'ظهرك مستقيم.', needs: 'كرسي' });
  return JSON.stringify(document);
}

/** The language of an element, as style sheets and screen readers see it, and the direction of its text. */
const spoken = (locator) =>
  locator.evaluate((element) => {
    const lang = ['ar', 'en', 'de', 'fa'].find((lang) => element.matches(`:lang(${lang})`));
    return `${lang} ${getComputedStyle(element).direction}`;
  });

test("an author's words have their own language and direction amid those of the interface", async ({ page }) => {
  await openArticle(page, arabic());
  await widgetReady(page);
  const routine = page.locator('supple-routine');
  expect(await spoken(routine.getByRole('heading', { name: 'روتين التمدد' }))).toBe('ar rtl');
  expect(await spoken(routine.getByText('تمارين للظهر.'))).toBe('ar rtl');
  expect(await spoken(routine.getByRole('button', { name: 'Start routine' }))).toBe('en ltr');
  await press(page, 'Show all exercises');
  expect(await spoken(card(page, NAME).getByRole('heading', { name: NAME }))).toBe('ar rtl');
  expect(await spoken(card(page, NAME).getByText(STEP))).toBe('ar rtl');
  expect(await spoken(card(page, NAME).getByText('20 s · each side'))).toBe('en ltr');

  await startHere(page, NAME);
  await press(page, 'Got it, start');
  expect(await spoken(player(page).locator('#player-title span'))).toBe('ar rtl');
  expect(await spoken(player(page).getByText(STEP))).toBe('ar rtl');
  expect(await spoken(player(page).locator('.what'))).toBe('en ltr');
});

test('a name that reads leftward is isolated within a sentence of the interface', async ({ page }) => {
  const document = JSON.parse(arabic());
  document.sections[0].exercises.push({
    ...{ id: 'pull', name: 'سحب', dose: { kind: 'hold', seconds: 20 }, sides: 'each', steps: ['Pull.'] },
    ...{ partner: true, substitute: 'reach' },
  });
  await openArticle(page, JSON.stringify(document));
  await widgetReady(page);
  await press(page, 'Show all exercises');
  await expect(card(page, 'سحب')).toContainText(`Do “\u2068${NAME}\u2069” again instead`);
});

test('in a page of another language and direction the interface stays English, from left to right', async ({
  page,
}) => {
  await page.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => {
      Object.assign(document.documentElement, { lang: 'fa', dir: 'rtl' });
    });
  });
  await openRoutine(page);
  const start = page.getByRole('button', { name: 'Start routine' });
  expect(await spoken(start)).toBe('en ltr');
  expect(await spoken(card(page, 'Anchor stretch').getByRole('heading'))).toBe('en ltr');
});

test("the page's own fallback keeps the page's direction, in the facade and beside an error", async ({ page }) => {
  const open = async (loading) => {
    await page.route('**/article.html', (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: `<!doctype html><html lang="fa" dir="rtl"><title>مقاله</title>
          <script type="module" src="embed/v1/supple.js"></script>
          <supple-routine src="none.json" loading="${loading}"><p>متن نویسنده.</p></supple-routine>`,
      }),
    );
    await page.goto('article.html');
  };
  const fallback = page.getByText('متن نویسنده.');
  await open('click');
  await expect(page.locator('.facade')).toBeVisible();
  expect(await spoken(fallback)).toBe('fa rtl');
  await open('eager');
  await expect(page.getByRole('alert')).toBeVisible();
  expect(await spoken(fallback)).toBe('fa rtl');
  expect(await page.getByRole('alert').evaluate((alert) => getComputedStyle(alert).direction)).toBe('ltr');
});
