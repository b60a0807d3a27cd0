// The renderer dies, on the real clock: nothing in the page can say goodbye.
import { expect, test } from '@playwright/test';

import { keep, safety } from '../kept.mjs';
import { leftover, openRoutine, player, press, readElement, startHere, storedLog } from '../person.mjs';

const NEAR_MS = 250;

/** Kills the page's renderer. Says what remained shortly before, and how long before at most. */
async function crash(page) {
  const session = await page.context().newCDPSession(page);
  const gone = page.waitForEvent('crash');
  const asked = performance.now();
  const { remainingMs } = await readElement(page);
  session.send('Page.crash').catch(() => {}); // nobody is left to answer
  await gone;
  return { remainingMs, tookMs: performance.now() - asked };
}

for (const heldMs of [300, 1_450, 2_100, 3_333]) {
  test(`after a crash ${heldMs} ms into a hold the place is found again`, async ({ page, context }) => {
    await keep(page, safety);
    await openRoutine(page);
    await startHere(page, 'Anchor stretch');
    await expect(player(page)).toBeVisible();
    await press(page, 'Next');
    await expect.poll(async () => (await readElement(page)).remainingMs, { intervals: [20] }).toBeLessThanOrEqual(20_000 - heldMs);
    const { remainingMs, tookMs } = await crash(page);

    const next = await context.newPage();
    await openRoutine(next);
    await expect(leftover(next)).toContainText('Anchor stretch · Left leg');
    await press(next, 'Go on from there');
    await expect(player(next)).toBeVisible();
    const found = await readElement(next);
    expect(found).toMatchObject({ state: 'paused', exerciseId: 'anchor', side: 'left', phase: 'hold', repeat: 1 });
    expect(found.remainingMs, 'no more is lost than half a heartbeat').toBeLessThanOrEqual(remainingMs + NEAR_MS);
    expect(found.remainingMs, 'and no more is gained').toBeGreaterThanOrEqual(remainingMs - tookMs - NEAR_MS);

    await press(next, 'Stop');
    const [record] = await storedLog(next);
    const held = record?.entries.at(-1)[4] ?? 0;
    if (record) expect(record.entries).toEqual([['anchor', 'hold', 'left', 1, held, 20_000, false, expect.any(Number)]]);
    expect(held, 'and nothing is credited that may not have been held').toBeLessThanOrEqual(20_000 - remainingMs + tookMs);
    expect(held).toBeGreaterThanOrEqual(20_000 - remainingMs - 2 * NEAR_MS);
  });
}
