// People who ask for less motion get steps instead.
import { expect, test } from '@playwright/test';
import { safetyNoticeRead, savedCueSettings } from '../fixtures/storage.mjs';
import { open, play } from './screens.mjs';

/** Every running animation, with its timing function. */
const moving = (page) =>
  page.evaluate(() => {
    const root = document.querySelector('supple-routine').shadowRoot;
    return root
      .getAnimations()
      .filter((it) => it.playState === 'running')
      .map((animation) => {
        const [first] = animation.effect.getKeyframes();
        return {
          what: animation.effect.target.getAttribute('class'),
          name: animation.animationName ?? animation.transitionProperty,
          easing: first.easing,
        };
      });
  });

const scrollBehavior = (page) => page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior);

test('the bar moves smoothly and the muscle breathes, both on the compositor alone', async ({ page }) => {
  await open(page, safetyNoticeRead);
  await play(page, 'Anchor stretch', 1);
  // The working leg is the near one on both sides. The card's figure, which moved, is out of sight.
  await expect
    .poll(async () => (await moving(page)).map(({ what }) => what).sort())
    .toEqual(['near muscle', 'time-left-bar']);
  const animations = await moving(page);
  const ofBar = animations.filter(({ what }) => what === 'time-left-bar');
  expect(ofBar.map(({ easing }) => easing)).toEqual(['linear']);
  const properties = await page.evaluate(() => {
    const OWN = ['offset', 'computedOffset', 'easing', 'composite'];
    const frames = document
      .querySelector('supple-routine')
      .shadowRoot.getAnimations()
      .flatMap((animation) => animation.effect.getKeyframes());
    return frames.flatMap((frame) => Object.keys(frame)).filter((name) => !OWN.includes(name));
  });
  expect(new Set(properties)).toEqual(new Set(['transform', 'opacity']));
});

test('with reduced motion only the bar moves, in steps', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page, safetyNoticeRead);
  expect(await moving(page)).toEqual([]);
  expect(await scrollBehavior(page)).toBe('auto');
  await play(page, 'Anchor stretch', 1);
  const animations = await moving(page);
  expect(animations.map(({ what }) => what)).toEqual(['time-left-bar']);
  for (const { easing } of animations) expect(easing).toMatch(/^steps\(/);
  await page.getByRole('button', { name: 'Pause' }).click();
  expect(await moving(page)).toEqual([]);
});

test('whoever wants a rhythm to breathe in has one in holds, but not with reduced motion', async ({ page }) => {
  const breathing = async () => (await moving(page)).map(({ name }) => name).filter((it) => /breathe/.test(it ?? ''));
  await open(page, { ...safetyNoticeRead, ...savedCueSettings({ breathing: true }) });
  await play(page, 'Anchor stretch');
  expect(await breathing(), 'while getting ready').toEqual([]);
  await page.clock.runFor(10_000);
  await expect
    .poll(async () => (await breathing()).sort())
    .toEqual(['supple-breathe', 'supple-breathe-in', 'supple-breathe-out']);
  await page.getByRole('button', { name: 'Pause' }).click();
  expect(await breathing()).toEqual([]);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.getByRole('button', { name: 'Resume' }).click();
  await page.clock.runFor(5_000);
  expect(await breathing()).toEqual([]);
});

test('nothing moves while no session is running', async ({ page }) => {
  await open(page, safetyNoticeRead);
  expect(await moving(page)).toEqual([]);
  await play(page, 'Anchor stretch', 1);
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.mouse.move(0, 0);
  await expect.poll(() => moving(page)).toEqual([]);
});
