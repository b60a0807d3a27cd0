// How a widget looks and which layout shifts it causes, for comparison with a plain page.
import { expect } from '@playwright/test';
import { startRoutine, widget } from '../element/host.mjs';
import { figuresReady } from '../page-object.mjs';

/** The computed style and the position of everything in the widget, relative to its corner. Runs on the page. */
export function appearanceOf(element = document.querySelector('supple-routine')) {
  const root = element.shadowRoot;
  const { left, top } = root.querySelector('.supple').getBoundingClientRect();
  // The edge belongs to the screen, wherever the widget is.
  return [...root.querySelectorAll('.mounted *:not(.edge, .strip, .strip *)')]
    .filter((it) => it.getClientRects().length)
    .map((it) => {
      const box = it.getBoundingClientRect();
      const {
        color,
        backgroundColor,
        fontSize,
        fontFamily,
        fontWeight,
        letterSpacing,
        textTransform,
        textAlign,
        direction,
        cursor,
        whiteSpace,
      } = getComputedStyle(it);
      const place = [box.left - left, box.top - top, box.width, box.height].map((px) => Math.round(px));
      return [
        it.tagName,
        [...it.classList].filter((name) => name !== 'moving').join(' '), // a figure moves once that is drawn
        ...place,
        color,
        backgroundColor,
        fontSize,
        fontFamily,
        fontWeight,
        letterSpacing,
        textTransform,
        textAlign,
        direction,
        cursor,
        whiteSpace,
      ].join(' ');
    });
}

const looks = (page) => page.locator('supple-routine').first().evaluate(appearanceOf);

/** The same without the rotating arcs of the ring, and without the figure's paths. */
export const withoutMotion = (looks) => looks.filter((line) => !line.includes(' arc ') && !line.startsWith('path '));

/** The widget looks the same as on a plain page: first the overview, then the paused player. */
export async function expectSameAppearance(page, plain) {
  await Promise.all([figuresReady(plain), figuresReady(page)]);
  const expected = await looks(plain);
  expect(expected.length).toBeGreaterThan(100);
  expect(await looks(page)).toEqual(expected);
  for (const it of [plain, page]) {
    await startRoutine(it);
    // Restarted, the phase has its full time left, however long it took to get there.
    await widget(it).evaluate(async (element) => {
      await element.pause();
      await element.previous();
    });
  }
  expect(withoutMotion(await looks(page))).toEqual(withoutMotion(await looks(plain)));
}

/** Records unexpected layout shifts from now on. Read them with `layoutShifts`. */
export const watchLayoutShifts = (page) =>
  page.addInitScript(() => {
    window.shifts = [];
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) window.shifts.push(value);
    }).observe({ type: 'layout-shift', buffered: true });
  });

export const layoutShifts = (page) => page.evaluate(() => window.shifts);
