// What the host page can observe and control: the contract of <supple-routine>.
import { expect, test } from '@playwright/test';

import { seedStorage, savedOptions, safetyNoticeRead } from '../fixtures/storage.mjs';
import {
  callMethod,
  takeEvents,
  heading,
  recordEvents,
  openRoutine,
  advanceClock,
  player,
  press,
  readElement,
  startHere,
  pauseClock,
  finishHeading,
} from '../page-object.mjs';
import { heldOf, inFull, planOf } from './expected-plan.mjs';

const chosen = { exercises: { seated: { variation: true } } };
const plan = planOf(chosen);

test.beforeEach(async ({ page }) => {
  await recordEvents(page);
  await seedStorage(page, safetyNoticeRead, savedOptions(chosen));
  await pauseClock(page);
  await openRoutine(page);
});

const detailOf = ({ id, side, kind, repeat, repeats, ms }) => ({
  exerciseId: id,
  side,
  phase: kind,
  repeat,
  repeats,
  durationMs: ms,
  remainingMs: ms,
});
const types = (events) => events.map(({ type }) => type.replace('supple-', '')).join(' ');

test('every phase of a session is an event, in order and with plain data', async ({ page }) => {
  await press(page, 'Start routine');
  for (const { ms } of plan.phases) await page.clock.fastForward(ms);
  const events = await takeEvents(page);
  expect(types(events)).toBe(`ready start ${'phase '.repeat(plan.phases.length)}complete`);
  for (const { target, composed } of events) expect([target, composed]).toEqual(['supple-routine', true]);

  const [ready, start, ...rest] = events;
  expect(ready.detail).toMatchObject({ state: 'ready', routine: 'hamstring', totalMs: plan.totalMs });
  expect(start.detail).toMatchObject({ state: 'running', totalMs: plan.totalMs, ...detailOf(plan.phases[0]) });
  const complete = rest.pop();
  rest.forEach(({ detail, at }, i) => {
    expect(detail).toMatchObject({ state: 'running', ...detailOf(plan.phases[i]), sessionId: start.detail.sessionId });
    expect(at - start.at, 'at its planned instant').toBe(plan.phases[i].startMs);
  });
  const held = heldOf(inFull(plan));
  expect(complete.detail).toMatchObject({
    state: 'done',
    complete: true,
    heldLeftMs: held.left,
    heldRightMs: held.right,
  });
});

test('the properties show where the session is, even between two ticks', async ({ page }) => {
  expect(await readElement(page)).toEqual({
    state: 'ready',
    exerciseId: null,
    side: 'none',
    phase: null,
    repeat: 0,
    remainingMs: 0,
  });
  await press(page, 'Start routine');
  await expect(player(page)).toBeVisible();
  for (const { id, side, kind, repeat, ms } of plan.phases) {
    const now = { state: 'running', exerciseId: id, side, phase: kind, repeat };
    expect(await readElement(page)).toEqual({ ...now, remainingMs: ms });
    await advanceClock(page, 1_234);
    expect(await readElement(page)).toEqual({ ...now, remainingMs: ms - 1_234 });
    await page.clock.fastForward(ms - 1_234);
  }
  expect(await readElement(page)).toMatchObject({ state: 'done', remainingMs: 0 });
  await press(page, 'Done');
  expect(await readElement(page)).toMatchObject({ state: 'ready', exerciseId: null });
});

test('the methods do what the buttons do', async ({ page }) => {
  await callMethod(page, 'start', 'anchor');
  await expect(heading(page, 'Anchor stretch, left leg')).toBeVisible();
  expect(await readElement(page)).toMatchObject({ state: 'running', exerciseId: 'anchor', phase: 'prepare' });
  await advanceClock(page, 4_000);
  await callMethod(page, 'pause');
  expect(await readElement(page)).toMatchObject({ state: 'paused', remainingMs: 6_000 });
  await callMethod(page, 'resume');
  await callMethod(page, 'next');
  expect(await readElement(page)).toMatchObject({ state: 'running', phase: 'hold', side: 'left', remainingMs: 20_000 });
  await callMethod(page, 'extend', 5_000);
  expect(await readElement(page)).toMatchObject({ remainingMs: 25_000 });
  await advanceClock(page, 3_000);
  await callMethod(page, 'previous');
  expect(await readElement(page)).toMatchObject({ phase: 'hold', side: 'left', remainingMs: 20_000 });
  await callMethod(page, 'stop');
  expect(await readElement(page)).toMatchObject({ state: 'done' });
  await expect(finishHeading(page)).toBeVisible();
  const events = await takeEvents(page);
  expect(types(events)).toBe('ready start phase pause resume phase phase complete');
  expect(events.at(-1).detail).toMatchObject({ state: 'done', complete: false, heldLeftMs: 3_000, heldRightMs: 0 });
});

test('the buttons cause the same events, and continuing after a stop is a resume event', async ({ page }) => {
  await startHere(page, 'Lying stretch');
  await press(page, 'Pause');
  await press(page, 'Resume');
  await advanceClock(page, 17_000);
  await press(page, 'Stop');
  await press(page, 'Finish the rest');
  await advanceClock(page, 55_000);
  const told = types(await takeEvents(page));
  expect(told).toBe('ready start phase pause resume phase complete resume phase phase complete');
});

test('invalid calls from the page do nothing', async ({ page }) => {
  for (const method of ['pause', 'resume', 'next', 'previous', 'stop']) await callMethod(page, method);
  await callMethod(page, 'extend', 5_000);
  expect(await readElement(page)).toMatchObject({ state: 'ready', exerciseId: null });
  expect(types(await takeEvents(page))).toBe('ready');

  await callMethod(page, 'start', 'no-such-exercise');
  expect(await readElement(page), 'there is no such exercise').toMatchObject({ state: 'ready' });
  await callMethod(page, 'start');
  expect(await readElement(page)).toMatchObject({ state: 'running', exerciseId: 'jumping-jacks' });
  for (const ms of [-1, 0, 'many', null]) await callMethod(page, 'extend', ms);
  await callMethod(page, 'start', 'anchor');
  expect(await readElement(page)).toMatchObject({ exerciseId: 'jumping-jacks', remainingMs: 10_000 });
  await callMethod(page, 'extend', 1e300);
  const { remainingMs } = await readElement(page);
  expect(remainingMs, 'by an hour at most').toBe(10_000 + 3_600_000);
});

test('`ready` is a promise that resolves once the widget works', async ({ page }) => {
  await page.goto('about:blank');
  await page.addInitScript(() => {
    const watch = new MutationObserver(() => {
      const element = document.querySelector('supple-routine');
      if (!element?.ready) return;
      watch.disconnect();
      window.states = [element.state];
      element.ready.then(() => window.states.push(element.state));
    });
    watch.observe(document, { childList: true, subtree: true });
    // The element is defined by a module, after parsing: look again then.
    document.addEventListener('DOMContentLoaded', () => document.documentElement.append(document.createComment('')));
  });
  await openRoutine(page);
  await expect.poll(() => page.evaluate(() => window.states)).toEqual(['loading', 'ready']);
});

test('a start requested before the widget has loaded is kept', async ({ page }) => {
  let arrive;
  const arrival = new Promise((resolve) => (arrive = resolve));
  await page.route('**/*.wasm', async (route) => {
    await arrival;
    await route.continue();
  });
  await page.goto('./');
  await page.evaluate(() => customElements.whenDefined('supple-routine').then(() => {}));
  const started = callMethod(page, 'start', 'lying');
  expect(await readElement(page)).toMatchObject({ state: 'loading' });
  arrive();
  await started;
  await expect(heading(page, 'Lying stretch, left leg').and(page.locator('#player-title'))).toBeVisible();
  expect(await readElement(page)).toMatchObject({ state: 'running', exerciseId: 'lying' });
});
