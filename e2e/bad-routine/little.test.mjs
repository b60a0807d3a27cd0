// Routines that say little, have no figures, or say it in very long words.
import { expect, test } from '@playwright/test';

import { safetyNoticeRead, seedStorage } from '../fixtures/storage.mjs';
import { advanceClock, pauseClock, player, press, pressInMore, widgetReady } from '../page-object.mjs';
import { openArticle, sound } from './article.mjs';

const LONG = 'Donaudampfschifffahrtsgesellschaftskapitänskajütenschlüsselbund';

/** The smallest routine, whose every part may be absent but for these. */
function little() {
  const routine = sound();
  delete routine.references;
  return routine;
}

async function open(page, routine) {
  await seedStorage(page, safetyNoticeRead);
  await pauseClock(page);
  await openArticle(page, JSON.stringify(routine));
  await widgetReady(page);
}

/** How far anything reaches beyond the window, in pixels. */
const overflow = (page) =>
  page.evaluate(() => {
    const { shadowRoot } = document.querySelector('supple-routine');
    const shown = [...shadowRoot.querySelectorAll('*')].filter(
      (element) =>
        element.checkVisibility({ visibilityProperty: true }) && !element.closest('.visually-hidden, svg, [popover]'),
    );
    const rights = shown.map((element) => Math.ceil(element.getBoundingClientRect().right));
    return Math.max(document.documentElement.scrollWidth, ...rights) - innerWidth;
  });

test('what has no content has no heading', async ({ page }) => {
  await open(page, little());
  const headings = page.locator('supple-routine').locator('.about').getByRole('heading');
  await expect(headings).toHaveText(['Safety']);
  await expect(page.locator('.overview').locator('p:empty, dl:empty, ol:empty, ul:empty')).toHaveCount(0);
});

test('what has content has a heading', async ({ page }) => {
  const text = {
    why: [{ text: 'It helps.' }],
    benefits: ['Ease'],
    anatomy: 'A muscle.',
    references: sound().references,
  };
  await open(page, { ...little(), ...text });
  const headings = page.locator('supple-routine').locator('.about').getByRole('heading');
  await expect(headings).toHaveText(['Why it works', 'What it does for you', 'The muscles', 'Safety', 'References']);
});

for (const width of [320, 412]) {
  test(`long words break anywhere at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 860 });
    const routine = sound();
    const [section] = routine.sections;
    const [reach] = section.exercises;
    Object.assign(routine, {
      name: LONG,
      tagline: LONG,
      summary: LONG,
      anatomy: LONG,
      benefits: [LONG],
      safety: [LONG],
    });
    Object.assign(routine, { muscles: [{ id: 'm', name: LONG, text: LONG }], why: [{ text: LONG, references: [1] }] });
    Object.assign(routine.references[0], { title: LONG, source: LONG, date: LONG });
    Object.assign(section, { name: LONG, summary: LONG });
    Object.assign(reach, { name: LONG, summary: LONG, needs: LONG, steps: [LONG, LONG], key: LONG, mistake: LONG });
    reach.variation = { id: 'v', name: LONG, label: LONG, sides: 'each', steps: [LONG], key: LONG };
    section.exercises.push({ ...reach, id: 'partner', variation: undefined, partner: true, substitute: 'reach' });
    await open(page, routine);
    await press(page, 'Show all exercises');
    await page
      .locator('summary')
      .evaluateAll((summaries) => summaries.forEach(({ parentElement }) => (parentElement.open = true)));
    expect(await overflow(page), 'the overview').toBe(0);
    await press(page, 'Start routine');
    await expect(player(page)).toBeVisible();
    expect(await overflow(page), 'getting ready').toBe(0);
    await advanceClock(page, 15_000);
    expect(await overflow(page), 'a hold').toBe(0);
    await press(page, 'It hurts');
    expect(await overflow(page), 'too much').toBe(0);
    await press(page, 'Finish for today');
    expect(await overflow(page), 'the finish screen').toBe(0);
    await press(page, 'See progress');
    await expect(page.locator('.sessions li')).toHaveCount(1);
    expect(await overflow(page), 'progress').toBe(0);
  });
}

test('a hundred exercises fit a narrow phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const routine = sound();
  const [reach] = routine.sections[0].exercises;
  const exercises = (section) => Array.from({ length: 25 }, (_, i) => ({ ...reach, id: `reach-${section}-${i}` }));
  routine.sections = [1, 2, 3, 4].map((n) => ({ id: `s${n}`, name: `Part ${n}`, exercises: exercises(n) }));
  await open(page, routine);
  await press(page, 'Start routine');
  await expect(player(page)).toBeVisible();
  expect(await overflow(page)).toBe(0);
});

/** The boxes of what is in the player's stage. */
const boxes = (page) =>
  page.locator('.stage').evaluate((stage) =>
    Object.fromEntries(
      ['.what', 'h2', '.legs', '.remaining', '.guidance'].map((selector) => {
        const { left, right, top, bottom } = stage.querySelector(selector).getBoundingClientRect();
        return [selector, { left, right, top, bottom }];
      }),
    ),
  );

for (const [width, height] of [
  [1280, 800],
  [1920, 1080],
  [844, 390],
]) {
  for (const isFull of [false, true]) {
    test(`without figures nothing overlaps at ${width} × ${height}${isFull ? ', full screen' : ''}`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height });
      await open(page, sound());
      await press(page, 'Start routine');
      await advanceClock(page, 12_000);
      if (isFull) await pressInMore(page, 'Full screen');
      await expect.poll(() => page.evaluate(() => Boolean(document.fullscreenElement))).toBe(isFull);
      const { '.remaining': remaining, ...texts } = await boxes(page);
      for (const [name, text] of Object.entries(texts)) {
        expect(text.right <= remaining.left || text.bottom <= remaining.top || text.top >= remaining.bottom, name).toBe(
          true,
        );
      }
      // The digits, because their box may be wider.
      const seconds = await page.getByRole('timer').evaluate((timer) => {
        const digits = document.createRange();
        digits.selectNodeContents(timer);
        return digits.getBoundingClientRect();
      });
      expect(seconds.width, 'there are digits').toBeGreaterThan(0);
      expect(seconds.width, 'the seconds fit their box').toBeLessThanOrEqual(remaining.right - remaining.left);
    });
  }
}
