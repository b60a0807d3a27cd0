// Figures and their movements, as the tests see them.
import { expect } from '@playwright/test';

import { card } from '../page-object.mjs';

/** The figure of a card, below its row; the row has a small one that never moves. */
export const figure = (page, name) => card(page, name).locator('.card-body > supple-figure');

/**
 * The paths of a figure's pictures that are to be seen: where it moves, those in the windows past which its strips go.
 */
export const paths = (of) =>
  of.evaluate((figure) =>
    [...figure.children].flatMap((container) => {
      const still = container.querySelector('svg');
      const window = container.querySelector(':scope.moving > .strip');
      const isIn = (svg) => {
        const [inner, outer] = [svg.getBoundingClientRect(), window.getBoundingClientRect()];
        return Math.hypot(inner.x - outer.x, inner.y - outer.y) < 1;
      };
      const seen = window ? [...window.querySelectorAll('svg')].filter(isIn) : [still];
      if (seen.length !== 1) throw new Error(`${seen.length} pictures are in the window.`);
      if (getComputedStyle(still).opacity !== (window ? '0' : '1')) throw new Error('Two pictures are to be seen.');
      return [...seen[0].querySelectorAll('path')].map((path) => path.getAttribute('d'));
    }),
  );

/** Points along each path of a figure's pictures that are to be seen, in thousandths of a body. */
export const shapesOf = (of) =>
  of.evaluate((figure) =>
    [...figure.children].flatMap((container) => {
      const window = container.querySelector(':scope.moving > .strip');
      const isIn = (svg) => {
        const [inner, outer] = [svg.getBoundingClientRect(), window.getBoundingClientRect()];
        return Math.hypot(inner.x - outer.x, inner.y - outer.y) < 1;
      };
      const seen = window ? [...window.querySelectorAll('svg')].find(isIn) : container.querySelector('svg');
      return [...seen.querySelectorAll('path')].map((path) => {
        const at = (share) => path.getPointAtLength(path.getTotalLength() * share);
        return {
          class: path.getAttribute('class'),
          places: [0.1, 0.3, 0.5, 0.7, 0.9].map(at).map(({ x, y }) => [x, y]),
        };
      });
    }),
  );

/** Two figures show the same, to what an eye can tell. */
export function expectSame(some, others) {
  expect(some.map((shape) => shape.class)).toEqual(others.map((shape) => shape.class));
  for (const [n, { class: name, places }] of some.entries()) {
    if (name === 'guide') continue; // drawn there and back, so a point may be on either way
    for (const [m, [x, y]] of places.entries()) {
      const [toX, toY] = others[n].places[m];
      expect(Math.hypot(x - toX, y - toY), name).toBeLessThan(6);
    }
  }
}

/** What moves a figure: an animation for each picture. */
export const animations = (of) =>
  of.evaluate((figure) =>
    figure
      .getAnimations({ subtree: true })
      .filter(({ effect }) => effect.target.closest('.strip'))
      .map(({ playState, currentTime, startTime, effect }) => {
        const { duration, iterations } = effect.getTiming();
        return { playState, currentTime, startTime, duration, iterations };
      }),
  );

/** Waits until a figure moves. */
export const moves = (of) => expect(of.locator('.strip').first()).toBeVisible();

/** A figure doesn't move, and nothing is left of a movement. */
export async function stands(of) {
  expect(await of.locator('.strip').count()).toBe(0);
  expect(await animations(of)).toEqual([]);
}

/** Stops a movement at a time. */
export const seek = (of, ms) =>
  of.evaluate((figure, ms) => {
    for (const animation of figure.getAnimations({ subtree: true })) {
      animation.pause();
      animation.currentTime = ms;
    }
  }, ms);

/** Ends a movement, and waits until the figure stands still. */
export async function finish(of) {
  await of.evaluate((figure) => figure.getAnimations({ subtree: true }).forEach((animation) => animation.finish()));
  await expect(of.locator('.strip')).toHaveCount(0);
}

/** Settled when every observer of what is in sight has been told, and what they began has had its turn. */
export const observed = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        new IntersectionObserver((_, observer) => {
          observer.disconnect();
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = resolve;
          port2.postMessage(undefined);
        }).observe(document.body);
      }),
  );
