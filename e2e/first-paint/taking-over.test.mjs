// The widget replaces the prerendered page, and nothing visible shifts.
import { expect, test } from '@playwright/test';
import {
  seedStorage,
  unfinishedSession,
  savedOptions,
  safetyNoticeRead,
  weeksOfSessions,
} from '../fixtures/storage.mjs';
import { LOADER, WASM, delayResponse } from '../delayed-response.mjs';
import { planOf } from '../routine/expected-plan.mjs';
import { openPrerendered, widgetPainted } from './prerendered.mjs';

const WIDTHS = [320, 412, 768, 1280];

/** Every option at its longest, on every card that has it. */
const extremes = {
  hold_percent: 1000,
  prepare_s: 120,
  switch_s: 120,
  recover_s: 120,
  first_leg: 'right',
  partner: true,
  exercises: {
    'jumping-jacks': { seconds: 595 },
    'leg-lunges': { seconds: 595 },
    'leg-swings': { seconds: 595 },
    anchor: { repeats: 5, seconds: 595 },
    seated: { repeats: 5, seconds: 595, variation: true },
    lying: { repeats: 5, seconds: 595 },
    assisted: { repeats: 5, seconds: 595 },
  },
};

/** Some cards left out, and the substitute instead of the partner's exercise. */
const fewer = {
  exercises: {
    'jumping-jacks': { leave_out: true },
    anchor: { leave_out: true },
    seated: { leave_out: true, variation: true },
    assisted: { substitute: true },
  },
};

const BEFORE = {
  'nothing is stored': [],
  'options are at their longest': [safetyNoticeRead, savedOptions(extremes)],
  'cards are left out': [safetyNoticeRead, savedOptions(fewer)],
  'somebody comes back': [safetyNoticeRead, weeksOfSessions(Date.now())],
  'a session was left behind': [
    safetyNoticeRead,
    unfinishedSession({ phase: 17, elapsedMs: 4_000, planMs: planOf().totalMs, startedMs: Date.UTC(2026, 10, 21, 8) }),
  ],
};

/** Records every layout shift, including those just after a press. Read them with `takeShifts`. */
async function watchShifts(page) {
  await page.addInitScript(() => {
    const shifts = [];
    const record = (entries) => {
      for (const shift of entries) {
        shifts.push({
          value: shift.value,
          nodes: shift.sources.map(({ node }) => node?.className ?? node?.nodeName),
        });
      }
    };
    const observer = new PerformanceObserver((list) => record(list.getEntries()));
    observer.observe({ type: 'layout-shift', buffered: true });
    window.takeShifts = () => {
      record(observer.takeRecords());
      return shifts.splice(0);
    };
  });
}

/** The layout shifts since the last call. The browser knows of one only after the frame that it's in. */
async function takeShifts(page) {
  const frame = () => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  await frame();
  await frame();
  return page.evaluate(() => window.takeShifts());
}

/**
 * The position of everything. The browser's own measure doesn't know that the new card replaces the old one, so the
 * positions of both are compared too.
 */
function places(page) {
  return page.evaluate(() => {
    const places = {};
    const visit = (element, path) => {
      for (const [i, child] of [...element.children].entries()) {
        const name = `${path}/${child.localName}${child.id ? `#${child.id}` : ''}${child.className ? `.${child.classList[0]}` : ''}[${i}]`;
        const { x, y, width, height } = child.getBoundingClientRect();
        const inline = getComputedStyle(child).display.startsWith('inline');
        if (width > 1 && height > 1 && !inline && child.checkVisibility({ visibilityProperty: true })) {
          places[name] = [x, y].map((it) => Math.round(it * 8) / 8).join(' ');
        }
        visit(child, name);
      }
    };
    visit(document.querySelector('supple-routine').shadowRoot.querySelector('.overview'), '');
    return places;
  });
}

/** The first elements that shifted: those after them in the page were only pushed. */
function moved(before, after) {
  const both = Object.keys(before).filter((name) => name in after && before[name] !== after[name]);
  return both.slice(0, 6).map((name) => `${name}: ${before[name]} -> ${after[name]}`);
}

for (const width of WIDTHS) {
  for (const [what, kept] of Object.entries(BEFORE)) {
    test(`at ${width} px, where ${what}, nothing shifts`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await seedStorage(page, ...kept);
      await watchShifts(page);
      const release = await delayResponse(page, WASM);
      await openPrerendered(page);
      for (const id of ['jumping-jacks', 'seated', 'assisted']) await page.locator(`#card-${id} > summary`).click();
      await takeShifts(page); // those of opening them
      const before = await places(page);
      release();
      await widgetPainted(page);
      if (what === 'a session was left behind') {
        await expect(page.getByRole('button', { name: 'Continue' })).toBeVisible();
      }
      if (what === 'somebody comes back') await expect(page.locator('.this-week')).toBeVisible();
      const after = await places(page);
      expect(Object.keys(after).length, 'there is something to compare').toBeGreaterThan(150);
      expect(moved(before, after)).toEqual([]);
      expect(await takeShifts(page)).toEqual([]);
    });
  }

  test(`at ${width} px, with a slow loader and a slow widget, nothing shifts`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await watchShifts(page);
    const releaseLoader = await delayResponse(page, LOADER);
    const releaseWasm = await delayResponse(page, WASM);
    await openPrerendered(page);
    const painted = await places(page);
    releaseLoader();
    await page.waitForFunction(() => document.querySelector('supple-routine').state === 'loading');
    const upgraded = await places(page);
    releaseWasm();
    await widgetPainted(page);
    expect(moved(painted, upgraded), 'when the loader arrives').toEqual([]);
    expect(moved(upgraded, await places(page)), 'when the widget arrives').toEqual([]);
    expect(await takeShifts(page)).toEqual([]);
  });
}
