// Methods, properties and events of <supple-routine>.
import { expect, test } from '@playwright/test';
import { seedStorage, safetyNoticeRead } from '../fixtures/storage.mjs';
import { advanceClock, pauseClock } from '../page-object.mjs';
import { openHost, property, ready, widget } from './host.mjs';

const EVENTS = [
  'supple-ready',
  'supple-start',
  'supple-phase',
  'supple-pause',
  'supple-resume',
  'supple-complete',
  'supple-error',
];

test.beforeEach(async ({ page }) => {
  await pauseClock(page);
  await seedStorage(page, safetyNoticeRead);
  await page.addInitScript((names) => {
    window.heard = [];
    for (const name of names) {
      window.addEventListener(name, (event) =>
        window.heard.push({
          name,
          composed: event.composed,
          bubbles: event.bubbles,
          from: event.target.localName,
          // Only plain data survives this.
          detail: structuredClone(event.detail),
        }),
      );
    }
  }, EVENTS);
  await openHost(page, '<supple-routine loading="eager"></supple-routine>');
  await ready(page);
});

const heard = (page) => page.evaluate(() => window.heard.splice(0));
const call = (page, method, ...values) =>
  widget(page).evaluate((element, [method, values]) => element[method](...values), [method, values]);

test('properties and events describe a session from start to end', async ({ page }) => {
  expect((await heard(page)).map(({ name, detail }) => [name, detail.state])).toEqual([['supple-ready', 'ready']]);
  expect(
    await widget(page).evaluate((it) => [it.state, it.exerciseId, it.side, it.phase, it.repeat, it.remainingMs]),
  ).toEqual(['ready', null, 'none', null, 0, 0]);

  await call(page, 'start', 'anchor');
  await call(page, 'next');
  const started = await heard(page);
  expect(started.map(({ name, detail }) => [name, detail.exerciseId, detail.phase])).toEqual([
    ['supple-start', 'anchor', 'prepare'],
    ['supple-phase', 'anchor', 'prepare'],
    ['supple-phase', 'anchor', 'hold'],
  ]);
  expect(started.every(({ composed, bubbles, from }) => composed && bubbles && from === 'supple-routine')).toBe(true);
  expect(await widget(page).evaluate((it) => [it.state, it.exerciseId, it.side, it.phase, it.repeat])).toEqual([
    'running',
    'anchor',
    'left',
    'hold',
    1,
  ]);
  expect(await property(page, 'remainingMs')).toBe(20_000);

  await call(page, 'pause');
  expect(await property(page, 'state')).toBe('paused');
  await call(page, 'extend', 10_000);
  expect(await property(page, 'remainingMs')).toBe(30_000);
  await call(page, 'resume');
  await call(page, 'previous');
  expect((await heard(page)).map(({ name, detail }) => [name, detail.phase])).toEqual([
    ['supple-pause', 'hold'],
    ['supple-resume', 'hold'],
    ['supple-phase', 'prepare'],
  ]);

  await call(page, 'next');
  await advanceClock(page, 1_600);
  await call(page, 'stop');
  const [, end] = await heard(page);
  expect([end.name, end.detail.state, end.detail.complete]).toEqual(['supple-complete', 'done', false]);
  expect(end.detail.heldLeftMs).toBeGreaterThan(1_500);
  expect(end.detail.heldRightMs).toBe(0);
  expect(await property(page, 'state')).toBe('done');
});

test('a completed plan is reported as complete', async ({ page }) => {
  await call(page, 'start', 'lying');
  await heard(page);
  for (let i = 0; i < 4; i += 1) await call(page, 'next');
  const told = await heard(page);
  expect(told.map(({ name }) => name)).toEqual(['supple-phase', 'supple-phase', 'supple-phase', 'supple-complete']);
  expect(told.at(-1).detail.complete).toBe(true);
});

for (const nonsense of [-1, 0, NaN, Infinity, 'ten', undefined, null, {}]) {
  test(`extend(${String(nonsense)}) does nothing`, async ({ page }) => {
    await call(page, 'start');
    const before = await property(page, 'remainingMs');
    await call(page, 'extend', nonsense);
    const after = await property(page, 'remainingMs');
    expect(await property(page, 'state')).toBe('running');
    expect(after).toBeLessThanOrEqual(before + (nonsense === Infinity ? 3_600_000 : 0));
  });
}

for (const id of ['no-such-exercise', '__proto__', 'constructor']) {
  test(`start(${JSON.stringify(id)}) starts nothing`, async ({ page }) => {
    await call(page, 'start', id);
    expect(await property(page, 'state')).toBe('ready');
  });
}

test('a listener that throws, or gives commands at once, does no harm', async ({ page }) => {
  await page.evaluate(() => {
    const element = document.querySelector('supple-routine');
    element.addEventListener('supple-start', () => element.pause());
    element.addEventListener('supple-pause', () => {
      throw new Error('of the page');
    });
  });
  await call(page, 'start');
  expect(await property(page, 'state')).toBe('paused');
  await call(page, 'resume');
  expect(await property(page, 'state')).toBe('running');
});

test('defining the element twice does no harm', async ({ page }) => {
  const warnings = [];
  page.on('console', (message) => warnings.push(message.text()));
  await page.evaluate(() => import(new URL('embed/v1/supple.js?again', document.baseURI)));
  expect(warnings.join()).toContain('defined already');
  await call(page, 'start');
  expect(await property(page, 'state')).toBe('running');
});

test('style sheets can match every state, from the first to the last', async ({ page }) => {
  const states = ['idle', 'loading', 'ready', 'running', 'paused', 'away', 'done', 'error'];
  const seen = () =>
    widget(page).evaluate((it, states) => states.filter((state) => it.matches(`:state(${state})`)), states);
  expect(
    await page.evaluate((states) => {
      const fresh = document.createElement('supple-routine');
      return states.filter((state) => fresh.matches(`:state(${state})`));
    }, states),
  ).toEqual(['idle']);
  expect(await seen()).toEqual(['ready']);
  await call(page, 'start');
  expect(await seen()).toEqual(['running']);
  await call(page, 'pause');
  expect(await seen()).toEqual(['paused']);
  await call(page, 'stop');
  expect(await seen(), 'nothing was done, so there is nothing to show').toEqual(['ready']);
  await call(page, 'start', 'anchor');
  await call(page, 'next');
  await advanceClock(page, 1_500);
  await call(page, 'stop');
  expect(await seen()).toEqual(['done']);
  await heard(page);
  await widget(page).getByRole('button', { name: 'Done' }).click();
  expect(await seen()).toEqual(['ready']);
  expect(await property(page, 'state')).toBe('ready');
  expect(await heard(page), 'the contract has no event for it').toEqual([]);
});
