// The browser draws the same figures as the build; they move when they should and rest otherwise. The browser's clock
// moves them, not the virtual one, so a test stops a movement where it looks at it.
import { expect, test } from '@playwright/test';
import { seedStorage, safetyNoticeRead } from '../fixtures/storage.mjs';
import {
  advanceClock,
  callMethod,
  card,
  figuresReady,
  openAll,
  openRoutine,
  pauseClock,
  player,
  press,
  readElement,
  startHere,
} from '../page-object.mjs';
import { animations, expectSame, figure, finish, moves, observed, paths, seek, shapesOf, stands } from './moving.mjs';

/** Opens the page with a clock that stands, and with figures that can move. */
async function openMoving(page) {
  await seedStorage(page, safetyNoticeRead);
  await pauseClock(page);
  await openRoutine(page);
  // Before the figures can move: a row that is opened later shows at once how its exercise goes.
  await openAll(page);
  await figuresReady(page);
}

/** Starts at a card and returns the player's figure. */
async function begin(page, name) {
  await startHere(page, name);
  await expect(player(page)).toBeVisible();
  return player(page).locator('supple-figure');
}

test('the browser draws what was prerendered', async ({ page }) => {
  await openRoutine(page);
  const cards = page.locator('.card supple-figure');
  const prerendered = await Promise.all((await cards.all()).map(shapesOf));
  // An embed has no figures of its own.
  await page.route('**/article.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<!doctype html><script type="module" src="embed/v1/supple.js"></script><supple-routine loading="eager">',
    }),
  );
  await openRoutine(page, 'article.html');
  await figuresReady(page);
  const drawn = await Promise.all((await cards.all()).map(shapesOf));
  expect(drawn.length).toBe(prerendered.length);
  expect(drawn.length).toBeGreaterThanOrEqual(9);
  for (const [n, figure] of drawn.entries()) expectSame(figure, prerendered[n]);
});

test('every exercise has a figure with a text alternative', async ({ page }) => {
  await openRoutine(page);
  await openAll(page);
  for (const article of await page.getByRole('article').all()) {
    const pictures = article.getByRole('img');
    for (const name of await pictures.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))) {
      expect(name.length).toBeGreaterThan(30);
    }
    expect(await pictures.count()).toBeGreaterThan(0);
  }
});

test('right and wrong stand side by side, told apart by a word and a sign', async ({ page }) => {
  await openRoutine(page);
  await openAll(page);
  for (const name of ['Anchor stretch', 'Seated stretch']) {
    const captions = figure(page, name).locator('p');
    await expect(captions).toHaveText(['Like this', 'Not like this']);
    const signs = await captions.evaluateAll((all) => all.map((one) => getComputedStyle(one, '::before').content));
    expect(signs).toEqual(['"✓"', '"✕"']);
    await expect(figure(page, name).locator('.guide')).toHaveCount(4);
    // A screen reader says that it is wrong before it describes it.
    await expect(figure(page, name).getByRole('img', { name: /^Like this\. \w/ })).toHaveCount(1);
    await expect(figure(page, name).getByRole('img', { name: /^Not like this\. \w/ })).toHaveCount(1);
  }
});

test("a card's figure moves while somebody points at it, and ends in its most telling pose", async ({ page }) => {
  await openMoving(page);
  const anchor = figure(page, 'Anchor stretch');
  const still = await paths(anchor);
  await stands(anchor);
  await card(page, 'Anchor stretch').hover();
  await moves(anchor);
  await seek(anchor, 0);
  const first = await shapesOf(anchor);
  await seek(anchor, 1_350);
  expect(await shapesOf(anchor)).not.toEqual(first);
  await seek(anchor, 2_600);
  // Moving the pointer within the card doesn't restart it.
  await card(page, 'Anchor stretch')
    .getByRole('button', { name: /^Start from here/ })
    .evaluate((button) => button.focus({ preventScroll: true }));
  expect(await animations(anchor)).toMatchObject([{ currentTime: 2_600 }, { currentTime: 2_600 }]);
  const last = await shapesOf(anchor);
  await finish(anchor);
  expect(await paths(anchor)).toEqual(still);
  expectSame(last, await shapesOf(anchor));
  expect(await anchor.locator('.figure').count(), 'nothing is left of the movement').toBe(2);
});

test('right and wrong move in step', async ({ page }) => {
  await openMoving(page);
  const seated = figure(page, 'Seated stretch');
  await card(page, 'Seated stretch').hover();
  await moves(seated);
  const [right, wrong] = await animations(seated);
  expect(right.startTime).toBe(wrong.startTime);
  expect(right.duration).toBe(1_600);
});

test("a collapsed figure doesn't move", async ({ page }) => {
  await openMoving(page);
  const folded = card(page, 'Seated stretch').locator('.variation supple-figure');
  await expect(folded).toBeHidden();
  await card(page, 'Seated stretch').hover();
  await moves(figure(page, 'Seated stretch'));
  await stands(folded);
});

test('a figure moves on keyboard focus too, and once when it comes into view', async ({ page }) => {
  await page.setViewportSize({ width: 412, height: 700 });
  await openMoving(page);
  const lunges = figure(page, 'Lunges');
  await stands(lunges);
  await card(page, 'Lunges')
    .getByRole('button', { name: /^Start from here/ })
    .evaluate((button) => button.focus({ preventScroll: true }));
  await moves(lunges);

  const lying = figure(page, 'Lying stretch');
  await stands(lying);
  await lying.scrollIntoViewIfNeeded();
  await moves(lying);
  await finish(lying);
  await page.evaluate(() => scrollTo(0, 0));
  await expect(lying).not.toBeInViewport();
  await lying.scrollIntoViewIfNeeded();
  await observed(page);
  await stands(lying);
});

test('a figure stops while it is out of sight', async ({ page }) => {
  await page.setViewportSize({ width: 412, height: 700 });
  await openMoving(page);
  const lunges = figure(page, 'Lunges');
  await lunges.scrollIntoViewIfNeeded();
  await card(page, 'Lunges').hover();
  await moves(lunges);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await expect(lunges).not.toBeInViewport();
  await expect.poll(() => animations(lunges)).toMatchObject([{ playState: 'paused' }]);
  const [{ currentTime }] = await animations(lunges);
  await lunges.scrollIntoViewIfNeeded();
  await expect.poll(() => animations(lunges)).toMatchObject([{ playState: 'running' }]);
  const [now] = await animations(lunges);
  expect(now.currentTime, 'it goes on from there').toBeGreaterThanOrEqual(currentTime);
});

test('nothing moves with reduced motion', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openMoving(page);
  await card(page, 'Anchor stretch').hover();
  await observed(page);
  await stands(figure(page, 'Anchor stretch'));
  const jacks = await shapesOf(figure(page, 'Jumping jacks'));
  const moving = await begin(page, 'Jumping jacks');
  for (const ms of [100, 11_000, 2_000]) {
    await advanceClock(page, ms);
    await stands(moving);
    expectSame(await shapesOf(moving), jacks);
  }
});

test('a moving figure comes to rest when somebody asks for reduced motion', async ({ page }) => {
  await openMoving(page);
  const still = await shapesOf(figure(page, 'Jumping jacks'));
  const moving = await begin(page, 'Jumping jacks');
  await advanceClock(page, 11_000);
  await moves(moving);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await expect(moving.locator('.strip')).toHaveCount(0);
  await stands(moving);
  expectSame(await shapesOf(moving), still);
});

test('on a card, too', async ({ page }) => {
  await openMoving(page);
  const anchor = figure(page, 'Anchor stretch');
  const still = await paths(anchor);
  await card(page, 'Anchor stretch').hover();
  await moves(anchor);
  await seek(anchor, 500); // it won't end by itself
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await expect(anchor.locator('.strip')).toHaveCount(0);
  expect(await paths(anchor)).toEqual(still);
});

test('in the player it moves into position, holds still, and changes legs', async ({ page }) => {
  await openMoving(page);
  const moving = await begin(page, 'Anchor stretch');
  await moves(moving);
  await seek(moving, 0);
  const standing = await paths(moving);
  await seek(moving, 1_500);
  expect(await paths(moving)).not.toEqual(standing);
  await finish(moving);
  const held = await paths(moving);
  expect(held).not.toEqual(standing);
  await advanceClock(page, 12_000);
  await expect(player(page).getByText('Hold', { exact: true })).toBeVisible();
  await stands(moving);
  expect(await paths(moving), 'it holds still').toEqual(held);
  await expect(moving.locator('.near.muscle')).toHaveAttribute('fill-opacity', '1');
  await expect(moving.locator('.far.muscle'), 'the other leg rests').toHaveCount(0);
  await advanceClock(page, 20_000);
  await expect(player(page).getByText('Switch to your right leg', { exact: true })).toBeVisible();
  await moves(moving);
  expect(await animations(moving)).toMatchObject([{ duration: 5_400 }]);
  await seek(moving, 0);
  expect(await paths(moving), 'from the leg that has worked').toEqual(held);
  await seek(moving, 2_700);
  expect(await paths(moving), 'over standing').not.toEqual(held);
  await finish(moving);
  expect(await paths(moving), 'the same picture, seen from the other side').toEqual(held);
  await expect(moving.locator('.near.muscle')).toHaveAttribute('fill-opacity', '1');
  await expect(moving.locator('.far.muscle'), 'the other leg rests').toHaveCount(0);
});

test('each pose has its moment', async ({ page }) => {
  await openMoving(page);
  const moving = await begin(page, 'Lying stretch');
  await moves(moving);
  await seek(moving, 1_600);
  const second = await paths(moving);
  // Slow at first, so close to the pose nothing else is shown yet; and fast in the middle.
  await seek(moving, 1_500);
  expect(await paths(moving)).toEqual(second);
  const between = [];
  for (const ms of [500, 700, 900, 1_100]) {
    await seek(moving, ms);
    between.push((await paths(moving)).join());
  }
  expect(new Set(between).size).toBe(4);
  await seek(moving, 3_199);
  const last = await paths(moving);
  await finish(moving);
  expect(await paths(moving)).toEqual(last);
});

test('while the session is paused it shows the next leg too', async ({ page }) => {
  await openMoving(page);
  const moving = await begin(page, 'Lying stretch');
  await moves(moving);
  await seek(moving, 0);
  const [first, { side }] = [await paths(moving), await readElement(page)];
  await expect(async () => {
    await advanceClock(page, 5_000);
    expect(await readElement(page)).toMatchObject({ phase: 'hold', side: side === 'left' ? 'right' : 'left' });
  }).toPass();
  await press(page, 'Pause');
  await expect(async () => {
    await press(page, 'Previous');
    expect(await readElement(page)).toMatchObject({ phase: 'prepare', exerciseId: 'lying', side });
  }).toPass();
  await stands(moving);
  expect(await paths(moving)).toEqual(first);
});

test('a move repeats, and stops when the session does', async ({ page }) => {
  await openMoving(page);
  const moving = await begin(page, 'Jumping jacks');
  await advanceClock(page, 11_000);
  await moves(moving);
  expect(await animations(moving)).toMatchObject([{ iterations: Infinity, duration: 1_680 }]);
  const seen = [];
  for (let ms = 0; ms < 1_680; ms += 105) {
    await seek(moving, ms);
    seen.push((await paths(moving)).join());
  }
  expect(new Set(seen).size).toBeGreaterThan(8);
  await seek(moving, 1_680);
  expect((await paths(moving)).join(), 'it starts again').toBe(seen[0]);
  await press(page, 'Pause');
  const stood = await animations(moving);
  expect(stood).toMatchObject([{ playState: 'paused', currentTime: 1_680 }]);
  await press(page, 'Resume');
  await expect.poll(() => animations(moving)).toMatchObject([{ playState: 'running' }]);
  await press(page, 'Pause');
  await expect.poll(() => animations(moving)).toMatchObject([{ playState: 'paused' }]);
});

test('the compositor moves a figure, and the page draws nothing but the seconds', async ({ page, browser }) => {
  const SECONDS = 4;
  // With the real clock: the virtual one would hold back what a page asks for.
  // Without the mouse, because pressed buttons change slowly.
  await seedStorage(page, safetyNoticeRead);
  await openRoutine(page);
  await callMethod(page, 'start', 'jumping-jacks');
  await callMethod(page, 'next');
  const moving = player(page).locator('supple-figure');
  await expect.poll(() => animations(moving)).toMatchObject([{ iterations: Infinity, playState: 'running' }]);
  const properties = await moving.evaluate((figure) => {
    const OWN = ['offset', 'computedOffset', 'easing', 'composite'];
    const frames = figure.getAnimations({ subtree: true }).flatMap(({ effect }) => effect.getKeyframes());
    return [...new Set(frames.flatMap((frame) => Object.keys(frame)))].filter((name) => !OWN.includes(name));
  });
  expect(properties).toEqual(['transform']);
  await browser.startTracing(page, { categories: ['devtools.timeline', 'blink.user_timing'] });
  // In one call, because each makes the page draw a frame. Counted from one second's text to a later one's, since the
  // trace's own beginning and end draw frames too.
  await player(page)
    .getByRole('timer')
    .evaluate(
      (timer, seconds) =>
        new Promise((resolve) => {
          let changes = 0;
          new MutationObserver(() => {
            changes += 1;
            if (changes === 1) performance.mark('counted from');
            if (changes === 1 + seconds) resolve(performance.mark('counted to'));
          }).observe(timer, { characterData: true, subtree: true });
        }),
      SECONDS,
    );
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const instantOf = (mark) => traceEvents.find(({ name }) => name === mark).ts;
  const [from, to] = [instantOf('counted from'), instantOf('counted to')];
  const countOf = (wanted) => traceEvents.filter(({ name, ts }) => name === wanted && ts > from && ts < to).length;
  expect(countOf('FireAnimationFrame')).toBe(0);
  expect(countOf('Layerize'), 'frames of the page; the figure shows 22 a second').toBeLessThanOrEqual(SECONDS + 1);
  expect(await animations(moving)).toMatchObject([{ playState: 'running' }]);
});

test('a screen reader finds the same picture while it moves', async ({ page }) => {
  await openMoving(page);
  const moving = await begin(page, 'Jumping jacks');
  await moves(moving);
  await expect(moving.getByRole('img')).toHaveCount(1);
  await expect(moving.getByRole('img')).toHaveAccessibleName(/\w{3}/);
});

test('every muscle can be focused and named', async ({ page }) => {
  await openRoutine(page);
  const picture = page.getByRole('group', { name: /^The back of a right thigh/ });
  for (const name of ['Semitendinosus', 'Semimembranosus', 'Biceps femoris']) {
    const muscle = picture.getByRole('img', { name: new RegExp(`^${name}\\. (Also on|On) the `) });
    await muscle.focus();
    await expect(muscle).toBeFocused();
    await expect(muscle.locator('text')).toHaveText(name);
  }
});

test('on paper every card has its figure', async ({ page }) => {
  await openRoutine(page);
  await page.emulateMedia({ media: 'print' });
  for (const article of await page.getByRole('article').all()) {
    await expect(article.locator('.card-body .figure').first()).toBeVisible();
  }
});

test('without scripts every card has its figure', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto('./');
  await expect(page.locator('.thumbnail .figure').filter({ visible: true })).toHaveCount(9);
  await page.locator('#card-anchor > summary').click();
  await expect(page.locator('.card-body .figure').filter({ visible: true })).toHaveCount(2);
  await expect(page.locator('.anatomy')).toBeVisible();
  await context.close();
});

test('still figures cause no work', async ({ page }) => {
  await openRoutine(page);
  await figuresReady(page);
  const frames = await page.evaluate(async () => {
    const asked = [];
    const original = window.requestAnimationFrame;
    window.requestAnimationFrame = (callback) => asked.push(callback) && original.call(window, callback);
    // Two frames of the page's own, so that everything begun can finish.
    for (let i = 0; i < 20; i += 1) await new Promise((resolve) => original.call(window, resolve));
    return asked.length;
  });
  expect(frames).toBe(0);
  expect(await page.locator('.mounted').evaluate((it) => it.getRootNode().getAnimations().length)).toBe(0);
});
