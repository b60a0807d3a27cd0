// People who ask for less motion get steps instead.
import { expect, test } from '@playwright/test';
import { safetyNoticeRead } from '../fixtures/storage.mjs';
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

test('the ring moves smoothly and the muscle breathes, both on the compositor alone', async ({ page }) => {
  await open(page, safetyNoticeRead);
  await play(page, 'Anchor stretch', 1);
  // The left leg is stretched, which is the one farther from the viewer. The card's figure, which moved, is out of sight.
  await expect
    .poll(async () => (await moving(page)).map(({ what }) => what).sort())
    .toEqual(['arc', 'arc', 'far-hamstring']);
  const animations = await moving(page);
  const ofRing = animations.filter(({ what }) => what === 'arc');
  expect(ofRing.map(({ easing }) => easing)).toEqual(['linear', 'linear']);
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

test('with reduced motion only the ring moves, in steps', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page, safetyNoticeRead);
  expect(await moving(page)).toEqual([]);
  expect(await scrollBehavior(page)).toBe('auto');
  await play(page, 'Anchor stretch', 1);
  const animations = await moving(page);
  expect(animations.map(({ what }) => what)).toEqual(['arc', 'arc']);
  for (const { easing } of animations) expect(easing).toMatch(/^steps\(/);
  await page.getByRole('button', { name: 'Pause' }).click();
  expect(await moving(page)).toEqual([]);
});

test('nothing moves while no session is running', async ({ page }) => {
  await open(page, safetyNoticeRead);
  expect(await moving(page)).toEqual([]);
  await play(page, 'Anchor stretch', 1);
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.mouse.move(0, 0);
  await expect.poll(() => moving(page)).toEqual([]);
});
